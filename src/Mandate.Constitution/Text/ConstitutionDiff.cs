using System.Collections.Immutable;

namespace Mandate.Constitutions;

public enum ChangeKind
{
    Added,
    Removed,
    Changed,
}

/// <summary>One clause that differs. The path is that of the new constitution, for a removed clause that of the old.</summary>
public sealed record ClauseChange(ChangeKind Kind, string Path, Datum? Before, Datum? After)
{
    /// <summary>The old words; empty for an added clause.</summary>
    public string OldText => Before is null ? "" : Clauses.Text(Before);

    public string NewText => After is null ? "" : Clauses.Text(After);

    /// <summary>Where the clause stood before; entries of lists move when one before them goes.</summary>
    public string OldPath => Before?.Clause.Path ?? Path;
}

/// <summary>
/// What changes from one constitution to another, clause by clause, as deep as possible. Order of keys and layout change nothing.
/// In lists, entries with an <c>id</c> (powers) are matched by it and the others by the longest common run.
/// </summary>
public static class ConstitutionDiff
{
    public static ImmutableArray<ClauseChange> Between(Constitution before, Constitution after)
    {
        var changes = ImmutableArray.CreateBuilder<ClauseChange>();
        Compare(before.Source, after.Source, changes);
        return changes.ToImmutable();
    }

    private static void Compare(Datum before, Datum after, ImmutableArray<ClauseChange>.Builder changes)
    {
        switch (before, after)
        {
            case (Datum.Map a, Datum.Map b):
                foreach (var gone in a.Entries.Where(e => b[e.Key] is null)) Removed(gone.Value, changes);
                foreach (var entry in b.Entries)
                {
                    if (a[entry.Key] is { } old) Compare(old, entry.Value, changes);
                    else Added(entry.Value, changes);
                }
                break;
            case (Datum.List a, Datum.List b):
                CompareLists(a.Items, b.Items, changes);
                break;
            default:
                if (Canonical.Json(before) != Canonical.Json(after)) changes.Add(new(ChangeKind.Changed, after.Clause.Path, before, after));
                break;
        }
    }

    private static void CompareLists(ImmutableArray<Datum> before, ImmutableArray<Datum> after, ImmutableArray<ClauseChange>.Builder changes)
    {
        var pairs = Ids(before) is { } ids && Ids(after) is { } newIds ? ById(ids, newIds) : ByRun(before, after);
        var i = 0;
        var j = 0;
        foreach (var (oldIndex, newIndex) in pairs.Append((before.Length, after.Length)))
        {
            // Between two matches, what stands opposite each other was changed; the rest was removed or added.
            while (i < oldIndex && j < newIndex) Compare(before[i++], after[j++], changes);
            while (i < oldIndex) Removed(before[i++], changes);
            while (j < newIndex) Added(after[j++], changes);
            if (oldIndex < before.Length && newIndex < after.Length) Compare(before[i++], after[j++], changes);
        }
    }

    private static List<string>? Ids(ImmutableArray<Datum> items)
    {
        var ids = items.Select(i => ((i as Datum.Map)?["id"] as Datum.Text)?.Value).OfType<string>().ToList();
        return ids.Count == items.Length && ids.Distinct(StringComparer.Ordinal).Count() == ids.Count ? ids : null;
    }

    private static List<(int, int)> ById(List<string> before, List<string> after) => Run(before, after);

    private static List<(int, int)> ByRun(ImmutableArray<Datum> before, ImmutableArray<Datum> after) =>
        Run([.. before.Select(Canonical.Json)], [.. after.Select(Canonical.Json)]);

    /// <summary>Longest common subsequence.</summary>
    private static List<(int, int)> Run(List<string> a, List<string> b)
    {
        var length = new int[a.Count + 1, b.Count + 1];
        for (var i = a.Count - 1; i >= 0; i--)
            for (var j = b.Count - 1; j >= 0; j--)
                length[i, j] = a[i] == b[j] ? length[i + 1, j + 1] + 1 : Math.Max(length[i + 1, j], length[i, j + 1]);
        var pairs = new List<(int, int)>();
        for (int i = 0, j = 0; i < a.Count && j < b.Count;)
        {
            if (a[i] == b[j]) pairs.Add((i++, j++));
            else if (length[i + 1, j] >= length[i, j + 1]) i++;
            else j++;
        }
        return pairs;
    }

    private static void Removed(Datum datum, ImmutableArray<ClauseChange>.Builder changes) => changes.Add(new(ChangeKind.Removed, datum.Clause.Path, datum, null));

    private static void Added(Datum datum, ImmutableArray<ClauseChange>.Builder changes) => changes.Add(new(ChangeKind.Added, datum.Clause.Path, null, datum));
}
