using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationEvolve
{
    public static FederationState Evolve(this FederationState state, FederationEvent happened, Occasion occasion) => happened switch
    {
        OrderGiven e => state with { Orders = state.Orders.SetItem(e.Id, new(e.Id, e.What, e.To, e.For, e.DependsOn, e.Fallback, occasion.At)) },
        EmissarySent e => state with { Missions = state.Missions.SetItem(e.Id, new(e.Id, e.Unit, e.Person, e.Purpose, e.For, occasion.Day, e.Until)) },
        MissionTaken e => state.Change(e.Mission, m => m with { TakenAt = occasion.At }),
        MissionReported e => state.Change(e.Mission, m => m with { Reports = m.Reports.Add(new(e.Account, occasion.At)) }),
        MissionEnded e => state.Change(e.Mission, m => m with { Ended = occasion.Day }),
        MissionObjected e => state.Change(e.Mission, m => m with { Objections = m.Objections.Add(new(e.Reason, occasion.At)) }),
        OrderCountermanded e => state.Change(e.Order, o => o with { CountermandedAt = occasion.At, Reason = e.Reason }),
        OrderAcknowledged { Recall: true } e => state.Change(e.Order, o => o with { RecallAcknowledged = o.RecallAcknowledged.SetItem(e.Unit, occasion.At) }),
        OrderAcknowledged e => state.Change(e.Order, o => o with { Acknowledged = o.Acknowledged.SetItem(e.Unit, occasion.At) }),
        OrderCarriedOut e => state.Change(e.Order, o => o with { CarriedOut = o.CarriedOut.SetItem(e.Unit, occasion.At) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static FederationState Change(this FederationState state, string id, Func<Order, Order> change) => state with { Orders = state.Orders.SetItem(id, change(state.Orders[id])) };

    private static FederationState Change(this FederationState state, string id, Func<Mission, Mission> change) => state with { Missions = state.Missions.SetItem(id, change(state.Missions[id])) };
}
