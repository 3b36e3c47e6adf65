using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public static class VotesRefusals
{
    /// <summary>Too few present when the vote is decided.</summary>
    public static Refusal NoQuorum(string clause, string text, int needs, int given) =>
        new Refusal("votes.no-quorum", clause) { Needs = needs, Given = given, Way = "put-again" }.With("quorum", text);

    /// <summary>Declared beside a secret vote, or by somebody who does not vote by name, it would show a choice.</summary>
    public static Refusal WouldShow(string clause) => new("votes.would-show", clause) { Needs = "a vote by name", Way = "say-it-elsewhere" };

    public static Refusal TooLateToState(string clause, DateTimeOffset last) => new("votes.too-late-to-state", clause) { Needs = last };

    /// <summary>Consent was given on a condition for an earlier text.</summary>
    public static Refusal ConsentWithdrawn(string clause, string condition, int version) => new("votes.consent-withdrawn", clause) { Needs = condition, Given = version, Way = "renew-consent" };

    public static Refusal SessionNotOpen(string session, string stage) => new("votes.session-not-open", "") { Needs = session, Given = stage };

    /// <summary>The constitution makes this vote secret: on paper only.</summary>
    public static Refusal Secret(string clause, VoteKind given) => new("votes.secret", clause) { Needs = nameof(VoteKind.Paper), Given = given.ToString(), Way = "vote-on-paper" };

    /// <summary>A choice on persons is never stored with a voter, whatever the constitution says.</summary>
    public static Refusal OnPersons(VoteKind given) => new("votes.on-persons", "") { Needs = $"{nameof(VoteKind.Paper)}, {nameof(VoteKind.Hands)}", Given = given.ToString(), Way = "vote-on-paper" };

    /// <summary>Members who hold no office do not vote by name.</summary>
    public static Refusal MembersNotByName(string clause, VoteKind given) => new("votes.members-not-by-name", clause) { Needs = $"{nameof(VoteKind.Paper)}, {nameof(VoteKind.Hands)}", Given = given.ToString(), Way = "vote-on-paper" };

    public static Refusal OutsideSession(VoteKind given) => new("votes.outside-session-on-paper", "") { Needs = nameof(VoteKind.Paper), Given = given.ToString(), Way = "vote-on-paper" };

    /// <summary>The constitution does not say that a roll call can be demanded.</summary>
    public static Refusal RollCallNotOnDemand() => new("votes.roll-call-not-on-demand", "procedure") { Way = "move-a-change-of-the-rules" };

    /// <summary>Enough have demanded that it be by roll call.</summary>
    public static Refusal RollCallDemanded(string clause, VoteKind given) => new("votes.roll-call-demanded", clause) { Needs = nameof(VoteKind.RollCall), Given = given.ToString() };

    /// <summary>The clause does not let a delegate divide the votes that they carry.</summary>
    public static Refusal NotSplit(string clause) => new("votes.not-split", clause) { Needs = "one choice for all" };

    /// <summary>What is divided is all that somebody carries.</summary>
    public static Refusal SplitDoesNotSum(string clause, int needs, long given) => new("votes.split-does-not-sum", clause) { Needs = needs, Given = given };

    /// <summary>The votes were shared out before this person was accredited.</summary>
    public static Refusal SharedOut(string clause, string person) => new("votes.shared-out", clause) { Given = person, Way = "vote-in-the-next" };

    public static Refusal NeverUncontested(string clause, string cls) => new("votes.never-uncontested", clause) { Given = cls, Way = "take-a-count" };

    public static Refusal CountDemanded(string vote) => new("votes.count-demanded", "") { Given = vote, Way = "take-a-count" };

    /// <summary>The clause does not make this body decide.</summary>
    public static Refusal NotThisBody(string clause, string needs, string given) => new("votes.not-this-body", clause) { Needs = needs, Given = given };

    public static Refusal TextMoved(string subject, int needs, int given) => new Refusal("votes.text-moved", "") { Needs = needs, Given = given }.With("subject", subject);

    public static Refusal AlreadyPut(string vote) => new("votes.already-put", "") { Needs = "no other vote on it", Given = vote };

    public static Refusal NothingToReplace(string vote, string stage) => new Refusal("votes.nothing-to-replace", "") { Needs = "a stopped or challenged vote", Given = stage }.With("vote", vote);

    public static Refusal NotEntitled(string clause, string person) => new("votes.not-entitled", clause) { Needs = "somebody who is entitled", Given = person };

    public static Refusal NotPresent(string person) => new("votes.not-present", "") { Given = person, Way = "come-to-the-desk" };

    public static Refusal NotByName(VoteKind kind) => new("votes.not-by-name", "") { Needs = "another kind of vote", Given = kind.ToString() };

    public static Refusal MoreThanPresent(int present, int given) => new("votes.more-than-present", "") { Needs = present, Given = given };

    public static Refusal TellersMissing(int needs, int given) => new("votes.tellers-missing", "") { Needs = needs, Given = given, Way = "name-tellers" };

    public static Refusal TellerIsCandidate(string person) => new("votes.teller-is-candidate", "") { Needs = "somebody who does not stand", Given = person };

    public static Refusal FiguresMissing(string tellers) => new("votes.figures-missing", "") { Needs = tellers, Way = "enter-figures" };

    public static Refusal TellersDiffer(string a, string b) => new("votes.tellers-differ", "") { Needs = a, Given = b, Way = "look-at-the-papers" };

    public static Refusal DoesNotBalance(int issued, int sum) => new("votes.does-not-balance", "") { Needs = issued, Given = sum };

    public static Refusal MorePapersThanPersons(int persons, int papers) => new("votes.more-papers-than-persons", "") { Needs = persons, Given = papers };

    public static Refusal FewerIssued(int persons, int issued) => new("votes.fewer-papers-than-persons", "") { Needs = persons, Given = issued };

    public static Refusal PapersDisagree(string what, long needs, long given) => new Refusal("votes.papers-disagree", "") { Needs = needs, Given = given }.With("what", what);

    public static Refusal HasPaper(string person) => new("votes.has-paper", "") { Needs = "only once", Given = person };

    public static Refusal Unreadable(string fault) => new("votes.papers-unreadable", "") { Needs = "papers that can be read", Given = fault };

    public static Refusal MethodNotOffered(string clause, string method) => new("votes.method-not-offered", clause) { Needs = "a method that is offered", Given = method };

    public static Refusal TieOpen(Vote vote) => new("votes.tie-open", vote.Question.Clause) { Needs = "a rule that decides the tie", Given = vote.Ties ?? "" };

    public static Refusal TieRule(string fault) => new("votes.tie-rule", "") { Needs = "a rule that decides the tie", Given = fault };

    public static Refusal AlreadyStands(string person) => new("votes.already-stands", "") { Needs = "only once", Given = person };

    public static Refusal NotNominated(string person) => new("votes.not-nominated", "") { Needs = "somebody who stands", Given = person };

    public static Refusal NotEnoughSupport(Rule rule, string needs, int members, int units) =>
        new Refusal("votes.not-enough-support", rule.Clause.Path) { Needs = needs, Given = members }.With("units", units);

    public static Refusal UnitHasNotDecided(string clause, string unit, string person) =>
        new Refusal("votes.unit-has-not-decided", clause) { Needs = unit, Given = person, Way = "vote-in-the-unit" };

    public static Refusal Nobody(string clause) => new("votes.nobody-stands", clause) { Needs = 1, Given = 0, Way = "nominate" };

    /// <summary>Nobody of that name waits for a confirmation.</summary>
    public static Refusal NothingToConfirm(string clause, string person) => new("votes.nothing-to-confirm", clause) { Needs = "somebody who waits for confirmation", Given = person };

    public static Refusal NoSuchSlip(string slip) => new("votes.no-such-slip", "") { Needs = "one that exists", Given = slip };

    public static Refusal SlipSaysNothing(VoteKind kind) => new("votes.slip-says-nothing", "") { Needs = "what ought to stand there", Given = kind.ToString() };

    public static Refusal ReasonMissing() => new("votes.reason-missing", "") { Needs = 1, Given = 0 };

    public static Refusal NotEnoughSignatures(string clause, int needs, int given) => new("offices.not-enough-signatures", clause) { Needs = needs, Given = given };

    /// <summary>Nobody puts more than a few questions to the candidates of one election.</summary>
    public static Refusal AskedEnough(string clause, int most, int given) => new("votes.asked-enough", clause) { Needs = most, Given = given };
}
