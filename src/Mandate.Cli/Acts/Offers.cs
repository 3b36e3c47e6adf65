using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Votes;

namespace Mandate.Cli.Acts;

/// <summary>What a person may do now and why not, over all words.</summary>
internal static class Offers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        if (state.Founding.Stage != FoundingStage.Closed) return FoundingOffers.For(state, person, at);
        return
        [
            .. FoundingOffers.For(state, person, at), .. StatutesOffers.For(state, person, at), .. RollOffers.For(state, person, at),
            .. OfficesOffers.For(state, person, at), .. SessionsOffers.For(state, person, at), .. MotionsOffers.For(state, person, at), .. VotesOffers.For(state, person, at),
        ];
    }

    /// <summary>Those who have something to do beyond what every member may: founders until the founding is closed, then whoever holds a place.</summary>
    public static IEnumerable<string> Busy(State state, DateTimeOffset at) => state.Founding.Stage != FoundingStage.Closed
        ? state.Founding.Founders
        : state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).Select(t => t.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
