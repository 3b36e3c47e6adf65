using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

public abstract record SessionsEvent : Event;

/// <summary>What has happened to one session.</summary>
public abstract record SessionEvent(string Session) : SessionsEvent;

/// <summary>
/// A session is convened. Whom it entitles to a notice is not written out (an entry has room for some hundreds of names):
/// folding lists them from the roll and the offices as they stand, and the digest commits to the list.
/// </summary>
/// <param name="By">The body in whose name, else the person.</param>
/// <param name="EntitledDigest">SHA-256 (lower hex) of the ids in order, each ended by a line feed.</param>
[WireName("sessions.convened")]
public sealed record SessionConvened(
    string Session,
    string Body,
    string? Unit,
    string Place,
    string By,
    DateTimeOffset Opens,
    DateOnly LastDay,
    DateOnly CountDate,
    ImmutableSortedDictionary<string, int> Delegates,
    int Entitled,
    string EntitledDigest,
    ImmutableArray<AgendaItem> Agenda,
    string? Demand) : SessionEvent(Session);

/// <param name="Register">SHA-256 of the pseudonyms of those who may sign.</param>
[WireName("sessions.demanded")]
public sealed record SessionDemanded(string Demand, string Body, string? Unit, string Purpose, string Register) : SessionsEvent;

[WireName("sessions.demand-signed")]
public sealed record DemandSigned(string Demand, string Person) : SessionsEvent;

[WireName("sessions.demand-signed-for")]
public sealed record DemandSignedFor(string Demand, string? Unit, string? Body, string Basis) : SessionsEvent;

/// <summary>Enough have signed.</summary>
/// <param name="Clause">The clause that is fulfilled.</param>
[WireName("sessions.demand-met")]
public sealed record DemandMet(string Demand, string Clause, DateOnly Due) : SessionsEvent;

[WireName("sessions.service-recorded")]
public sealed record ServiceRecorded(string Session, ImmutableArray<string> Persons, ServiceOutcome Outcome, string Channel, DateOnly Day, string Language) : SessionEvent(Session);

[WireName("sessions.postponed")]
public sealed record SessionPostponed(string Session, DateTimeOffset Opens, DateOnly LastDay, string Reason) : SessionEvent(Session);

[WireName("sessions.cancelled")]
public sealed record SessionCancelled(string Session, string Reason) : SessionEvent(Session);

[WireName("sessions.item-put")]
public sealed record ItemPut(string Session, AgendaItem Item) : SessionEvent(Session);

/// <summary>An item has no matter left: its motion was withdrawn or lost its place.</summary>
[WireName("sessions.item-dropped")]
public sealed record ItemDropped(string Session, string Item) : SessionEvent(Session);

[WireName("sessions.agenda-ordered")]
public sealed record AgendaOrdered(string Session, ImmutableArray<string> Items) : SessionEvent(Session);

/// <summary>Somebody demands a count on the item.</summary>
[WireName("sessions.item-contested")]
public sealed record ItemContested(string Session, string Item) : SessionEvent(Session);

[WireName("sessions.accredited")]
public sealed record Accredited(string Session, string Person, string? Tenure, string? Unit, string? Replaces, string? Card) : SessionEvent(Session);

[WireName("sessions.credential-rejected")]
public sealed record CredentialRejected(string Session, string Person, string? Tenure, string Reason) : SessionEvent(Session);

[WireName("sessions.credential-appealed")]
public sealed record CredentialAppealed(string Session, string Person) : SessionEvent(Session);

/// <summary>The appeal is decided: by that vote the refusal stands or falls.</summary>
[WireName("sessions.credential-appeal-decided")]
public sealed record CredentialAppealDecided(string Session, string Person, string Vote, bool Upheld) : SessionEvent(Session);

[WireName("sessions.arrived")]
public sealed record Arrived(string Session, string Person, bool Remote = false) : SessionEvent(Session);

[WireName("sessions.connection-lost")]
public sealed record ConnectionLost(string Session, string Person) : SessionEvent(Session);

[WireName("sessions.connection-restored")]
public sealed record ConnectionRestored(string Session, string Person) : SessionEvent(Session);

[WireName("sessions.proxy-given")]
public sealed record ProxyGiven(string Session, string Person, string Holder) : SessionEvent(Session);

[WireName("sessions.proxy-revoked")]
public sealed record ProxyRevoked(string Session, string Person) : SessionEvent(Session);

[WireName("sessions.departed")]
public sealed record Departed(string Session, string Person) : SessionEvent(Session);

[WireName("sessions.opened")]
public sealed record SessionOpened(string Session, string Chair, QuorumFigures Quorum, ServiceSummary Served) : SessionEvent(Session);

[WireName("sessions.chair-announced")]
public sealed record ChairAnnounced(string Session, string Person, string? Vote) : SessionEvent(Session);

[WireName("sessions.item-taken-up")]
public sealed record ItemTakenUp(string Session, string Item) : SessionEvent(Session);

[WireName("sessions.item-finished")]
public sealed record ItemFinished(string Session, string Item) : SessionEvent(Session);

[WireName("sessions.speech-asked")]
public sealed record SpeechAsked(string Session, string Speech, string Person, string Item, string Side, string? List = null, string? Platform = null) : SessionEvent(Session);

[WireName("sessions.speech-withdrawn")]
public sealed record SpeechWithdrawn(string Session, string Speech) : SessionEvent(Session);

/// <param name="Reason">Why the chair departed from the queue; null in turn.</param>
[WireName("sessions.floor-given")]
public sealed record FloorGiven(string Session, string Speech, string? Reason = null) : SessionEvent(Session);

[WireName("sessions.speech-ended")]
public sealed record SpeechEnded(string Session, string Speech) : SessionEvent(Session);

[WireName("sessions.ruled")]
public sealed record Ruled(string Session, string Ruling, string Item, string Text, string Clause) : SessionEvent(Session);

[WireName("sessions.ruling-appealed")]
public sealed record RulingAppealed(string Session, string Ruling, string Person) : SessionEvent(Session);

/// <summary>The floor has decided on a ruling.</summary>
[WireName("sessions.ruling-decided")]
public sealed record RulingDecided(string Session, string Ruling, string Vote, bool Overturned) : SessionEvent(Session);

[WireName("sessions.adjourned")]
public sealed record SessionAdjourned(string Session, DateTimeOffset To, DateOnly LastDay, string Reason) : SessionEvent(Session);

[WireName("sessions.resumed")]
public sealed record SessionResumed(string Session) : SessionEvent(Session);

[WireName("sessions.closed")]
public sealed record SessionClosed(string Session) : SessionEvent(Session);

[WireName("sessions.minutes-published")]
public sealed record MinutesPublished(string Session, DateOnly ObjectionsUntil) : SessionEvent(Session);

[WireName("sessions.minutes-objected")]
public sealed record MinutesObjected(string Session, string Objection, string Person, string Text) : SessionEvent(Session);

[WireName("sessions.objection-answered")]
public sealed record ObjectionAnswered(string Session, string Objection, string Answer, bool Upheld) : SessionEvent(Session);

[WireName("sessions.speech-corrected")]
public sealed record SpeechCorrected(string Session, string Correction, string Speech, string Person, string Text) : SessionEvent(Session);

[WireName("sessions.gap-explained")]
public sealed record GapExplained(string Session, Inspection.DelegateGap Gap, string Explanation) : SessionEvent(Session);

[WireName("sessions.minutes-approved")]
public sealed record MinutesApproved(string Session, string Vote) : SessionEvent(Session);
