using Mandate.Constitutions;
namespace Mandate.Organisation.Roll;
internal static class Periods
{
    public static DateOnly After(Period period, DateOnly day) => period.Unit switch
    {
        PeriodUnit.Day => day.AddDays(period.Count),
        PeriodUnit.Week => day.AddDays(7 * period.Count),
        PeriodUnit.Month => day.AddMonths(period.Count),
        PeriodUnit.Year => day.AddYears(period.Count),
        _ => day,
    };
}
