using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>What a budget count shows beside the projects funded, in the order of funding.</summary>
public sealed record BudgetDetail : CountDetail
{
    public required BudgetPapers Papers { get; init; }

    /// <summary>The method's own score of each project: approvals, points, Borda.</summary>
    public required ImmutableArray<long> Scores { get; init; }

    /// <summary>Money spent, in units of the papers.</summary>
    public required BigInteger Spent { get; init; }

    /// <summary>How each funded project was paid for; empty for greedy rules.</summary>
    public ImmutableArray<BudgetPurchase> Purchases { get; init; } = [];

    /// <summary>How greedy rules and greedy completions went down the list; empty for others.</summary>
    public ImmutableArray<GreedyStep> Greedy { get; init; } = [];

    /// <summary>Each voter's share at the start of the run that counts, in units of the papers; null where voters have none.</summary>
    public Fraction? Share { get; init; }

    /// <summary>By how many units of the currency each share was raised by the completion.</summary>
    public long Raises { get; init; }

    /// <summary>For Equal Shares, the exact money that the supporters of each project not funded have left at the end; null for others.</summary>
    public ImmutableArray<Fraction?> Left { get; init; } = [];

    /// <summary>Voters with none of the projects they marked funded.</summary>
    public long VotersWithoutProject { get; init; }

    /// <summary>Funded projects on all papers together: over the voters, the mean a voter has.</summary>
    public long FundedMarks { get; init; }
}

/// <summary>A project bought by its supporters.</summary>
/// <param name="Project">Which.</param>
/// <param name="Price">The most a supporter pays for one mark; in Phragmen's rule, the money each voter had earned by then.</param>
/// <param name="EffectiveVotes">Cost over the largest payment; null where it has no meaning.</param>
/// <param name="Supporters">Voters who marked it.</param>
public sealed record BudgetPurchase(int Project, Fraction Price, Fraction? EffectiveVotes, long Supporters);
