using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationEvolve
{
    public static FederationState Evolve(this FederationState state, FederationEvent happened, Occasion occasion) => happened switch
    {
        OrderGiven e => state with { Orders = state.Orders.SetItem(e.Id, new(e.Id, e.What, e.To, e.For, e.DependsOn, e.Fallback, occasion.At) { LeftToUnits = e.LeftToUnits }) },
        EmissarySent e => state with { Missions = state.Missions.SetItem(e.Id, new(e.Id, e.Unit, e.Person, e.Purpose, e.For, occasion.Day, e.Until)) },
        MissionTaken e => state.Change(e.Mission, m => m with { TakenAt = occasion.At }),
        MissionReported e => state.Change(e.Mission, m => m with { Reports = m.Reports.Add(new(e.Account, occasion.At)) }),
        MissionEnded e => state.Change(e.Mission, m => m with { Ended = occasion.Day }),
        MissionObjected e => state.Change(e.Mission, m => m with { Objections = m.Objections.Add(new(e.Reason, occasion.At)) }),
        OrderCountermanded e => state.Change(e.Order, o => o with { CountermandedAt = occasion.At, Reason = e.Reason }),
        OrderAcknowledged { Recall: true } e => state.Change(e.Order, o => o with { RecallAcknowledged = o.RecallAcknowledged.SetItem(e.Unit, occasion.At) }),
        OrderAcknowledged e => state.Change(e.Order, o => o with { Acknowledged = o.Acknowledged.SetItem(e.Unit, occasion.At) }),
        OrderCarriedOut e => state.Change(e.Order, o => o with { CarriedOut = o.CarriedOut.SetItem(e.Unit, occasion.At) }),
        CompetenceDisputed e => state with { Disputes = state.Disputes.SetItem(e.Id, new(e.Id, e.Unit, e.Of, e.Ground, e.Reason, e.Against, e.Judge, occasion.At, e.Stays)) },
        DisputeSettled e => Settled(state, e, occasion),
        LocalPlanFiled e => state.Change(e.Order, o => o with { Plans = o.Plans.SetItem(e.Unit, new(e.Text, occasion.At, e.Firm)) }),
        LocalPlanTurnedDown e => state.Change(e.Order, o => o with { Plans = o.Plans.SetItem(e.Unit, o.Plans[e.Unit] with { TurnedDownAt = occasion.At, Reasons = e.Reasons }) }),
        EmissaryRejected e => state.Change(e.Mission, m => m with { Ended = occasion.Day, RejectedOn = occasion.Day, Objections = m.Objections.Add(new(e.Reason, occasion.At)) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>A mission that lay in the unit's own competence has ended with that.</summary>
    private static FederationState Settled(FederationState state, DisputeSettled e, Occasion occasion)
    {
        var dispute = state.Disputes[e.Dispute] with { ForUnit = e.ForUnit, Reasons = e.Reasons, SettledAt = occasion.At };
        var settled = state with { Disputes = state.Disputes.SetItem(dispute.Id, dispute) };
        return e.ForUnit && settled.Missions.ContainsKey(dispute.Of) ? settled.Change(dispute.Of, (Mission m) => m with { Ended = occasion.Day }) : settled;
    }

    private static FederationState Change(this FederationState state, string id, Func<Order, Order> change) => state with { Orders = state.Orders.SetItem(id, change(state.Orders[id])) };

    private static FederationState Change(this FederationState state, string id, Func<Mission, Mission> change) => state with { Missions = state.Missions.SetItem(id, change(state.Missions[id])) };
}
