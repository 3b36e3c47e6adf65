using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <param name="Against">The body that acted.</param>
/// <param name="Judge">The body that settles it.</param>
/// <param name="Stays">The last day on which it stands still for the unit if nobody settles it before.</param>
[WireName("federation.disputed")]
public sealed record CompetenceDisputed(string Id, string Unit, string Of, DisputeGround Ground, string Reason, string Against, string Judge, DateOnly Stays, string? SeedProcedure = null) : FederationEvent;

[WireName("federation.settled")]
public sealed record DisputeSettled(string Dispute, bool ForUnit, string Reasons) : FederationEvent;

/// <param name="Firm">The day from which nobody turns it down any more.</param>
[WireName("federation.planned")]
public sealed record LocalPlanFiled(string Order, string Unit, string Text, DateOnly Firm) : FederationEvent;

[WireName("federation.plan-turned-down")]
public sealed record LocalPlanTurnedDown(string Order, string Unit, string Reasons) : FederationEvent;

[WireName("federation.emissary-rejected")]
public sealed record EmissaryRejected(string Mission, string Reason) : FederationEvent;

[WireName("federation.panel-drawn")]
public sealed record DisputePanelDrawn(string Dispute, string Seed, ImmutableArray<string> Panel) : FederationEvent;

[WireName("federation.found")]
public sealed record DisputeFound(string Dispute, bool ForUnit, string Reasons) : FederationEvent;
