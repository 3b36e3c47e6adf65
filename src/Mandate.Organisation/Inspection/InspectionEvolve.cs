using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Inspection;

public static class InspectionEvolve
{
    public static InspectionState Evolve(this InspectionState state, InspectionEvent happened, Occasion occasion) => happened switch
    {
        Complained e => state with
        {
            All = state.All.SetItem(e.Id, new(e.Id, occasion.By, e.Against, e.Accused, e.Subject, e.Commitment, occasion.At, e.Reply, e.SeedProcedure, e.SeedDue) { Conduct = e.Conduct == true, Drawn = e.Drawn == true, Urgent = e.Urgent, Kind = e.Kind }),
        },
        BodyInspectionEvent e => BodyInspectionEvolve.Evolve(state, e, occasion),
        ReaderChosen e => state.Change(e.Complaint, c => c with { Lead = e.Reader }),
        AmendsDemanded e => state.Change(e.Complaint, c => c with { Mediation = new(e.Amends, e.Commitment, e.Due, occasion.At) }),
        DemandAnswered e => state.Change(e.Complaint, c => c with { Mediation = c.Mediation! with { Agreed = e.Agrees, Reply = e.Commitment, RepliedAt = occasion.At } }),
        ComplaintSettled e => state.Change(e.Complaint, c => c with { Settled = true, DecidedAt = occasion.At }),
        FiguresCommented e => state with { Comments = state.Comments.Add(new(e.Id, e.Figures, e.Text, occasion.By, occasion.At)) },
        SteppedAside e => state.Change(e.Complaint, c => c with { Aside = c.Aside.Add(e.Reader) }),
        JuryDrawn e => state.Change(e.Complaint, c => c with { Jury = e.Jury }),
        RepliedToComplaint e => state.Change(e.Complaint, c => c with { Replied = occasion.At, Present = e.Present }),
        StatementTakenBack e => state.Change(e.Complaint, c => c with { Replied = null, Present = null, Reply = e.Reply, TakenBack = occasion.At, Findings = [], Upheld = null, DecidedAt = null, Follows = null }),
        MeasureStayed e => state.Change(e.Complaint, c => c with { Stays = c.Stays.Add(new(e.Measure, occasion.Day, e.Until)) }),
        SuspensionFound e => state.Change(e.Complaint, c => c with { Suspensions = c.Suspensions.Add(new(e.Tenure, e.Until, occasion.By, e.Reasons)) }),
        SuspensionAppealed e => state.Change(e.Complaint, c => c with { SuspensionAppeal = new(e.To, e.Commitment, occasion.At) }),
        SuspensionAppealDecided e => state.Change(e.Complaint, c => c with { SuspensionAppeal = c.SuspensionAppeal! with { Vote = e.Vote, DecidedAt = occasion.At } }),
        FoundOnComplaint e => state.Change(e.Complaint, c => c with { Findings = c.Findings.Add(new(occasion.By, e.Upheld, e.Reasons, occasion.At)) }),
        ComplaintDecided e => state.Change(e.Complaint, c => c with { Upheld = e.Upheld, DecidedAt = occasion.At }),
        ConsequenceProposed e => state.Change(e.Complaint, c => c with { Follows = new(e.Consequence, e.Reasons, e.Reference, occasion.By, occasion.At) }),
        FindingAppealed e => state.Change(e.Complaint, c => c with { Appeal = new(e.To, e.Commitment, occasion.At) }),
        AppealDecided e => state.Change(e.Complaint, c => c with { Upheld = e.Upheld, Appeal = c.Appeal! with { Vote = e.Vote, DecidedAt = occasion.At } }),
        StayAsked e => state with { GroupStays = state.GroupStays.SetItem(e.Id, new(e.Id, e.Unit, e.Reasons, e.Needed, occasion.By, occasion.At, e.Register is { } sha ? Pseudonyms.Read(occasion.Blobs, sha) : Pseudonyms.None, Pseudonyms.IsOne(occasion.By) ? [occasion.By] : Pseudonyms.None)) },
        StaySigned e => state.ChangeStay(e.Stay, s => s with { Signed = s.Signed.Add(occasion.By) }),
        StayBegun e => state.ChangeStay(e.Stay, s => s with { Begun = occasion.At, Until = e.Until }),
        UnitHeard e => state.ChangeStay(e.Stay, s => s with { HeardAt = occasion.At, Account = e.Account }),
        DeclaredSettled e => state with { Settled = state.Settled.SetItem(e.Id, new(e.Id, e.What, e.Indicator, e.Limit, e.For, occasion.At)) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static InspectionState ChangeStay(this InspectionState state, string id, Func<GroupStay, GroupStay> change) =>
        state with { GroupStays = state.GroupStays.SetItem(id, change(state.GroupStays[id])) };

    private static InspectionState Change(this InspectionState state, string id, Func<Complaint, Complaint> change) =>
        state with { All = state.All.SetItem(id, change(state.All[id])) };
}
