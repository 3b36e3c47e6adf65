using Mandate.Tally;

namespace Mandate.Constitutions;

/// <summary>What a share or a count is taken of.</summary>
public enum Basis
{
    /// <summary>Votes for and against; abstentions and blanks are not counted.</summary>
    VotesCast,

    /// <summary>All who are present, abstaining or not.</summary>
    Present,

    /// <summary>The register at its closing date.</summary>
    Members,

    /// <summary>All seats of the body, vacant ones too.</summary>
    Seats,

    /// <summary>Units; which kind is in <c>Unit</c>.</summary>
    Units,

    /// <summary>The budget of the year.</summary>
    Budget,
}

/// <summary>A quantity as written: <c>25 members</c>, <c>10% of members</c>, <c>1/3 of branches</c>, from format 0.2 also <c>3/2 square root of members</c>.</summary>
public abstract record Quantity(Basis Basis) : Node
{
    /// <summary>The kind of unit where <see cref="Basis"/> is units; null for the smallest units.</summary>
    public string? Unit { get; init; }

    /// <summary>The words of the constitution.</summary>
    public required string Text { get; init; }

    public sealed override string ToString() => Text;
}

/// <summary>At least this share of the basis: <c>10%</c>, <c>1/3</c>.</summary>
public sealed record ShareOf(Fraction Share, Basis Basis) : Quantity(Basis);

/// <summary>That many.</summary>
public sealed record CountOf(Fraction Count, Basis Basis) : Quantity(Basis);

/// <summary>That many times the square root of the basis, not rounded.</summary>
public sealed record RootOf(Fraction Times, Basis Basis) : Quantity(Basis);
