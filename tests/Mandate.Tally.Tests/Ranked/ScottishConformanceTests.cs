using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Ranked;

/// <summary>The wards of <c>stv-scottish</c>: winners and every total at every stage, stages in which nothing moves left out.</summary>
[Trait("Category", "Conformance")]
public sealed class ScottishConformanceTests
{
    public static TheoryData<string> Wards => ConformanceCases.JsonLines("stv-scottish", "expected-scottish.jsonl", "file");

    [Theory]
    [MemberData(nameof(Wards))]
    public void Scottish_wards_have_the_expected_stages(string ward)
    {
        var folder = ConformanceData.Folder("stv-scottish");
        using var expected = ConformanceCases.JsonLine("stv-scottish", "expected-scottish.jsonl", "file", ward);
        var root = expected.RootElement;
        var ballots = ConformanceCases.Blt(Path.Combine(folder, "blt", ward));
        var count = Methods.Ranked("scottish-stv")!.Count(ballots, root.GetProperty("seats").GetInt32(), TieRule.Order);

        Assert.Equal(root.GetProperty("quota").GetString(), count.Text(count.Quota!.Value));
        Assert.Equal(root.GetProperty("elected").EnumerateArray().Select(e => e.GetInt32()).Order(), count.Elected.Select(e => e + 1).Order());
        var stages = root.GetProperty("stages").EnumerateArray().Select(s => Totals(s)).ToList();
        Assert.Equal(ConformanceCases.WithoutNullStages(stages), ConformanceCases.WithoutNullStages([.. count.Rounds.Select(r => ConformanceCases.Totals(count, r))]));
    }

    private static string Totals(JsonElement stage) =>
        string.Join(' ', stage.GetProperty("v").EnumerateArray().Select(v => v.GetString())) + " | " + stage.GetProperty("nt").GetString();
}
