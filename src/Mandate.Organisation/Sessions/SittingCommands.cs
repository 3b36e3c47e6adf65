using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Sessions;

/// <summary>Why a part of a meeting is closed to those who do not sit in it. There is no other ground (S288).</summary>
public enum ClosedGround
{
    /// <summary>The private affairs of a person.</summary>
    Personal,

    /// <summary>A negotiation that runs.</summary>
    Negotiation,

    /// <summary>A case before a court.</summary>
    Legal,

    /// <summary>Somebody's safety.</summary>
    Safety,
}

/// <summary>Close the doors for what follows, by whoever presides. It is a ruling: the floor can overturn it (S288).</summary>
/// <param name="Until">The day on which the minutes under seal open at the latest.</param>
[WireName("sessions.close-doors")]
public sealed record CloseDoors(string Session, string Closing, ClosedGround Ground, string Reason, DateOnly Until) : SessionCommand(Session);

[WireName("sessions.open-doors")]
public sealed record OpenDoors(string Session, string Closing) : SessionCommand(Session);

/// <summary>Name the deposited document in which the full minutes of the closed part lie under seal (S288).</summary>
[WireName("sessions.seal-minutes")]
public sealed record SealMinutes(string Session, string Closing, string Document) : SessionCommand(Session);

/// <summary>Have it recorded that a member was accused in the meeting: they are told, heard in the same meeting, and answer (S379).</summary>
/// <param name="Text">SHA-256 of what was said against them.</param>
[WireName("sessions.record-accusation")]
public sealed record RecordAccusation(string Session, string Accusation, string Person, string Item, string Text) : SessionCommand(Session)
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Answer an accusation, by whom it is about; it stands beside it, as it was written (S379).</summary>
/// <param name="Text">SHA-256 of the answer.</param>
[WireName("sessions.answer-accusation")]
public sealed record AnswerAccusation(string Session, string Accusation, string Text) : SessionCommand(Session)
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Say by which hour an item must be decided, and what holds if it is not (S368).</summary>
[WireName("sessions.set-hour")]
public sealed record SetHour(string Session, string Item, DateTimeOffset Hour, string Otherwise) : SessionCommand(Session);

/// <summary>
/// Demand that the meeting itself treats an item: one of those who sit in it, of whom a tenth is enough, or the unit that it concerns, which is
/// enough alone (S047).
/// </summary>
/// <param name="Item">An item of the agenda, or <c>concern:ID</c> or <c>dispute:ID</c> for one that is not on it.</param>
/// <param name="Vote">The carried vote of the unit's assembly on the item; null for a decision in writing.</param>
[WireName("sessions.demand-plenary")]
public sealed record DemandPlenary(string Session, string Item, string? Unit = null, string? Vote = null) : SessionCommand(Session);

/// <summary>State, by whoever presides, that nobody asks to speak for, or against, what is to be voted on (S069).</summary>
[WireName("sessions.declare-silence")]
public sealed record DeclareSilence(string Session, string Item, string Side) : SessionCommand(Session);

[WireName("sessions.doors-closed")]
public sealed record DoorsClosed(string Session, string Closing, ClosedGround Ground, string Reason, DateOnly Until) : SessionEvent(Session);

[WireName("sessions.doors-opened")]
public sealed record DoorsOpened(string Session, string Closing) : SessionEvent(Session);

[WireName("sessions.minutes-sealed")]
public sealed record MinutesSealed(string Session, string Closing, string Document) : SessionEvent(Session);

[WireName("sessions.accusation-recorded")]
public sealed record AccusationRecorded(string Session, string Accusation, string Person, string Item, string Text) : SessionEvent(Session);

[WireName("sessions.accusation-answered")]
public sealed record AccusationAnswered(string Session, string Accusation, string Text) : SessionEvent(Session);

[WireName("sessions.hour-set")]
public sealed record HourSet(string Session, string Item, DateTimeOffset Hour, string Otherwise) : SessionEvent(Session);

/// <param name="By">Who sits in the meeting, or the unit.</param>
[WireName("sessions.plenary-demanded")]
public sealed record PlenaryDemanded(string Session, string Item, string By) : SessionEvent(Session);

/// <summary>Enough have demanded it: the item is treated by the meeting itself, again where it had been passed over or sent elsewhere.</summary>
[WireName("sessions.item-to-plenary")]
public sealed record ItemToPlenary(string Session, string Item) : SessionEvent(Session);

[WireName("sessions.silence-declared")]
public sealed record SilenceDeclared(string Session, string Item, string Side) : SessionEvent(Session);

/// <summary>A part of a meeting behind closed doors.</summary>
/// <param name="Id">Also the id of the ruling by which it was closed.</param>
/// <param name="To">When the doors were opened; null while they are closed.</param>
/// <param name="Document">The sealed document with the full minutes; null while there is none.</param>
public sealed record ClosedPart(string Id, ClosedGround Ground, string Reason, DateOnly Until, DateTimeOffset From, DateTimeOffset? To = null, string? Document = null);

/// <summary>Something said against a member in the meeting, and what they answered.</summary>
/// <param name="By">Who had it recorded.</param>
/// <param name="Text">SHA-256, as the answer.</param>
public sealed record Accusation(string Id, string Person, string Item, string Text, string By, DateTimeOffset At, string? Answer = null, DateTimeOffset? AnsweredAt = null);

/// <summary>How the meeting itself came to treat an item, or who demands it so far.</summary>
public sealed record PlenaryDemand(string Item, ImmutableSortedSet<string> By, bool Met = false);

/// <summary>The hour by which an item is decided, and what holds if it is not.</summary>
public sealed record DecisionHour(string Item, DateTimeOffset Hour, string Otherwise);
