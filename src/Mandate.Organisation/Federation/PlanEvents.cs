using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;

/// <param name="For">The body that holds go and stop.</param>
[WireName("federation.plan-drawn-up")]
public sealed record PlanDrawnUp(
    string Id, string What, ImmutableArray<string> To, string For, DateTimeOffset DecideBy, int ValidDays, int ReviewDays, DateOnly? On, string? Condition, int? UnitsNeeded,
    ImmutableArray<PartnerStep> Partners, ImmutableArray<StatedStrength> Strengths = default) : FederationEvent;

[WireName("federation.condition-confirmed")]
public sealed record ConditionConfirmed(string Plan, string Unit, bool Holds) : FederationEvent;

[WireName("federation.partner-confirmed")]
public sealed record PartnerConfirmed(string Plan, string Partner, bool Acts, string Evidence) : FederationEvent;

[WireName("federation.plan-decided")]
public sealed record PlanDecided(string Plan, PlanStep Step, string Reason) : FederationEvent;

[WireName("federation.go-renewed")]
public sealed record GoRenewed(string Plan) : FederationEvent;

[WireName("federation.plan-acknowledged")]
public sealed record PlanAcknowledged(string Plan, string Unit) : FederationEvent;

[WireName("federation.execution-reported")]
public sealed record ExecutionReported(string Plan, string Unit, Execution Execution, string Account) : FederationEvent;

[WireName("federation.plan-reviewed")]
public sealed record PlanReviewed(string Plan, ActionOutcome Outcome, string Account, ImmutableArray<FoundStrength> Found = default) : FederationEvent;
