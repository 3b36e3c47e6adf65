using System.Globalization;
using System.Text.Json;

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
        var ballots = Profile(path.Replace(".expected.json", "_votekit_profile.csv", StringComparison.Ordinal));
        var count = Methods.Ranked("stv-falling-quota")!.Count(ballots, elected.Count, TieRule.Previous);
        Assert.Equal(elected, count.ElectedNames);
        Assert.Equal(root.GetProperty("quota_by_round").EnumerateArray().Select(q => q.GetDecimal()), count.Rounds.Select(r => decimal.Parse(r.Quota!.Value.ToDecimal(6), CultureInfo.InvariantCulture)));
        foreach (var (theirs, ours) in root.GetProperty("official_rounds").EnumerateArray().Zip(count.Rounds))
            foreach (var total in theirs.GetProperty("totals").EnumerateObject())
                Assert.Equal(total.Value.GetDecimal(), decimal.Parse(ours.Votes[count.Candidates.IndexOf(total.Name)].ToDecimal(6), CultureInfo.InvariantCulture));
    }

    /// <summary>VoteKit's profile: names and keys in the third line, rankings of keys in braces, weights.</summary>
    private static Ballots Profile(string path)
    {
        var lines = File.ReadAllLines(path);
        var candidates = lines[2].Split("),(").Select(c => c.Trim('(', ')').Split(':')).ToList();
        var keys = candidates.Select((c, i) => (c[1], i)).ToDictionary(c => c.Item1, c => c.i, StringComparer.Ordinal);
        var papers = new BallotsBuilder();
        foreach (var line in lines.SkipWhile(l => !l.StartsWith("Ranking_1", StringComparison.Ordinal)).Skip(1))
        {
            var cells = line.Split(',');
            var marks = cells.TakeWhile(c => c != "&").Where(c => c.StartsWith('{')).Select(c => c.Trim('{', '}', '\'')).Where(keys.ContainsKey).Select(k => keys[k]).ToArray();
            papers.Add((long)decimal.Parse(cells[Array.IndexOf(cells, "&") + 1], CultureInfo.InvariantCulture), marks);
        }
        return papers.Build(candidates.Select(c => c[0]));
    }
}
