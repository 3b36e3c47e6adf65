using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Motions;

/// <summary>
/// Take what was rejected or put off three times, or waits for six months, to the next body, by its mover, with the text as it stood and without
/// a place there (S075).
/// </summary>
/// <param name="Motion">Id of the motion as it is before that body.</param>
[WireName("motions.carry-up")]
public sealed record CarryUp(string Motion, string Earlier, string Session) : MotionsCommand;

/// <summary>Lay it before the assemblies of the base instead: it stands on the agenda of each (S075).</summary>
[WireName("motions.lay-before-base")]
public sealed record LayBeforeBase(string Motion) : MotionsCommand;

/// <summary>Say that motions of one's own belong together: each is voted on by itself, and what became of each part is told together (S205).</summary>
[WireName("motions.form-package")]
public sealed record FormPackage(string Package, string Title, ImmutableArray<string> Motions) : MotionsCommand;

/// <summary>
/// Ask that a decision be opened again: with a third of the body it is, and is not carried out meanwhile (S300). Within sixty days for any reason, and later where
/// a document has been opened since that those who voted could not know (S068).
/// </summary>
/// <param name="NewFact">That document; null within sixty days.</param>
[WireName("motions.reopen")]
public sealed record ReopenDecision(string Motion, string Reason, string? NewFact = null) : MotionsCommand;

/// <param name="To">The motion as it is before the next body.</param>
[WireName("motions.carried-up")]
public sealed record MotionCarriedUp(string Motion, string To) : MotionEvent(Motion);

[WireName("motions.laid-before-base")]
public sealed record MotionLaidBeforeBase(string Motion) : MotionEvent(Motion);

[WireName("motions.package-formed")]
public sealed record PackageFormed(string Package, string Title, ImmutableArray<string> Motions) : MotionsEvent;

/// <summary>The item of a motion went to another body, until a day: then it is back before the one that sent it (S059).</summary>
[WireName("motions.sent-elsewhere")]
public sealed record MotionSentElsewhere(string Motion, string Session, string To, DateOnly Until) : MotionEvent(Motion);

[WireName("motions.reopening-signed")]
public sealed record ReopeningSigned(string Motion, string Person, string Reason) : MotionEvent(Motion);

/// <param name="StayedUntil">The last day on which the decision is not carried out; a new vote ends it before.</param>
[WireName("motions.reopened")]
public sealed record DecisionReopened(string Motion, DateOnly StayedUntil) : MotionEvent(Motion);

/// <summary>The meeting that adopted it was voided: it is not carried out until the body decides again (S284).</summary>
[WireName("motions.voided")]
public sealed record DecisionVoided(string Motion, string Reason) : MotionEvent(Motion);

/// <summary>A petition has called a decision up: the members vote on it (S024), or it comes before its body again (S068).</summary>
/// <param name="ByMembers">Whether all members vote on it; else the body that took it does.</param>
/// <param name="StayedUntil">The last day on which it is not carried out; a day that is past where it is carried out meanwhile.</param>
[WireName("motions.called-up")]
public sealed record DecisionCalledUp(string Motion, string Petition, string Reason, bool ByMembers, DateOnly StayedUntil) : MotionEvent(Motion);

/// <summary>The members have voted on a decision that a petition called up.</summary>
[WireName("motions.members-decided")]
public sealed record MembersDecided(string Motion, string Vote, bool Stands) : MotionEvent(Motion);

/// <summary>Motions that belong together, by one mover.</summary>
public sealed record MotionPackage(string Id, string Title, ImmutableArray<string> Motions, string By, DateTimeOffset At);

/// <summary>A motion that was sent to another body.</summary>
/// <param name="Session">The session that sent it.</param>
/// <param name="Until">From that day it is back.</param>
/// <param name="Back">The session before which it is again; null while it is away.</param>
public sealed record Referral(string Session, string To, DateOnly Until, DateTimeOffset At, string? Back = null);

/// <summary>A decision that members of the body want opened again.</summary>
/// <param name="StayedUntil">Null while too few have signed.</param>
/// <param name="DecidedAt">When the new vote was held; null while it is not.</param>
public sealed record Reopening(string Reason, ImmutableSortedSet<string> Signed, DateTimeOffset At, DateOnly? StayedUntil = null, DateTimeOffset? DecidedAt = null)
{
    /// <summary>The meeting that decided was voided: then it stays until there is a new vote.</summary>
    public bool Void { get; init; }

    public bool StaysOn(DateOnly day) => DecidedAt is null && (Void || day <= StayedUntil);

    /// <summary>The petition that called it up; null where members of the body did.</summary>
    public string? Petition { get; init; }

    /// <summary>All members vote on it, and not its body again.</summary>
    public bool ByMembers { get; init; }

    /// <summary>It waits for a vote of all members.</summary>
    public bool AwaitsMembers => ByMembers && DecidedAt is null;
}
