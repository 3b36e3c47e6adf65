using System.Text.RegularExpressions;
using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>The works that a chronology cites.</summary>
public static class Works
{
    public static string Author(FactsState facts, string work) =>
        facts.Things.GetValueOrDefault(work)?.Attributes?.GetValueOrDefault("author") is { Length: > 0 } author ? author : work;

    /// <summary>A text with the authors in place of the short codes of their works: <c>004: by March</c>, <c>not named in 000</c>.</summary>
    public static string Spoken(FactsState facts, string text)
    {
        var end = text.IndexOfAny([':', ' ']);
        if (end > 0 && facts.Things.GetValueOrDefault(text[..end]) is { Kind: ThingKind.Work } work) text = Author(facts, work.Id) + text[end..];
        // Within a text only a code that is a number is told from a word; part of a longer number, as in 12 000, it is none.
        return Code.Replace(text, m => facts.Things.GetValueOrDefault(m.Value) is { Kind: ThingKind.Work } cited ? Author(facts, cited.Id) : m.Value);
    }

    private static readonly Regex Code = new(@"(?<!\d[\s.,]?)\b\d{3,}\b(?![.,]?\d)", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
