using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public abstract record SessionsCommand : Command;

/// <summary>An act on one session.</summary>
public abstract record SessionCommand(string Session) : SessionsCommand;

/// <summary>Convene a body: by its convenor, or, when a met demand has run out unanswered, by those who may then.</summary>
/// <param name="Unit">The unit whose meeting it is; null for a body of the whole.</param>
/// <param name="Demand">The demand that this convening answers; null otherwise.</param>
/// <param name="SignedAs">Pseudonym under which the one who convenes signed that demand; the node puts it in.</param>
[WireName("sessions.convene")]
public sealed record ConveneSession(string Session, string Body, string? Unit, string Place, DateTimeOffset Opens, DateOnly LastDay, string? Demand, string? SignedAs = null) : SessionCommand(Session);

/// <summary>Demand that a body be convened; whoever demands signs first.</summary>
/// <param name="Register">SHA-256 of the pseudonyms of those who may sign; the node adds it.</param>
[WireName("sessions.demand")]
public sealed record DemandSession(string Demand, string Body, string? Unit, string Purpose, string? Register = null) : SessionsCommand;

/// <summary>Sign a demand, as a member.</summary>
[WireName("sessions.sign-demand")]
public sealed record SignDemand(string Demand) : SessionsCommand;

/// <summary>Sign a demand for a unit (by its assembly in writing or a carried vote of it) or for a body (in its name).</summary>
/// <param name="Vote">The carried vote of the unit's assembly on this demand; null for a decision in writing.</param>
[WireName("sessions.sign-demand-for")]
public sealed record SignDemandFor(string Demand, string? Unit, string? Vote) : SessionsCommand;

/// <summary>Record what became of the notices to these persons, at most 500 per act.</summary>
/// <param name="Channel">A channel that the constitution names (<c>email</c>, <c>post</c>).</param>
[WireName("sessions.record-service")]
public sealed record RecordService(string Session, ImmutableArray<string> Persons, ServiceOutcome Outcome, string Channel, DateOnly Day, string Language) : SessionCommand(Session);

/// <summary>Say that the notice has not reached oneself.</summary>
[WireName("sessions.dispute-service")]
public sealed record DisputeService(string Session) : SessionCommand(Session);

/// <summary>Accept a late or missing notice to oneself.</summary>
[WireName("sessions.waive-notice")]
public sealed record WaiveNotice(string Session) : SessionCommand(Session);

/// <summary>Move the opening to a later time, before it; the remedy for notices that came too late.</summary>
[WireName("sessions.postpone")]
public sealed record PostponeSession(string Session, DateTimeOffset Opens, DateOnly LastDay, string Reason) : SessionCommand(Session);

[WireName("sessions.cancel")]
public sealed record CancelSession(string Session, string Reason) : SessionCommand(Session);

/// <summary>Put an item on the agenda.</summary>
[WireName("sessions.put-item")]
public sealed record PutItem(string Session, string Item, ItemKind Kind, string Title, string? Reference) : SessionCommand(Session);

/// <summary>Set the order of the agenda: every item once.</summary>
[WireName("sessions.order-agenda")]
public sealed record OrderAgenda(string Session, ImmutableArray<string> Items) : SessionCommand(Session);

/// <summary>Accredit at the desk.</summary>
/// <param name="Tenure">The mandate it rests on; null in an assembly of members.</param>
/// <param name="Card">Number of the voting card handed out.</param>
[WireName("sessions.accredit")]
public sealed record Accredit(string Session, string Person, string? Tenure, string? Card) : SessionCommand(Session);

/// <summary>Seat a substitute, at the desk, in the order of the count.</summary>
/// <param name="Replaces">Tenure of the delegate whose place it is.</param>
/// <param name="Tenure">Id of the substitute's own mandate, which begins now.</param>
/// <param name="NotHere">Substitutes before this one in the count who are not here.</param>
[WireName("sessions.seat-substitute")]
public sealed record SeatSubstitute(string Session, string Person, string Replaces, string Tenure, ImmutableArray<string> NotHere, string? Card) : SessionCommand(Session);

[WireName("sessions.reject-credential")]
public sealed record RejectCredential(string Session, string Person, string? Tenure, string Reason) : SessionCommand(Session);

/// <summary>Appeal, by the person concerned, against the desk's refusal.</summary>
[WireName("sessions.appeal-credential")]
public sealed record AppealCredential(string Session) : SessionCommand(Session);

/// <summary>Record an arrival: live quorum.</summary>
/// <param name="Remote">At a distance, where the body's clause allows it; else in the room.</param>
[WireName("sessions.arrive")]
public sealed record Arrive(string Session, string Person, bool Remote = false) : SessionCommand(Session);

[WireName("sessions.depart")]
public sealed record Depart(string Session, string Person) : SessionCommand(Session);

