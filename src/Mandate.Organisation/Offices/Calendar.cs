using Mandate.Constitutions;

namespace Mandate.Organisation.Offices;

/// <summary>Days counted by the periods of a constitution: months and years by the calendar, hours and minutes as the day they fall on.</summary>
internal static class Calendar
{
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public static DateOnly Plus(this DateOnly day, Period period) => Move(day, period, 1);

    public static DateOnly Minus(this DateOnly day, Period period) => Move(day, period, -1);

    private static DateOnly Move(DateOnly day, Period period, int sign) => period.Unit switch
    {
        PeriodUnit.Day => day.AddDays(sign * period.Count),
        PeriodUnit.Week => day.AddDays(sign * 7 * period.Count),
        PeriodUnit.Month => day.AddMonths(sign * period.Count),
        PeriodUnit.Year => day.AddYears(sign * period.Count),
        _ => day,
    };
}
