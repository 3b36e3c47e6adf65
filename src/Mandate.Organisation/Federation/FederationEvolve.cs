using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

public static class FederationEvolve
{
    public static FederationState Evolve(this FederationState state, FederationEvent happened, Occasion occasion) => happened switch
    {
        OrderGiven e => new(state.Orders.SetItem(e.Id, new(e.Id, e.What, e.To, e.For, e.DependsOn, e.Fallback, occasion.At))),
        OrderCountermanded e => state.Change(e.Order, o => o with { CountermandedAt = occasion.At, Reason = e.Reason }),
        OrderAcknowledged { Recall: true } e => state.Change(e.Order, o => o with { RecallAcknowledged = o.RecallAcknowledged.SetItem(e.Unit, occasion.At) }),
        OrderAcknowledged e => state.Change(e.Order, o => o with { Acknowledged = o.Acknowledged.SetItem(e.Unit, occasion.At) }),
        OrderCarriedOut e => state.Change(e.Order, o => o with { CarriedOut = o.CarriedOut.SetItem(e.Unit, occasion.At) }),
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    private static FederationState Change(this FederationState state, string id, Func<Order, Order> change) => new(state.Orders.SetItem(id, change(state.Orders[id])));
}
