using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class UndertakingsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new TakeUndertaking("offer", Duty.Task, "-", day));
        if (state.Offices.ServedBy(person, at).FirstOrDefault(t => t is { Session: null, Seat.Unit: not null }) is { } tenure)
            yield return Offer.Of(state, person, at, "new", new PostNeed("offer", tenure.Seat.Unit!, "-", 1, day, null));
        foreach (var need in state.Undertakings.Needs.Values.Where(n => day <= n.Until).OrderBy(n => n.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, need.Id, need.Offers.ContainsKey(person) ? new WithdrawHelp(need.Id) : new OfferHelp(need.Id, "-"));
            if (need.Offers.Values.FirstOrDefault(o => o.Accepted is null && o.Person != person) is { } open && state.Offices.ServedBy(person, at).Any(t => t.Seat.Unit == need.Unit))
                yield return Offer.Of(state, person, at, need.Id, new AcceptHelp(need.Id, open.Person));
            if (need.Person is not null && Needs.MayRefuse(state, need, person, at)) yield return Offer.Of(state, person, at, need.Id, new RefuseRequest(need.Id, "-"));
        }
        foreach (var one in state.Undertakings.All.Values.Where(u => !u.Done).OrderBy(u => u.Due).ThenBy(u => u.Id, StringComparer.Ordinal))
        {
            if (one.Owner == person) yield return Offer.Of(state, person, at, one.Id, new SetNewDate(one.Id, one.Due.AddDays(30), "-"));
            yield return one.Owner == person
                ? Offer.Of(state, person, at, one.Id, new ReportUndertaking(one.Id, true, "-"))
                : Offer.Of(state, person, at, one.Id, new TakeOverUndertaking(one.Id));
        }
        foreach (var summons in state.Undertakings.Summonses.Values.Where(s => s.Outcome is null).OrderBy(s => s.Due).ThenBy(s => s.Id, StringComparer.Ordinal))
            if (state.Offices.Tenures[summons.Tenure].Person == person) yield return Offer.Of(state, person, at, summons.Id, new ReplyToSummons(summons.Id, true, "-"));
            else if (Offer.Of(state, person, at, summons.Id, new RecordReport(summons.Id, true, "-")) is { WhyNot: null } open) yield return open;
    }
}
