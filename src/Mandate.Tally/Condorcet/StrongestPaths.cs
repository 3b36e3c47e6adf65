using System.Numerics;
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
        var defeats = new List<(long Strong, long Against)>();
        foreach (var a in matrix.Standing)
            foreach (var b in matrix.Standing)
                if (matrix.Beats(a, b)) defeats.Add(Key(matrix, by, a, b));
        (long Strong, long Against)[] distinct = [.. defeats.Distinct().OrderBy(d => d.Strong).ThenByDescending(d => d.Against)];
        var rankOf = new Dictionary<(long, long), int>(distinct.Length);
        for (var i = 0; i < distinct.Length; i++) rankOf[distinct[i]] = i + 1;
        var ranks = new int[n * n];
        foreach (var a in matrix.Standing)
            foreach (var b in matrix.Standing)
                if (matrix.Beats(a, b)) ranks[a * n + b] = rankOf[Key(matrix, by, a, b)];
        if (distinct.Length <= ushort.MaxValue)
        {
            var narrow = Array.ConvertAll(ranks, r => (ushort)r);
            Widen(narrow, n);
            ranks = Array.ConvertAll(narrow, r => (int)r);
        }
        else
        {
            Widen(ranks, n);
        }
        return new(n, ranks, [0, .. distinct.Select(d => d.Strong)]);
    }

    private static (long Strong, long Against) Key(PairwiseMatrix matrix, PairStrength by, int a, int b) =>
        by == PairStrength.Margins ? (matrix.Margin(a, b), 0) : (matrix[a, b], matrix[b, a]);

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
