namespace Mandate.Constitutions.Rules;

/// <summary>
/// Periods on the calendar (ISO 8601, proleptic Gregorian). A month or year ends on the day of the same number, or on the last of
/// a shorter month: one month after 31 January is 28 February, or 29 in a leap year. Beyond the calendar's ends time stands still.
/// </summary>
public static class Periods
{
    /// <summary>For a period that no constitution has written.</summary>
    private static readonly WorkingCalendar Weekends = new() { Clause = new("", 0, 0) };

    /// <summary>That long after the day. Minutes and hours count as the days they begin: 25 hours are two days.</summary>
    public static DateOnly After(DateOnly day, Period period) => Shift(day, period, 1);

    /// <summary>That long before the day. It is not always the inverse of <see cref="After(DateOnly, Period)"/>: months differ in length.</summary>
    public static DateOnly Before(DateOnly day, Period period) => Shift(day, period, -1);

    /// <summary>That long after the moment; from days on, at the same hour of the clock.</summary>
    public static DateTimeOffset After(DateTimeOffset moment, Period period)
    {
        var span = period.Unit switch
        {
            PeriodUnit.Minute => TimeSpan.FromMinutes(period.Count),
            PeriodUnit.Hour => TimeSpan.FromHours(period.Count),
            _ => TimeSpan.FromDays((double)After(DateOnly.FromDateTime(moment.DateTime), period).DayNumber - DateOnly.FromDateTime(moment.DateTime).DayNumber),
        };
        return DateTimeOffset.MaxValue - moment < span || DateTime.MaxValue - moment.DateTime < span ? DateTimeOffset.MaxValue : moment + span;
    }

    /// <summary>
    /// The last day to do something that is due within that period: where the organisation's calendar says that deadlines end on working days, one
    /// that would end on a weekend or holiday ends on the next day that is neither.
    /// </summary>
    public static DateOnly Due(DateOnly day, Period period) =>
        period.Calendar is { EndsOnWorkingDay: true } calendar ? WorkingDays.Rolled(After(day, period), calendar) : After(day, period);

    private static DateOnly Shift(DateOnly day, Period period, int sign) => period.Unit switch
    {
        PeriodUnit.Minute => Days(day, sign * ((period.Count + 1439L) / 1440)),
        PeriodUnit.Hour => Days(day, sign * ((period.Count + 23L) / 24)),
        PeriodUnit.Day => Days(day, sign * (long)period.Count),
        PeriodUnit.Week => Days(day, sign * 7L * period.Count),
        PeriodUnit.Month => Months(day, sign * (long)period.Count),
        PeriodUnit.WorkingDay => sign > 0 ? WorkingDays.After(day, period.Count, period.Calendar ?? Weekends) : WorkingDays.Before(day, period.Count, period.Calendar ?? Weekends),
        _ => Months(day, sign * 12L * period.Count),
    };

    private static DateOnly Days(DateOnly day, long days) =>
        DateOnly.FromDayNumber((int)Math.Clamp(day.DayNumber + days, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static DateOnly Months(DateOnly day, long months)
    {
        var all = (day.Year * 12L) + day.Month - 1 + months;
        if (all < 12) return DateOnly.MinValue;
        return all >= 120_000 ? DateOnly.MaxValue : day.AddMonths((int)months);
    }
}
