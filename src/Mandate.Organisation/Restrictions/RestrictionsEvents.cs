using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

public abstract record RestrictionsEvent : Event;

[WireName("restrictions.entered")]
public sealed record RestrictionEntered(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly Until, string? Renews, string? Review = null,
    ImmutableArray<RestrictionGround> Grounds = default) : RestrictionsEvent;

/// <summary>It ended before its day.</summary>
[WireName("restrictions.lifted")]
public sealed record RestrictionLifted(string Restriction, string Motion) : RestrictionsEvent;

/// <summary>Whom and what it covers from now on beside what was first decided.</summary>
[WireName("restrictions.widened")]
public sealed record RestrictionWidened(string Restriction, string Motion, ImmutableArray<string> Targets, ImmutableArray<string> Occasions) : RestrictionsEvent;

[WireName("restrictions.reviewed")]
public sealed record RestrictionReviewed(string Restriction, string Account, ImmutableArray<EffectFigure> Figures) : RestrictionsEvent;

/// <param name="Alike">Those who are alike, to whom it is put as well.</param>
[WireName("restrictions.used")]
public sealed record RestrictionUsed(string Id, string Restriction, string Against, string Occasion, string Reason, ImmutableArray<string> Alike = default) : RestrictionsEvent;

[WireName("restrictions.alike-treated")]
public sealed record AlikeTreated(string Use, ImmutableArray<string> Groups, bool Applies, string Reason) : RestrictionsEvent;

/// <param name="ConfirmBy">Without confirmation by that day it lapses; null where the constitution asks for none.</param>
/// <param name="Watcher">The body that keeps watch and meets at least every so many days; without its meeting the emergency ends (S343).</param>
[WireName("restrictions.emergency-declared")]
public sealed record EmergencyDeclared(
    string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly Until, DateOnly? ConfirmBy, string? Watcher = null, int? MeetsEvery = null) : RestrictionsEvent;

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
