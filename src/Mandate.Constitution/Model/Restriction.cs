namespace Mandate.Constitutions;

/// <summary>A limit on a right; it always ends.</summary>
public sealed record Restriction(string Right) : Node
{
    public required string Scope { get; init; }

    public required string Reason { get; init; }

    public required DateOnly AdoptedOn { get; init; }

    public required DateOnly Expires { get; init; }

    /// <summary>How often it may be renewed.</summary>
    public required int MaxRenewals { get; init; }

    public required Ref RenewedBy { get; init; }

    public Ref? JudgedBy { get; init; }
}
