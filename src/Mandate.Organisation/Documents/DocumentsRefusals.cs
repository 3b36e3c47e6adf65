using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Documents;

public static class DocumentsRefusals
{
    /// <summary>It opens on its day, not before and whatever anybody wants.</summary>
    public static Refusal NotYetOpen(string clause, DateTimeOffset opens) => new("documents.not-yet-open", clause) { Earliest = opens };

    /// <summary>The text is not the one that was deposited.</summary>
    public static Refusal OtherText(string clause, string committed, string given) => new("documents.other-text", clause) { Needs = committed, Given = given };

    public static Refusal ReceivedAlready(string clause) => new("documents.received-already", clause) { Needs = "only once" };

    public static Refusal TooFarAhead(string clause, DateOnly last, DateOnly given) => new("documents.too-far-ahead", clause) { Needs = last, Given = given };

    /// <summary>A sealed document opens with the shares of its holders, not with a text that somebody brings.</summary>
    public static Refusal IsSealed(string clause, string document) => new("documents.is-sealed", clause) { Given = document, Way = "lend-a-share" };

    public static Refusal NotSealed(string clause, string document) => new("documents.not-sealed", clause) { Needs = "a sealed document", Given = document };

    /// <summary>What was handed in does not hold: the record of a key, a seal, a share, a sign.</summary>
    /// <param name="what"><c>key</c>, <c>seal</c>, <c>share</c>, <c>sign</c> or <c>content</c>.</param>
    public static Refusal DoesNotHold(string clause, string what, string fault) => new Refusal("documents.does-not-hold", clause) { Needs = "a file that holds", Given = fault }.With("what", what);

    /// <param name="what">What differs: <c>holders</c>, <c>organisation</c>, <c>copy</c>, <c>holder</c>.</param>
    public static Refusal Disagrees(string clause, string what, object needs, object given) => new Refusal("documents.disagrees", clause) { Needs = needs, Given = given }.With("what", what);

    /// <summary>One camp, or those who hold one place, could open what is sealed without anybody else.</summary>
    public static Refusal CampOpens(string clause, string camp, int most, int given) => new Refusal("documents.camp-opens", clause) { Needs = most, Given = given }.With("camp", camp);

    /// <summary>One camp, or those who hold one place, could keep it closed for ever.</summary>
    public static Refusal CampBlocks(string clause, string camp, int most, int given) => new Refusal("documents.camp-blocks", clause) { Needs = most, Given = given }.With("camp", camp);

    public static Refusal KeyNotConfirmed(string clause, string persons) => new("documents.key-not-confirmed", clause) { Needs = persons, Way = "confirm-the-key" };

    public static Refusal NoSuchCondition(string clause, string condition) => new("documents.no-such-condition", clause) { Needs = condition };

    /// <summary>The day can come earlier, not later.</summary>
    public static Refusal NotPutOff(string clause, DateOnly stands, DateOnly given) => new("documents.not-put-off", clause) { Needs = stands, Given = given };

    /// <summary>All parts open together, each as it was deposited.</summary>
    public static Refusal OtherParts(string clause, int needs, int given) => new("documents.other-parts", clause) { Needs = needs, Given = given };

    /// <summary>An embargo binds all or nobody: as long as nobody has quoted it, whoever received it does not either.</summary>
    public static Refusal NotToQuote(string clause, string depositor, string by) => new("documents.not-to-quote", clause) { Needs = depositor, Given = by };

    public static Refusal TooFewShares(string clause, int needs, int given) => new("documents.too-few-shares", clause) { Needs = needs, Given = given, Way = "lend-a-share" };

    /// <summary>Whoever deposited it was promised its day.</summary>
    public static Refusal NotToPublish(string clause, DateOnly release) => new("documents.not-to-publish", clause) { Needs = release, Earliest = Calendar.Start(release) };

    /// <summary>A demand that is not followed is looked at again within twelve months.</summary>
    public static Refusal ReviewTooLate(string clause, DateOnly last, DateOnly given) => new("documents.review-too-late", clause) { Needs = last, Given = given };

    /// <summary>The motion's text does not rest on that document.</summary>
    public static Refusal NotCited(string clause, string name) => new("documents.not-cited", clause) { Needs = name };

    /// <summary>The document was handed in with the papers: everybody had the time to read it.</summary>
    public static Refusal WithThePapers(string clause, string document) => new("documents.with-the-papers", clause) { Needs = "handed in after the papers", Given = document };

    /// <summary>No vote is put off twice.</summary>
    public static Refusal AdjournedOnce(string clause, string motion) => new("documents.adjourned-once", clause) { Needs = "only once", Given = motion };

    public static Refusal VotePutOff(string clause, DateTimeOffset until) => new("documents.vote-put-off", clause) { Earliest = until };

    /// <summary>Directions for after somebody's death open then.</summary>
    public static Refusal StillLives(string clause, string directions) => new("documents.still-lives", clause) { Needs = "a member who has died", Given = directions };

    /// <summary>What somebody left word on for their own person is set aside only by whom they trusted with it.</summary>
    public static Refusal WillStands(string clause, string directions) => new("documents.will-stands", clause) { Needs = "the agreement of the trustee", Given = directions, Way = "ask-trustee" };
}
