using System.Collections.Immutable;

namespace Mandate.Organisation.Motions;

/// <summary>A run of pieces of a text that another text has instead: nothing where it is struck out, at an empty run where it is put in.</summary>
/// <param name="Start">Index of its first piece in the text, from 0.</param>
public sealed record TextChange(int Start, int Count, ImmutableArray<string> Instead)
{
    internal int End => Start + Count;

    /// <summary>Both touch a piece, or both put something in at one place, so that nobody can say which comes first.</summary>
    internal bool Meets(TextChange other) => (Start < other.End && other.Start < End) || (Count == 0 && other.Count == 0 && Start == other.Start) || PutsInBeside(other) || other.PutsInBeside(this);

    private bool PutsInBeside(TextChange other) => Count == 0 && other.Count > 0 && other.Instead.Length > other.Count && (Start == other.Start || Start == other.End);

    internal bool Same(TextChange other) => Start == other.Start && Count == other.Count && Instead.SequenceEqual(other.Instead, StringComparer.Ordinal);
}

/// <summary>
/// What one text changes in another, and two changes of one text made together: by paragraph, within a paragraph by word. Where both
/// change the same words differently nothing is guessed: they collide.
/// </summary>
public static class TextMerge
{
    /// <summary>Paragraphs of a text: parted by empty lines.</summary>
    public static string[] Paragraphs(string text) => text.ReplaceLineEndings("\n").Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>What <paramref name="after"/> changes in <paramref name="before"/>, paragraph by paragraph.</summary>
    public static ImmutableArray<TextChange> Between(string before, string after) => Paragraphwise(Paragraphs(before), Paragraphs(after));

    /// <summary>Both changes of the base made together; null where they collide.</summary>
    public static string? Merge(string origin, string ours, string theirs)
    {
        var merged = new MergedText(origin);
        merged.Make(merged.Changed(ours));
        return merged.Make(merged.Changed(theirs)) ? merged.ToString() : null;
    }

    /// <summary>The paragraphs of the base, from 0, in which two changes of it collide.</summary>
    public static ImmutableArray<int> Collisions(IReadOnlyList<string> origin, ImmutableArray<TextChange> ours, ImmutableArray<TextChange> theirs) =>
        [.. ours.Where(o => theirs.Any(t => o.Meets(t) && Collide(origin, o, t))).Select(o => Math.Min(o.Start, Math.Max(0, origin.Count - 1))).Distinct().Order()];

    private static bool Collide(IReadOnlyList<string> origin, TextChange ours, TextChange theirs)
    {
        var merged = new MergedText(origin, byWord: true);
        return !merged.Make([ours]) || !merged.Make([theirs]);
    }

    /// <summary>What is changed paragraph by paragraph; of a run that becomes longer or shorter, paragraphs that are still much the same are changed and the others put in or struck out.</summary>
    internal static ImmutableArray<TextChange> Paragraphwise(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. Between(before, after).SelectMany(c => c.Count > 0 && c.Instead.Length > 0 && c.Count != c.Instead.Length ? Likeness.Apart(before, c) : [c])];

    /// <summary>The changes that make one sequence into the other, after what they have in common at both ends.</summary>
    internal static ImmutableArray<TextChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var (head, tail) = (0, 0);
        while (head < before.Count && head < after.Count && before[head] == after[head]) head++;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)] == after[^(tail + 1)]) tail++;
        var (n, m) = (before.Count - head - tail, after.Count - head - tail);
        if (n == 0 && m == 0) return [];
        var changes = ImmutableArray.CreateBuilder<TextChange>();
        var (a, b) = (0, 0);
        foreach (var (x, y) in TextAlignment.Of(new(before, head, n), new(after, head, m)).Append((n, m)))
        {
            // As many for as many: each piece has its own, so that what others do to its neighbours does not collide with it.
            if (x - a == y - b)
                for (var i = 0; i < x - a; i++) changes.Add(new(head + a + i, 1, [after[head + b + i]]));
            else changes.Add(new(head + a, x - a, [.. Enumerable.Range(head + b, y - b).Select(i => after[i])]));
            (a, b) = (x + 1, y + 1);
        }
        return changes.ToImmutable();
    }

    /// <summary>Words with the blanks after them, so that joined they are the text again.</summary>
    internal static List<string> Words(string text)
    {
        var words = new List<string>();
        var from = 0;
        for (var i = 1; i <= text.Length; i++)
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i]))) { words.Add(text[from..i]); from = i; }
        return words;
    }
}
