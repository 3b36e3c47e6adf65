using System.Collections.Immutable;

namespace Mandate.Constitutions;

/// <summary>One way in which the holder can be removed before the end of the term.</summary>
public abstract record Removal : Node;

/// <summary>By a body (with the consent of others).</summary>
public sealed record RemovalBy(Ref By, Rule Rule) : Removal
{
    public ImmutableArray<Ref> ConsentOf { get; init; } = [];

    public Period? Notice { get; init; }

    /// <summary>Only for these causes; empty is any cause or none.</summary>
    public ImmutableArray<string> ForCause { get; init; } = [];
}

/// <summary>By petition, then a vote.</summary>
public sealed record RemovalByPetition(Quantity Petition, Rule Then) : Removal;

/// <summary>Recall of a seat by those who elected it: petition in the unit, then a vote there.</summary>
public sealed record Recall(Quantity Petition, Rule Rule) : Node
{
    public Ref? Within { get; init; }
}
