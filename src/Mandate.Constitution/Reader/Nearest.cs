namespace Mandate.Constitutions.Reader;

/// <summary>Finds the name somebody probably meant.</summary>
public static class Nearest
{
    /// <summary>Words longer than this are not compared: nobody meant them.</summary>
    private const int Longest = 100;

    /// <summary>The nearest of the names, if it is near enough to be a slip; ties go to the first in ordinal order.</summary>
    public static string? To(string word, IEnumerable<string> names)
    {
        if (word.Length is 0 or > Longest) return null;
        string? best = null;
        var least = Math.Max(1, (word.Length + 1) / 3) + 1;
        foreach (var name in names.Where(n => n.Length <= Longest && Math.Abs(n.Length - word.Length) < least).Order(StringComparer.Ordinal))
        {
            var distance = Distance(word, name);
            if (distance >= least) continue;
            least = distance;
            best = name;
        }
        return best;
    }

    /// <summary>So near, for its length, that it can hardly be another word.</summary>
    public static bool IsSlip(string word, string name) => Distance(word, name) <= (word.Length >= 9 ? 2 : word.Length >= 5 ? 1 : 0);

    /// <summary>Insertions, deletions, substitutions and swaps of neighbours (optimal string alignment).</summary>
    public static int Distance(string a, string b)
    {
        var rows = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) rows[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) rows[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                var least = Math.Min(Math.Min(rows[i - 1, j] + 1, rows[i, j - 1] + 1), rows[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) least = Math.Min(least, rows[i - 2, j - 2] + 1);
                rows[i, j] = least;
            }
        }
        return rows[a.Length, b.Length];
    }
}
