using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class FederationOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        foreach (var offer in CommonActionOffers.For(state, person, at)) yield return offer;
        foreach (var mission in state.Federation.Missions.Values.Where(m => DateOnly.FromDateTime(at.UtcDateTime) <= m.ReportDue).OrderBy(m => m.Id, StringComparer.Ordinal))
        {
            if (mission.Person == person) yield return Offer.Of(state, person, at, mission.Id, mission.TakenAt is null ? new TakeMission(mission.Id) : new ReportMission(mission.Id, "-"));
            if (mission.Person == person || (mission.Invited ? state.Offices.SpeaksFor(person, mission.Unit, at) : state.Offices.Holds(person, mission.For.Split('@')[0], at))) yield return Offer.Of(state, person, at, mission.Id, new EndMission(mission.Id, "-"));
            if (mission is { Invited: true, TakenAt: not null, Rating: null } && state.Offices.SpeaksFor(person, mission.Unit, at)) yield return Offer.Of(state, person, at, mission.Id, new RateHelp(mission.Id, 5, ""));
            if (state.Offices.SpeaksFor(person, mission.Unit, at))
            {
                yield return Offer.Of(state, person, at, mission.Id, new ObjectToMission(mission.Id, "-"));
                yield return Offer.Of(state, person, at, mission.Id, new RejectEmissary(mission.Id, "-"));
                yield return Offer.Of(state, person, at, mission.Id, new DisputeCompetence("offer", mission.Unit, mission.Id, DisputeGround.OwnMatter, "-"));
            }
        }
        foreach (var order in state.Federation.Orders.Values.OrderBy(o => o.Id, StringComparer.Ordinal))
        {
            if (order.CountermandedAt is null && state.Offices.Holds(person, order.For.Split('@')[0], at))
                yield return Offer.Of(state, person, at, order.Id, new CountermandOrder(order.Id, "-"));
            foreach (var unit in order.To.Where(u => state.Offices.SpeaksFor(person, u, at)))
            {
                yield return Offer.Of(state, person, at, order.Id, new AcknowledgeOrder(order.Id, unit));
                yield return Offer.Of(state, person, at, order.Id, new CarryOutOrder(order.Id, unit));
                yield return Offer.Of(state, person, at, order.Id, new FileLocalPlan(order.Id, unit, new string('0', 64)));
                yield return Offer.Of(state, person, at, order.Id, new DisputeCompetence("offer", unit, order.Id, DisputeGround.OwnMatter, "-"));
            }
            if (state.Offices.Holds(person, order.For.Split('@')[0], at))
                foreach (var unit in order.Plans.Where(p => p.Value.TurnedDownAt is null).Select(p => p.Key)) yield return Offer.Of(state, person, at, order.Id, new TurnDownPlan(order.Id, unit, "-"));
        }
        foreach (var dispute in state.Federation.Disputes.Values.Where(d => d.SettledAt is null && state.Offices.Holds(person, d.Judge, at)).OrderBy(d => d.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, dispute.Id, new SettleDispute(dispute.Id, true, "-"));
        foreach (var offer in UnitOffers.For(state, person, at)) yield return offer;
        foreach (var offer in SeparationOffers.For(state, person, at)) yield return offer;
        foreach (var offer in TreatyOffers.For(state, person, at)) yield return offer;
        var own = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        foreach (var committee in state.Federation.Committees.Values.Where(c => day <= c.Until).OrderBy(c => c.Id, StringComparer.Ordinal))
            foreach (var unit in own)
            {
                yield return Offer.Of(state, person, at, committee.Id, new ConfirmDelegation(committee.Id, unit, [person]));
                if (committee.Behind(unit, day)) yield return Offer.Of(state, person, at, committee.Id, new WithdrawDelegation(committee.Id, unit));
            }
    }
}
