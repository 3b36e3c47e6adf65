using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <param name="Version">SHA-256 of the text that it rests on, as it was in force on the day: of the motion's where it names one, else of the constitution's canonical form.</param>
/// <param name="SuspendDays">Days of the suspension that is asked for; null where expulsion is.</param>
[WireName("roll.charged")]
public sealed record MemberCharged(string Id, string Person, ChargeGround Ground, string Commitment, DateOnly Answer, int? SuspendDays = null, string? Rule = null, DateOnly? Done = null, string? Occasion = null, string? Text = null, string? Version = null,
    ImmutableArray<EvidenceKind> Evidence = default) : RollEvent;

[WireName("roll.answer-pleaded")]
public sealed record AnswerPleaded(string Charge, string Judgement) : RollEvent;


[WireName("roll.charge-answered")]
public sealed record ChargeAnswered(string Charge, string Commitment, Defence? Defence = null, string? Present = null) : RollEvent;

/// <param name="Answer">The last day for another.</param>
[WireName("roll.answer-taken-back")]
public sealed record AnswerTakenBack(string Charge, DateOnly Answer) : RollEvent;

[WireName("roll.file-opened")]
public sealed record ChargeFileOpened(string Charge, string Text) : RollEvent;

/// <param name="AppealBy">The last day for an appeal; null where the constitution gives none.</param>
[WireName("roll.expulsion-decided")]
public sealed record ExpulsionDecided(string Charge, string Vote, DateOnly? AppealBy, string? AppealTo, string? OnDefence = null) : RollEvent;

[WireName("roll.expulsion-appealed")]
public sealed record ExpulsionAppealed(string Charge) : RollEvent;

[WireName("roll.expulsion-overturned")]
public sealed record ExpulsionOverturned(string Charge, string Vote) : RollEvent;

/// <summary>It takes effect for good.</summary>
[WireName("roll.expulsion-completed")]
public sealed record ExpulsionCompleted(string Charge) : RollEvent;

/// <summary>A member keeps the membership and does not vote or stand, until the end of a day. It lapses by the date, without an entry.</summary>
[WireName("roll.suspended")]
public sealed record MemberSuspended(string Charge, string Person, DateOnly Until) : RollEvent;

/// <summary>A suspension ends before its day.</summary>
[WireName("roll.suspension-lifted")]
public sealed record SuspensionLifted(string Person) : RollEvent;
