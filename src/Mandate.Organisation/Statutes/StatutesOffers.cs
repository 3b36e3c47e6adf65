using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Statutes;

/// <summary>Judgements that wait for the body that a person sits on.</summary>
public static class StatutesOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at) => state.Statutes.Judgements.Values
        .Where(asked => asked.Answer is null && state.Offices.Holds(person, asked.Body, at))
        .OrderBy(asked => asked.Id, StringComparer.Ordinal)
        .Select(asked => Offer.Of(state, person, at, asked.Id, new Judge(asked.Id, true, "-")));
}
