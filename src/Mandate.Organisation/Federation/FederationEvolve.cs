using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Federation;

public static class FederationEvolve
{
    public static FederationState Evolve(this FederationState state, FederationEvent happened, Occasion occasion) => happened switch
    {
        OrderGiven e => state with { Orders = state.Orders.SetItem(e.Id, new(e.Id, e.What, e.To, e.For, e.DependsOn, e.Fallback, occasion.At) { LeftToUnits = e.LeftToUnits, Until = e.Until }) },
        EmissarySent e => state with { Missions = state.Missions.SetItem(e.Id, new(e.Id, e.Unit, e.Person, e.Purpose, e.For, occasion.Day, e.Until)) },
        HelperInvited e => state with { Missions = state.Missions.SetItem(e.Id, new(e.Id, e.Unit, e.Person, e.Purpose, e.Unit, occasion.Day, e.Until) { Invited = true }) },
        HelpRated e => state.Change(e.Mission, m => m with { Rating = new(e.Rating, e.Remark, occasion.At) }),
        MissionTaken e => state.Change(e.Mission, m => m with { TakenAt = occasion.At }),
        MissionReported e => state.Change(e.Mission, m => m with { Reports = m.Reports.Add(new(e.Account, occasion.At)) }),
        MissionEnded e => state.Change(e.Mission, m => m with { Ended = occasion.Day }),
        MissionObjected e => state.Change(e.Mission, m => m with { Objections = m.Objections.Add(new(e.Reason, occasion.At)) }),
        OrderCountermanded e => state.Change(e.Order, o => o with { CountermandedAt = occasion.At, Reason = e.Reason }),
        OrderAcknowledged { Recall: true } e => state.Change(e.Order, o => o with { RecallAcknowledged = o.RecallAcknowledged.SetItem(e.Unit, occasion.At) }),
        OrderAcknowledged e => state.Change(e.Order, o => o with { Acknowledged = o.Acknowledged.SetItem(e.Unit, occasion.At) }),
        OrderCarriedOut e => state.Change(e.Order, o => o with { CarriedOut = o.CarriedOut.SetItem(e.Unit, occasion.At) }),
        CompetenceDisputed e => state with { Disputes = state.Disputes.SetItem(e.Id, new(e.Id, e.Unit, e.Of, e.Ground, e.Reason, e.Against, e.Judge, occasion.At, e.Stays) { SeedProcedure = e.SeedProcedure }) },
        DisputeSettled e => Settled(state, e, occasion),
        LocalPlanFiled e => state.Change(e.Order, o => o with { Plans = o.Plans.SetItem(e.Unit, new(e.Text, occasion.At, e.Firm)) }),
        LocalPlanTurnedDown e => state.Change(e.Order, o => o with { Plans = o.Plans.SetItem(e.Unit, o.Plans[e.Unit] with { TurnedDownAt = occasion.At, Reasons = e.Reasons }) }),
        EmissaryRejected e => state.Change(e.Mission, m => m with { Ended = occasion.Day, RejectedOn = occasion.Day, Objections = m.Objections.Add(new(e.Reason, occasion.At)) }),
        PlanDrawnUp e => state with { Plans = state.Plans.SetItem(e.Id, PlanEvolve.Drawn(e, occasion)) },
        ConditionConfirmed e => state.ChangePlan(e.Plan, p => p with { Conditions = p.Conditions.SetItem(e.Unit, new(e.Holds, occasion.At)) }),
        PartnerConfirmed e => state.ChangePlan(e.Plan, p => PlanEvolve.Partner(p, e, occasion)),
        PlanDecided e => state.ChangePlan(e.Plan, p => PlanEvolve.Decided(p, e, occasion)),
        GoRenewed e => state.ChangePlan(e.Plan, p => p with { FreshSince = occasion.At }),
        PlanAcknowledged e => state.ChangePlan(e.Plan, p => PlanEvolve.Acknowledged(p, e, occasion)),
        ExecutionReported e => state.ChangePlan(e.Plan, p => PlanEvolve.Reported(p, e, occasion)),
        PlanReviewed e => state.ChangePlan(e.Plan, p => p with { Review = new(e.Outcome, e.Account, occasion.At) { Found = e.Found.Each() } }),
        BodyAsked e => state with { Queries = state.Queries.SetItem(e.Id, new(e.Id, e.Unit, e.To, e.Question, e.AnswerBy, occasion.At)) },
        UnitAnswered e => state with { Queries = state.Queries.SetItem(e.Query, state.Queries[e.Query] with { Answer = e.Text, AnsweredAt = occasion.At }) },
        DecidedAlone e => state with { Queries = state.Queries.SetItem(e.Query, state.Queries[e.Query] with { Decision = e.Decision, DecidedAt = occasion.At }) },
        SituationReported e => state with { Situations = state.Situations.SetItem(e.Id, new(e.Id, e.Unit, e.To, e.Account, e.Source, e.AsOf, e.ValidUntil, occasion.At)) },
        Chartered e => state with { Charters = state.Charters.SetItem(e.Id, new(e.Id, e.Kind, e.Task, e.Members, e.Powers, e.ReportEvery, e.Until, e.Touches, e.Outside, e.For, occasion.Day)) },
        CharterConsented e => state.ChangeCharter(e.Charter, c => c with { Consented = c.Consented.Add(e.Body) }),
        CharterTaken e => state.ChangeCharter(e.Charter, c => c with { Taken = c.Taken.Add(occasion.By) }),
        ActedUnderCharter e => state.ChangeCharter(e.Charter, c => c with { Acts = c.Acts.Add(new(e.Id, e.Power, e.What, occasion.By, occasion.At)) }),
        CharterInstructed e => state.ChangeCharter(e.Charter, c => c with { Instructions = c.Instructions.Add(new(e.What, occasion.At)) }),
        CharterReported e => state.ChangeCharter(e.Charter, c => c with { Reports = c.Reports.Add(new(e.Account, e.Final, e.Conflict, occasion.By, occasion.At)), Holdings = e.Final ? e.Holdings : c.Holdings }),
        CharterEnded e => state.ChangeCharter(e.Charter, c => c with { Ended = occasion.Day, EndReason = e.Reason }),
        Disposed e => state.ChangeCharter(e.Charter, c => c with { Disposals = c.Disposals.SetItem(e.What, new(e.Disposal, e.To, occasion.At)) }),
        CommitteeFormed e => state with { Committees = state.Committees.SetItem(e.Id, new(e.Id, e.Name, e.Purpose, e.Aim, occasion.Day, e.Until, e.Every)) },
        DelegationConfirmed e => state.Change(e.Committee, e.Unit, new([.. e.Persons], occasion.Day)),
        DelegationWithdrawn e => state.Change(e.Committee, e.Unit, state.Committees[e.Committee].Units[e.Unit] with { Withdrawn = true }),
        EditorsNamed e => state.ChangePage(e.Unit, p => p with { Editors = e.Persons }),
        UnitPageWritten e => state.ChangePage(e.Unit, p => p with { Written = p.Written.Add(new(e.Language, e.Title, e.Text, occasion.By, occasion.At)) }),
        ConflictOpened e => state with { Conflicts = state.Conflicts.SetItem(e.Id, new(e.Id, e.Unit, e.Opponent, e.About, e.Since, occasion.At)) },
        ConflictNoted e => state.ChangeConflict(e.Conflict, c => c with { Notes = c.Notes.Add(new(e.Entry, e.Text, occasion.By, occasion.At)) }),
        ConflictEnded e => state.ChangeConflict(e.Conflict, c => c with { How = e.How, Account = e.Account, EndedAt = occasion.At }),
        DisputePanelDrawn e => state.ChangeDispute(e.Dispute, d => d with { Panel = e.Panel }),
        DisputeFound e => state.ChangeDispute(e.Dispute, d => d with { Findings = d.Findings.SetItem(occasion.By, e.ForUnit) }),
        SeparationDecided e => state with { Separations = state.Separations.SetItem(e.Id, new(e.Id, e.Unit, e.Vote, e.Name, e.Text, e.On, e.Funds, occasion.At)) },
        StaysWithWhole e => state.ChangeSeparation(e.Separation, s => s with { Staying = e.To is { } to ? s.Staying.SetItem(occasion.By, to) : s.Staying.Remove(occasion.By) }),
        Separated e => state.ChangeSeparation(e.Separation, s => s with { CarriedOut = occasion.Day, Gone = [.. e.Gone], Of = e.Of }),
        RecordConfirmed e => state.ChangeSeparation(e.Separation, s => s with { Held = (e.Size, e.Root) }),
        TreatyProposed e => state with { Treaties = state.Treaties.SetItem(e.Id, new(e.Id, e.Title, e.Text, e.Partners, e.Delegated, e.Shared, e.NoticeDays, e.For, occasion.At)) },
        TreatyJoined e => state.ChangeTreaty(e.Treaty, t => t with { Motion = e.Motion, JoinedAt = occasion.At }),
        PartnerNoted e => state.ChangeTreaty(e.Treaty, t => t with { Joined = t.Joined.SetItem(e.Partner, e.Entry) }),
        TreatyLeft e => state.ChangeTreaty(e.Treaty, t => t with { Last = e.Last }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static FederationState ChangePage(this FederationState state, string unit, Func<UnitPage, UnitPage> change) => state with { Pages = state.Pages.SetItem(unit, change(state.Pages.GetValueOrDefault(unit, UnitPage.Empty))) };

    private static FederationState ChangeConflict(this FederationState state, string id, Func<Conflict, Conflict> change) => state with { Conflicts = state.Conflicts.SetItem(id, change(state.Conflicts[id])) };

    private static FederationState ChangeSeparation(this FederationState state, string id, Func<Separation, Separation> change) => state with { Separations = state.Separations.SetItem(id, change(state.Separations[id])) };

    private static FederationState ChangeTreaty(this FederationState state, string id, Func<Treaty, Treaty> change) => state with { Treaties = state.Treaties.SetItem(id, change(state.Treaties[id])) };

    private static FederationState ChangeDispute(this FederationState state, string id, Func<Dispute, Dispute> change) => state with { Disputes = state.Disputes.SetItem(id, change(state.Disputes[id])) };

    /// <summary>A mission that lay in the unit's own competence has ended with that.</summary>
    private static FederationState Settled(FederationState state, DisputeSettled e, Occasion occasion)
    {
        var dispute = state.Disputes[e.Dispute] with { ForUnit = e.ForUnit, Reasons = e.Reasons, SettledAt = occasion.At };
        var settled = state with { Disputes = state.Disputes.SetItem(dispute.Id, dispute) };
        return e.ForUnit && settled.Missions.ContainsKey(dispute.Of) ? settled.Change(dispute.Of, (Mission m) => m with { Ended = occasion.Day }) : settled;
    }

    private static FederationState Change(this FederationState state, string id, Func<Order, Order> change) => state with { Orders = state.Orders.SetItem(id, change(state.Orders[id])) };

    private static FederationState ChangePlan(this FederationState state, string id, Func<Plan, Plan> change) => state with { Plans = state.Plans.SetItem(id, change(state.Plans[id])) };

    private static FederationState ChangeCharter(this FederationState state, string id, Func<Charter, Charter> change) => state with { Charters = state.Charters.SetItem(id, change(state.Charters[id])) };

    private static FederationState Change(this FederationState state, string committee, string unit, Delegation sent) =>
        state with { Committees = state.Committees.SetItem(committee, state.Committees[committee] with { Units = state.Committees[committee].Units.SetItem(unit, sent) }) };

    private static FederationState Change(this FederationState state, string id, Func<Mission, Mission> change) => state with { Missions = state.Missions.SetItem(id, change(state.Missions[id])) };
}
