using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>A project bought in a run.</summary>
/// <param name="Project">Which.</param>
/// <param name="Price">The exact price per mark, in units of money: what a supporter with one mark pays who has that much.</param>
/// <param name="PriceAbove">A bound above it in the run's fixed point.</param>
/// <param name="Tied">All that were equally good, where there was more than one.</param>
internal sealed record Purchase(int Project, Fraction Price, long PriceAbove, ImmutableArray<int> Tied);

/// <summary>One run of Equal Shares with a given amount of money.</summary>
/// <param name="Money">All voters' money together.</param>
/// <param name="Shift">Binary places of the fixed point.</param>
/// <param name="Purchases">In order.</param>
/// <param name="Undecided">A tie that the stated rule left open, where the run stopped.</param>
/// <param name="MoneyBehind">For every project not bought, the exact money that its supporters hold at the end.</param>
internal sealed record EqualSharesTrace(
    BigInteger Money, int Shift, ImmutableArray<Purchase> Purchases, ImmutableArray<int> Undecided, Func<Fraction[]> MoneyBehind)
{
    public BigInteger CostOf(BudgetPapers papers) => Purchases.Aggregate(BigInteger.Zero, (sum, p) => sum + papers.Projects[p.Project].Cost);

    public bool SameOrder(EqualSharesTrace other) => Purchases.Select(p => p.Project).SequenceEqual(other.Purchases.Select(p => p.Project));
}
