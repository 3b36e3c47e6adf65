using System.Text.Json;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Condorcet;

/// <summary>Matrices, winners and orders of <c>condorcet</c>: every ward of <c>stv-scottish</c> and Debian's elections.</summary>
[Trait("Category", "Conformance")]
public sealed class PairwiseConformanceTests
{
    private const string OnWards = "expected-on-stv-scottish.jsonl";

    public static TheoryData<string> Wards => ConformanceCases.JsonLines("condorcet", OnWards, "file");

    public static TheoryData<string> Sheets => ConformanceCases.Files("condorcet", "*.expected.json");

    [Theory]
    [MemberData(nameof(Wards))]
    public void Pairwise_methods_on_wards(string ward)
    {
        using var expected = ConformanceCases.JsonLine("condorcet", OnWards, "file", ward);
        Compare(expected.RootElement, ConformanceCases.Blt(Path.Combine(ConformanceData.Folder("stv-scottish"), "blt", ward)));
    }

    [Theory]
    [MemberData(nameof(Sheets))]
    public void Pairwise_methods_on_tally_sheets(string sheet)
    {
        var path = ConformanceCases.PathTo("condorcet", sheet);
        using var expected = JsonDocument.Parse(File.ReadAllText(path));
        using var stream = File.OpenRead(Path.Combine(Path.GetDirectoryName(path)!, expected.RootElement.GetProperty("file").GetString()!));
        var read = DebianTallyReader.Read(stream);
        Assert.True(read.Value is not null, $"{read.Fault}");
        Compare(expected.RootElement, read.Value);
        Assert.Contains(Count(read.Value, "schulze-debian").ElectedNames.Single(), expected.RootElement.GetProperty("official_winner").GetString()!, StringComparison.Ordinal);
    }

    private static void Compare(JsonElement expected, Ballots ballots)
    {
        var margins = Detail(ballots, "schulze-margins");
        var votes = Detail(ballots, "schulze");
        var n = ballots.Candidates.Length;
        Assert.Equal(expected.GetProperty("pairwise").EnumerateArray().Select(r => Text(r.EnumerateArray())),
            Enumerable.Range(0, n).Select(a => string.Join(' ', Enumerable.Range(0, n).Select(b => margins.Matrix[a, b]))));
        Assert.Equal(One(expected, "condorcet_winner"), margins.Matrix.Winner + 1);
        Assert.Equal(One(expected, "condorcet_loser"), margins.Matrix.Loser + 1);
        Assert.Equal(Set(expected, "schulze_margins_winners"), Numbers(margins.Ranking[0]));
        Assert.Equal(Layers(expected, "schulze_margins_ranking"), Layers(margins));
        Assert.Equal(Set(expected, "schulze_winning_votes_winners"), Numbers(votes.Ranking[0]));
        Assert.Equal(Layers(expected, "schulze_winning_votes_ranking"), Layers(votes));
        Assert.Equal(Set(expected, "minimax_margins_winners"), Numbers(Detail(ballots, "minimax").Ranking[0]));
        Assert.Equal(expected.GetProperty("copeland_scores").EnumerateArray().Select(s => s.GetDecimal()),
            Detail(ballots, "copeland").Scores.Select(s => (decimal)s.Numerator / (decimal)s.Denominator));
        if (!expected.GetProperty("ranked_pairs_equal_margins_present").GetBoolean())
        {
            var pairs = Detail(ballots, "ranked-pairs");
            Assert.Equal(Set(expected, "ranked_pairs_margins_winner"), Numbers(pairs.Ranking[0]));
            if (pairs.Ranking.All(l => l.Length == 1)) Assert.Equal(Set(expected, "ranked_pairs_order"), string.Join(' ', pairs.Ranking.Select(l => l[0] + 1)));
        }
        Assert.Equal(Text(expected.GetProperty("first_preferences").EnumerateArray()),
            string.Join(' ', Methods.Ranked("sntv")!.Count(Strict(ballots), 1, TieRule.Order).Rounds[0].Votes));
    }

    /// <summary>First preferences are counted where they are not shared.</summary>
    private static Ballots Strict(Ballots ballots)
    {
        var papers = new BallotsBuilder();
        for (var line = 0; line < ballots.Lines; line++)
        {
            var first = ballots.Ranks(line).FirstOrDefault(r => r.Length > 0);
            if (first is { IsDefault: false, Length: 1 }) papers.Add(ballots.Weight(line), first[0]);
        }
        return papers.Build(ballots.Candidates);
    }

    private static Count Count(Ballots ballots, string method) => Methods.Ranked(method)!.Count(ballots, 1, TieRule.Order);

    private static PairwiseDetail Detail(Ballots ballots, string method) => (PairwiseDetail)Count(ballots, method).Detail!;

    private static int? One(JsonElement e, string name) => e.GetProperty(name).ValueKind == JsonValueKind.Number ? e.GetProperty(name).GetInt32() : null;

    private static string Set(JsonElement e, string name) => Text(e.GetProperty(name).EnumerateArray());

    private static string Text(IEnumerable<JsonElement> numbers) => string.Join(' ', numbers.Select(v => v.GetRawText()));

    private static string Numbers(IEnumerable<int> candidates) => string.Join(' ', candidates.Select(c => c + 1).Order());

    private static IEnumerable<string> Layers(JsonElement e, string name) => e.GetProperty(name).EnumerateArray().Select(l => Text(l.EnumerateArray()));

    private static IEnumerable<string> Layers(PairwiseDetail detail) => detail.Ranking.Select(l => Numbers(l));
}
