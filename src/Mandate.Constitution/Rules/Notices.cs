namespace Mandate.Constitutions.Rules;

/// <summary>
/// Notice: how long before the meeting everybody must have been served. The day of service is not counted and that of the meeting
/// is; where days are clear, neither is. Fourteen days after service on the 1st is the 15th, clear the 16th.
/// </summary>
public static class Notices
{
    /// <summary>The first lawful day after service on that day.</summary>
    public static DateOnly Earliest(DateOnly served, Period? notice, bool clearDays)
    {
        var day = notice is null ? served : Periods.After(served, notice);
        return clearDays && notice is not null && day < DateOnly.MaxValue ? day.AddDays(1) : day;
    }

    /// <summary>Whole days of notice that service on that day gives to a meeting, never less than none; working days where the period counts these.</summary>
    public static int Given(DateOnly served, DateOnly meeting, bool clearDays, Period? notice = null) => notice is { Unit: PeriodUnit.WorkingDay, Calendar: { } calendar }
        ? WorkingDays.Between(served, clearDays && meeting > served ? meeting.AddDays(-1) : meeting, calendar)
        : Math.Max(0, meeting.DayNumber - served.DayNumber - (clearDays ? 1 : 0));

    /// <summary>The last day of service for a meeting on that day.</summary>
    public static DateOnly LastService(DateOnly meeting, Period? notice, bool clearDays)
    {
        if (notice is null) return meeting;
        // Around the ends of months the inverse is a day or three later than counting back: 30 January plus a month is 28 February.
        var day = Periods.Before(meeting, notice);
        while (day < DateOnly.MaxValue && Earliest(day.AddDays(1), notice, clearDays) <= meeting) day = day.AddDays(1);
        while (day > DateOnly.MinValue && Earliest(day, notice, clearDays) > meeting) day = day.AddDays(-1);
        return day;
    }

    /// <summary>Whether a meeting on that day is lawful for somebody served on that day; not at all served is never.</summary>
    /// <param name="clause">The clause that answers where there is no notice period.</param>
    public static Answer Check(DateOnly meeting, DateOnly? served, Period? notice, bool clearDays, Clause clause)
    {
        var at = notice?.Clause ?? clause;
        if (served is not { } day) return new(false, at, notice?.ToString(), null);
        var earliest = Earliest(day, notice, clearDays);
        return new(meeting >= earliest, at, notice?.ToString(), day) { Earliest = earliest };
    }

    /// <summary>
    /// The day on which a notice counts as served through a channel, or null where it does not (yet) count: the constitution does not know the
    /// channel, or the event it counts from has not happened. Without <c>served_by</c> any channel counts from the day it was sent or posted.
    /// </summary>
    public static DateOnly? ServedOn(Constitution constitution, Convene? convene, string channel, DateOnly? sent, DateOnly? posted, DateOnly? delivered)
    {
        if ((convene?.ServedBy ?? constitution.Procedure.ServedBy) is not { } service) return sent ?? posted ?? delivered;
        if (!service.Channels.TryGetValue(channel, out var rule)) return null;
        var day = rule.Counts switch
        {
            ServiceEvent.Sent => sent,
            ServiceEvent.Posted => posted ?? sent,
            _ => delivered,
        };
        return day is null || rule.Plus is null ? day : Periods.After(day.Value, rule.Plus);
    }
}
