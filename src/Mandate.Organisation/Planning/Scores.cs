using System.Collections.Immutable;

namespace Mandate.Organisation.Planning;

/// <summary>A forecast beside what came: null where nothing is known yet.</summary>
/// <param name="Off">Nothing where the outcome lies in the range, else how far above (or below, less than nothing).</param>
public sealed record Score(string Alternative, Forecast Forecast, long? Outcome, long? Off)
{
    public bool Missed => Off is not (null or 0);
}

/// <summary>Forecasts held against outcomes, those of the alternatives that lost beside that of the one that won (S302, S334); risks that have come about (S312).</summary>
public static class Scores
{
    /// <summary>All forecasts of a plan, by indicator and day.</summary>
    public static ImmutableArray<Score> Of(PlanningState planning, Plan plan) =>
    [
        .. Stood(planning, plan).SelectMany(a => a.Text.Forecasts.Select(f => Held(plan, a.Id, f)))
            .OrderBy(s => s.Forecast.Indicator, StringComparer.Ordinal).ThenBy(s => s.Forecast.On).ThenBy(s => s.Alternative, StringComparer.Ordinal),
    ];

    /// <summary>The indicators that an alternative names in a forecast or a risk.</summary>
    public static ImmutableSortedSet<string> Indicators(PlanningState planning, Plan plan) =>
        [.. Stood(planning, plan).SelectMany(a => a.Text.Forecasts.Select(f => f.Indicator).Concat(a.Text.Risks.Select(r => r.Indicator)))];

    /// <summary>The risks that were stated, and the first day on which each had come about; null where it has not, or nothing is known.</summary>
    public static ImmutableArray<(string Alternative, Risk Risk, DateOnly? Since)> Risks(PlanningState planning, Plan plan) =>
    [
        .. Stood(planning, plan).SelectMany(a => a.Text.Risks.Select(r => (a.Id, r, plan.Outcomes
            .Where(o => o.Indicator == r.Indicator && (r.Above ? o.Value > r.Limit : o.Value < r.Limit)).Select(o => (DateOnly?)o.On).Min()))),
    ];

    /// <summary>Whether a review is due on that day, or a forecast of what was chosen has failed, and none has been written since that counts.</summary>
    public static bool ReviewMissing(PlanningState planning, Plan plan, DateOnly day)
    {
        var due = plan.Reviews.Where(d => d < day).Select(d => (DateOnly?)d).Max();
        if (Missed(planning, plan) is { } missed && (due is null || missed > due)) due = missed;
        return due is { } since && !plan.Reviewed.Any(r => !r.Returned && DateOnly.FromDateTime(r.At.UtcDateTime) >= since);
    }

    /// <summary>The last day on which it became known that a forecast of what was chosen had failed.</summary>
    public static DateOnly? Missed(PlanningState planning, Plan plan) => Of(planning, plan)
        .Where(s => s.Missed && plan.Result!.Chosen.Contains(s.Alternative, StringComparer.Ordinal))
        .Select(s => (DateOnly?)DateOnly.FromDateTime(Reported(plan, s.Forecast)!.At.UtcDateTime)).Max();

    private static Score Held(Plan plan, string alternative, Forecast f)
    {
        if (Reported(plan, f) is not { Value: var value }) return new(alternative, f, null, null);
        return new(alternative, f, value, value > f.High ? value - f.High : value < f.Low ? value - f.Low : 0);
    }

    /// <summary>The outcome of the forecast's day or the first after it; stated again for a day, the last counts.</summary>
    private static Outcome? Reported(Plan plan, Forecast f) => plan.Outcomes.Where(o => o.Indicator == f.Indicator && o.On >= f.On).GroupBy(o => o.On).OrderBy(g => g.Key).FirstOrDefault()?.Last();

    private static IEnumerable<Alternative> Stood(PlanningState planning, Plan plan) => plan.Order.Select(id => planning.Alternatives[id]);
}
