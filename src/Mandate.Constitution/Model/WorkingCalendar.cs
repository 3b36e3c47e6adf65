using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>
/// The days off on which nobody is taken to work, as the organisation states them (0.2): no program knows its holidays. Periods in working days
/// count past them; where <see cref="EndsOnWorkingDay"/> a deadline that falls on one ends on the next working day.
/// </summary>
public sealed record WorkingCalendar : Node
{
    /// <summary>More would leave a year without enough working days to count to.</summary>
    public const int MostHolidays = 100, MostWeekendDays = 3;

    /// <summary>Saturday and Sunday unless said otherwise.</summary>
    public ImmutableSortedSet<DayOfWeek> Weekend { get; init; } = [DayOfWeek.Saturday, DayOfWeek.Sunday];

    /// <summary>Holidays of one year, with their date.</summary>
    public ImmutableSortedSet<DateOnly> Once { get; init; } = [];

    /// <summary>Holidays of every year: month and day.</summary>
    public ImmutableSortedSet<(int Month, int Day)> Yearly { get; init; } = [];

    /// <summary>Deadlines end on a working day.</summary>
    public bool EndsOnWorkingDay { get; init; }

    public bool Works(DateOnly day) => !Weekend.Contains(day.DayOfWeek) && !Once.Contains(day) && !Yearly.Contains((day.Month, day.Day));
}
