using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// An officer complained of does not act in the place while the complaint is open: on the finding of more than half of its readers, for thirty days
/// at most, once, with an appeal to the next instance. The holder keeps the place; somebody acts for them as in an absence.
/// </summary>
internal static class Suspensions
{
    /// <summary>Days of a suspension at most.</summary>
    private const int MostDays = 30;

    public static Decision Find(State state, Act act, Complaint complaint, SuspendHolder c, string clause)
    {
        if (!complaint.Against.Contains(c.Tenure, StringComparer.Ordinal) || !state.Offices.Tenures[c.Tenure].HeldAt(act.At)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        // Once, whoever complains of it and however often.
        if (state.Offices.Suspended.ContainsKey(c.Tenure) || state.Inspection.All.Values.Any(o => o.SuspensionAppeal is { DecidedAt: not null } && o.Against.Contains(c.Tenure, StringComparer.Ordinal)))
            return InspectionRefusals.StayedAlready(clause, c.Tenure);
        if (complaint.Suspensions.Any(s => s.Tenure == c.Tenure && s.Reader == act.By)) return InspectionRefusals.FoundAlready(clause);
        var last = act.Day.AddDays(MostDays);
        if (c.Until > last || c.Until < act.Day) return InspectionRefusals.StayTooLong(clause, last, c.Until);
        if (c.Reasons.Length == 0) return ProtocolRefusals.Malformed("reasons", "the reasons of the finding", "");
        var found = new SuspensionFound(complaint.Id, c.Tenure, c.Until, c.Reasons);
        var readers = Readers.Of(state, complaint, act.At);
        var agreeing = complaint.Suspensions.Where(s => s.Tenure == c.Tenure && readers.Contains(s.Reader, StringComparer.Ordinal) && s.Until >= act.Day).ToList();
        // The earliest end that any of them found.
        return (agreeing.Count + 1) * 2 > readers.Length
            ? Decision.Accept(clause, found, new HolderSuspended(c.Tenure, agreeing.Select(s => s.Until).Append(c.Until).Min(), complaint.Id))
            : Decision.Accept(clause, found);
    }

    public static bool RunsAt(State state, Complaint complaint, DateTimeOffset at) => complaint.Against.Any(t => state.Offices.SuspendedAt(t, at) is not null);

    /// <summary>Those who are suspended may act again.</summary>
    public static IEnumerable<Event> Ended(State state, Complaint complaint, DateTimeOffset at) =>
        complaint.Suspensions.Select(s => s.Tenure).Distinct(StringComparer.Ordinal).Where(t => state.Offices.SuspendedAt(t, at) is not null).Select(t => new HolderRestored(t));

    /// <summary>Whoever is suspended takes it to the next instance while it runs.</summary>
    public static Decision Appeal(State state, Act act, Complaint complaint, AppealFinding c, string clause)
    {
        if (!complaint.Accused.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "party", act.By);
        if (complaint.SuspensionAppeal is not null) return InspectionRefusals.AppealedAlready(clause);
        if (state.Statutes.At(act.At).Rights.GetValueOrDefault("appeal") is not { Then: { } then } right) return InspectionRefusals.NoFurtherInstance(clause);
        return c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment) : Decision.Accept(right.Clause.Path, new SuspensionAppealed(complaint.Id, then.Id, c.Commitment));
    }

    /// <summary>Carried, the vote of the next instance ends the suspension.</summary>
    public static Decision Conclude(State state, Act act, Complaint complaint, Appeal appeal, ConcludeAppeal c, string clause)
    {
        if (AppealSubjects.DecidedBy(state, c.Vote, complaint.Id, appeal.To) is not { } ends) return InspectionRefusals.NotDecidedThere(clause, appeal.To, c.Vote);
        return Decision.Accept(clause, [new SuspensionAppealDecided(complaint.Id, c.Vote, ends), .. ends ? Ended(state, complaint, act.At) : []]);
    }
}
