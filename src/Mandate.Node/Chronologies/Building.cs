using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Facts;

namespace Mandate.Node.Chronologies;

/// <summary>A chronology while it is read: what it has named and told so far, and the acts that come of it.</summary>
internal sealed class Building(string language, ImmutableSortedDictionary<string, string> works)
{
    private readonly HashSet<string> named = new(StringComparer.Ordinal);
    private readonly HashSet<string> factIds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public string Language => language;

    /// <summary>Persons and bodies, by id: only they stand in a fact by their id.</summary>
    public HashSet<string> Actors { get; } = new(StringComparer.Ordinal);

    /// <summary>Events told, by id.</summary>
    public Dictionary<string, Tell> Events { get; } = new(StringComparer.Ordinal);

    public List<NameThing> Names { get; } = [];

    /// <summary>Words that name a group, which has an id and a name of its own.</summary>
    public HashSet<string> Grouped { get; } = new(StringComparer.Ordinal);

    /// <summary>What words of the lists are called in each language.</summary>
    public Dictionary<string, ImmutableSortedDictionary<string, string>> Words { get; } = new(StringComparer.Ordinal);

    public List<RecordFact> Facts { get; } = [];

    public List<RecordContradiction> Contradictions { get; } = [];

    public bool IsNamed(string id) => named.Contains(id);

    public void Name(Entry entry, string id, ThingKind kind, ImmutableSortedDictionary<string, string> names, ImmutableSortedDictionary<string, string> notes, ImmutableSortedDictionary<string, string> attributes, ImmutableArray<Source> sources)
    {
        if (!named.Add(id)) entry.Fault("id", $"the id '{id}' is given to two things");
        else Names.Add(new(id, kind, names.IsEmpty ? Entry.Of((language, id)) : names, notes, sources, attributes.IsEmpty ? null : attributes));
    }

    /// <summary>Names a group that a list speaks of in words only: <c>the delegates</c>. Its id is made of the words.</summary>
    public string ActorOf(Entry entry, string words)
    {
        if (Actors.Contains(words)) return words;
        Grouped.Add(words);
        var id = Slug(words);
        if (id.Length == 0) id = words;
        if (Actors.Add(id) && named.Add(id)) Names.Add(new(id, ThingKind.Group, Words.GetValueOrDefault(words) ?? Entry.Of((language, words)), Entry.Of(), Sources(entry, [])));
        return id;
    }

    /// <param name="id">Null for the next number under a stem.</param>
    public void Record(Entry entry, string? id, string stem, Fact fact, Window when, Mode mode, ImmutableArray<Source> sources, ImmutableArray<string> events)
    {
        if (id is null)
            do id = $"{stem}.{(numbers[stem] = numbers.GetValueOrDefault(stem) + 1).ToString(CultureInfo.InvariantCulture)}";
            while (factIds.Contains(id));
        if (!factIds.Add(id)) entry.Fault("id", $"the fact id '{id}' stands twice");
        else Facts.Add(new(id, fact, when, mode, sources.IsEmpty ? [new Source("chronology", id)] : sources, events));
    }

    /// <summary>Sources of an entry: <c>{work, lines, quote}</c>, several of them, or short, <c>'004:902-904'</c>.</summary>
    public ImmutableArray<Source> Sources(Entry entry, ImmutableArray<Source> otherwise)
    {
        if (entry.Raw("source") is null or Datum.Nothing) return otherwise;
        var items = entry.Raw("source") is Datum.List list ? list.Items : [entry.Raw("source")!];
        return [.. items.Select(item => One(entry, item)).OfType<Source>()];
    }

    private Source? One(Entry entry, Datum item)
    {
        if (item is Datum.Text { Value: var text })
        {
            var parts = text.Split(':', 2);
            if (parts is [{ Length: > 0 } work, var lines]) return new(Work(work), lines.Trim());
            if (text.Length > 0) return new(Work(text));
        }
        if (item is Datum.Map map && (map["work"] ?? map["seed"]) is Datum.Text { Value: { Length: > 0 } of })
            return new(Work(of), Plain(map["lines"]), Plain(map["quote"]), Citing: Plain(map["citing"]));
        entry.Fault(item.Clause, "needs a source: {work, lines, quote}, or 'work:lines'");
        return null;
    }

    private string Work(string text) => works.GetValueOrDefault(text, text);

    private static string? Plain(Datum? value) => value switch { Datum.Text t => t.Value, Datum.Number n => n.Canonical, _ => null };

    /// <summary>The events of an entry that the chronology tells; one that it does not tell is left out, with a warning.</summary>
    public ImmutableArray<string> EventsOf(Entry entry, string key = "events")
    {
        var told = ImmutableArray.CreateBuilder<string>();
        foreach (var id in entry.Ids(key))
            if (Events.ContainsKey(id)) told.Add(id);
            else entry.Warn(key, $"names the event '{id}', which is not told here; it is left out");
        return told.ToImmutable();
    }

    private static string Slug(string words)
    {
        var made = new System.Text.StringBuilder();
        foreach (var c in words.ToLowerInvariant())
            if (char.IsLetterOrDigit(c)) made.Append(c);
            else if (made.Length > 0 && made[^1] != '-') made.Append('-');
        return made.ToString().Trim('-');
    }
}
