using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>An office held by one person (in each unit <see cref="Per"/>).</summary>
public sealed record Office(string Id) : Node
{
    public ImmutableArray<Ref> Tags { get; init; } = [];

    public Ref? Per { get; init; }

    public required Select By { get; init; }

    /// <summary>Who may nominate; null is every member, themselves too.</summary>
    public Rule? Nominate { get; init; }

    public Eligible? Eligible { get; init; }

    public required Term Term { get; init; }

    public ImmutableArray<Removal> Remove { get; init; } = [];

    public Vacancy? Vacancy { get; init; }
}

/// <summary>Two tags, offices or bodies that one person may not hold together.</summary>
public sealed record Incompatible(Ref One, Ref Other) : Node;

/// <summary>At most so many holders of a tag on a body.</summary>
public sealed record Cap(Ref Body, Ref Tag, Quantity Max) : Node;
