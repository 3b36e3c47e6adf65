using Mandate.Tally;

namespace Mandate.Constitutions;

/// <summary>How many of those who decide must agree; one of the four micro-grammars of the format.</summary>
public abstract record Majority : Node
{
    /// <summary>The words of the constitution.</summary>
    public required string Text { get; init; }

    public sealed override string ToString() => Text;
}

/// <summary>Nobody against, and somebody for.</summary>
public sealed record Unanimous : Majority;

/// <summary>More than any other option.</summary>
public sealed record Plurality : Majority;

/// <summary><c>all of seats</c>: every one of the basis agrees, the absent too.</summary>
public sealed record AllOfBasis(Basis Basis) : Majority;

/// <summary>
/// <c>2/3 of votes cast</c> is at least that share; <c>majority of votes cast</c> and <c>more than 1/2 of …</c> are strictly more.
/// </summary>
public sealed record ShareMajority(Fraction Share, bool StrictlyMore, Basis Basis) : Majority;

/// <summary><c>4 of 7 seats</c>.</summary>
public sealed record SeatsMajority(Fraction Needed, Fraction Seats) : Majority;
