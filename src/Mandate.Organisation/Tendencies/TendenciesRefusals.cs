using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Tendencies;

public static class TendenciesRefusals
{
    /// <summary>A tendency ends, and is formed anew as often as its members want it.</summary>
    public static Refusal TooLong(string clause, DateOnly last, DateOnly given) => new("tendencies.too-long", clause) { Needs = last, Given = given };

    public static Refusal Over(string clause, DateOnly until) => new("tendencies.over", clause) { Needs = until, Way = "form-tendency" };

    public static Refusal DoesNotStand(string clause, int needed, int given) => new("tendencies.does-not-stand", clause) { Needs = needed, Given = given, Way = "join-tendency" };

    /// <summary>There is no such vote, nor a body in which the constitution gives tendencies places.</summary>
    public static Refusal NothingToServeAt(string clause, string given) => new("tendencies.nothing-to-serve-at", clause) { Needs = "a vote, or a body with places for tendencies", Given = given };

    /// <summary>Only papers and sealed ballots are counted by somebody.</summary>
    public static Refusal NothingToWatch(string clause, string kind) => new("tendencies.nothing-to-watch", clause) { Needs = "a vote on paper or by sealed ballots", Given = kind };

    /// <summary>Nobody is named who has not offered.</summary>
    public static Refusal HasNotOffered(string clause, string person) => new("tendencies.has-not-offered", clause) { Needs = "somebody who has offered", Given = person, Way = "offer-first" };

    public static Refusal HasAPart(string clause, string person) => new("tendencies.has-a-part", clause) { Needs = "neither candidate nor teller", Given = person };

    public static Refusal AllNamed(string clause, int most) => new("tendencies.all-named", clause) { Needs = most };

    public static Refusal ObservedTooLate(string clause, DateOnly last) => new("tendencies.observed-too-late", clause) { Needs = last };

    /// <summary>The constitution gives tendencies no place in that body.</summary>
    public static Refusal NoPresence(string clause, string body) => new("tendencies.no-presence", clause) { Needs = "a body with places for tendencies", Given = body };

    public static Refusal NoPlaceLeft(string clause, int places) => new("tendencies.no-place-left", clause) { Needs = places };

    /// <summary>The constitution gives no co-reports in that body.</summary>
    public static Refusal NoCoReports(string clause, string body) => new("tendencies.no-co-reports", clause) { Needs = "a body with co-reports of tendencies", Given = body };

    /// <summary>In proportion to members another tendency has the co-reports that there are.</summary>
    public static Refusal TooFewForCoReport(string clause, int members) => new("tendencies.too-few-for-co-report", clause) { Needs = "a share of the co-reports in proportion to members", Given = members, Way = "join-tendency" };

    public static Refusal JoinedAlready(string clause) => new("tendencies.joined-already", clause) { Needs = "only once" };

    /// <summary>Only a resolution that was adopted has a minority report.</summary>
    public static Refusal NotAdopted(string clause, string motion) => new("tendencies.not-adopted", clause) { Needs = "a resolution that was adopted", Given = motion };

    /// <summary>The right is given in other bodies.</summary>
    public static Refusal NotInThatBody(string clause, string bodies, string given) => new("tendencies.not-in-that-body", clause) { Needs = bodies, Given = given };

    public static Refusal ReportTooLate(string clause, DateOnly last) => new("tendencies.report-too-late", clause) { Needs = last };

    public static Refusal SignedAlready(string clause) => new("tendencies.signed-already", clause) { Needs = "only once" };

    /// <summary>Who joins shares at least one point, and names points that it has.</summary>
    public static Refusal NoSuchPoint(string clause, int points, string given) => new("tendencies.no-such-point", clause) { Needs = points, Given = given, Way = "join-with-a-point" };

    /// <summary>An account goes on from the one before.</summary>
    public static Refusal AccountedAlready(string clause, DateOnly until) => new("tendencies.accounted-already", clause) { Needs = until };

    /// <summary>The text is not the one that the parties noted.</summary>
    public static Refusal NotThatText(string clause) => new("tendencies.not-that-text", clause) { Needs = "the text that the parties keep, to the letter" };

    /// <summary>Only a party shows that there was a consultation, and each for themselves.</summary>
    public static Refusal NotAParty(string clause) => new("tendencies.not-a-party", clause) { Needs = "one of its parties" };

    public static Refusal NotJoined(string clause) => new("tendencies.not-joined", clause) { Needs = "somebody who belongs to it" };
}
