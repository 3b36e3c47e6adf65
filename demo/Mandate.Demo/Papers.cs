using System.Globalization;
using System.Text;

namespace Mandate.Demo;

/// <summary>Shuffled ballot papers of an invented election: preferences cluster round two camps, as they do in real ones.</summary>
internal static class Papers
{
    /// <summary>A BLT text without ids and without order: equal papers are one line with their number.</summary>
    public static string Make(Random random, IReadOnlyList<string> candidates, int seats, int papers, string title)
    {
        var appeal = candidates.Select(_ => 0.3 + random.NextDouble()).ToArray();
        var camp = candidates.Select((_, i) => i % 2).ToArray();
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var p = 0; p < papers; p++)
        {
            var mine = random.Next(2);
            var order = Enumerable.Range(0, candidates.Count)
                .OrderByDescending(i => appeal[i] * (camp[i] == mine ? 1.7 : 0.6) * (0.2 + random.NextDouble()))
                .Take(1 + random.Next(candidates.Count))
                .Select(i => (i + 1).ToString(CultureInfo.InvariantCulture));
            var paper = string.Join(' ', order);
            counts[paper] = counts.GetValueOrDefault(paper) + 1;
        }
        var blt = new StringBuilder();
        blt.Append(CultureInfo.InvariantCulture, $"{candidates.Count} {seats}\n");
        foreach (var (paper, count) in counts) blt.Append(CultureInfo.InvariantCulture, $"{count} {paper} 0\n");
        blt.Append("0\n");
        foreach (var candidate in candidates) blt.Append(CultureInfo.InvariantCulture, $"\"{candidate}\"\n");
        return blt.Append(CultureInfo.InvariantCulture, $"\"{title}\"\n").ToString();
    }
}
