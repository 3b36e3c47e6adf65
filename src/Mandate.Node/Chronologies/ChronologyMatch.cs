using System.Collections.Immutable;
using Mandate.Constitutions;

namespace Mandate.Node.Chronologies;

/// <summary>Which entries of two chronologies are the same thing.</summary>
internal static class ChronologyMatch
{
    /// <summary>By what the entries of a section are the same. Events are told apart, by <see cref="SameEvents"/>.</summary>
    public static ImmutableArray<(string Section, string[] Keys)> Keys { get; } =
    [
        ("people", ["id"]),
        ("bodies", ["id"]),
        ("rules", ["id"]),
        ("documents", ["id"]),
        ("statistics", ["id", "columns"]),
        ("offices", ["person", "office", "body"]),
        ("restrictions", ["id", "event"]),
        ("votes", ["id", "event"]),
        ("contradictions", ["id", "events"]),
    ];

    public static string Key(Entry entry, string[] keys) => string.Join('\n', keys.Select(k => Plain(entry.Raw(k))));

    /// <summary>
    /// The ids of events that are the same in both: the id, and the short name and the dates where both have them. An id alone says
    /// little: another chronology may count its events in the same way.
    /// </summary>
    public static HashSet<string> SameEvents(ChronologySections one, ChronologySections other)
    {
        var known = other["events"].Where(e => e.Raw("id") is not null).GroupBy(e => Plain(e.Raw("id")), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        return one["events"]
            .Where(e => known.TryGetValue(Plain(e.Raw("id")), out var match) && Agree(e.Raw("key"), match.Raw("key")) && SameDates(e, match))
            .Select(e => Plain(e.Raw("id"))).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>A fact with those of its events that both have; null where both have none of them.</summary>
    public static Entry? Kept(Entry fact, HashSet<string> same)
    {
        var events = fact.IdsQuietly("events").AddRange(fact.IdsQuietly("event"));
        // What merely holds, as who elects whom, belongs to the whole.
        if (events.IsEmpty) return same.Count > 0 ? fact : null;
        var kept = events.Where(same.Contains).ToList();
        return kept.Count == 0 ? null : kept.Count == events.Length ? fact : fact.Replacing("events", kept).Without("event");
    }

    /// <summary>
    /// What the same things are called in one chronology and in the other, where the ids differ: those of the same name, title, or
    /// short name and dates.
    /// </summary>
    public static Dictionary<string, string> Renames(ChronologySections one, ChronologySections other)
    {
        var renames = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (section, name) in Names)
        {
            var ids = other[section].Select(e => Plain(e.Raw("id"))).ToHashSet(StringComparer.Ordinal);
            var own = one[section].Where(e => !ids.Contains(Plain(e.Raw("id")))).GroupBy(name, StringComparer.Ordinal).Where(g => g.Key.Length > 0 && g.Count() == 1).ToDictionary(g => g.Key, g => Plain(g.First().Raw("id")), StringComparer.Ordinal);
            var known = one[section].Select(e => Plain(e.Raw("id"))).ToHashSet(StringComparer.Ordinal);
            foreach (var entry in other[section].Where(e => !known.Contains(Plain(e.Raw("id")))))
                if (own.TryGetValue(name(entry), out var id)) renames[Plain(entry.Raw("id"))] = id;
        }
        return renames;
    }

    private static readonly ImmutableArray<(string Section, Func<Entry, string> Name)> Names =
    [
        ("people", e => Called(e, "names")),
        ("bodies", e => Called(e, "names")),
        ("documents", e => Called(e, "title")),
        ("restrictions", e => Called(e, "title")),
        ("votes", e => Called(e, "title")),
        ("contradictions", e => Called(e, "subject")),
        ("events", e => e.Raw("key") is { } key && e.Raw("date") is Datum.Map date ? $"{Plain(key)} {Plain(date["earliest"])} {Plain(date["latest"])}" : ""),
    ];

    /// <summary>A text, or the English one of several languages.</summary>
    private static string Called(Entry entry, string field) => Plain((entry.Raw(field) as Datum.Map)?["en"] ?? entry.Raw(field));

    /// <summary>A value with other ids in place of those that were renamed. A short name is no id, though it may read like one.</summary>
    public static Datum Renamed(Datum value, Dictionary<string, string> renames) => value switch
    {
        Datum.Text t when renames.TryGetValue(t.Value, out var id) => t with { Value = id },
        Datum.Text t when t.Value.StartsWith("date:", StringComparison.Ordinal) && renames.TryGetValue(t.Value[5..], out var id) => t with { Value = "date:" + id },
        Datum.List l => l with { Items = [.. l.Items.Select(i => Renamed(i, renames))] },
        Datum.Map m => m with { Entries = [.. m.Entries.Select(e => e.Key == "key" ? e : e with { Value = Renamed(e.Value, renames) })] },
        _ => value,
    };

    /// <summary>Every text in an entry, however deep: the ids that it may name among them.</summary>
    public static IEnumerable<string> Texts(Datum value) => value switch
    {
        Datum.Text t => [t.Value],
        Datum.List l => l.Items.SelectMany(Texts),
        Datum.Map m => m.Entries.SelectMany(e => Texts(e.Value)),
        _ => [],
    };

    private static bool SameDates(Entry one, Entry other) =>
        one.Raw("date") is not Datum.Map a || other.Raw("date") is not Datum.Map b || Agree(a["earliest"], b["earliest"]) && Agree(a["latest"], b["latest"]);

    private static bool Agree(Datum? one, Datum? other) => one is null || other is null || Plain(one) == Plain(other);

    private static string Plain(Datum? value) => value switch
    {
        Datum.Text t => t.Value,
        Datum.Number n => n.Canonical,
        Datum.Truth b => b.Value ? "true" : "false",
        Datum.List l => string.Join('|', l.Items.Select(Plain)),
        _ => "",
    };
}
