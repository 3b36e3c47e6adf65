using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Constitutions.Reader;

/// <summary>The organisation's days off: <c>calendar: {holidays: ["01-01", "2027-03-29"], deadlines: next_working_day}</c>.</summary>
internal static class CalendarReader
{
    private static readonly (string Word, DayOfWeek Value)[] Weekdays = [.. Enum.GetValues<DayOfWeek>().Select(d => (d.ToString().ToLowerInvariant(), d))];

    public static WorkingCalendar? Read(Scope scope, Datum datum)
    {
        if (Fields.Of(scope, datum) is not { } fields) return null;
        var weekend = fields.List("weekend", (s, d) => s.Word(d, Weekdays) is { } day ? new SelectReader.Box<DayOfWeek>(day) : null);
        var holidays = fields.NeedList("holidays", Holiday);
        var rolls = fields.Word("deadlines", ("next_working_day", true), ("as_counted", false));
        fields.Done();
        if (weekend.Length > WorkingCalendar.MostWeekendDays) scope.Fault(FaultKind.WrongValue, fields.Raw("weekend")!.Clause, $"a weekend has at most {WorkingCalendar.MostWeekendDays} days");
        if (holidays.Length > WorkingCalendar.MostHolidays) scope.Fault(FaultKind.WrongValue, fields.Raw("holidays")!.Clause, $"there are more than {WorkingCalendar.MostHolidays} holidays");
        var calendar = new WorkingCalendar
        {
            Clause = datum.Clause, EndsOnWorkingDay = rolls == true,
            Once = [.. holidays.Where(h => h.Year is not null).Select(h => new DateOnly(h.Year!.Value, h.Month, h.Day))],
            Yearly = [.. holidays.Where(h => h.Year is null).Select(h => (h.Month, h.Day))],
        };
        return fields.Has("weekend") ? calendar with { Weekend = [.. weekend.Select(d => d.Value)] } : calendar;
    }

    private sealed record Off(int? Year, int Month, int Day);

    private static Off? Holiday(Scope scope, Datum datum)
    {
        if (scope.Text(datum) is not { } text) return null;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var once)) return new(once.Year, once.Month, once.Day);
        // Of every year, 29 February too.
        if (DateOnly.TryParseExact("2000-" + text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var yearly)) return new(null, yearly.Month, yearly.Day);
        scope.Fault(FaultKind.WrongValue, datum.Clause, $"'{text}' is not a holiday; write \"12-25\" for every year or \"2027-03-29\" for one");
        return null;
    }
}
