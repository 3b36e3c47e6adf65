using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>The languages of the organisation.</summary>
public sealed record Languages(ImmutableArray<string> Official) : Node
{
    public bool EquallyAuthentic { get; init; }

    /// <summary>Classes of acts that bind only when they exist in every official language: notice, ballot, minutes, decision.</summary>
    public ImmutableArray<string> RequiredFor { get; init; } = [];

    /// <summary>The language whose text prevails (0.2); null where all are equally authentic or there is one.</summary>
    public string? Prevails { get; init; }
}
