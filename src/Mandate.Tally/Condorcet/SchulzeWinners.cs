using System.Collections.Immutable;
using Mandate.Tally.Condorcet;

namespace Mandate.Tally;

/// <summary>The Schulze method on a matrix of pairs that is at hand already.</summary>
public static class SchulzeWinners
{
    /// <param name="matrix">Papers that rank one above the other.</param>
    /// <param name="margins">Whether a defeat is as strong as its margin, or as its winning votes.</param>
    public static ImmutableArray<int> Of(PairwiseMatrix matrix, bool margins = false)
    {
        var paths = StrongestPaths.Of(matrix, margins ? PairStrength.Margins : PairStrength.WinningVotes);
        return [.. matrix.Standing.Where(a => !matrix.Standing.Any(b => paths.Beats(b, a)))];
    }
}
