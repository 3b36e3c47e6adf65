namespace Mandate.Constitutions;

/// <summary>How long an office or seat is held and how often in a row.</summary>
public sealed record Term(Period Length) : Node
{
    /// <summary>Terms in a row; null is <c>unlimited</c>, which must be written out.</summary>
    public int? Consecutive { get; init; }

    /// <summary>Terms in a lifetime; null is no limit.</summary>
    public int? Lifetime { get; init; }

    /// <summary>Time away before one may stand again after the last consecutive term.</summary>
    public Period? CoolingOff { get; init; }

    public Stagger? Staggered { get; init; }
}

public enum Stagger
{
    Halves,
    Thirds,
}
