namespace Mandate.Constitutions.Rules;

/// <summary>
/// Dates where weekends and holidays count for something (the practice of freedom-of-information law; <c>control/deadlines.json</c>).
/// </summary>
internal static class WorkingDays
{
    /// <summary>So many working days after that day, which is day 0.</summary>
    public static DateOnly After(DateOnly day, int days, WorkingCalendar calendar) => Count(day, days, calendar, 1);

    /// <summary>So many working days before it.</summary>
    public static DateOnly Before(DateOnly day, int days, WorkingCalendar calendar) => Count(day, days, calendar, -1);

    /// <summary>That day, or the next working day where it is none.</summary>
    public static DateOnly Rolled(DateOnly day, WorkingCalendar calendar)
    {
        while (!calendar.Works(day) && day < DateOnly.MaxValue) day = day.AddDays(1);
        return day;
    }

    /// <summary>Working days after the first day up to the last.</summary>
    public static int Between(DateOnly first, DateOnly last, WorkingCalendar calendar)
    {
        var days = 0;
        for (var day = first; day < last;)
            if (calendar.Works(day = day.AddDays(1))) days++;
        return days;
    }

    private static DateOnly Count(DateOnly day, int days, WorkingCalendar calendar, int step)
    {
        var end = step > 0 ? DateOnly.MaxValue : DateOnly.MinValue;
        while (days > 0 && day != end)
            if (calendar.Works(day = day.AddDays(step))) days--;
        return day;
    }
}
