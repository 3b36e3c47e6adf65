using System.Collections.Immutable;

namespace Mandate.Organisation.Federation;

/// <summary>How it stands with a plan at a moment. Lapse and expiry follow from the clock; nobody writes them.</summary>
public enum PlanStage
{
    /// <summary>Drawn up; something that it needs is missing.</summary>
    Preparing,

    /// <summary>All that it needs is there; nobody has said go.</summary>
    Ready,

    /// <summary>Held by a member of the body, or because a partner does not act.</summary>
    Held,

    /// <summary>Go, and fresh.</summary>
    Going,

    /// <summary>The go was not renewed in its time.</summary>
    Expired,

    Stopped,

    /// <summary>Nobody decided by the hour.</summary>
    Lapsed,
}

/// <summary>What a unit said on the condition of a plan, and when.</summary>
public sealed record ConditionReport(bool Holds, DateTimeOffset At);

/// <summary>What is on record of a partner: that they act, or not, and on what evidence.</summary>
public sealed record PartnerReport(bool Acts, string Evidence, DateTimeOffset At);

/// <summary>One decision on a plan, with its exact time.</summary>
public sealed record PlanDecision(PlanStep Step, string Reason, string By, DateTimeOffset At);

public sealed record UnitReport(Execution Execution, string Account, DateTimeOffset At);

public sealed record PlanReview(ActionOutcome Outcome, string Account, DateTimeOffset At)
{
    public ImmutableArray<FoundStrength> Found { get; init; } = [];
}

/// <summary>A plan of action of several units (S350, S351, S354 to S357, S362, S366, S368).</summary>
/// <param name="For">The one body that holds go and stop.</param>
public sealed record Plan(
    string Id, string What, ImmutableArray<string> To, string For, DateTimeOffset DecideBy, int ValidDays, int ReviewDays, DateOnly? On, string? Condition, int? UnitsNeeded,
    ImmutableArray<PartnerStep> Partners, DateTimeOffset At)
{
    private static readonly ImmutableSortedDictionary<string, DateTimeOffset> Nobody = ImmutableSortedDictionary.Create<string, DateTimeOffset>(StringComparer.Ordinal);

    /// <summary>The last word of each unit on the condition.</summary>
    public ImmutableSortedDictionary<string, ConditionReport> Conditions { get; init; } = ImmutableSortedDictionary.Create<string, ConditionReport>(StringComparer.Ordinal);

    /// <summary>The last that is on record of each partner.</summary>
    public ImmutableSortedDictionary<string, PartnerReport> PartnerReports { get; init; } = ImmutableSortedDictionary.Create<string, PartnerReport>(StringComparer.Ordinal);

    /// <summary>What it rests on, each with its source and day (S416).</summary>
    public ImmutableArray<StatedStrength> Strengths { get; init; } = [];

    public ImmutableArray<PlanDecision> Decisions { get; init; } = [];

    /// <summary>When the go was given or renewed last.</summary>
    public DateTimeOffset? FreshSince { get; init; }

    /// <summary>Since when the plan holds because a partner does not act.</summary>
    public DateTimeOffset? HeldSince { get; init; }

    /// <summary>Units that have acknowledged the last decision.</summary>
    public ImmutableSortedDictionary<string, DateTimeOffset> Acknowledged { get; init; } = Nobody;

    /// <summary>Units that had acknowledged a go: without their reports there is no review.</summary>
    public ImmutableSortedSet<string> Carrying { get; init; } = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, UnitReport> Reports { get; init; } = ImmutableSortedDictionary.Create<string, UnitReport>(StringComparer.Ordinal);

    public PlanReview? Review { get; init; }

    public PlanDecision? Last => Decisions.IsEmpty ? null : Decisions[^1];

    /// <summary>Whether it goes, as decided, or as decided by the fallback; whether that is still fresh is another question.</summary>
    public bool IsGo => Last?.Step is PlanStep.Go or PlanStep.Fallback && HeldSince is null;

    /// <summary>The last moment at which a go or renewal still counts.</summary>
    public DateTimeOffset? FreshUntil => FreshSince?.AddDays(ValidDays);

    /// <summary>Units whose word that the condition holds is still good.</summary>
    public IEnumerable<string> ConfirmedAt(DateTimeOffset at) => Conditions.Where(c => c.Value.Holds && at <= c.Value.At.AddDays(ValidDays)).Select(c => c.Key);

    /// <summary>Partners who have said that they do not act.</summary>
    public IEnumerable<PartnerStep> Failed => Partners.Where(p => PartnerReports.TryGetValue(p.Name, out var report) && !report.Acts);

    /// <summary>Partners who have neither confirmed nor a fallback.</summary>
    public IEnumerable<PartnerStep> Unsecured => Partners.Where(p => p.Fallback is null && !PartnerReports.ContainsKey(p.Name));

    public bool IsReadyAt(DateTimeOffset at) => !Unsecured.Any() && !Failed.Any() && (UnitsNeeded is not { } needed || ConfirmedAt(at).Count() >= needed);

    public PlanStage StageAt(DateTimeOffset at) => Last?.Step switch
    {
        PlanStep.Stop => PlanStage.Stopped,
        PlanStep.Hold => PlanStage.Held,
        _ when HeldSince is not null => PlanStage.Held,
        PlanStep.Go or PlanStep.Fallback => at <= FreshUntil ? PlanStage.Going : PlanStage.Expired,
        _ when at > DecideBy => PlanStage.Lapsed,
        _ => IsReadyAt(at) ? PlanStage.Ready : PlanStage.Preparing,
    };

    /// <summary>The day by which the body has reviewed it; null where it never went.</summary>
    public DateOnly? ReviewDue => Decisions.LastOrDefault(d => d.Step is PlanStep.Go or PlanStep.Fallback) is { } go
        ? DateOnly.FromDateTime((Last!.Step is PlanStep.Stop ? Last.At : On is { } on && on > DateOnly.FromDateTime(go.At.UtcDateTime) ? new(on, TimeOnly.MinValue, TimeSpan.Zero) : FreshUntil ?? go.At).UtcDateTime).AddDays(ReviewDays)
        : null;

    /// <summary>Units that have not said that they received the last decision.</summary>
    public IEnumerable<string> Silent => Last is null ? [] : To.Where(u => !Acknowledged.ContainsKey(u));
}
