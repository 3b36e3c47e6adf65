using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <summary>What a unit holds against an order or a mission: it is its own matter, it treats it worse for its language or its region, or it presses it before a vote (requirements S243, S246, S247).</summary>
public enum DisputeGround { OwnMatter, Language, Region, Pressure }

/// <summary>
/// A unit says that an order or a mission of a body lies in the unit's own competence. For this unit it stands still until it is settled, at most
/// thirty days (requirements S238, S247).
/// </summary>
/// <param name="Of">The order or mission.</param>
/// <param name="SeedProcedure">
/// Which public figures, not known yet, make the seed of a panel in which the unit has the majority: for a dispute on language or region (requirement S243). Null where
/// the inspection settles it.
/// </param>
[WireName("federation.dispute")]
public sealed record DisputeCompetence(string Id, string Unit, string Of, DisputeGround Ground, string Reason, string? SeedProcedure = null) : FederationCommand;

/// <summary>Draw the panel of a dispute by the public figures that were named when it was filed.</summary>
[WireName("federation.draw-panel")]
public sealed record DrawDisputePanel(string Dispute, string Seed) : FederationCommand;

/// <summary>A member of the panel finds for the unit or for the body; more than half of the panel settle it.</summary>
[WireName("federation.find")]
public sealed record FindOnDispute(string Dispute, bool ForUnit, string Reasons) : FederationCommand;

/// <summary>The body that inspects the one that acted decides, in writing: in whose competence it lay.</summary>
[WireName("federation.settle")]
public sealed record SettleDispute(string Dispute, bool ForUnit, string Reasons) : FederationCommand;

/// <summary>A unit's own way to carry out an order. It holds unless the body that gave the order turns it down with reasons within thirty days (requirement S237).</summary>
[WireName("federation.plan")]
public sealed record FileLocalPlan(string Order, string Unit, string Text) : FederationCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

[WireName("federation.turn-down-plan")]
public sealed record TurnDownPlan(string Order, string Unit, string Reasons) : FederationCommand;

/// <summary>The unit will not have this person as emissary: twice in twelve months, without anybody's consent (requirement S251).</summary>
[WireName("federation.reject-emissary")]
public sealed record RejectEmissary(string Mission, string Reason) : FederationCommand;
