using System.Collections.Immutable;

namespace Mandate.Organisation.Guards;

/// <summary>How many findings of each guard held on a day; a guard that is not in it held on nothing.</summary>
public sealed record GuardStates(DateOnly Day, ImmutableSortedDictionary<string, int> Holding);

/// <summary>
/// The states of the guards over time, side by side and never added up to one number (requirement S419): each cell is the findings that held on
/// that day, which anybody can ask for again.
/// </summary>
public static class GuardSeries
{
    /// <summary>How many days stand beside each other at most.</summary>
    private const int Most = 8;

    /// <summary>The guards that tell together who holds whom: places filled from above, circles, offices in one hand, control, space, endless restrictions.</summary>
    public static ImmutableArray<string> OfCapture { get; } =
        ["appointed-not-elected", "circular-flow-of-power", "concentrated-offices", "captured-inspection", "delegate-distortion", "unequal-space", "no-sunset"];

    /// <summary>Ends of quarters, of years or of several years between two days, as far apart as there is room for; the last day closes them.</summary>
    public static ImmutableArray<DateOnly> Days(DateOnly first, DateOnly last)
    {
        var days = new List<DateOnly> { last };
        var months = Math.Max(0, (last.Year - first.Year) * 12 + last.Month - first.Month);
        var step = months <= 3 * Most ? 3 : 12 * ((months / 12 + Most - 1) / Most);
        // The end of the quarter, or year, before the last day.
        var end = step == 3 ? new DateOnly(last.Year, (last.Month - 1) / 3 * 3 + 1, 1) : new DateOnly(last.Year, 1, 1);
        for (; days.Count < Most && end.AddDays(-1) >= first; end = end.AddMonths(-step)) days.Add(end.AddDays(-1));
        days.Reverse();
        return [.. days];
    }

    /// <summary>What held on the day as of which the findings are: had begun, and had not ended.</summary>
    public static GuardStates On(ImmutableArray<Finding> findings, DateOnly day) => new(
        day, findings.Where(f => f.Until is not { } until || until >= day).GroupBy(f => f.Guard.Name, StringComparer.Ordinal).ToImmutableSortedDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal));
}
