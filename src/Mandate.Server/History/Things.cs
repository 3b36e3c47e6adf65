using Mandate.Organisation.Facts;

namespace Mandate.Server.History;

/// <summary>What the ids of the facts stand for, and which of them have a page.</summary>
public static class Things
{
    /// <summary>The name, with its language where that is not the reader's. An id that nothing names is made readable.</summary>
    public static (string Text, string? Language) Name(FactsState facts, string id, string language)
    {
        if (facts.Things.GetValueOrDefault(id) is { } thing) return thing.Kind is ThingKind.Person or ThingKind.Body or ThingKind.Group ? First(Told.Best(thing.Names, language), thing.Kind != ThingKind.Group) : Told.Best(thing.Names, language);
        if (facts.Happenings.GetValueOrDefault(id) is { } happening) return Told.Best(happening.Titles, language);
        return (id.Replace('-', ' ').Replace('_', ' '), language == "en" ? null : "en");

        // A list may give several forms of one name, the usual one first.
        static (string, string?) First((string Text, string? Language) name, bool several)
        {
            // What stands in brackets belongs to the form before it.
            var depth = 0;
            for (var i = 0; i < name.Text.Length; i++)
            {
                depth += name.Text[i] == '(' ? 1 : name.Text[i] == ')' ? -1 : 0;
                if (depth == 0 && (string.CompareOrdinal(name.Text, i, " / ", 0, 3) == 0 || several && name.Text[i] is (',' or ';'))) return (name.Text[..i], name.Language);
            }
            return name;
        }
    }

    /// <summary>Words of a list in the reader's language where the chronology has them, else as they are, in its own.</summary>
    public static (string Text, string? Language) Word(FactsState facts, string words, string language) =>
        facts.Things.GetValueOrDefault(words) is { } thing ? Told.Best(thing.Names, language) : (words, language == "en" ? null : "en");

    /// <summary>The path of its page below the organisation; null where it has none.</summary>
    public static string? Page(FactsState facts, string id) =>
        facts.Happenings.ContainsKey(id) ? Path("events", id)
        : facts.Things.GetValueOrDefault(id)?.Kind switch
        {
            ThingKind.Person => Path("people", id),
            ThingKind.Document => Path("documents", id),
            _ => null,
        };

    public static string Path(string kind, string id) => $"/history/{kind}/{Uri.EscapeDataString(id)}";

    public static IEnumerable<Thing> Of(FactsState facts, ThingKind kind, string language) =>
        facts.Things.Values.Where(t => t.Kind == kind).OrderBy(t => Told.Best(t.Names, language).Text, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal);
}
