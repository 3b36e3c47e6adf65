using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Founding;

/// <summary>What a founder can do until the founding is closed; and, in a rehearsal, the clock.</summary>
public static class FoundingOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Founding.Stage == FoundingStage.Open && state.Founding.Founders.Contains(person, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, state.Founding.Id, new ApproveFounding());
            yield return Offer.Of(state, person, at, state.Founding.Id, new CloseFounding());
        }
        if (state.Founding.Rehearsal) yield return Offer.Of(state, person, at, state.Founding.Id, new AdvanceClock(at.AddDays(1)));
    }
}
