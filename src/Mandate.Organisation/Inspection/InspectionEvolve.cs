using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public static class InspectionEvolve
{
    public static InspectionState Evolve(this InspectionState state, InspectionEvent happened, Occasion occasion) => happened switch
    {
        Complained e => state with
        {
            All = state.All.SetItem(e.Id, new(e.Id, occasion.By, e.Against, e.Accused, e.Subject, e.Commitment, occasion.At, e.Reply, e.SeedProcedure, e.SeedDue)),
        },
        SteppedAside e => state.Change(e.Complaint, c => c with { Aside = c.Aside.Add(e.Reader) }),
        JuryDrawn e => state.Change(e.Complaint, c => c with { Jury = e.Jury }),
        RepliedToComplaint e => state.Change(e.Complaint, c => c with { Replied = occasion.At }),
        MeasureStayed e => state.Change(e.Complaint, c => c with { Stays = c.Stays.Add(new(e.Measure, occasion.Day, e.Until)) }),
        SuspensionFound e => state.Change(e.Complaint, c => c with { Suspensions = c.Suspensions.Add(new(e.Tenure, e.Until, occasion.By, e.Reasons)) }),
        SuspensionAppealed e => state.Change(e.Complaint, c => c with { SuspensionAppeal = new(e.To, e.Commitment, occasion.At) }),
        SuspensionAppealDecided e => state.Change(e.Complaint, c => c with { SuspensionAppeal = c.SuspensionAppeal! with { Vote = e.Vote, DecidedAt = occasion.At } }),
        FoundOnComplaint e => state.Change(e.Complaint, c => c with { Findings = c.Findings.Add(new(occasion.By, e.Upheld, e.Reasons, occasion.At)) }),
        ComplaintDecided e => state.Change(e.Complaint, c => c with { Upheld = e.Upheld, DecidedAt = occasion.At }),
        ConsequenceProposed e => state.Change(e.Complaint, c => c with { Follows = new(e.Consequence, e.Reasons, e.Reference, occasion.By, occasion.At) }),
        FindingAppealed e => state.Change(e.Complaint, c => c with { Appeal = new(e.To, e.Commitment, occasion.At) }),
        AppealDecided e => state.Change(e.Complaint, c => c with { Upheld = e.Upheld, Appeal = c.Appeal! with { Vote = e.Vote, DecidedAt = occasion.At } }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static InspectionState Change(this InspectionState state, string id, Func<Complaint, Complaint> change) =>
        state with { All = state.All.SetItem(id, change(state.All[id])) };
}
