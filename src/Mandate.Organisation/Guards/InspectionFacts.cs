using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Guards;

/// <summary>What those inspected owe the inspectors and have not given by its day: an answer to a report, or what was asked for (S193, S204).</summary>
internal static class InspectionFacts
{
    public static IEnumerable<RecordedFact> Of(State state, DateOnly day)
    {
        foreach (var one in state.Inspection.Inspections.Values.Where(i => i.UnansweredOn(day)).OrderBy(i => i.Id, StringComparer.Ordinal))
            foreach (var fact in Overdue($"inspection:{one.Id}:answer", one.Place, one.Reports[0].At, one.AnswerDue!.Value)) yield return fact;
        foreach (var request in state.Inspection.Requests.Values.Where(r => r.OverdueOn(day)).OrderBy(r => r.Id, StringComparer.Ordinal))
            foreach (var fact in Overdue($"inspection:{request.Id}", request.From, request.At, request.Due)) yield return fact;
    }

    private static IEnumerable<RecordedFact> Overdue(string id, string place, DateTimeOffset at, DateOnly due) =>
    [
        RegisterFacts.Shown(id, new Undertook(id, UndertakingKind.Report, place, Accepted: true, Due: due), at),
        RegisterFacts.Shown(id + ":overdue", new Settled(id, Kept: false, Account: false), due.AddDays(1)),
    ];
}
