using Mandate.Constitutions;
using Mandate.Constitutions.Rules;

namespace Mandate.Organisation.Offices;

/// <summary>Days of the log, which are UTC, and the periods of a constitution on them.</summary>
internal static class Calendar
{
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    public static DateOnly Plus(this DateOnly day, Period period) => Periods.After(day, period);

    public static DateOnly Minus(this DateOnly day, Period period) => Periods.Before(day, period);
}
