using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;

namespace Mandate.Organisation.Votes;

/// <summary>Open nominations for the vacant seats of a place.</summary>
/// <param name="Session">The open session of the body that elects; null where members elect outside one.</param>
/// <param name="Place">Seat group or office, with the unit that fills it.</param>
/// <param name="ForSession">For delegates: the session they are elected for, which has their number.</param>
/// <param name="Ties">How ties are decided where the method leaves them open (<c>previous,seed:TEXT</c>); null is <c>previous,seed:ID</c> with the id of this vote.</param>
/// <param name="Replaces">The stopped election that this one is held again for.</param>
/// <param name="Register">SHA-256 of the register of those who may nominate; the node adds it.</param>
[WireName("votes.open-nominations")]
public sealed record OpenNominations(string Id, string? Session, Seat Place, string? ForSession, string? Ties = null, string? Replaces = null, string? Register = null) : VotesCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Nominate somebody, or oneself, which is also consent. Where the office asks for the support of units or members, each further nomination supports.</summary>
/// <param name="ForUnit">The unit in whose name its body nominates; null for one's own nomination.</param>
[WireName("votes.nominate")]
public sealed record Nominate(string Vote, string Person, string? ForUnit = null) : VotesCommand;

[WireName("votes.accept-nomination")]
public sealed record AcceptNomination(string Vote) : VotesCommand;

/// <summary>Stand down, until nominations close.</summary>
[WireName("votes.withdraw")]
public sealed record WithdrawCandidacy(string Vote) : VotesCommand;

/// <summary>Close nominations: those who have accepted and have the support their office asks for stand, in the order of the paper.</summary>
[WireName("votes.close-nominations")]
public sealed record CloseNominations(string Vote) : VotesCommand;

/// <summary>Give out ballot papers: one to each. Who was given one is recorded, never what was on it.</summary>
[WireName("votes.issue-papers")]
public sealed record IssuePapers(string Vote, ImmutableArray<string> Persons) : VotesCommand;

/// <summary>
/// A teller enters the shuffled papers, each teller for themselves, as one BLT file without ids; or signs the file that the
/// other has entered, by entering the same one. Entered again to resolve a difference at the paper.
/// </summary>
/// <param name="Ballots">SHA-256 of the BLT blob.</param>
[WireName("votes.enter-papers")]
public sealed record EnterPapers(string Vote, string Ballots, Reconciliation Papers) : VotesCommand
{
    public override IEnumerable<string> Reads() => [Ballots];
}

/// <summary>Confirm somebody who was elected, or do not, with the reason: by whom the clause makes confirm.</summary>
[WireName("votes.confirm-elected")]
public sealed record ConfirmElected(string Vote, string Person, bool Confirms, string? Reason = null) : VotesCommand;

/// <summary>Count the papers that both tellers have entered alike, and publish: who is elected takes up the mandate.</summary>
/// <param name="Ballots">SHA-256 of the BLT blob that is counted; one of the tellers' entries.</param>
[WireName("votes.publish-result")]
public sealed record PublishElection(string Vote, string Ballots) : VotesCommand
{
    public override IEnumerable<string> Reads() => [Ballots];
}

/// <summary>Ask all who stand something, or one of them; under the pseudonym of the nominations.</summary>
[WireName("votes.ask-candidates")]
public sealed record AskCandidates(string Vote, string Question, string Asks, string? To = null) : VotesCommand;

/// <summary>Answer a question as a candidate; a later answer stands in the place of the earlier one.</summary>
[WireName("votes.answer-as-candidate")]
public sealed record AnswerAsCandidate(string Vote, string Question, string Answer) : VotesCommand;
