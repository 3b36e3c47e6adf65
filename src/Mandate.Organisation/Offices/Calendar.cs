namespace Mandate.Organisation.Offices;

/// <summary>Days of the log, which are UTC. Periods on them are arithmetic of the rules (<c>Mandate.Constitutions.Rules.Periods</c>).</summary>
internal static class Calendar
{
    public static DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(at.UtcDateTime);

    public static DateTimeOffset Start(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
