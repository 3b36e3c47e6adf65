using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Condorcet;

/// <summary>
/// Counts pairs over many long rankings: the ranks of each candidate on 512 papers stand side by side, and two candidates are compared on a vector of
/// papers at once. Short papers are faster pair by pair (<see cref="PairwiseMatrix"/>).
/// </summary>
internal static class PairwiseBlocks
{
    private const int Block = 512;
    private const ushort Unranked = ushort.MaxValue;

    /// <summary>Whether the papers are long enough, and all of one paper each.</summary>
    public static bool Worthwhile(Ballots ballots)
    {
        if (ballots.Weights is not null || ballots.Lines < Block) return false;
        long marks = ballots.Starts[ballots.Lines] - ballots.Lines;
        var n = ballots.Candidates.Length;
        // Pair by pair: about half the square of a paper's marks. In blocks: half the square of the candidates over the lanes, twice.
        var mean = marks / ballots.Lines;
        return mean * mean > (long)n * n * 2 / Vector<ushort>.Count;
    }

    /// <summary>Row above column, in a matrix by rows.</summary>
    public static long[] Count(Ballots ballots, bool[] stands)
    {
        var n = ballots.Candidates.Length;
        var above = new long[n * n];
        var ranks = new ushort[n * Block];
        for (var from = 0; from < ballots.Lines; from += Block)
        {
            Array.Fill(ranks, Unranked);
            Fill(ballots, stands, ranks, from, Math.Min(ballots.Lines, from + Block));
            Compare(ranks, stands, above, n);
        }
        return above;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Fill(Ballots ballots, bool[] stands, ushort[] ranks, int from, int to)
    {
        for (var line = from; line < to; line++)
        {
            ushort rank = 0;
            foreach (var cell in ballots.Cells(line))
            {
                if ((cell & Ballots.EqualBit) == 0) rank++;
                var candidate = cell & Ballots.CandidateBits;
                if (candidate < stands.Length && stands[candidate]) ranks[candidate * Block + line - from] = rank;
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Compare(ushort[] ranks, bool[] stands, long[] above, int n)
    {
        var vectors = MemoryMarshal.Cast<ushort, Vector<ushort>>(ranks);
        var length = Block / Vector<ushort>.Count;
        for (var a = 0; a < n; a++)
        {
            if (!stands[a]) continue;
            var first = vectors.Slice(a * length, length);
            for (var b = a + 1; b < n; b++)
            {
                if (!stands[b]) continue;
                var second = vectors.Slice(b * length, length);
                var (higher, lower) = (Vector<ushort>.Zero, Vector<ushort>.Zero);
                for (var i = 0; i < first.Length; i++)
                {
                    // A true comparison is all ones, which is less one.
                    higher -= Vector.LessThan(first[i], second[i]);
                    lower -= Vector.GreaterThan(first[i], second[i]);
                }
                above[a * n + b] += Vector.Sum(higher);
                above[b * n + a] += Vector.Sum(lower);
            }
        }
    }
}
