using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Press;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Trust;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;
using Mandate.Organisation.Works;

namespace Mandate.Server.Api;

/// <summary>What a person may do now and why not: each word's answers, for pages, the API and the command line alike.</summary>
public static class Offers
{
    private static readonly ImmutableArray<(string Word, Func<State, string, DateTimeOffset, Naming?, IEnumerable<Offer>> For)> Words =
    [
        ("founding", ByName(FoundingOffers.For)), ("statutes", StatutesOffers.For), ("trust", ByName(TrustOffers.For)), ("roll", ByName(RollOffers.For)), ("offices", OfficesOffers.For),
        ("sessions", SessionsOffers.For), ("motions", ByName(MotionsOffers.For)), ("votes", VotesOffers.For), ("petitions", PetitionsOffers.For),
        ("undertakings", ByName(UndertakingsOffers.For)), ("tendencies", TendenciesOffers.For), ("documents", ByName(DocumentsOffers.For)),
        ("inspection", InspectionOffers.For), ("restrictions", ByName(RestrictionsOffers.For)), ("federation", ByName(FederationOffers.For)), ("press", ByName(PressOffers.For)),
        ("accounts", ByName(AccountsOffers.For)), ("works", ByName(WorksOffers.For)), ("planning", PlanningOffers.For), ("decisions", ByName(DecisionsOffers.For)),
    ];

    /// <summary>The answers of all words; until the founding is closed only the founding has any.</summary>
    /// <param name="names">Makes the pseudonyms under which the person acts; null where the vault is not at hand.</param>
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at, Naming? names) =>
        Words.Where(w => w.Word == "founding" || state.Founding.Stage == FoundingStage.Closed).SelectMany(w => w.For(state, person, at, names));

    /// <summary>The answers of one word, named as its acts begin: <c>motions</c>; none where no such word has any.</summary>
    public static IEnumerable<Offer> Of(string word, State state, string person, DateTimeOffset at, Naming? names) =>
        Words.Where(w => w.Word == word).SelectMany(w => w.For(state, person, at, names));

    /// <summary>Those who have something to do beyond what every member may: founders until the founding is closed, then whoever holds a place.</summary>
    public static IEnumerable<string> Busy(State state, DateTimeOffset at) => state.Founding.Stage != FoundingStage.Closed
        ? state.Founding.Founders
        : state.Offices.Tenures.Values.Where(t => t.HeldAt(at)).Select(t => t.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>A word whose acts all stand under the id on the roll.</summary>
    private static Func<State, string, DateTimeOffset, Naming?, IEnumerable<Offer>> ByName(Func<State, string, DateTimeOffset, IEnumerable<Offer>> asked) =>
        (state, person, at, _) => asked(state, person, at);
}
