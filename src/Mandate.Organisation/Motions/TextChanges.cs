using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>
/// What one text changes in another, by their SHA-256. A name fixes a text, so what was found once holds for ever: of thousands of amendments to
/// one long text each is compared with it once, and not again each time that a list, a desk or a screen is made.
/// </summary>
public static class TextChanges
{
    /// <summary>Enough for the largest congress on record several times over.</summary>
    private const int Most = 50_000;

    private static readonly ConcurrentDictionary<(string, string), ImmutableArray<TextChange>> Found = new();

    /// <summary>The text that the last ones were compared with, in its paragraphs: thousands have the same.</summary>
    private static (string Name, string[] Paragraphs)[] last = [];

    /// <summary>The changes, paragraph by paragraph.</summary>
    /// <param name="origin">SHA-256 of the text as it was.</param>
    /// <param name="own">SHA-256 of the text with the changes.</param>
    /// <param name="read">A text by its SHA-256, null where it is not at hand; asked only for what is not known yet.</param>
    /// <param name="missing">SHA-256 of a text that is not at hand; null where both are.</param>
    public static ImmutableArray<TextChange> Between(string origin, string own, Func<string, string?> read, out string? missing)
    {
        missing = null;
        if (Found.TryGetValue((origin, own), out var known)) return known;
        if (Paragraphs(origin, read) is not { } before) { missing = origin; return []; }
        if (read(own) is not { } after) { missing = own; return []; }
        if (Found.Count >= Most) Found.Clear();
        return Found[(origin, own)] = TextMerge.Paragraphwise(before, TextMerge.Paragraphs(after));
    }

    private static string[]? Paragraphs(string name, Func<string, string?> read)
    {
        if (last is [var kept] && kept.Name == name) return kept.Paragraphs;
        if (read(name) is not { } text) return null;
        var paragraphs = TextMerge.Paragraphs(text);
        last = [(name, paragraphs)];
        return paragraphs;
    }
}
