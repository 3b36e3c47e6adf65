using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Tally.Condorcet;

/// <summary>
/// Strongest paths between all pairs (M. Schulze, arXiv 1804.02973, section 2.3): a path is as strong as its weakest defeat.
/// Strengths are replaced by their ranks, which changes no comparison and lets 16 or 32 bits suffice.
/// </summary>
internal sealed class StrongestPaths
{
    private readonly long[] byRank;
    private readonly int[] paths;
    private readonly int candidates;

    private StrongestPaths(int candidates, int[] paths, long[] byRank)
    {
        this.candidates = candidates;
        this.paths = paths;
        this.byRank = byRank;
    }

    /// <summary>Whether <paramref name="a"/> has a stronger path to <paramref name="b"/> than the other way round.</summary>
    public bool Beats(int a, int b) => paths[a * candidates + b] > paths[b * candidates + a];

    /// <summary>Votes or margin of the weakest defeat of the strongest path; 0 where there is none.</summary>
    public long Strength(int a, int b) => byRank[paths[a * candidates + b]];

    public static StrongestPaths Of(PairwiseMatrix matrix, PairStrength by)
    {
        var n = matrix.Candidates;
        var defeats = new List<(UInt128 Key, int Place)>(n * n / 2);
        foreach (var a in matrix.Standing)
            foreach (var b in matrix.Standing)
                if (matrix.Beats(a, b)) defeats.Add((Key(matrix, by, a, b), a * n + b));
        defeats.Sort(static (x, y) => x.Key.CompareTo(y.Key));
        var ranks = new int[n * n];
        var strengths = new List<long> { 0 };
        for (var i = 0; i < defeats.Count; i++)
        {
            if (i == 0 || defeats[i].Key != defeats[i - 1].Key) strengths.Add((long)(defeats[i].Key >> 64));
            ranks[defeats[i].Place] = strengths.Count - 1;
        }
        if (strengths.Count <= ushort.MaxValue)
        {
            var narrow = Array.ConvertAll(ranks, r => (ushort)r);
            Widen(narrow, n);
            ranks = Array.ConvertAll(narrow, r => (int)r);
        }
        else
        {
            Widen(ranks, n);
        }
        return new(n, ranks, [.. strengths]);
    }

    /// <summary>Strength in the upper half; in the lower half, higher for fewer votes against.</summary>
    private static UInt128 Key(PairwiseMatrix matrix, PairStrength by, int a, int b) =>
        by == PairStrength.Margins ? (UInt128)matrix.Margin(a, b) << 64 : ((UInt128)matrix[a, b] << 64) | (ulong)(long.MaxValue - matrix[b, a]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Widen<T>(T[] path, int n) where T : unmanaged, INumber<T>
    {
        for (var via = 0; via < n; via++)
        {
            var middle = path.AsSpan(via * n, n);
            for (var from = 0; from < n; from++)
            {
                var first = path[from * n + via];
                if (from == via || first == T.Zero) continue;
                var row = path.AsSpan(from * n, n);
                var vectors = MemoryMarshal.Cast<T, Vector<T>>(row);
                var others = MemoryMarshal.Cast<T, Vector<T>>(middle);
                var same = new Vector<T>(first);
                for (var i = 0; i < vectors.Length; i++) vectors[i] = Vector.Max(vectors[i], Vector.Min(same, others[i]));
                for (var i = vectors.Length * Vector<T>.Count; i < n; i++) row[i] = T.Max(row[i], T.Min(first, middle[i]));
                row[from] = T.Zero;
            }
        }
    }
}
