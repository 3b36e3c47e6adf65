using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

/// <summary>Why a vote by sealed ballots is not prepared, opened, closed or published.</summary>
public static class SecretRefusals
{
    /// <summary>The constitution does not say that a secret vote can be demanded.</summary>
    public static Refusal NotOnDemand() => new("votes.secret-not-on-demand", "procedure") { Way = "move-a-change-of-the-rules" };

    public static Refusal SecretAlready(string? clause) => new("votes.secret-already", clause ?? "") { Needs = "a vote that is not secret yet" };

    /// <summary>Sealed ballots take the place of paper: of a vote that is put as a secret one.</summary>
    public static Refusal NotOnPaper(VoteKind kind) => new("votes.box-not-on-paper", "") { Needs = nameof(VoteKind.Paper), Given = kind.ToString(), Way = "vote-on-paper" };

    /// <summary>So small a group has no secret from its own result.</summary>
    public static Refusal GroupTooSmall(string clause, int given) => new("votes.box-group-too-small", clause) { Needs = SecretBox.LeastVoters, Given = given, Way = "vote-on-paper" };

    /// <summary>Where delegates carry different numbers of votes a sealed ballot of several votes would tell whose it is: each is given so many papers.</summary>
    public static Refusal VotesCarried(string clause) => new("votes.box-votes-carried", clause) { Needs = "one vote each", Way = "vote-on-paper" };

    public static Refusal TooManyCandidates(int given) => new("votes.box-too-many-candidates", "") { Needs = 30, Given = given, Way = "vote-on-paper" };

    /// <summary>The verifier does not accept the archive.</summary>
    public static Refusal DoesNotHold(string fault) => new("votes.box-does-not-hold", "") { Needs = "an archive that holds", Given = fault };

    /// <summary>The archive is of another stage than it should be.</summary>
    public static Refusal Stage(string needs) => new("votes.box-stage", "") { Needs = needs };

    /// <param name="what">What of the box differs from the vote: <c>question</c>, <c>answers</c>, <c>credentials</c>, <c>trustees</c> ...</param>
    public static Refusal Disagrees(string what, object needs, object given) => new Refusal("votes.box-disagrees", "") { Needs = needs, Given = given }.With("what", what);

    public static Refusal UuidUsed(string vote) => new("votes.box-uuid-used", "") { Needs = "a box of its own", Given = vote };

    /// <summary>Nobody does two of these: make the credentials, conduct the vote, hold a part of the key; no candidate does any.</summary>
    public static Refusal TwoParts(string person) => new("votes.box-two-parts", "") { Needs = "one part for each", Given = person };

    public static Refusal CampOpens(string camp, int threshold, int given) => new Refusal("votes.box-camp-opens", "") { Needs = threshold - 1, Given = given }.With("camp", camp);

    public static Refusal CampBlocks(string camp, int most, int given) => new Refusal("votes.box-camp-blocks", "") { Needs = most, Given = given }.With("camp", camp);

    public static Refusal NotConfirmed(string persons) => new("votes.box-not-confirmed", "") { Needs = persons, Way = "confirm-the-box" };

    public static Refusal NotByBox(string vote) => new("votes.box-missing", "") { Needs = "a vote by sealed ballots", Given = vote };

    /// <summary>A head that is behind one in the record, or another one of the same height.</summary>
    public static Refusal HeadBehind(int needs, int given) => new("votes.box-head-behind", "") { Needs = needs, Given = given };

    public static Refusal TooFewToOpen(string clause, int given) => new("votes.box-too-few-ballots", clause) { Needs = SecretBox.LeastVoters, Given = given, Way = "keep-open-or-stop" };

    /// <summary>The archive does not contain a head that is in the record: it is another box.</summary>
    public static Refusal OtherBox(int height, string head) => new("votes.box-other", "") { Needs = head, Given = height };

    public static Refusal TooFewShuffles(int needs, int given) => new("votes.box-too-few-shuffles", "") { Needs = needs, Given = given };

    /// <summary>The vote is held by sealed ballots: figures and papers come from the box alone.</summary>
    public static Refusal ByBox(string vote) => new("votes.by-box", "") { Given = vote, Way = "publish-the-box" };
}
