using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>The works that a chronology cites.</summary>
public static class Works
{
    public static string Author(FactsState facts, string work) =>
        facts.Things.GetValueOrDefault(work)?.Attributes?.GetValueOrDefault("author") is { Length: > 0 } author ? author : work;

    /// <summary>A text that begins with the short code of a work, with its author in its place: <c>004: by March</c>.</summary>
    public static string Spoken(FactsState facts, string text)
    {
        var end = text.IndexOfAny([':', ' ']);
        return end > 0 && facts.Things.GetValueOrDefault(text[..end]) is { Kind: ThingKind.Work } work ? Author(facts, work.Id) + text[end..] : text;
    }
}
