using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Planning;

/// <summary>Two indices on a day: each figure over that of the base day, exactly.</summary>

public sealed record IndexDay(DateOnly On, Fraction First, Fraction Second)
{
    /// <summary>The greater index over the smaller: one where they have kept together.</summary>
    public Fraction Opening => First > Second ? First / Second : Second / First;
}

/// <summary>How far two series that were together on the base day have come apart (S294, S295).</summary>
public static class Scissors
{
    /// <summary>The days from the base on which both have a figure. A day on which one is unknown is not filled in.</summary>
    public static ImmutableArray<IndexDay> Of(PlanningState planning, Watch watch)
    {
        var (first, second) = (Values(planning, watch.First), Values(planning, watch.Second));
        if (!first.TryGetValue(watch.Base, out var a) || !second.TryGetValue(watch.Base, out var b)) return [];
        return [.. first.Keys.Where(d => d >= watch.Base && second.ContainsKey(d)).Order().Select(d => new IndexDay(d, new Fraction(first[d], a), new Fraction(second[d], b)))];
    }

    /// <summary>The first day on which they were apart beyond the limit as often running as the watch says, counted to the last day; null while they are not.</summary>
    public static DateOnly? OpenSince(Watch watch, ImmutableArray<IndexDay> days)
    {
        var running = 0;
        DateOnly? since = null;
        foreach (var day in days)
        {
            running = day.Opening > new Fraction(watch.Limit, 100) ? running + 1 : 0;
            since = running == 0 ? null : running >= watch.Running ? since ?? day.On : since;
        }
        return since;
    }

    private static Dictionary<DateOnly, long> Values(PlanningState planning, string series) => planning.Series[series].Values.ToDictionary(v => v.On, v => v.Value);
}
