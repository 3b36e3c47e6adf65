using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Roll;

[WireName("roll.charged")]
public sealed record MemberCharged(string Id, string Person, ChargeGround Ground, string Commitment, DateOnly Answer) : RollEvent;

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
