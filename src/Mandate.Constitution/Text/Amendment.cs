using Mandate.Constitutions.Reader;

namespace Mandate.Constitutions;

/// <summary>
/// One change to a constitution's YAML: the clause, and its new words as YAML; no words strike the clause out. A path that does
/// not exist yet adds it to the clause around it; <c>powers[N]</c> with N the number of entries adds an entry at the end.
/// </summary>
public sealed record ClauseEdit(string Path, string? Yaml);

/// <summary>A constitution after an amendment: its new text and what reading it gave. Without faults, <see cref="Yaml"/> is what comes into force.</summary>
public sealed record AmendedText(string Yaml, Reading Reading);

/// <summary>
/// Applies amendments to the text of a constitution. All paths are those of the text before the amendment, as whoever wrote the
/// motion had it in hand. Comments and layout around the changed clauses stay.
/// </summary>
public static class Amendment
{
    private static readonly HashSet<string> Named = new(StringComparer.Ordinal) { "units", "electorates", "bodies", "offices", "glossary" };

    public static AmendedText Apply(string yaml, IReadOnlyList<ClauseEdit> edits)
    {
        var faults = new List<Fault>();
        var text = yaml.StartsWith('\uFEFF') ? yaml[1..] : yaml;
        if (YamlTree.Read(text, faults) is not Datum.Map root || faults.Count > 0) return new(yaml, ConstitutionReader.Read(yaml));
        var planned = Plan(root, edits, faults);
        if (faults.Count > 0) return new(yaml, new(null, [.. faults], []));
        var expected = Canonical.Json(AmendedData.Of(root, planned));
        var amended = AmendedLayout.Of(text, root, planned);
        // The layout is edited by position; where that does not give exactly the intended data, the data is written out anew.
        if (YamlTree.Read(amended, []) is not { } check || Canonical.Json(check) != expected) amended = YamlText.Block(AmendedData.Of(root, planned), 0) + "\n";
        return new(amended, ConstitutionReader.Read(amended));
    }

    /// <summary>The constitution as the edits would make it, without a text that keeps its layout; null where they do not fit.</summary>
    internal static Constitution? Tried(Constitution constitution, IReadOnlyList<ClauseEdit> edits, Remembered before)
    {
        var faults = new List<Fault>();
        var planned = Plan(constitution.Source, edits, faults);
        return faults.Count > 0 ? null : ConstitutionReader.Of(AmendedData.Of(constitution.Source, planned), before);
    }

    private static List<PlannedEdit> Plan(Datum.Map root, IReadOnlyList<ClauseEdit> edits, List<Fault> faults)
    {
        var planned = new List<PlannedEdit>();
        foreach (var edit in edits)
        {
            if (edits.Any(e => !ReferenceEquals(e, edit) && Clauses.Covers(e.Path, edit.Path)))
                faults.Add(new(FaultKind.Contradiction, new(edit.Path, 1, 1), "the amendment changes this clause twice, or it and a clause around it"));
            var value = edit.Yaml is null ? null : Fragment(edit, faults);
            if (Clauses.At(root, edit.Path) is { } old) planned.Add(new(edit.Path, old, null, "", value));
            else if (edit.Yaml is null) faults.Add(new(FaultKind.UnknownName, new(edit.Path, 1, 1), "there is no such clause to strike out", Near(root, edit.Path)));
            else if (Parent(root, edit.Path) is var (parent, key)) planned.Add(new(edit.Path, null, parent, key, value));
            else faults.Add(new(FaultKind.UnknownName, new(edit.Path, 1, 1), "there is no such clause, and none around it to which it could be added", Near(root, edit.Path)));
        }
        if (planned.Exists(p => p.Path.Length == 0)) faults.Add(new(FaultKind.Contradiction, new("", 1, 1), "an amendment names clauses; a new constitution is adopted as such"));
        return planned;
    }

