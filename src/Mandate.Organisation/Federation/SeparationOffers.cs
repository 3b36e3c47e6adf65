using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>The acts on units that leave which a page can offer to one person, each put to the rules.</summary>
public static class SeparationOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        foreach (var separation in state.Federation.Separations.Values)
        {
            if (separation.CarriedOut is not null)
            {
                if (separation.Gone.Contains(person)) yield return Offer.Of(state, person, at, separation.Id, new ConfirmRecord(separation.Id, 1, new string('0', 64)));
                continue;
            }
            yield return Offer.Of(state, person, at, separation.Id, new CarryOutSeparation(separation.Id));
            if (state.Roll.Member(person) is not { Counts: true } member || !state.Roll.LiesIn(member.Unit, separation.Unit)) continue;
            if (separation.Staying.ContainsKey(person)) yield return Offer.Of(state, person, at, separation.Id, new StayWithWhole(separation.Id, null));
            else if (Others(state, separation, member.Unit).FirstOrDefault() is { } other) yield return Offer.Of(state, person, at, separation.Id, new StayWithWhole(separation.Id, other));
        }
    }

    /// <summary>Units of the same kind that stay with the whole.</summary>
    public static IEnumerable<string> Others(State state, Separation separation, string own) => state.Roll.Units.Values
        .Where(u => u.Until is null && u.Kind == state.Roll.Unit(own)!.Kind && !state.Roll.LiesIn(u.Id, separation.Unit)).Select(u => u.Id).Order(StringComparer.Ordinal);
}
