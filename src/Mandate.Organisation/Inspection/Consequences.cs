using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

/// <summary>A finding ends in something proposed, be it that nothing follows (S175); until then it stands as a finding without consequence.</summary>
internal static class Consequences
{
    public static Decision Propose(State state, Act act, Complaint complaint, ProposeConsequence c, Refusal? notAReader, string clause)
    {
        if (complaint.Upheld != true) return ProtocolRefusals.WrongStage("complaint", complaint.Id, "upheld", complaint.DecidedAt is null ? "open" : "decided");
        if (notAReader is not null) return notAReader;
        if (complaint.Follows is not null) return ProtocolRefusals.Taken("consequence", complaint.Id);
        if (c.Reasons.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reasons", "the reasons, in at most 1000 characters", c.Reasons.Length);
        // What is to happen to somebody is put to those who decide; the readers decide nothing but what they found.
        if (c.Consequence != Consequence.None && !Puts(state, c.Reference)) return InspectionRefusals.NotPut(clause, c.Reference);
        return Decision.Accept(clause, new ConsequenceProposed(complaint.Id, c.Consequence, c.Reasons, c.Reference));
    }

    private static bool Puts(State state, string? reference) => reference is not null
        && (state.Motions.Find(reference) is not null || state.Offices.Recalls.ContainsKey(reference) || state.Undertakings.All.ContainsKey(reference));
}
