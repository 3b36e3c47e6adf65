using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Whoever tells of an undeclared bloc is protected for a year as every complainant, and the readers owe their report to the congress that comes (S094):
/// by its first day, or sixty days on where none is convened.
/// </summary>
public static class Inquiries
{
    private const int Days = 60;

    /// <summary>Months for which the one who told is protected.</summary>
    public const int ProtectedMonths = 12;

    /// <summary>The day by which the report is due, and the congress; null for another complaint.</summary>
    public static (DateOnly Due, Session? To)? Owed(State state, Complaint complaint)
    {
        if (complaint.Kind != ComplaintKind.UndeclaredBloc) return null;
        var told = DateOnly.FromDateTime(complaint.At.UtcDateTime);
        var congress = ExpulsionLimits.Amending(state.Statutes.At(complaint.At));
        var next = state.Sessions.All.Values.Where(s => s.Stage != SessionStage.Cancelled && s.LastDay >= told && s.Body == congress)
            .OrderBy(s => s.LastDay).ThenBy(s => s.Id, StringComparer.Ordinal).FirstOrDefault();
        // Told at the congress itself, it is owed to that one, on its last day.
        return next is null ? (told.AddDays(Days), null) : (next.FirstDay > told ? next.FirstDay : next.LastDay, next);
    }

    public static bool Late(State state, Complaint complaint, DateOnly day) => complaint.DecidedAt is null && Owed(state, complaint) is { Due: var due } && due < day;
}
