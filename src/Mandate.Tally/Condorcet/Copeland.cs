using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>Copeland: one point for each candidate beaten, half a point for each drawn comparison.</summary>
internal static class Copeland
{
    public const string Name = "copeland";

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var matrix = PairwiseMatrix.Of(ballots);
        ImmutableArray<Fraction> points = [.. Enumerable.Range(0, matrix.Candidates).Select(a => Points(matrix, a))];
        return PairwiseResult.Of(Name, ballots, new(matrix, PairwiseResult.ByScore(matrix.Standing, points), points, "candidates beaten, and half of those drawn with", []), ties, rule);
    }

    private static Fraction Points(PairwiseMatrix matrix, int a)
    {
        var halves = 0;
        foreach (var b in matrix.Standing)
            if (a != b) halves += matrix.Beats(a, b) ? 2 : matrix.Beats(b, a) ? 0 : 1;
        return new(halves, 2);
    }
}
