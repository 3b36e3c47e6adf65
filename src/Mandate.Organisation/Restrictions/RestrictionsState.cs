using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

/// <summary>A right narrowed by a decision: what, against whom, for which purpose and occasion, from when to when. There is none without an end.</summary>
public sealed record Restriction(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly From, DateOnly Until, string? Renews)
{
    public bool InForceOn(DateOnly day) => From <= day && day <= Until;
}

/// <summary>One use of a restriction.</summary>
public sealed record RestrictionUse(string Id, string Restriction, string Against, string Occasion, string Reason, string By, DateTimeOffset At);

/// <summary>An emergency. It ends by its date, and at once where it was to be confirmed and was not.</summary>
public sealed record Emergency(
    string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly From, DateOnly Until, DateOnly? ConfirmBy, bool Confirmed, int Renewals)
{
    public bool InForceOn(DateOnly day) => From <= day && day <= Until && (ConfirmBy is null || Confirmed || day <= ConfirmBy);
}

public sealed record RestrictionsState(
    ImmutableDictionary<string, Restriction> All,
    ImmutableDictionary<string, RestrictionUse> Uses,
    ImmutableDictionary<string, Emergency> Emergencies)
{
    public static RestrictionsState Empty { get; } = new(
        ImmutableDictionary.Create<string, Restriction>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, RestrictionUse>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Emergency>(StringComparer.Ordinal));

    public IEnumerable<Restriction> InForceOn(DateOnly day) => All.Values.Where(r => r.InForceOn(day)).OrderBy(r => r.Until).ThenBy(r => r.Id, StringComparer.Ordinal);
}
