using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class TendenciesOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new FormTendency("offer", "-", "", day));
        foreach (var tendency in state.Tendencies.All.Values.Where(t => day <= t.Until).OrderBy(t => t.Name, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, tendency.Id, tendency.Members.Contains(person) ? new LeaveTendency(tendency.Id) : new JoinTendency(tendency.Id));
    }
}
