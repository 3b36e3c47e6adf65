using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Undertakings;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class UndertakingsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new TakeUndertaking("offer", Duty.Task, "-", day));
        foreach (var one in state.Undertakings.All.Values.Where(u => !u.Done).OrderBy(u => u.Due).ThenBy(u => u.Id, StringComparer.Ordinal))
            yield return one.Owner == person
                ? Offer.Of(state, person, at, one.Id, new ReportUndertaking(one.Id, true, "-"))
                : Offer.Of(state, person, at, one.Id, new TakeOverUndertaking(one.Id));
    }
}
