namespace Mandate.Constitutions;

/// <summary>A kind of unit: region, branch. Units form a tree through <see cref="Within"/>.</summary>
public sealed record Unit(string Id) : Node
{
    /// <summary>How many there were when the constitution was written; the roll prevails.</summary>
    public int? Count { get; init; }

    public Ref? Within { get; init; }

    public required Decider CreatedBy { get; init; }

    public required Decider DissolvedBy { get; init; }
}
