using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>
/// One run of the Method of Equal Shares (Peters, Pierczynski and Skowron 2021, <i>Proportional Participatory Budgeting with
/// Additive Utilities</i>): again and again the project is bought whose supporters get most utility for the money, each paying the
/// price times the utility or all they have left. Money is kept in 64-bit fixed point with a proven bound of error; bounds
/// filter, and whatever they leave open is decided on exact numbers.
/// </summary>
internal sealed class EqualSharesRun
{
    private readonly Electorate electorate;
    private readonly EqualSharesMemory? memory;
    private readonly BigInteger money;
    private readonly long moneyAbove;
    private readonly SharePrices prices;
    private readonly List<int> open;

    /// <param name="electorate">The papers.</param>
    /// <param name="money">All voters' money together.</param>
    /// <param name="memory">What earlier runs on the same papers proved, and will be told what this one does.</param>
    public EqualSharesRun(Electorate electorate, BigInteger money, EqualSharesMemory? memory = null)
    {
        (this.electorate, this.money, this.memory) = (electorate, money, memory);
        prices = new(electorate, money);
        moneyAbove = prices.Scaled(money) + 1;
        memory?.Begin(prices.Shift);
        // What its supporters could not pay for with full shares, they never can.
        open = [.. electorate.Eligible.Where(p => electorate.Support[p] * money >= (BigInteger)electorate.Papers.Projects[p].Cost * electorate.Papers.Voters)];
    }

    private int Bought => prices.Bought;

    /// <param name="chooseTied">Decides between equally good projects; null stops the run.</param>
    /// <param name="like">
    /// Another run with less money. This run then goes on only while it is certain that the order of purchases is the same with
    /// any money between; null is returned when it is not.
    /// </param>
    public EqualSharesTrace? Run(Func<ImmutableArray<int>, int, int?> chooseTied, EqualSharesTrace? like = null)
    {
        var purchases = ImmutableArray.CreateBuilder<Purchase>();
        while (true)
        {
            Recall();
            var tied = Best();
            if (tied.IsEmpty) break;
            var chosen = tied[0];
            if (tied.Length > 1)
            {
                if (like is not null) return null;
                if (chooseTied(tied, purchases.Count) is not { } decided) return Trace(tied);
                chosen = decided;
            }
            if (like is not null && !CertainlyLike(like, purchases.Count, chosen)) return null;
            open.Remove(chosen);
            memory?.Bought(Bought, chosen);
            var (price, priceAbove) = prices.Buy(chosen);
            purchases.Add(new(chosen, price, priceAbove, tied.Length > 1 ? tied : []));
        }
        return like is not null && purchases.Count != like.Purchases.Length ? null : Trace([]);

        EqualSharesTrace Trace(ImmutableArray<int> undecided) => new(money, prices.Shift, purchases.ToImmutable(), undecided, prices.MoneyBehind);
    }

    /// <summary>Takes over what earlier runs with the same purchases so far proved.</summary>
    private void Recall()
    {
        if (memory is null) return;
        var known = memory.After(Bought);
        for (var i = open.Count - 1; i >= 0; i--)
        {
            var of = known[open[i]];
            if (of.IsNothing) continue;
            if (!of.IsLack) prices.AtLeast(open[i], of.LeastWith(moneyAbove));
            else if (of.RemainsWith(moneyAbove)) open.RemoveAt(i);
        }
    }

    /// <summary>Bounds the price of a project now; false where its supporters cannot pay for it, which drops it.</summary>
    private bool Evaluate(int project)
    {
        var affordable = prices.Evaluate(project, out var lack, out var payers);
        if (!affordable) open.Remove(project);
        if (memory is not null)
        {
            if (affordable) memory.After(Bought)[project] = new(prices.Below(project), payers, moneyAbove);
            else if (lack > 1) memory.After(Bought)[project] = new(lack - 1, -1, moneyAbove);
        }
        return affordable;
    }

    /// <summary>
    /// With the same purchases so far, more money leaves every voter as much or more, and every price as low or lower. So if the
    /// price with less money lies below all other prices with more money, the choice is the same for any money between.
    /// </summary>
    private bool CertainlyLike(EqualSharesTrace like, int place, int chosen)
    {
        if (place >= like.Purchases.Length || like.Purchases[place].Project != chosen || like.Shift < prices.Shift) return false;
        var price = (like.Purchases[place].PriceAbove >> (like.Shift - prices.Shift)) + 1;
        foreach (var other in open.ToArray())
        {
            if (other == chosen || prices.Compare(price, chosen, prices.Below(other), other) < 0) continue;
            if (prices.IsFresh(other)) return false;
            if (Evaluate(other) && prices.Compare(price, chosen, prices.Below(other), other) >= 0) return false;
        }
        return true;
    }

    /// <summary>The affordable projects with the lowest price for utility: one, or those exactly equal. Drops what nobody can afford.</summary>
    private ImmutableArray<int> Best()
    {
        while (true)
        {
            if (open.Count == 0) return [];
            var first = open[0];
            foreach (var project in open)
                if (prices.Compare(prices.Below(project), project, prices.Below(first), first) < 0) first = project;
            if (!prices.IsFresh(first))
            {
                Evaluate(first);
                continue;
            }
            var rivals = new List<int> { first };
            var stale = false;
            foreach (var project in open.ToArray())
            {
                if (project == first || (prices.Above(first) is { } above && prices.Compare(above, first, prices.Below(project), project) < 0)) continue;
                if (!prices.IsFresh(project))
                {
                    stale = true;
                    Evaluate(project);
                }
                else rivals.Add(project);
            }
            if (!stale) return rivals.Count == 1 ? [first] : Exactly(rivals);
        }
    }

    private ImmutableArray<int> Exactly(List<int> rivals)
    {
        var best = ImmutableArray.CreateBuilder<int>();
        BigInteger numerator = 0, denominator = 1;
        foreach (var project in rivals.Order())
        {
            var (price, marks) = prices.Exact(project);
            // Prices per utility: numerator / (D x marks x factor), the D in common.
            var per = (BigInteger)marks * electorate.Factors[project];
            var order = best.Count == 0 ? -1 : (price * denominator).CompareTo(numerator * per);
            if (order > 0) continue;
            if (order < 0) best.Clear();
            (numerator, denominator) = (price, per);
            best.Add(project);
        }
        return best.ToImmutable();
    }
}
