using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>The sections that say who and what the ids stand for: the chronology itself, works, people, bodies, rules, documents.</summary>
internal static class Naming
{
    public static void Works(Building building, Entry? meta)
    {
        if (meta is null) return;
        if (meta.Texts("title", building.Language) is { IsEmpty: false } titles) building.Name(meta, Thing.Chronology, ThingKind.Work, titles, meta.Texts("about", building.Language), Shortened(meta), []);
        foreach (var work in meta.Entries("works").Concat(meta.Entries("seeds")))
        {
            if ((work.Text("code") ?? work.NeedText("id")) is not { } id) continue;
            building.Name(work, id, ThingKind.Work, work.Texts("title", building.Language) is { IsEmpty: false } title ? title : work.Texts("what", building.Language), Entry.Of(), Attributes(work, "author", "language", "file", "published", "licence"), []);
        }
    }

    /// <summary>The ids of the events that tell the story in short.</summary>
    private static ImmutableSortedDictionary<string, string> Shortened(Entry meta) => meta.Ids("short") is { Length: > 0 } ids ? Entry.Of(("short", string.Join(", ", ids))) : Entry.Of();

    public static void People(Building building, IEnumerable<Entry> people)
    {
        foreach (var person in people)
        {
            person.Check("id", "names", "also", "offices", "note", "source");
            if (person.NeedText("id") is not { } id) continue;
            building.Actors.Add(id);
            var roles = person.Entries("offices").Select((o, i) => (Key: $"role {(i + 1).ToString(CultureInfo.InvariantCulture)}", Value: o.Text("when") is { } when ? $"{o.Text("office")} ({when})" : o.Text("office") ?? ""));
            var sources = person.Entries("offices").SelectMany(o => building.Sources(o, [])).Concat(building.Sources(person, [])).Distinct();
            building.Name(person, id, ThingKind.Person, person.Texts("names", building.Language), person.Texts("note", building.Language), Entry.Of([.. roles]).SetItems(Attributes(person, "also")), [.. sources]);
        }
    }

    public static void Bodies(Building building, IEnumerable<Entry> bodies)
    {
        foreach (var body in bodies)
        {
            body.Check("id", "names", "also", "how_filled", "size", "term", "head", "places", "note", "source");
            if (body.NeedText("id") is not { } id) continue;
            building.Actors.Add(id);
            building.Name(body, id, ThingKind.Body, body.Texts("names", building.Language), body.Texts("note", building.Language), Attributes(body, "also", "size", "how_filled", "term", "head", "places"), building.Sources(body, []));
        }
    }

    public static void Rules(Building building, IEnumerable<Entry> rules)
    {
        foreach (var rule in rules)
        {
            rule.Check("id", "title", "text", "source");
            if (rule.NeedText("id") is { } id)
                building.Name(rule, id, ThingKind.Matter, rule.Texts("title", building.Language), rule.Texts("text", building.Language), Entry.Of(), building.Sources(rule, []));
        }
    }

    public static void Documents(Building building, IEnumerable<Entry> documents)
    {
        foreach (var document in documents)
        {
            document.Check("id", "title", "also", "kind", "author", "addressee", "date", "published", "custody", "knowledge", "secrecy", "events", "note", "source");
            if (document.NeedText("id") is not { } id) continue;
            var secrecy = document.Entries("secrecy").SelectMany(s => s.Map.Entries.Select(e => ($"secrecy {e.Key}", s.Text(e.Key) ?? "not given")));
            building.Name(
                document, id, ThingKind.Document, document.Texts("title", building.Language), document.Texts("note", building.Language),
                Attributes(document, "also", "kind", "author", "addressee", "date", "published").SetItems(Entry.Of([.. secrecy])), building.Sources(document, []));
            Documented.Author(building, document, id);
            Documented.Custody(building, document, id);
            Documented.Knowledge(building, document, id);
        }
    }

    /// <summary>What words of the lists are called in other languages, for the groups that the lists speak of in words only.</summary>
    public static void Words(Building building, IEnumerable<Entry> words)
    {
        foreach (var word in words)
        {
            word.Check("id", "names");
            if (word.NeedText("id") is not { } id) continue;
            var names = word.Texts("names", building.Language);
            building.Words[id] = names.ContainsKey(building.Language) ? names : names.SetItem(building.Language, id);
        }
    }

    /// <summary>Names all those words, for whoever reads them; whatever has that id already keeps its own names.</summary>
    public static void Spoken(Building building, IEnumerable<Entry> words)
    {
        foreach (var word in words)
            if (word.Text("id") is { } id && !building.IsNamed(id) && !building.Grouped.Contains(id)) building.Name(word, id, ThingKind.Matter, building.Words[id], Entry.Of(), Entry.Of(("section", "words")), []);
    }

    public static ImmutableSortedDictionary<string, string> Attributes(Entry entry, params IEnumerable<string> keys) =>
        Entry.Of([.. keys.Where(k => entry.Text(k) is { Length: > 0 }).Select(k => (k, entry.Text(k)!))]);
}
