using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

/// <param name="SuspendDays">Days of the suspension that is asked for; null where expulsion is.</param>
[WireName("roll.charged")]
public sealed record MemberCharged(string Id, string Person, ChargeGround Ground, string Commitment, DateOnly Answer, int? SuspendDays = null, string? Rule = null, DateOnly? Done = null) : RollEvent;

[WireName("roll.charge-answered")]
public sealed record ChargeAnswered(string Charge, string Commitment) : RollEvent;

/// <param name="AppealBy">The last day for an appeal; null where the constitution gives none.</param>
[WireName("roll.expulsion-decided")]
public sealed record ExpulsionDecided(string Charge, string Vote, DateOnly? AppealBy, string? AppealTo) : RollEvent;

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
