using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Mandate.Constitutions.Reader;

/// <summary>
/// Clauses that the software keeps, shows and analyses, and that nothing executes: whoever adopts them has to see to them. The list is that
/// of <c>docs/formats/constitution.md</c>, which a test holds against the schema; whatever is not on it is executed.
/// </summary>
public static class Unexecuted
{
    private const string Note = "the software keeps this and shows it, and does not act on it: those whom it concerns see to it";

    /// <summary>Paths of keys; <c>*</c> is any name, elements of lists are not named.</summary>
    public static ImmutableArray<string> Patterns { get; } =
    [
        "units/*/created_by/appeal_to",
        "units/*/created_by/suspended_during_appeal",
        "units/*/dissolved_by/appeal_to",
        "units/*/dissolved_by/suspended_during_appeal",
        "electorates/*/admit/suspended_during_appeal",
        "electorates/*/transfer/appeal_to",
        "electorates/*/transfer/suspended_during_appeal",
        "electorates/*/register/inspectable_by",
        "bodies/*/credentials/suspended_during_appeal",
        "bodies/*/remove/for_cause",
        "offices/*/remove/for_cause",
        "powers/review",
        "powers/access",
        "powers/publishes",
        "powers/floor",
        "publication/confidential",
        "restrictions",
        "emergency/report/to",
        "rights/*/who",
        "rights/*/in",
        "rights/*/to",
        "rights/*/against",
        "rights/*/register_with",
        "rights/*/deliver",
        "rights/*/withhold_by",
        "rights/*/may_not_require",
        "rights/*/interpretation",
    ];

    private static readonly ImmutableArray<string[]> Parsed = [.. Patterns.Select(p => p.Split('/'))];

    /// <summary>One note for each such clause of a constitution; what is empty says nothing.</summary>
    public static ImmutableArray<Fault> In(Constitution constitution)
    {
        var notes = ImmutableArray.CreateBuilder<Fault>();
        Walk(constitution.Source, Parsed, 0, notes);
        notes.AddRange(constitution.Rights.Values.Where(r => !Known.Contains(r.Id)).Select(r => new Fault(FaultKind.NotExecuted, r.Clause, Note)));
        return [.. notes.Where(n => !IsMet(constitution, n.Clause)).OrderBy(n => n.Clause.Line)];
    }

    /// <summary>Rights that the rules read by name; of any other the words are kept.</summary>
    private static readonly FrozenSet<string> Known = FrozenSet.Create(StringComparer.Ordinal, "platform", "minority_report", "addressed_documents", "minutes", "appeal", "open_books", "reply", "own_language", "separation");

    /// <summary>What the rules do is what the clause says: so many for a platform or a minority report, each member alone for every other right.</summary>
    private static bool IsMet(Constitution constitution, Clause clause) => constitution.Rights.Values.Any(r =>
        (r.Who?.Clause.Path == clause.Path && (r.Who is AnyPerson || r.Id is "platform" or "minority_report"))
        || (r.Id == "minority_report" && clause.Path == r.Clause.Path + ".in")
        || (r.Id == "appeal" && clause.Path == r.Clause.Path + ".to"));

    private static void Walk(Datum datum, ImmutableArray<string[]> patterns, int depth, ImmutableArray<Fault>.Builder notes)
    {
        switch (datum)
        {
            case Datum.List list:
                foreach (var item in list.Items) Walk(item, patterns, depth, notes);
                break;
            case Datum.Map map:
                foreach (var entry in map.Entries)
                {
                    ImmutableArray<string[]> fitting = [.. patterns.Where(p => p.Length > depth && p[depth] is var step && (step == "*" || step == entry.Key))];
                    if (fitting.IsEmpty || entry.Value is Datum.List { Items.IsEmpty: true } or Datum.Nothing) continue;
                    if (fitting.Any(p => p.Length == depth + 1)) notes.Add(new(FaultKind.NotExecuted, entry.Value.Clause, Note));
                    else Walk(entry.Value, fitting, depth + 1, notes);
                }
                break;
        }
    }
}
