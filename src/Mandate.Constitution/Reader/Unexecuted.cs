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
        "electorates/*/admit/appeal_to",
        "electorates/*/admit/suspended_during_appeal",
        "electorates/*/transfer/appeal_to",
        "electorates/*/transfer/suspended_during_appeal",
        "electorates/*/register/inspectable_by",
        "bodies/*/meets",
        "bodies/*/credentials/suspended_during_appeal",
        "bodies/*/remove/for_cause",
        "bodies/*/vacancy/then",
        "bodies/*/vacancy/else",
        "offices/*/remove/for_cause",
        "offices/*/vacancy/then",
        "offices/*/vacancy/else",
        "powers/review",
        "powers/access",
        "powers/publishes",
        "powers/floor",
        "publication/confidential",
        "restrictions",
        "emergency/declare/rule",
        "emergency/confirm/rule",
        "emergency/renew/rules",
        "emergency/report",
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
        return notes.ToImmutable();
    }

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
