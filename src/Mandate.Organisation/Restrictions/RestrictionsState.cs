using System.Collections.Immutable;
using Mandate.Organisation.Facts;

namespace Mandate.Organisation.Restrictions;

/// <summary>A right narrowed by a decision: what, against whom, for which purpose and occasion, from when to when. There is none without an end.</summary>
public sealed record Restriction(
    string Id, string Motion, Liberty Right, ImmutableArray<string> Targets, string Purpose, string Occasion, DateOnly From, DateOnly Until, string? Renews)
{
    /// <summary>The body that looks at it again; null is the body that adopted it.</summary>
    public string? Review { get; init; }

    /// <summary>The day on which it was ended before its time; null where it was not.</summary>
    public DateOnly? Lifted { get; init; }

    /// <summary>The motion that ended it.</summary>
    public string? LiftedBy { get; init; }

    public ImmutableArray<EffectReview> Reviews { get; init; } = [];

    public bool InForceOn(DateOnly day) => From <= day && day <= Until && !(day >= Lifted);
}

/// <summary>A review of what a restriction has changed.</summary>
public sealed record EffectReview(DateOnly On, string By, string Account, ImmutableArray<EffectFigure> Figures);

/// <summary>What was done under an emergency, and under which of its powers. It lapses with it.</summary>
public sealed record EmergencyMeasure(string Id, string Power, string What, string By, DateTimeOffset At);

/// <summary>One use of a restriction.</summary>
public sealed record RestrictionUse(string Id, string Restriction, string Against, string Occasion, string Reason, string By, DateTimeOffset At);

/// <summary>An emergency. It ends by its date, and at once where it was to be confirmed and was not.</summary>
public sealed record Emergency(
    string Id, string Ground, ImmutableArray<string> Powers, string Reason, DateOnly From, DateOnly Until, DateOnly? ConfirmBy, bool Confirmed, int Renewals)
{
    /// <summary>Days after the end by which account is given, where the constitution says none; and by which what waited is taken up again (S342).</summary>
    public const int AccountDays = 14, ReviewDays = 30;

    public ImmutableArray<EmergencyMeasure> Measures { get; init; } = [];

    public string? Account { get; init; }

    public DateTimeOffset? AccountAt { get; init; }

    /// <summary>Powers, staff and things that the account says are left.</summary>
    public ImmutableArray<string> Left { get; init; } = [];

    /// <summary>What became of each: the body to which it went, empty where it was dissolved.</summary>
    public ImmutableSortedDictionary<string, string> Disposed { get; init; } = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    /// <summary>Its last day: the earlier of its date and the day on which it lapses unconfirmed.</summary>
    public DateOnly Last => ConfirmBy is { } by && !Confirmed && by < Until ? by : Until;

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
