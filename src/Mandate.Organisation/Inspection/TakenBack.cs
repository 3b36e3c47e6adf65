using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Inspection;

/// <summary>
/// Those complained of take back what they said, once (S382): it counts as not said, there are fourteen days for another answer, and what was found
/// on it is found anew. A finding that was appealed stays with that instance.
/// </summary>
internal static class TakenBack
{
    private const int AnswerDays = 14;

    public static Decision Decide(Act act, Complaint complaint, string clause)
    {
        if (!complaint.Accused.Contains(act.By, StringComparer.Ordinal)) return ProtocolRefusals.NotYours(clause, string.Join(", ", complaint.Accused), act.By);
        if (complaint.Replied is null) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "answered", "unanswered");
        if (complaint.TakenBack is not null) return InspectionRefusals.TakenBackAlready(clause);
        return complaint is { Upheld: false } or { Appeal: not null } or { Settled: true } ? ProtocolRefusals.WrongStage("complaint", complaint.Id, "open", "decided")
            : Decision.Accept(clause, new StatementTakenBack(complaint.Id, act.Day.AddDays(AnswerDays)));
    }
}