    private static Datum? Fragment(ClauseEdit edit, List<Fault> faults)
    {
        var inner = new List<Fault>();
        var value = YamlTree.Read(edit.Yaml!, inner);
        faults.AddRange(inner.Select(f => f with { Clause = new(edit.Path, f.Clause.Line, f.Clause.Column), Message = "in the new words: " + f.Message }));
        return value;
    }

    /// <summary>The map or list around a clause that is not there yet, and its key.</summary>
    private static (Datum Parent, string Key)? Parent(Datum.Map root, string path)
    {
        if (path.EndsWith(']'))
        {
            var bracket = path.LastIndexOf('[');
            return bracket > 0 && Clauses.At(root, path[..bracket]) is Datum.List list && path[(bracket + 1)..^1] == list.Items.Length.ToString(System.Globalization.CultureInfo.InvariantCulture)
                ? (list, path[(bracket + 1)..^1])
                : null;
        }
        // Names of bodies and their like hold dots, other keys do not.
        for (var dot = path.LastIndexOf('.'); ; dot = path.LastIndexOf('.', dot - 1))
        {
            var outer = dot < 0 ? "" : path[..dot];
            if (Clauses.At(root, outer) is { } parent)
            {
                var key = path[(dot + 1)..];
                return parent is Datum.Map && key.Length > 0 && (!key.Contains('.', StringComparison.Ordinal) || Named.Contains(outer)) ? (parent, key) : null;
            }
            if (dot <= 0) return null;
        }
    }

    private static string? Near(Datum root, string path) => Nearest.To(path, Clauses.All(root).Select(d => d.Clause.Path));
}

/// <summary>An edit with its place: either an old value, or the parent to which it is added.</summary>
internal sealed record PlannedEdit(string Path, Datum? Old, Datum? Parent, string Key, Datum? Value);

/// <summary>The data after the edits, each clause at its path. What they leave where it was stays the very same data.</summary>
internal static class AmendedData
{
    public static Datum Of(Datum datum, IReadOnlyList<PlannedEdit> edits, string path = "")
    {
        var touched = edits.Any(e => Clauses.Covers(datum.Clause.Path, e.Path));
        if (!touched && datum.Clause.Path == path) return datum;
        var here = datum.Clause.Path == path ? datum : datum with { Clause = datum.Clause with { Path = path } };
        return here switch
        {
            Datum.Map map => map with
            {
                Entries = [.. map.Entries.Concat(Added(datum, edits)).Select(e => (Entry: e, Path: path.Length == 0 ? e.Key : path + "." + e.Key)).Select(p => (p.Entry, p.Path, Value: Changed(p.Entry.Value, edits, p.Path)))
                    .Where(p => p.Value is not null).Select(p => ReferenceEquals(p.Value, p.Entry.Value) ? p.Entry : p.Entry with { Clause = p.Entry.Clause with { Path = p.Path }, Value = p.Value! })],
            },
            // What follows a clause struck out of a list moves up.
            Datum.List list => list with { Items = [.. list.Items.Concat(Added(datum, edits).Select(e => e.Value)).Where(i => !edits.Any(e => ReferenceEquals(e.Old, i) && e.Value is null)).Select((item, i) => Changed(item, edits, FormattableString.Invariant($"{path}[{i}]"))!)] },
            _ => here,
        };
    }

    private static Datum? Changed(Datum datum, IReadOnlyList<PlannedEdit> edits, string path) =>
        edits.FirstOrDefault(e => ReferenceEquals(e.Old, datum)) is { } edit ? edit.Value is { } value ? Of(value, [], path) : null : Of(datum, edits, path);

    private static IEnumerable<Datum.Entry> Added(Datum parent, IReadOnlyList<PlannedEdit> edits) =>
        edits.Where(e => ReferenceEquals(e.Parent, parent)).Select(e => new Datum.Entry(e.Key, e.Value!) { Clause = new(e.Path, 1, 1) });
}
