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
            yield return Offer.Of(state, person, at, petition.Id, petition.Closed ? new SignClosed(petition.Id, petition.Commitment) : new SignPetition(petition.Id), names);
            if (state.Offices.Holds(person, petition.To, at)) yield return Offer.Of(state, person, at, petition.Id, new AnswerPetition(petition.Id, Reply.Granted, "-"));
        }
        foreach (var offer in OfConcerns(state, person, at, names).Concat(OfProtests(state, person, at))) yield return offer;
    }

    private static IEnumerable<Offer> OfConcerns(State state, string person, DateTimeOffset at, Naming? names)
    {
        if (state.Roll.Member(person) is { InGoodStanding: true } member) yield return Offer.Of(state, person, at, "new", new RaiseConcern("offer", member.Unit, "-"), names);
        if (!state.Offices.ServedBy(person, at).Any()) yield break;
        foreach (var concern in state.Petitions.Concerns.Values.Where(c => c.AnsweredAt is null).OrderBy(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal))
            if (Offer.Of(state, person, at, concern.Id, new AnswerConcern(concern.Id, "-")) is { WhyNot: null } open) yield return open;
    }

    /// <summary>Who holds a place in a unit asks in its name, who sits on the body answers in writing: both are told so where they cannot alone.</summary>
    private static IEnumerable<Offer> OfProtests(State state, string person, DateTimeOffset at)
    {
        var units = state.Offices.HeldBy(person, at).Where(t => t.Session is null).Select(t => t.Seat.Unit).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        foreach (var protest in state.Petitions.Protests.Values.Where(p => !p.Answered).OrderBy(p => p.At).ThenBy(p => p.Id, StringComparer.Ordinal))
        {
            foreach (var unit in units.Where(u => !protest.Units.ContainsKey(u))) yield return Offer.Of(state, person, at, protest.Id, new JoinProtest(protest.Id, unit));
            if (state.Offices.Holds(person, protest.To.Split('@')[0], at)) yield return Offer.Of(state, person, at, protest.Id, new AnswerProtest(protest.Id, ProtestOutcome.Maintained, "-"));
        }
    }
}
