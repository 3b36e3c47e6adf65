namespace Mandate.Organisation.Sessions;

/// <summary>Days of notice, as refusals show them. Days are UTC.</summary>
public static class Deadlines
{
    /// <summary>Whole days of notice that a meeting on that day gives.</summary>
    /// <param name="clear">Neither the day of service nor that of the meeting counts.</param>
    public static int Given(DateOnly served, DateOnly meeting, bool clear) => Math.Max(0, meeting.DayNumber - served.DayNumber - (clear ? 1 : 0));

    public static DateTimeOffset StartOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
