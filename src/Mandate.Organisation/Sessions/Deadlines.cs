using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

/// <summary>Days that follow from a period of the constitution. Days are UTC; months and years follow the calendar.</summary>
public static class Deadlines
{
    /// <summary>The day a period after a day; parts of a day count as whole days.</summary>
    public static DateOnly After(DateOnly day, Period period) => period.Unit switch
    {
        PeriodUnit.Minute => day.AddDays((period.Count + 1439) / 1440),
        PeriodUnit.Hour => day.AddDays((period.Count + 23) / 24),
        PeriodUnit.Day => day.AddDays(period.Count),
        PeriodUnit.Week => day.AddDays(checked(7 * period.Count)),
        PeriodUnit.Month => day.AddMonths(period.Count),
        _ => day.AddYears(period.Count),
    };

    /// <summary>The day a period before a day.</summary>
    public static DateOnly Before(DateOnly day, Period period) => period.Unit switch
    {
        PeriodUnit.Month => day.AddMonths(-period.Count),
        PeriodUnit.Year => day.AddYears(-period.Count),
        _ => day.AddDays(day.DayNumber - After(day, period).DayNumber),
    };

    /// <summary>First day on which a meeting may be held after notice on <paramref name="served"/>.</summary>
    /// <param name="clear">Neither the day of service nor that of the meeting counts.</param>
    public static DateOnly Earliest(DateOnly served, Period? notice, bool clear) =>
        notice is null ? served : After(served, notice).AddDays(clear ? 1 : 0);

    /// <summary>Whole days of notice that a meeting on that day gives.</summary>
    public static int Given(DateOnly served, DateOnly meeting, bool clear) => Math.Max(0, meeting.DayNumber - served.DayNumber - (clear ? 1 : 0));

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
