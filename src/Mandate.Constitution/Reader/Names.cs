namespace Mandate.Constitutions.Reader;

/// <summary>The names a constitution declares, collected before anything refers to them.</summary>
internal sealed class Names
{
    private readonly Dictionary<RefKind, HashSet<string>> byKind = [];
    private readonly Datum? calendar;

    public Names(Datum.Map root)
    {
        byKind[RefKind.Body] = Keys(root["bodies"]);
        byKind[RefKind.Office] = Keys(root["offices"]);
        byKind[RefKind.Electorate] = Keys(root["electorates"]);
        byKind[RefKind.Unit] = Keys(root["units"]);
        byKind[RefKind.Tag] = root["tags"] is Datum.List tags ? Set(tags.Items.OfType<Datum.Text>().Select(t => t.Value)) : [];
        byKind[RefKind.Seats] = Set(Groups(root["bodies"]));
        byKind[RefKind.Self] = ["self"];
        byKind[RefKind.Petitioners] = ["petitioners"];
        calendar = root["calendar"];
        Rights = Keys(root["rights"]);
        Classes = root["procedure"] is Datum.Map procedure ? Keys(procedure["by_object"]) : [];
    }

    public HashSet<string> Rights { get; }

    /// <summary>Classes of decisions that have a procedure of their own.</summary>
    public HashSet<string> Classes { get; }

    public bool Has(RefKind kind, string name) => byKind.TryGetValue(kind, out var names) && names.Contains(name);

    /// <summary>Whether everything that another constitution declares is declared here too, as the same kind of thing, and the days off are the same.</summary>
    public bool Holds(Names other) => ReferenceEquals(calendar, other.calendar) && other.byKind.All(k => byKind[k.Key].IsSupersetOf(k.Value)) && Rights.IsSupersetOf(other.Rights) && Classes.IsSupersetOf(other.Classes);

    public IEnumerable<string> Of(ReadOnlySpan<RefKind> kinds)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        foreach (var kind in kinds)
            if (byKind.TryGetValue(kind, out var names)) all.UnionWith(names);
        return all;
    }

    private static HashSet<string> Keys(Datum? map) => map is Datum.Map m ? Set(m.Entries.Select(e => e.Key)) : [];

    private static HashSet<string> Set(IEnumerable<string> names) => new(names, StringComparer.Ordinal);

    private static IEnumerable<string> Groups(Datum? bodies) =>
        from body in (bodies as Datum.Map)?.Entries ?? []
        let seats = (body.Value as Datum.Map)?["seats"] as Datum.Map
        where seats is not null && !BodyReader.IsOneGroup(seats)
        from seat in seats.Entries
        select body.Key + "." + seat.Key;
}
