using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

public abstract record MotionsEvent : Event;

/// <summary>What has happened to one motion.</summary>
public abstract record MotionEvent(string Motion) : MotionsEvent;

/// <param name="MovedFor">The body in whose name; null for a person.</param>
/// <param name="Gathering">It needs signatures before it is before the body.</param>
[WireName("motions.filed")]
public sealed record MotionFiled(
    string Motion,
    string Number,
    string Session,
    string Class,
    string Title,
    string Mover,
    string? MovedFor,
    ImmutableSortedDictionary<string, string> Texts,
    ImmutableArray<ClauseChange> Changes,
    ProposedConstitution? Proposed,
    ProposalBasis? Basis,
    string? Target,
    DateOnly? Expires,
    bool Urgent,
    bool Gathering) : MotionEvent(Motion);

[WireName("motions.supported")]
public sealed record MotionSupported(string Motion, string Person) : MotionEvent(Motion);

[WireName("motions.supported-by-unit")]
public sealed record MotionSupportedByUnit(string Motion, string Unit, string Basis) : MotionEvent(Motion);

/// <summary>Enough have signed: from now on it is before the body, and its notice runs.</summary>
[WireName("motions.ready")]
public sealed record MotionReady(string Motion, string Clause) : MotionEvent(Motion);

[WireName("motions.revised")]
public sealed record MotionRevised(string Motion, ImmutableSortedDictionary<string, string> Texts, ImmutableArray<ClauseChange> Changes, ProposedConstitution? Proposed, ProposalBasis? Basis) : MotionEvent(Motion);

/// <summary>The same changes, merged into the constitution that has come into force since; no new notice is needed.</summary>
[WireName("motions.merged")]
public sealed record MotionMerged(string Motion, ProposedConstitution Proposed, ProposalBasis Basis) : MotionEvent(Motion);

[WireName("motions.withdrawn")]
public sealed record MotionWithdrawn(string Motion) : MotionEvent(Motion);

[WireName("motions.taken-over")]
public sealed record MotionTakenOver(string Motion, string Mover) : MotionEvent(Motion);

/// <param name="Of">The amendment that it amends; null for the motion itself.</param>
[WireName("motions.amendment-filed")]
public sealed record AmendmentFiled(string Motion, string Amendment, string Mover, int To, ImmutableSortedDictionary<string, string> Texts, string? Of = null) : MotionEvent(Motion);

/// <summary>An amendment is carried over to, or worded anew for, the text as it stands.</summary>
/// <param name="To">Version of the motion's text that it now amends.</param>
[WireName("motions.amendment-fitted")]
public sealed record AmendmentFitted(string Motion, string Amendment, int To, ImmutableSortedDictionary<string, string> Texts) : MotionEvent(Motion);

/// <summary>What it would change is no longer there.</summary>
[WireName("motions.amendment-fallen")]
public sealed record AmendmentFallen(string Motion, string Amendment) : MotionEvent(Motion);

[WireName("motions.amendment-withdrawn")]
public sealed record AmendmentWithdrawn(string Motion, string Amendment) : MotionEvent(Motion);

/// <summary>An amendment is decided; a carried one is the motion's text from now on.</summary>
[WireName("motions.amendment-decided")]
public sealed record AmendmentDecided(string Motion, string Amendment, bool Carried, string Vote) : MotionEvent(Motion);

[WireName("motions.put-before-session")]
public sealed record MotionPutBefore(string Motion, string Session) : MotionEvent(Motion);

[WireName("motions.was-read")]
public sealed record MotionRead(string Motion, string Session) : MotionEvent(Motion);

[WireName("motions.hearing-recorded")]
public sealed record HearingRecorded(string Motion, string Person, HearingOutcome Outcome) : MotionEvent(Motion);

[WireName("motions.count-demanded")]
public sealed record CountDemanded(string Motion, string Person) : MotionEvent(Motion);

/// <summary>The session lets in an urgent motion, or does not.</summary>
[WireName("motions.urgency-decided")]
public sealed record UrgencyDecided(string Motion, bool Granted, string Vote) : MotionEvent(Motion);

/// <summary>One part of what the motion needs is carried.</summary>
/// <param name="Part">Clause path of the part.</param>
[WireName("motions.part-carried")]
public sealed record PartCarried(string Motion, string Part, string Vote) : MotionEvent(Motion);

[WireName("motions.part-lost")]
public sealed record PartLost(string Motion, string Part, string Vote) : MotionEvent(Motion);

/// <summary>Everything the motion needs is carried.</summary>
[WireName("motions.adopted")]
public sealed record MotionAdopted(string Motion, string Vote) : MotionEvent(Motion);

[WireName("motions.rejected")]
public sealed record MotionRejected(string Motion, string Vote) : MotionEvent(Motion);

/// <summary>A vote put again has gone the other way: the adoption no longer stands.</summary>
[WireName("motions.adoption-set-aside")]
public sealed record AdoptionSetAside(string Motion, string Vote) : MotionEvent(Motion);

/// <summary>The session closed before it came up.</summary>
[WireName("motions.not-taken")]
public sealed record MotionNotTaken(string Motion) : MotionEvent(Motion);

/// <summary>An adopted text is in force from then on.</summary>
[WireName("motions.text-in-force")]
public sealed record TextCameIntoForce(string Text, string Motion, DateTimeOffset From, DateOnly? Until, string Vote) : MotionEvent(Motion);

/// <summary>A text was erased. Its hash, its author and the grounds stay.</summary>
/// <param name="Text">SHA-256 of the text.</param>
[WireName("motions.text-erased")]
public sealed record TextErased(string Motion, string Text, string Grounds) : MotionEvent(Motion);
