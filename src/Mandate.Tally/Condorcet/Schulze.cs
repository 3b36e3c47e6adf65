using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>The method of M. Schulze, arXiv 1804.02973: a candidate wins whom nobody has a stronger path to than he to them.</summary>
internal static class Schulze
{
    public static Func<Ballots, int, TieRule, Count> By(string name, PairStrength strength) => (ballots, _, rule) =>
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        return PairwiseResult.Of(name, ballots, Detail(PairwiseMatrix.Of(ballots), strength), ties, rule);
    };

    public static PairwiseDetail Detail(PairwiseMatrix matrix, PairStrength strength)
    {
        var paths = StrongestPaths.Of(matrix, strength);
        var n = matrix.Candidates;
        ImmutableArray<Fraction> wins = [.. Enumerable.Range(0, n).Select(a => (Fraction)matrix.Standing.Count(b => a != b && paths.Beats(a, b)))];
        ImmutableArray<ImmutableArray<long>> strengths = [.. Enumerable.Range(0, n).Select(a => Enumerable.Range(0, n).Select(b => a == b ? 0 : paths.Strength(a, b)).ToImmutableArray())];
        return new(matrix, PairwiseResult.Layers(matrix.Standing, paths.Beats), wins, "candidates beaten by a stronger path", strengths);
    }
}
