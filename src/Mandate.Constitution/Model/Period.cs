namespace Mandate.Constitutions;

/// <summary>Units of a <see cref="Period"/>.</summary>
public enum PeriodUnit
{
    Minute,
    Hour,
    Day,
    Week,
    Month,
    Year,

    /// <summary>Days that the organisation's calendar calls neither weekend nor holiday (0.2).</summary>
    WorkingDay,
}

/// <summary>A length of time as written: <c>30 days</c>.</summary>
public sealed record Period(int Count, PeriodUnit Unit) : Node
{
    /// <summary>The organisation's working days; null where it states none.</summary>
    public WorkingCalendar? Calendar { get; init; }

    public override string ToString() =>
        FormattableString.Invariant($"{Count} {(Unit == PeriodUnit.WorkingDay ? "working day" : Unit.ToString().ToLowerInvariant())}{(Count == 1 ? "" : "s")}");
}

/// <summary>How often: <c>yearly</c>, <c>monthly</c>, <c>weekly</c>, <c>every 2 months</c>.</summary>
public sealed record Interval(Period Every) : Node
{
    public override string ToString() => "every " + Every;
}
