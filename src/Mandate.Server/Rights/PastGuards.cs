using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Mandate.Organisation;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Guards;
using Mandate.Server.Keeping;

namespace Mandate.Server.Rights;

/// <summary>
/// The states of the guards on past days. What the registers showed on a day that is over does not change: it is folded once for a day, and kept with
/// the organisation.
/// </summary>
internal static class PastGuards
{
    private static readonly ConditionalWeakTable<IKept, ConcurrentDictionary<DateOnly, PastRegisters>> Kept = [];

    private static readonly ConditionalWeakTable<State, ConcurrentDictionary<DateOnly, ImmutableArray<GuardStates>>> Made = [];

    /// <summary>The states on the days up to one, and the findings as of it.</summary>
    public static (ImmutableArray<GuardStates> Series, ImmutableArray<Finding> Findings) Of(Visit v, DateOnly until)
    {
        var findings = AsOf(v, until);
        var series = Made.GetValue(v.State, _ => new()).GetOrAdd(until, day =>
            [.. GuardSeries.Days(First(v, findings), day).Select(d => GuardSeries.On(d == day ? findings : AsOf(v, d), d))]);
        return (series, findings);
    }

    /// <summary>Where a reader who names no day is led: today, and in a story that is over the end of its busiest year.</summary>
    public static DateOnly Default(Visit v) => v.State.Facts.Things.ContainsKey(Thing.Chronology) ? History.Story.Of(v.State, v.Today).MainDay : v.Today;

    private static DateOnly First(Visit v, ImmutableArray<Finding> findings) =>
        findings.Select(f => f.Since).OfType<DateOnly>().Append(DateOnly.FromDateTime((v.State.Founding.ClosedAt ?? v.Now).UtcDateTime)).Where(d => d <= v.Today).DefaultIfEmpty(v.Today).Min();

    private static ImmutableArray<Finding> AsOf(Visit v, DateOnly day) =>
        day >= v.Today || v.Kept.Node is not { } node ? Findings.AsOf(v.State, v.State, day)
        : Findings.AsOf(v.State, Kept.GetValue(v.Kept, _ => new()).GetOrAdd(day, d => PastRegisters.Of(node.StateAt(new DateTimeOffset(d.ToDateTime(TimeOnly.MaxValue), TimeSpan.Zero)), d)));
}
