using Mandate.Organisation.Acts;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// The second instance: either side takes a finding to the body that <c>rights.appeal.then</c> names, once and in time. That body decides by
/// a vote; while it is open the finding stands.
/// </summary>
public static class Appeals
{
    /// <summary>Days after a finding in which it is taken further.</summary>
    private const int AppealDays = 30;

    /// <summary>What the vote of the next instance is about.</summary>
    public static string Subject(string complaint) => AppealSubjects.Of(complaint);

    internal static Decision Take(State state, Act act, Complaint complaint, AppealFinding c, string clause)
    {
        if (complaint.By != act.By && !complaint.Accused.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, "party", act.By);
        if (complaint.DecidedAt is null && Suspensions.RunsAt(state, complaint, act.At)) return Suspensions.Appeal(state, act, complaint, c, clause);
        if (complaint.DecidedAt is not { } decided) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "decided", "open");
        if (complaint.Settled) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "decided", "settled");
        if (complaint.Appeal is not null) return InspectionRefusals.AppealedAlready(clause);
        if (state.Statutes.At(act.At).Rights.GetValueOrDefault("appeal") is not { Then: { } then } right) return InspectionRefusals.NoFurtherInstance(clause);
        var last = DateOnly.FromDateTime(decided.UtcDateTime).AddDays(AppealDays);
        if (act.Day > last) return InspectionRefusals.AppealTooLate(right.Clause.Path, last);
        return c.Commitment.Length != 64 ? ProtocolRefusals.Malformed("commitment", "64 hexadecimal digits", c.Commitment) : Decision.Accept(right.Clause.Path, new FindingAppealed(complaint.Id, then.Id, c.Commitment));
    }

    /// <summary>Anybody may write it down: the vote is on the record.</summary>
    internal static Decision Conclude(State state, Act act, Complaint complaint, ConcludeAppeal c, string clause)
    {
        if (complaint is { Appeal: null, SuspensionAppeal: { DecidedAt: null } suspension }) return Suspensions.Conclude(state, act, complaint, suspension, c, clause);
        if (complaint.Appeal is not { } appeal) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "appealed", "decided");
        if (appeal.DecidedAt is not null) return ProtocolRefusals.WrongStage("appeal", complaint.Id, "open", "decided");
        if (AppealSubjects.DecidedBy(state, c.Vote, complaint.Id, appeal.To) is not { } overturned) return InspectionRefusals.NotDecidedThere(clause, appeal.To, c.Vote);
        return Decision.Accept(clause, new AppealDecided(complaint.Id, c.Vote, overturned ? complaint.Upheld != true : complaint.Upheld == true));
    }
}
