using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>Where a candidate stands at the end of a round.</summary>
public enum Standing
{
    /// <summary>Neither elected nor excluded.</summary>
    Continuing,

    /// <summary>Elected, with votes above the quota still to be transferred.</summary>
    ElectedWithSurplus,

    Elected,

    Excluded,

    /// <summary>On the paper and not standing.</summary>
    Withdrawn,
}

public enum RoundKind
{
    /// <summary>The first count.</summary>
    First,

    /// <summary>Votes above the quota moved on.</summary>
    Surplus,

    /// <summary>The votes of excluded candidates moved on.</summary>
    Exclusion,

    /// <summary>All votes were counted again, at other values or among other candidates.</summary>
    Recount,

    /// <summary>Nothing moved: the last seats were filled or the result was read off.</summary>
    Last,
}

/// <summary>One stage of a count, as it stands after its transfer.</summary>
public sealed record Round
{
    /// <summary>0 is the first count.</summary>
    public required int Number { get; init; }

    public required RoundKind Kind { get; init; }

    /// <summary>Votes of each candidate after this round.</summary>
    public required ImmutableArray<Fraction> Votes { get; init; }

    public required ImmutableArray<Standing> Standings { get; init; }

    /// <summary>Whose votes moved.</summary>
    public ImmutableArray<int> From { get; init; } = [];

    public ImmutableArray<Transfer> Transfers { get; init; } = [];

    public Fraction? Quota { get; init; }

    /// <summary>What sufficed for election at this stage, where the rule lets less than the quota suffice.</summary>
    public Fraction? Needed { get; init; }

    /// <summary>Votes of papers with no further preference, in all so far.</summary>
    public Fraction Exhausted { get; init; }

    /// <summary>Votes lost to the decimals that the rule drops, in all so far. Votes, exhausted and this add up to the valid papers.</summary>
    public Fraction Residue { get; init; }

    /// <summary>Votes above the quota not yet transferred.</summary>
    public Fraction Surplus { get; init; }

    /// <summary>Elected in this round, in order.</summary>
    public ImmutableArray<int> Elected { get; init; } = [];

    /// <summary>Excluded in this round, in order.</summary>
    public ImmutableArray<int> Excluded { get; init; } = [];

    /// <summary>The share of each paper that a candidate keeps (Meek, Warren); empty for other methods.</summary>
    public ImmutableArray<Fraction> Keep { get; init; } = [];

    /// <summary>One sentence for the count sheet.</summary>
    public string Note { get; init; } = "";
}

/// <summary>Papers that moved from one candidate to another.</summary>
/// <param name="From">Whose papers.</param>
/// <param name="To">Who got them; -1 for papers with no further preference.</param>
/// <param name="Papers">How many papers.</param>
/// <param name="Votes">What they count for after the move.</param>
public sealed record Transfer(int From, int To, long Papers, Fraction Votes);
