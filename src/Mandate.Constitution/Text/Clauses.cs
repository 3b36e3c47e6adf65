namespace Mandate.Constitutions;

/// <summary>The clauses of a constitution by their paths.</summary>
public static class Clauses
{
    /// <summary>All clauses in the order of the file, the whole constitution (empty path) first.</summary>
    public static IEnumerable<Datum> All(Constitution constitution) => All(constitution.Source);

    /// <summary>The clause at that path, or null.</summary>
    public static Datum? At(Constitution constitution, string path) => At(constitution.Source, path);

    public static Datum? At(Datum root, string path)
    {
        if (root.Clause.Path == path) return root;
        // Names hold dots, so the way down is by comparing paths, not by cutting them.
        IEnumerable<Datum> children = root switch
        {
            Datum.Map map => map.Entries.Select(e => e.Value),
            Datum.List list => list.Items,
            _ => [],
        };
        foreach (var child in children)
            if (Covers(child.Clause.Path, path) && At(child, path) is { } found) return found;
        return null;
    }

    /// <summary>The clause in words: YAML on one line.</summary>
    public static string Text(Datum datum) => YamlText.Flow(datum);

    /// <summary>The clause as YAML in lines, as somebody would amend it.</summary>
    public static string Lines(Datum datum) => YamlText.Block(datum, 0);

    /// <summary>Whether a path is that clause or lies below it: <c>bodies.control</c> covers <c>bodies.control.remove[0]</c>. The empty path covers all.</summary>
    public static bool Covers(string clause, string path) =>
        clause.Length == 0 || (path.StartsWith(clause, StringComparison.Ordinal) && (path.Length == clause.Length || path[clause.Length] is '.' or '['));

    internal static IEnumerable<Datum> All(Datum datum)
    {
        yield return datum;
        if (datum is Datum.Map map)
        {
            foreach (var below in map.Entries.SelectMany(e => All(e.Value))) yield return below;
        }
        else if (datum is Datum.List list)
        {
            foreach (var below in list.Items.SelectMany(All)) yield return below;
        }
    }
}
