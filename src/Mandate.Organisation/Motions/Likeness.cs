using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Which paragraphs of a run are the same paragraph with other words. A run of one paragraph that becomes two is most often that
/// paragraph changed and another put in beside it; taken as one change it would collide with whatever others do to either.
/// </summary>
internal static class Likeness
{
    /// <summary>Most pairs of paragraphs that are compared; a longer run stays one change.</summary>
    private const int MostPairs = 2_500;

    /// <summary>The run as the changes that it is made of, in order.</summary>
    public static IEnumerable<TextChange> Apart(IReadOnlyList<string> before, TextChange run)
    {
        if ((long)run.Count * run.Instead.Length > MostPairs) return [run];
        var pairs = Pairs(before, run);
        if (pairs.Count == 0) return [run];
        var changes = new List<TextChange>();
        var (x, y) = (0, 0);
        foreach (var (nextX, nextY) in pairs.Append((run.Count, run.Instead.Length)))
        {
            if (nextX > x || nextY > y) changes.Add(new(run.Start + x, nextX - x, run.Instead[y..nextY]));
            if (nextX < run.Count) changes.Add(new(run.Start + nextX, 1, [run.Instead[nextY]]));
            (x, y) = (nextX + 1, nextY + 1);
        }
        return changes;
    }

    /// <summary>Pairs in order that have the most words in common; each at least half of the longer one's.</summary>
    private static List<(int X, int Y)> Pairs(IReadOnlyList<string> before, TextChange run)
    {
        var (n, m) = (run.Count, run.Instead.Length);
        var old = Enumerable.Range(run.Start, n).Select(i => Words(before[i])).ToList();
        var now = run.Instead.Select(Words).ToList();
        var best = new int[n + 1, m + 1];
        var common = new int[n, m];
        for (var x = n - 1; x >= 0; x--)
            for (var y = m - 1; y >= 0; y--)
            {
                common[x, y] = Common(old[x], now[y]);
                best[x, y] = Math.Max(Math.Max(best[x + 1, y], best[x, y + 1]), common[x, y] == 0 ? 0 : common[x, y] + best[x + 1, y + 1]);
            }
        var pairs = new List<(int, int)>();
        for (var (x, y) = (0, 0); x < n && y < m;)
        {
            if (common[x, y] > 0 && best[x, y] == common[x, y] + best[x + 1, y + 1]) pairs.Add((x++, y++));
            else if (best[x, y] == best[x + 1, y]) x++;
            else y++;
        }
        return pairs;
    }

    internal static Dictionary<string, int> Words(string paragraph) =>
        paragraph.Split(' ', StringSplitOptions.RemoveEmptyEntries).GroupBy(w => w, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    /// <summary>How many words both have; 0 where that is less than half of the longer.</summary>
    internal static int Common(Dictionary<string, int> one, Dictionary<string, int> other)
    {
        var common = one.Sum(w => Math.Min(w.Value, other.GetValueOrDefault(w.Key)));
        return 2 * common >= Math.Max(one.Values.Sum(), other.Values.Sum()) ? common : 0;
    }
}
