using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Trust;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Server.Api;

/// <summary>What a person may do now and why not, over all words.</summary>
public static class Offers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Founding.Stage != FoundingStage.Closed) return FoundingOffers.For(state, person, at);
        return
        [
            .. FoundingOffers.For(state, person, at), .. StatutesOffers.For(state, person, at), .. TrustOffers.For(state, person, at), .. RollOffers.For(state, person, at),
            .. OfficesOffers.For(state, person, at), .. SessionsOffers.For(state, person, at), .. MotionsOffers.For(state, person, at), .. VotesOffers.For(state, person, at),
            .. PetitionsOffers.For(state, person, at), .. UndertakingsOffers.For(state, person, at), .. TendenciesOffers.For(state, person, at), .. DocumentsOffers.For(state, person, at),
            .. InspectionOffers.For(state, person, at), .. RestrictionsOffers.For(state, person, at), .. FederationOffers.For(state, person, at),
        ];
    }

    /// <summary>Those who have something to do beyond what every member may: founders until the founding is closed, then whoever holds a place.</summary>
    public static IEnumerable<string> Busy(State state, DateTimeOffset at) => state.Founding.Stage != FoundingStage.Closed
        ? state.Founding.Founders
        : state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).Select(t => t.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
