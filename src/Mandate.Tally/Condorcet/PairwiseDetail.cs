using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Mandate.Tally;

/// <summary>What a count by pairs shows: the matrix, the order of all candidates and the score that the method gives.</summary>
/// <param name="Matrix">Papers that rank one above the other.</param>
/// <param name="Ranking">All candidates, best first; those that the method does not tell apart stand together.</param>
/// <param name="Scores">What the method compares, in its own words; empty where it compares no single number.</param>
/// <param name="ScoreName">What the score is.</param>
/// <param name="Strengths">Strength of the strongest path between two candidates (Schulze); empty for other methods.</param>
public sealed record PairwiseDetail(
    PairwiseMatrix Matrix,
    ImmutableArray<ImmutableArray<int>> Ranking,
    ImmutableArray<Fraction> Scores,
    string ScoreName,
    ImmutableArray<ImmutableArray<long>> Strengths) : CountDetail
{
    public override JsonNode ToJson(Count count)
    {
        var n = Matrix.Candidates;
        var json = new JsonObject
        {
            ["pairwise"] = Grid(n, (a, b) => Matrix[a, b]),
            ["ranking"] = new JsonArray([.. Ranking.Select(l => (JsonNode)new JsonArray([.. l.Select(c => (JsonNode)count.Name(c))]))]),
            ["condorcetWinner"] = Matrix.Winner is { } w ? count.Name(w) : null,
            ["condorcetLoser"] = Matrix.Loser is { } l ? count.Name(l) : null,
        };
        if (!Strengths.IsDefaultOrEmpty) json["strongestPaths"] = Grid(n, (a, b) => Strengths[a][b]);
        return json;
    }

    public override IEnumerable<SheetTable> Tables(Count count)
    {
        yield return Table(count, "Papers that rank the row above the column", (a, b) => Matrix[a, b]);
        if (!Strengths.IsDefaultOrEmpty) yield return Table(count, "Strongest path from the row to the column", (a, b) => Strengths[a][b]);
        yield return new("Order", ["Place", "Candidates"], [.. Ranking.Select((l, i) => ImmutableArray.Create(FormattableString.Invariant($"{i + 1}"), string.Join(", ", l.Select(count.Name))))]);
    }

    private SheetTable Table(Count count, string title, Func<int, int, long> cell) => new(
        title,
        ["", .. Matrix.Standing.Select(count.Name)],
        [.. Matrix.Standing.Select(a => ImmutableArray.Create([count.Name(a), .. Matrix.Standing.Select(b => a == b ? "" : FormattableString.Invariant($"{cell(a, b)}"))]))]);

    private static JsonArray Grid(int n, Func<int, int, long> cell) =>
        new([.. Enumerable.Range(0, n).Select(a => (JsonNode)new JsonArray([.. Enumerable.Range(0, n).Select(b => (JsonNode)cell(a, b))]))]);
}
