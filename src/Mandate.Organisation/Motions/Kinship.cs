using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Paragraphs of two texts that are the same paragraph, be it in somewhat other words: at least half of the words of the longer one stand in the other, as often
/// (<see cref="Likeness"/>). Short paragraphs are headings and turns of phrase, and are left out.
/// </summary>
public static class Kinship
{
    /// <summary>The fewest words of a paragraph that is compared.</summary>
    public const int Least = 12;

    /// <summary>Texts whose words are kept; a text never changes under its name.</summary>
    private const int Most = 5_000;

    private static readonly ConcurrentDictionary<string, ImmutableArray<(int Paragraph, int Count, Dictionary<string, int> Words)>> Known = new(StringComparer.Ordinal);

    /// <summary>Numbers of the paragraphs of one text, from 0, and of those of another that are akin to them: for each the nearest.</summary>
    /// <param name="own">SHA-256 of the one text, <paramref name="other"/> of the other.</param>
    /// <param name="read">A text by its SHA-256; null where it is not at hand.</param>
    public static ImmutableArray<(int Own, int Other)> Between(string own, string other, Func<string, string?> read)
    {
        if (WordsOf(own, read) is not { IsDefault: false } mine || WordsOf(other, read) is not { IsDefault: false } theirs) return [];
        return
        [
            .. from one in mine
               let nearest = theirs.Where(t => 2 * Math.Min(t.Count, one.Count) >= Math.Max(t.Count, one.Count)).Select(t => (t.Paragraph, Common: Likeness.Common(one.Words, t.Words))).OrderByDescending(t => t.Common).FirstOrDefault()
               where nearest.Common > 0
               select (one.Paragraph, nearest.Paragraph),
        ];
    }

    private static ImmutableArray<(int Paragraph, int Count, Dictionary<string, int> Words)> WordsOf(string name, Func<string, string?> read)
    {
        if (Known.TryGetValue(name, out var known)) return known;
        if (read(name) is not { } text) return default;
        if (Known.Count >= Most) Known.Clear();
        return Known[name] =
        [
            .. TextMerge.Paragraphs(text).Select((paragraph, i) => (i, Words: Likeness.Words(paragraph))).Select(p => (p.i, Count: p.Words.Values.Sum(), p.Words)).Where(p => p.Count >= Least),
        ];
    }
}
