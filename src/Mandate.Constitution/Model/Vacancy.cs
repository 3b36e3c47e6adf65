namespace Mandate.Constitutions;

/// <summary>What happens when a seat falls vacant before its term.</summary>
public sealed record Vacancy : Node
{
    public VacancyFill? Fill { get; init; }

    /// <summary>Who acts meanwhile.</summary>
    public Ref? Acting { get; init; }

    /// <summary>How long the acting may act.</summary>
    public Period? Max { get; init; }

    /// <summary>What follows after <see cref="Max"/>; null where <see cref="ThenText"/> is not one of the known ways.</summary>
    public VacancyFill? Then { get; init; }

    public string? ThenText { get; init; }

    /// <summary>If <see cref="Fill"/> finds nobody: a by-election within that period.</summary>
    public Period? ElseByElection { get; init; }
}

public enum VacancyFill
{
    Countback,
    ByElection,
    NextOnList,
    Coopt,
    LeaveEmpty,
}
