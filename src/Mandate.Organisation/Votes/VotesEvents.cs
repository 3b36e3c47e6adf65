using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Votes;

public abstract record VotesEvent : Event;

/// <param name="Electorate">How many are entitled, as read back.</param>
[WireName("votes.question-put")]
public sealed record QuestionPut(string Id, VoteKind Kind, string? Session, string? Unit, Question Question, int Electorate, string? Replaces, string? Register = null) : VotesEvent
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <param name="Electorate">How many are entitled at the opening.</param>
/// <param name="Shares">The votes that each carries in it; null where everybody has one.</param>
[WireName("votes.opened")]
public sealed record VoteOpened(string Vote, int Electorate, string? Register = null, Shares? Shares = null) : VotesEvent
{
    public override IEnumerable<string> Reads() => Register is null ? [] : [Register];
}

/// <summary>A vote of somebody who votes openly in their office. Never in a matter of persons.</summary>
[WireName("votes.cast-openly")]
public sealed record VoteCast(string Vote, string Person, Choice Choice) : VotesEvent;

/// <param name="Person">Whose vote it is.</param>
/// <param name="Holder">Who cast it for them.</param>
[WireName("votes.cast-by-proxy")]
public sealed record VoteCastByProxy(string Vote, string Person, string Holder, Choice Choice) : VotesEvent;

/// <summary>Somebody has divided the votes that they carry.</summary>
[WireName("votes.cast-split-openly")]
public sealed record VoteSplit(string Vote, string Person, Figures Figures) : VotesEvent;

[WireName("votes.roll-call-demanded")]
public sealed record RollCallDemanded(string Vote, string By) : VotesEvent;

/// <summary>Enough have demanded it: the vote is by roll call under that clause.</summary>
[WireName("votes.made-roll-call")]
public sealed record MadeRollCall(string Vote, string Clause) : VotesEvent;

[WireName("votes.count-demanded")]
public sealed record CountDemanded(string Vote, string By) : VotesEvent;

[WireName("votes.tellers-named")]
public sealed record TellersNamed(string Vote, ImmutableArray<string> Tellers) : VotesEvent;

[WireName("votes.figures-entered")]
public sealed record FiguresEntered(string Vote, string Teller, Figures Figures, Reconciliation? Papers) : VotesEvent;

/// <param name="Electorate">How many were entitled, those who came after the opening included.</param>
/// <param name="Present">Present with a vote when it closed, which the quorum is measured by; outside a session those who took part.</param>
/// <param name="Votes">Votes that those present carry; null where everybody has one.</param>
[WireName("votes.closed")]
public sealed record VoteClosed(string Vote, int Electorate, int Present, int? Votes = null) : VotesEvent;

[WireName("votes.result-declared")]
public sealed record ResultDeclared(string Vote, Outcome Outcome) : VotesEvent;

[WireName("votes.stopped")]
public sealed record VoteStopped(string Vote, string Reason) : VotesEvent;

[WireName("votes.challenged")]
public sealed record ResultChallenged(string Vote, string By, string Reason) : VotesEvent;

[WireName("votes.slip-reported")]
public sealed record SlipReported(string Vote, Slip Slip) : VotesEvent;

/// <param name="Outcome">The outcome with the slip put right; the earlier one stays in the log.</param>
[WireName("votes.slip-corrected")]
public sealed record SlipCorrected(string Vote, string Slip, string Chair, Outcome Outcome) : VotesEvent;

/// <param name="Irregularity">Code of the refusal that the decision would have met; null when it was lawful.</param>
[WireName("votes.paper-decision-recorded")]
public sealed record PaperDecisionRecorded(
    string Id,
    string Session,
    Question Question,
    int Electorate,
    DateTimeOffset DecidedAt,
    Figures Figures,
    ImmutableArray<string> Tellers,
    string? Sheets,
    Outcome Outcome,
    string? Irregularity,
    string? IrregularityClause) : VotesEvent;
