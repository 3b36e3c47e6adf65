using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public abstract record VotesCommand : Command;

/// <summary>
/// Read back a question before the vote on it: text and version, kind of vote, majority and its clause, who is entitled, quorum.
/// By whoever presides, or for a vote of members outside a session by whoever conducts it.
/// </summary>
/// <param name="Session">The open session; null for a vote of members outside one.</param>
/// <param name="Unit">The unit whose members vote outside a session; null in a session or for all members.</param>
/// <param name="Subject">Id of the motion, amendment, ruling or recall petition.</param>
/// <param name="TextVersion">The version that is decided; refused when the text has moved on.</param>
/// <param name="Text">The question in the words in which it is put.</param>
/// <param name="Replaces">The stopped, challenged or abandoned vote that this one is held again for.</param>
/// <param name="Register">For a vote of members: SHA-256 of the register of their pseudonyms; the node adds it.</param>
/// <param name="ReadOut">That the words to which the text refers were read out to those who vote: asked for where they do not vote under their names.</param>
[WireName("votes.put")]
public sealed record PutQuestion(string Id, VoteKind Kind, string? Session, string? Unit, string Subject, int? TextVersion, string Text, string? Replaces = null, string? Register = null, bool ReadOut = false) : VotesCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Open the vote that has been read back, or the polling of an election.</summary>
/// <param name="Register">For an election by members: SHA-256 of the register of their pseudonyms; the node adds it.</param>
[WireName("votes.open")]
public sealed record OpenVote(string Vote, string? Register = null) : VotesCommand
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>Vote in one's own name in an open or roll-call vote; may be changed until it closes.</summary>
/// <param name="Read">That one has read the words to which the text refers; asked for where it refers to any (requirement S064).</param>
[WireName("votes.cast")]
public sealed record CastVote(string Vote, Choice Choice, bool Read = false, ImmutableArray<string> Passages = default) : VotesCommand;

/// <summary>Vote for somebody who has given one a proxy, in an open or roll-call vote; may be changed until it closes.</summary>
[WireName("votes.cast-for")]
public sealed record CastFor(string Vote, string Person, Choice Choice, bool Read = false, ImmutableArray<string> Passages = default) : VotesCommand;

/// <summary>Divide the votes that one carries, where the clause <c>votes</c> of the body allows it; may be changed until it closes.</summary>
/// <param name="Figures">All that one carries, no more and no fewer.</param>
[WireName("votes.cast-split")]
public sealed record CastSplit(string Vote, Figures Figures, bool Read = false, ImmutableArray<string> Passages = default) : VotesCommand;

/// <summary>Vote one way with all that one carries: one's own and those of everybody away who has given one a proxy.</summary>
[WireName("votes.cast-all")]
public sealed record CastAll(string Vote, Choice Choice, bool Read = false, ImmutableArray<string> Passages = default) : VotesCommand;

/// <summary>
/// Demand that the question be voted on by roll call, until the vote closes. When as many as the clause says have demanded it, it is.
/// </summary>
[WireName("votes.demand-roll-call")]
public sealed record DemandRollCall(string Vote) : VotesCommand;

/// <summary>In an uncontested decision: somebody present demands a count, and then there is one.</summary>
[WireName("votes.demand-count")]
public sealed record DemandCount(string Vote) : VotesCommand;

/// <summary>
/// Name those who count. Never a candidate. Two for paper; one or two for a show of hands and for corrections of a roll call.
/// </summary>
[WireName("votes.name-tellers")]
public sealed record NameTellers(string Vote, ImmutableArray<string> Tellers) : VotesCommand;

/// <summary>
/// A teller enters what they have counted; each teller for themselves. For paper with the account of the papers, whose
/// <c>counted</c> is the sum of the three figures. Entered again to resolve a difference.
/// </summary>
[WireName("votes.enter-figures")]
public sealed record EnterFigures(string Vote, Figures Figures, Reconciliation? Papers = null) : VotesCommand;

[WireName("votes.close")]
public sealed record CloseVote(string Vote) : VotesCommand;

/// <summary>Declare the result of a vote on a question: exact arithmetic, quorum checked now.</summary>
[WireName("votes.declare")]
public sealed record DeclareResult(string Vote) : VotesCommand;

/// <summary>Stop a vote that has not been declared. What was cast until then is never shown; it is put again as a new vote.</summary>
[WireName("votes.stop")]
public sealed record StopVote(string Vote, string Reason) : VotesCommand;

/// <summary>Challenge a declared result, while the session is open: it is put again as a new, linked vote.</summary>
[WireName("votes.challenge")]
public sealed record ChallengeResult(string Vote, string Reason) : VotesCommand;

/// <summary>
/// A slip in recording: what a teller says ought to stand there. It counts when whoever presides has signed too.
/// </summary>
/// <param name="Person">For a roll call: whose vote was recorded wrongly.</param>
/// <param name="Choice">For a roll call: what they said.</param>
/// <param name="Figures">For hands: the right figures.</param>
[WireName("votes.report-slip")]
public sealed record ReportSlip(string Vote, string Slip, string? Person, Choice? Choice, Figures? Figures, string Reason) : VotesCommand;

[WireName("votes.sign-slip")]
public sealed record SignSlip(string Vote, string Slip) : VotesCommand;

/// <summary>
/// What the hall decided on printed sheets while power or system failed, entered afterwards. The same rules judge it: what
/// fails them is recorded as an irregularity and is not lawfully adopted.
/// </summary>
/// <param name="DecidedAt">When the hall decided.</param>
/// <param name="Present">Presence on the sheets.</param>
/// <param name="Secret">The sheets were folded papers, so that nobody saw another's choice.</param>
/// <param name="Tellers">Who counted and signed the sheets.</param>
/// <param name="Sheets">SHA-256 of the scanned sheets or of their text, where they are kept as a blob.</param>
[WireName("votes.record-paper-decision")]
public sealed record RecordPaperDecision(
    string Id,
    string Session,
    string Subject,
    int? TextVersion,
    string Text,
    DateTimeOffset DecidedAt,
    Figures Figures,
    int Present,
    bool Secret,
    ImmutableArray<string> Tellers,
    string? Sheets) : VotesCommand;
