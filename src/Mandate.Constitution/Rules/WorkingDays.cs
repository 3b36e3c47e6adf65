namespace Mandate.Constitutions.Rules;

/// <summary>
/// Due dates where weekends and holidays count for something (the practice of freedom-of-information law; <c>control/deadlines.json</c>). Which days are
/// holidays comes from outside: no program knows them.
/// </summary>
public static class WorkingDays
{
    /// <summary>Neither Saturday, Sunday nor holiday.</summary>
    public static bool Is(DateOnly day, IReadOnlySet<DateOnly> holidays) => day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day);

    /// <summary>So many working days after that of receipt, which is day 0.</summary>
    public static DateOnly After(DateOnly received, int days, IReadOnlySet<DateOnly> holidays)
    {
        var day = received;
        while (days > 0)
            if (Is(day = day.AddDays(1), holidays)) days--;
        return day;
    }

    /// <summary>That day, or the next working day where it is none.</summary>
    public static DateOnly Rolled(DateOnly day, IReadOnlySet<DateOnly> holidays)
    {
        while (!Is(day, holidays)) day = day.AddDays(1);
        return day;
    }
}
