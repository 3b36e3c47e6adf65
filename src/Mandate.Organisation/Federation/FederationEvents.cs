using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Federation;


public abstract record FederationEvent : Event;

[WireName("federation.ordered")]
public sealed record OrderGiven(string Id, string What, ImmutableArray<string> To, string For, string? DependsOn, string? Fallback, string? LeftToUnits = null, DateTimeOffset? Until = null) : FederationEvent;

[WireName("federation.countermanded")]
public sealed record OrderCountermanded(string Order, string Reason) : FederationEvent;

/// <param name="For">The body in whose name it was sent.</param>
[WireName("federation.emissary-sent")]
public sealed record EmissarySent(string Id, string Unit, string Person, string Purpose, DateOnly Until, string For) : FederationEvent;

[WireName("federation.helper-invited")]
public sealed record HelperInvited(string Id, string Unit, string Person, string Purpose, DateOnly Until) : FederationEvent;

[WireName("federation.help-rated")]
public sealed record HelpRated(string Mission, int Rating, string Remark) : FederationEvent;

[WireName("federation.mission-taken")]
public sealed record MissionTaken(string Mission) : FederationEvent;

[WireName("federation.mission-reported")]
public sealed record MissionReported(string Mission, string Account) : FederationEvent;

[WireName("federation.mission-ended")]
public sealed record MissionEnded(string Mission, string Reason) : FederationEvent;

[WireName("federation.mission-objected")]
public sealed record MissionObjected(string Mission, string Reason) : FederationEvent;

/// <param name="Recall">Whether it is the taking back that was acknowledged.</param>
[WireName("federation.acknowledged")]
public sealed record OrderAcknowledged(string Order, string Unit, bool Recall) : FederationEvent;

[WireName("federation.carried-out")]
public sealed record OrderCarriedOut(string Order, string Unit) : FederationEvent;

[WireName("federation.committee-formed")]
public sealed record CommitteeFormed(string Id, string Name, CommitteePurpose Purpose, string Aim, DateOnly Until, int Every) : FederationEvent;

[WireName("federation.delegation-confirmed")]
public sealed record DelegationConfirmed(string Committee, string Unit, ImmutableArray<string> Persons) : FederationEvent;

[WireName("federation.delegation-withdrawn")]
public sealed record DelegationWithdrawn(string Committee, string Unit) : FederationEvent;
