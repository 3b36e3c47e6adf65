namespace Mandate.Organisation.Motions;

/// <summary>Part of a sequence of pieces of a text.</summary>
internal readonly record struct Pieces(IReadOnlyList<string> All, int From, int Count)
{
    public string this[int i] => All[From + i];

    public Pieces Part(int from, int to) => new(All, From + from, to - from);
}

/// <summary>
/// Which pieces two sequences have in common, in order. Where little differs, a longest common subsequence (Myers, An O(ND) Difference
/// Algorithm, 1986). Where more differs, the pieces that stand once in both are held fast and what lies between them is compared (Cohen's
/// patience diff): a text with a thousand amendments is a thousand small comparisons, not one large one.
/// </summary>
internal static class TextAlignment
{
    /// <summary>Most pieces struck out and put in that Myers' way, whose work grows with their square, is asked to find.</summary>
    private const int MostDifferences = 200;

    /// <summary>Pairs of indexes, both rising.</summary>
    public static List<(int X, int Y)> Of(Pieces before, Pieces after) =>
        before.Count == 0 || after.Count == 0 ? [] : Nearest(before, after) ?? Anchored(before, after);

    private static List<(int, int)> Anchored(Pieces before, Pieces after)
    {
        var anchors = Rising(Once(before, after));
        if (anchors.Count == 0) return [];
        var pairs = new List<(int, int)>();
        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in anchors.Append((before.Count, after.Count)))
        {
            pairs.AddRange(Of(before.Part(x, nextX), after.Part(y, nextY)).Select(p => (p.X + x, p.Y + y)));
            if (nextX < before.Count) pairs.Add((nextX, nextY));
            (x, y) = (nextX + 1, nextY + 1);
        }
        return pairs;
    }

    /// <summary>The places of pieces that stand once in both, in the order of the first.</summary>
    private static List<(int X, int Y)> Once(Pieces before, Pieces after)
    {
        var there = Places(after);
        return [.. Places(before).Where(p => p.Value >= 0 && there.GetValueOrDefault(p.Key, -1) >= 0).Select(p => (p.Value, there[p.Key])).OrderBy(p => p.Value)];

        static Dictionary<string, int> Places(Pieces pieces)
        {
            var places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (var i = 0; i < pieces.Count; i++)
                if (!places.TryAdd(pieces[i], i)) places[pieces[i]] = -1;
            return places;
        }
    }

    /// <summary>Most of the pairs, in order of X, whose Y rises too.</summary>
    private static List<(int X, int Y)> Rising(List<(int X, int Y)> pairs)
    {
        // Of all rising runs of one length the one that ends lowest, and the pair before each pair in its run.
        var ends = new List<int>();
        var earlier = new int[pairs.Count];
        for (var i = 0; i < pairs.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[ends[middle]].Y < pairs[i].Y) low = middle + 1;
                else high = middle;
            }
            earlier[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count) ends.Add(i);
            else ends[low] = i;
        }
        var rising = new List<(int, int)>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = earlier[i]) rising.Add(pairs[i]);
        rising.Reverse();
        return rising;
    }

    /// <summary>A longest common subsequence; null where more differs than is looked for.</summary>
    private static List<(int, int)>? Nearest(Pieces before, Pieces after)
    {
        var (n, m) = (before.Count, after.Count);
        var most = Math.Min(n + m, MostDifferences);
        var middle = most + 1;
        var furthest = new int[(2 * middle) + 1];
        var trace = new List<int[]>();
        for (var d = 0; d <= most; d++)
        {
            // Only the diagonals that the step before reached, and one on either side, are looked at again on the way back.
            trace.Add(furthest[(middle - d - 1)..(middle + d + 2)]);
            for (var k = -d; k <= d; k += 2)
            {
                var x = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]) ? furthest[middle + k + 1] : furthest[middle + k - 1] + 1;
                var y = x - k;
                while (x < n && y < m && before[x] == after[y]) { x++; y++; }
                furthest[middle + k] = x;
                if (x >= n && y >= m) return Back(trace, n, m);
            }
        }
        return null;
    }

    private static List<(int, int)> Back(List<int[]> trace, int n, int m)
    {
        var pairs = new List<(int, int)>();
        var (x, y) = (n, m);
        for (var d = trace.Count - 1; d >= 0; d--)
        {
            var (furthest, middle) = (trace[d], d + 1);
            var k = x - y;
            var from = k == -d || (k != d && furthest[middle + k - 1] < furthest[middle + k + 1]) ? k + 1 : k - 1;
            var (fromX, fromY) = d == 0 ? (0, 0) : (furthest[middle + from], furthest[middle + from] - from);
            while (x > fromX && y > fromY) pairs.Add((--x, --y));
            (x, y) = (fromX, fromY);
        }
        pairs.Reverse();
        return pairs;
    }
}
