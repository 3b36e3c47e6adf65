using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Petitions;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class PetitionsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names = null)
    {
        if (state.Statutes.At(at).Bodies.Keys.FirstOrDefault() is { } body) yield return Offer.Of(state, person, at, "new", new StartPetition("offer", body, "-"), names);
        foreach (var petition in state.Petitions.All.Values.Where(p => p.AnsweredAt is null).OrderBy(p => p.Id, StringComparer.Ordinal))
        {
            yield return Offer.Of(state, person, at, petition.Id, new SignPetition(petition.Id), names);
            if (state.Offices.Holds(person, petition.To, at)) yield return Offer.Of(state, person, at, petition.Id, new AnswerPetition(petition.Id, Reply.Granted, "-"));
        }
    }
}
