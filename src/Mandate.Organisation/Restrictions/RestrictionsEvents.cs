using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

public abstract record RestrictionsEvent : Event;

[WireName("restrictions.entered")]
public sealed record RestrictionEntered(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly Until, string? Renews, string? Review = null) : RestrictionsEvent;

/// <summary>It ended before its day.</summary>
[WireName("restrictions.lifted")]
public sealed record RestrictionLifted(string Restriction, string Motion) : RestrictionsEvent;

[WireName("restrictions.reviewed")]
public sealed record RestrictionReviewed(string Restriction, string Account, ImmutableArray<EffectFigure> Figures) : RestrictionsEvent;

[WireName("restrictions.used")]
public sealed record RestrictionUsed(string Id, string Restriction, string Against, string Occasion, string Reason) : RestrictionsEvent;

/// <param name="ConfirmBy">Without confirmation by that day it lapses; null where the constitution asks for none.</param>
[WireName("restrictions.emergency-declared")]
public sealed record EmergencyDeclared(string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly Until, DateOnly? ConfirmBy) : RestrictionsEvent;

[WireName("restrictions.emergency-confirmed")]
public sealed record EmergencyConfirmed(string Id) : RestrictionsEvent;

[WireName("restrictions.emergency-renewed")]
public sealed record EmergencyRenewed(string Id, DateOnly Until) : RestrictionsEvent;

[WireName("restrictions.measure-taken")]
public sealed record EmergencyMeasureTaken(string Id, string Emergency, string Power, string What) : RestrictionsEvent;

[WireName("restrictions.account-given")]
public sealed record AccountGiven(string Emergency, string Account, ImmutableArray<string> Left) : RestrictionsEvent;

[WireName("restrictions.disposed")]
public sealed record RemainderDisposed(string Emergency, string What, string? To) : RestrictionsEvent;
