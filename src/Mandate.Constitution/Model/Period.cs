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
}

/// <summary>A length of time as written: <c>30 days</c>.</summary>
public sealed record Period(int Count, PeriodUnit Unit) : Node
{
    public override string ToString() =>
        FormattableString.Invariant($"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");
}

/// <summary>How often: <c>yearly</c>, <c>monthly</c>, <c>weekly</c>, <c>every 2 months</c>.</summary>
public sealed record Interval(Period Every) : Node
{
    public override string ToString() => "every " + Every;
}
