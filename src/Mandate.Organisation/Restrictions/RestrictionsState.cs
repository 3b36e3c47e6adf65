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

    public ImmutableArray<RestrictionGround> Grounds { get; init; } = [];

    public ImmutableArray<EffectReview> Reviews { get; init; } = [];

    /// <summary>Fresh decisions that took in more than the first one.</summary>
    public ImmutableArray<Widening> Widened { get; init; } = [];

    /// <summary>Whether a use was of the recorded occasion and against one of the targets, as it was decided by then.</summary>
    public bool Covers(RestrictionUse use)
    {
        var by = Widened.Where(w => w.At <= use.At).ToList();
        return (Occasion == use.Occasion || by.Exists(w => w.Occasions.Contains(use.Occasion, StringComparer.Ordinal)))
            && (Targets.IsEmpty || Targets.Contains(use.Against, StringComparer.Ordinal) || by.Exists(w => w.Targets.Contains(use.Against, StringComparer.Ordinal)));
    }

    /// <summary>Whether a use was beyond its purpose and the body that adopted it has not decided since (S036).</summary>
    public bool AwaitsDecision(RestrictionUse use) => use.Restriction == Id && !Covers(use) && Widened.All(w => w.At <= use.At);

    /// <summary>The last day on which it was in force, as far as is known.</summary>
    public DateOnly Last => Lifted?.AddDays(-1) ?? Until;

    /// <summary>The day on which its effect is to be reviewed: twelve months after it began, whether it still runs or not (S098).</summary>
    public DateOnly ReviewDue => From.AddMonths(12);

    /// <summary>Whether no review has seen it to its end, or to the day on which it is to be reviewed.</summary>
    public bool AwaitsReview => Reviews.All(r => r.On < (Last < ReviewDue ? Last : ReviewDue));

    public bool InForceOn(DateOnly day) => From <= day && day <= Until && !(day >= Lifted);
}

/// <summary>A fresh decision of the body that adopted a restriction, after it was used beyond its purpose.</summary>
public sealed record Widening(string Motion, ImmutableArray<string> Targets, ImmutableArray<string> Occasions, DateTimeOffset At);

/// <summary>A review of what a restriction has changed.</summary>
public sealed record EffectReview(DateOnly On, string By, string Account, ImmutableArray<EffectFigure> Figures);

/// <summary>What was done under an emergency, and under which of its powers. It lapses with it.</summary>
public sealed record EmergencyMeasure(string Id, string Power, string What, string By, DateTimeOffset At);

/// <summary>One use of a restriction.</summary>
public sealed record RestrictionUse(string Id, string Restriction, string Against, string Occasion, string Reason, string By, DateTimeOffset At)
{
    /// <summary>Those who are alike, to whom it was put as well.</summary>
    public ImmutableArray<string> Alike { get; init; } = [];

    public ImmutableSortedDictionary<string, AlikeDecision> Decided { get; init; } = ImmutableSortedDictionary.Create<string, AlikeDecision>(StringComparer.Ordinal);

    public IEnumerable<string> Undecided => Alike.Where(a => !Decided.ContainsKey(a));
}

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

    /// <summary>The body that keeps watch over it; null where the constitution names none beside the one that declares it.</summary>
    public string? Watcher { get; init; }

    /// <summary>Days in which the watcher meets at least once.</summary>
    public int? MeetsEvery { get; init; }

    /// <summary>Days on which the watcher met.</summary>
    public ImmutableArray<DateOnly> Met { get; init; } = [];

    /// <summary>The day by which the watcher meets next, or by which it did not meet: then the emergency ended on it.</summary>
    public DateOnly? MeetBy
    {
        get
        {
            if (MeetsEvery is not { } days) return null;
            var due = From.AddDays(days);
            foreach (var met in Met.Where(m => m >= From).Order())
                if (met > due) break;
                else due = met.AddDays(days);
            return due;
        }
    }

    /// <summary>Its last day: the earliest of its date, the day on which it lapses unconfirmed, and the one by which its watcher had to meet.</summary>
    public DateOnly Last => new[] { Until, ConfirmBy is { } by && !Confirmed ? by : Until, MeetBy ?? Until }.Min();

    public bool InForceOn(DateOnly day) => From <= day && day <= Last;
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

    /// <summary>A body has met on that day: what it keeps watch over goes on.</summary>
    public RestrictionsState Met(string body, DateOnly day) => this with
    {
        Emergencies = Emergencies.SetItems(Emergencies.Where(e => e.Value.Watcher == body && e.Value.InForceOn(day)).Select(e => KeyValuePair.Create(e.Key, e.Value with { Met = e.Value.Met.Add(day) })).ToList()),
    };

    /// <summary>Uses of it beyond its purpose on which nobody has decided yet, the first one first.</summary>
    public IEnumerable<RestrictionUse> BeyondPurpose(Restriction restriction) => Uses.Values.Where(restriction.AwaitsDecision).OrderBy(u => u.At).ThenBy(u => u.Id, StringComparer.Ordinal);

    public IEnumerable<Restriction> InForceOn(DateOnly day) => All.Values.Where(r => r.InForceOn(day)).OrderBy(r => r.Until).ThenBy(r => r.Id, StringComparer.Ordinal);
}
