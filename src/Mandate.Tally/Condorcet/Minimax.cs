using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Condorcet;

/// <summary>Minimax (Simpson, Kramer): the candidate whose worst defeat is the least.</summary>
internal static class Minimax
{
    public static Func<Ballots, int, TieRule, Count> By(string name, PairStrength strength) => (ballots, _, rule) =>
    {
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var matrix = PairwiseMatrix.Of(ballots);
        ImmutableArray<Fraction> worst = [.. Enumerable.Range(0, matrix.Candidates).Select(a => (Fraction)(-Worst(matrix, strength, a)))];
        var what = strength == PairStrength.Margins ? "less the margin of the worst comparison" : "less the votes of the worst defeat";
        return PairwiseResult.Of(name, ballots, new(matrix, PairwiseResult.ByScore(matrix.Standing, worst), worst, what, []), ties, rule);
    };

    private static long Worst(PairwiseMatrix matrix, PairStrength strength, int a)
    {
        var others = matrix.Standing.Where(b => b != a).ToArray();
        if (others.Length == 0) return 0;
        return strength == PairStrength.Margins
            ? others.Max(b => matrix.Margin(b, a))
            : others.Max(b => matrix.Beats(b, a) ? matrix[b, a] : 0);
    }
}
