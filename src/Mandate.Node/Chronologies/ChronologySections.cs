using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;

namespace Mandate.Node.Chronologies;

/// <summary>
/// The sections of one or more files, put together: a chronology may be split over files by month or subject, and a section may
/// stand in several of them.
/// </summary>
internal sealed class ChronologySections
{
    /// <summary>Sections that are lists of entries, in the order of the format's description.</summary>
    public static readonly ImmutableArray<string> Lists =
        ["people", "bodies", "offices", "rules", "restrictions", "documents", "events", "votes", "statistics", "contradictions", "facts", "words"];

    private readonly Dictionary<string, List<Entry>> entries = new(StringComparer.Ordinal);

    private ChronologySections(Entry? meta) => Meta = meta;

    /// <summary>Title and works; null where no file has them.</summary>
    public Entry? Meta { get; private set; }

    public IReadOnlyList<Entry> this[string section] => entries.GetValueOrDefault(section) ?? [];

    public static ChronologySections Read(IEnumerable<ChronologyFile> files, Faults faults)
    {
        var sections = new ChronologySections(null);
        foreach (var file in files)
        {
            var wrong = new List<Fault>();
            var root = YamlTree.Read(file.Yaml.StartsWith('\uFEFF') ? file.Yaml[1..] : file.Yaml, wrong);
            foreach (var fault in wrong) faults.Add(file.Name, fault.Clause, fault.Message);
            if (wrong.Count > 0 || root is null) continue;
            if (root is Datum.Map map) sections.Take(map, file.Name, faults);
            else faults.Add(file.Name, root.Clause, $"a chronology is a map of sections: meta, {string.Join(", ", Lists)}");
        }
        return sections;
    }

    private void Take(Datum.Map root, string file, Faults faults)
    {
        foreach (var part in root.Entries)
        {
            if (part.Key == "meta" && part.Value is Datum.Map meta)
            {
                Meta ??= new(meta, file, faults);
            }
            else if (!Lists.Contains(part.Key, StringComparer.Ordinal))
            {
                if (Nearest.To(part.Key, Lists) is { } near && Nearest.IsSlip(part.Key, near)) faults.Add(file, part.Clause, $"there is no section '{part.Key}'; did you mean '{near}'?");
                // A definition of guards, say, is no part of what happened.
                else faults.Warn(file, part.Clause, "this section is not read");
            }
            else if (part.Value is not Datum.List list)
            {
                if (part.Value is not Datum.Nothing) faults.Add(file, part.Clause, "needs a list of entries");
            }
            else
            {
                if (!entries.TryGetValue(part.Key, out var section)) entries[part.Key] = section = [];
                foreach (var item in list.Items)
                    if (item is Datum.Map entry) section.Add(new(entry, file, faults));
                    else faults.Add(file, item.Clause, "needs an entry: a map of fields");
            }
        }
    }

    /// <summary>
    /// Fills in, from another chronology, what this one does not say about the same things: fields of entries that are the same
    /// in both, and the facts of events that are the same. What this one says stays as it is.
    /// </summary>
    public void FillFrom(ChronologySections other)
    {
        other.Rename(ChronologyMatch.Renames(this, other));
        var same = ChronologyMatch.SameEvents(this, other);
        // Another story may have a secretariat too: nothing is filled in where not even one event is the same.
        if (same.Count == 0) return;
        var language = Meta?.Text("language") ?? "en";
        Meta = Meta?.With(other.Meta, ["about", "short"]);
        foreach (var (section, keys) in ChronologyMatch.Keys)
        {
            if (!entries.TryGetValue(section, out var own)) continue;
            var known = other[section].GroupBy(e => ChronologyMatch.Key(e, keys), StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            for (var i = 0; i < own.Count; i++)
                if (known.TryGetValue(ChronologyMatch.Key(own[i], keys), out var match)) own[i] = own[i].With(match, language);
        }
        var told = other["events"].GroupBy(e => e.Text("id") ?? "", StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        if (entries.TryGetValue("events", out var events))
            for (var i = 0; i < events.Count; i++)
                if (events[i].Text("id") is { } id && same.Contains(id)) events[i] = events[i].SpokenAs(told[id], language);
        List<Entry> facts = [.. other["facts"].Select(f => ChronologyMatch.Kept(f, same)).OfType<Entry>()];
        entries["facts"] = facts;
        // Words are those of the lists: they serve whoever uses the same.
        if (!entries.ContainsKey("words")) entries["words"] = [.. other["words"]];
        // Groups of which only those facts speak bring their names along.
        var spoken = facts.SelectMany(f => ChronologyMatch.Texts(f.Map)).ToHashSet(StringComparer.Ordinal);
        var named = this["people"].Concat(this["bodies"]).Concat(this["documents"]).Select(e => e.Text("id")).ToHashSet(StringComparer.Ordinal);
        if (!entries.TryGetValue("bodies", out var bodies)) entries["bodies"] = bodies = [];
        bodies.AddRange(other["bodies"].Where(b => b.Text("id") is { } id && spoken.Contains(id) && !named.Contains(id)));
    }

    private void Rename(Dictionary<string, string> renames)
    {
        if (renames.Count == 0) return;
        foreach (var section in entries.Values)
            for (var i = 0; i < section.Count; i++) section[i] = section[i].Renamed(renames);
    }
}
