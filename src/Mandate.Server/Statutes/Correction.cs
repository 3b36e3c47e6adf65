using System.Collections.Immutable;
using System.Globalization;
using Mandate.Constitutions;
using Mandate.Node.Encodings;
using Mandate.Organisation.Statutes;
using Mandate.Server.Acting;
using Mandate.Server.Keeping;

namespace Mandate.Server.Statutes;

/// <summary>The correction of an error of encoding, and the acts that were decided under it.</summary>
public static class Correction
{
    /// <summary>Entries read at once from the record.</summary>
    private const int Batch = 500;

    /// <summary>The act; what is missing stands in the filling's errors.</summary>
    public static CorrectEncoding Command(Visit visit, ProposeDraft draft, Filling filling) =>
        new(filling.Blob(draft.Yaml), draft.Clauses, filling.Text("reason"), [.. Affected(visit, visit.Version, draft.Clauses).Select(a => a.Index.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>The correction that made a version, put by the body itself or decided by it in writing; null where something else made it.</summary>
    public static CorrectEncoding? Of(Visit visit, ConstitutionVersion version) => !version.IsCorrection ? null
        : visit.Kept.Entries(version.Entry, 1).Select(e => e.Entry.Command).OfType<CorrectEncoding>().FirstOrDefault()
            ?? visit.State.Offices.Resolutions.Values.Select(r => r.Act).OfType<CorrectEncoding>().FirstOrDefault(c => c.Constitution == version.Yaml);

    /// <summary>
    /// The entries that were accepted since that version came into force by one of these clauses, by one around it, or by one beside
    /// it: an entry names the clause that permits the act, not each one that its conditions were read from.
    /// </summary>
    public static IReadOnlyList<(long Index, Entry Entry)> Affected(Visit visit, ConstitutionVersion version, ImmutableArray<string> clauses)
    {
        var around = clauses.Select(Around).ToList();
        var found = new List<(long, Entry)>();
        for (long from = version.Entry; from < visit.State.Size; from += Batch)
            foreach (var (index, entry) in visit.Kept.Entries(from, Batch))
                if (entry.Clause.Length > 0 && around.Exists(c => Clauses.Covers(c, entry.Clause) || Clauses.Covers(entry.Clause, c))) found.Add((index, entry));
        return found;
    }

    private static string Around(string clause) => clause.LastIndexOfAny(['.', '[']) is > 0 and var cut ? clause[..cut] : clause;
}
