using System.Globalization;
using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Ranked;

/// <summary><c>us-real</c>: <c>X.expected.json</c> beside <c>X_votekit_profile.csv</c>; official rounds and quotas of counts with a falling quota.</summary>
[Trait("Category", "Conformance")]
public sealed class FallingQuotaConformanceTests
{
    public static TheoryData<string> Counts => ConformanceCases.Files("us-real", "*.expected.json");

    [Theory]
    [MemberData(nameof(Counts))]
    public void Official_rounds_and_quotas_come_out(string expectedFile)
    {
        var path = ConformanceCases.PathTo("us-real", expectedFile);
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var elected = root.GetProperty("elected").EnumerateArray().Select(e => e.GetString()!).ToList();
        var profile = path.Replace(".expected.json", "_votekit_profile.csv", StringComparison.Ordinal);
        using var stream = File.OpenRead(profile);
        var ballots = PapersReader.Read(profile, stream, NamedFiles.None).Value!.Ranked!;
        var count = Methods.Ranked("stv-falling-quota")!.Count(ballots, elected.Count, TieRule.Previous);
        Assert.Equal(elected, count.ElectedNames);
        Assert.Equal(root.GetProperty("quota_by_round").EnumerateArray().Select(q => q.GetDecimal()), count.Rounds.Select(r => decimal.Parse(r.Quota!.Value.ToDecimal(6), CultureInfo.InvariantCulture)));
        foreach (var (theirs, ours) in root.GetProperty("official_rounds").EnumerateArray().Zip(count.Rounds))
            foreach (var total in theirs.GetProperty("totals").EnumerateObject())
                Assert.Equal(total.Value.GetDecimal(), decimal.Parse(ours.Votes[count.Candidates.IndexOf(total.Name)].ToDecimal(6), CultureInfo.InvariantCulture));
    }
}