/// <summary>Record, at the desk or by the person, that the connection of somebody present at a distance is lost.</summary>
[WireName("sessions.lose-connection")]
public sealed record LoseConnection(string Session, string Person) : SessionCommand(Session);

[WireName("sessions.restore-connection")]
public sealed record RestoreConnection(string Session, string Person) : SessionCommand(Session);

/// <summary>Let another vote for oneself in this session, where the constitution allows proxies.</summary>
[WireName("sessions.give-proxy")]
public sealed record GiveProxy(string Session, string Holder) : SessionCommand(Session);

[WireName("sessions.revoke-proxy")]
public sealed record RevokeProxy(string Session) : SessionCommand(Session);

/// <param name="SignedAs">For a session on demand: the pseudonym under which the one who opens it signed the demand; the node puts it in.</param>
[WireName("sessions.open")]
public sealed record OpenSession(string Session, string? SignedAs = null) : SessionCommand(Session);

/// <summary>Announce who has been elected to preside.</summary>
/// <param name="Vote">The vote that elected them.</param>
[WireName("sessions.announce-chair")]
public sealed record AnnounceChair(string Session, string Person, string? Vote) : SessionCommand(Session);

[WireName("sessions.take-up")]
public sealed record TakeUp(string Session, string Item) : SessionCommand(Session);

[WireName("sessions.finish-item")]
public sealed record FinishItem(string Session, string Item) : SessionCommand(Session);

/// <summary>Ask for the floor.</summary>
/// <param name="Side"><c>for</c>, <c>against</c>, <c>question</c>, <c>order</c> (a point of order).</param>
/// <param name="Item">The item, or the procedural motion that is before the body.</param>
/// <param name="List">The list of speakers, where the rules of debate have lists; whoever asks says which.</param>
[WireName("sessions.ask-to-speak")]
public sealed record AskToSpeak(string Session, string Speech, string Item, string Side, string? List = null, string? Platform = null) : SessionCommand(Session);

[WireName("sessions.withdraw-speech")]
public sealed record WithdrawSpeech(string Session, string Speech) : SessionCommand(Session);

/// <summary>Give the floor to whoever is next.</summary>
/// <param name="Reason">Why another than the next one speaks; null in turn.</param>
[WireName("sessions.give-floor")]
public sealed record GiveFloor(string Session, string Speech, string? Reason = null) : SessionCommand(Session);

[WireName("sessions.end-speech")]
public sealed record EndSpeech(string Session, string Speech) : SessionCommand(Session);

/// <summary>The chair rules on a point of order.</summary>
/// <param name="Clause">The clause that the ruling rests on.</param>
[WireName("sessions.give-ruling")]
public sealed record GiveRuling(string Session, string Ruling, string Item, string Text, string Clause) : SessionCommand(Session);

/// <summary>Ask the floor whether a ruling stands. It is overturned by a carried vote whose subject is the ruling.</summary>
[WireName("sessions.appeal-ruling")]
public sealed record AppealRuling(string Session, string Ruling) : SessionCommand(Session);

[WireName("sessions.adjourn")]
public sealed record AdjournSession(string Session, DateTimeOffset To, string Reason) : SessionCommand(Session);

[WireName("sessions.resume")]
public sealed record ResumeSession(string Session) : SessionCommand(Session);

[WireName("sessions.close")]
public sealed record CloseSession(string Session) : SessionCommand(Session);

/// <summary>Publish the draft minutes, which the log writes.</summary>
[WireName("sessions.publish-minutes")]
public sealed record PublishMinutes(string Session) : SessionCommand(Session);

[WireName("sessions.object-to-minutes")]
public sealed record ObjectToMinutes(string Session, string Objection, string Text) : SessionCommand(Session);

[WireName("sessions.answer-objection")]
public sealed record AnswerObjection(string Session, string Objection, string Answer, bool Upheld) : SessionCommand(Session);

/// <summary>A speaker states what they said; it stands beside the minutes.</summary>
[WireName("sessions.correct-speech")]
public sealed record CorrectSpeech(string Session, string Correction, string Speech, string Text) : SessionCommand(Session);

/// <summary>Announce the approval of the minutes by a carried vote of the body.</summary>
[WireName("sessions.approve-minutes")]
public sealed record ApproveMinutes(string Session, string Vote) : SessionCommand(Session);

/// <summary>
/// Explain, for the credentials, a gap between what members voted on a motion and what their delegates would vote, or that it cannot be computed (S013).
/// From the hour of the opening any accredited delegate can, so that nobody keeps a congress from meeting by saying nothing.
/// </summary>
[WireName("sessions.explain-gap")]
public sealed record ExplainGap(string Session, string Motion, string Explanation) : SessionCommand(Session);
