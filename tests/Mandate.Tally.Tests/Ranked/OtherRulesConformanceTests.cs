using System.Text.Json;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>The wards of <c>stv-scottish</c> under other rules: winners by each of them, and ERS97 stage by stage.</summary>
[Trait("Category", "Conformance")]
public sealed class OtherRulesConformanceTests
{
    private const string Winners = "expected-other-rules.jsonl";
    private const string Stages = "expected-stages-ers97-openstv.jsonl";

    private static readonly Dictionary<string, string> ByPeer = new(StringComparer.Ordinal)
    {
        ["ers97_openstv"] = "ers97",
        ["meek_openstv"] = "meek",
        ["nireland_openstv"] = "ni-stv",
        ["meek-prf_droop"] = "meek-prf",
        ["wigm-prf_droop"] = "wigm-prf",
    };

    public static TheoryData<string> Wards => ConformanceCases.JsonLines("stv-scottish", Winners, "file");

    public static TheoryData<string> Ers97Wards => ConformanceCases.JsonLines("stv-scottish", Stages, "file");

    [Theory]
    [MemberData(nameof(Wards))]
    public void Each_rule_elects_its_own_winners(string ward)
    {
        using var expected = ConformanceCases.JsonLine("stv-scottish", Winners, "file", ward);
        var ballots = ConformanceCases.Blt(Path.Combine(ConformanceData.Folder("stv-scottish"), "blt", ward));
        foreach (var rule in expected.RootElement.EnumerateObject().Where(p => ByPeer.ContainsKey(p.Name)))
        {
            var count = Methods.Ranked(ByPeer[rule.Name])!.Count(ballots, ballots.Seats!.Value, TieRule.Order);
            Assert.Equal($"{rule.Name} {string.Join(' ', Numbers(rule.Value.GetProperty("elected")).Order())}", $"{rule.Name} {string.Join(' ', count.Elected.Select(e => e + 1).Order())}");
            if (rule.Value.TryGetProperty("quota", out var quota)) Assert.Equal(quota.GetString(), count.Text(count.Quota!.Value));
        }
    }

    [Theory]
    [MemberData(nameof(Ers97Wards))]
    public void Ers97_wards_have_the_expected_stages(string ward)
    {
        using var expected = ConformanceCases.JsonLine("stv-scottish", Stages, "file", ward);
        var root = expected.RootElement;
        var ballots = ConformanceCases.Blt(Path.Combine(ConformanceData.Folder("stv-scottish"), "blt", ward));
        var count = Methods.Ranked("ers97")!.Count(ballots, ballots.Seats!.Value, TieRule.Order);
        Assert.Equal(Numbers(root.GetProperty("elected")).Order(), count.Elected.Select(e => e + 1).Order());
        var theirs = new List<string>();
        for (var i = 0; i < root.GetProperty("votes").GetArrayLength(); i++)
        {
            var votes = root.GetProperty("votes")[i].EnumerateArray().Select(v => v.GetString());
            theirs.Add($"{string.Join(' ', votes)} | {root.GetProperty("nontransferable")[i].GetString()} quota {root.GetProperty("quota_by_stage")[i].GetString()}");
        }
        var ours = ConformanceCases.WithoutNullStages([.. count.Rounds.Select(r => $"{ConformanceCases.Totals(count, r)} quota {count.Text(r.Quota!.Value)}")]);
        Assert.Equal(ConformanceCases.WithoutNullStages(theirs), ours);
    }

    private static IEnumerable<int> Numbers(JsonElement array) => array.EnumerateArray().Select(e => e.GetInt32());
}
