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
    private const long UsedUp = long.MinValue;
    private readonly Electorate electorate;
    private readonly ExactShares exact;
    private readonly BigInteger money;
    private readonly int shift;
    private readonly long error;
    private readonly long[] purse;
    private readonly int[][] active;
    private readonly int[][]? activeMarks;
    private readonly int[] counts;
    private readonly long[] below;
    private readonly long[] above;
    private readonly int[] freshAt;
    private readonly List<int> open;
    private long[] amounts = new long[256];
    private int[] amountMarks = new int[256];
    private int[] amountWeights = new int[256];
    private readonly List<int> near = [];
    private readonly HashSet<int> settled = [];
    private bool[] usedUp = [];
    private int time;

    public EqualSharesRun(Electorate electorate, BigInteger money)
    {
        this.electorate = electorate;
        this.money = money;
        exact = new(electorate, money);
        // All money together, times the largest mark, stays below 2^61.
        shift = 60 - (int)(money * electorate.MostMark).GetBitLength();
        // The share is rounded down once, and every price once for each mark.
        error = electorate.MostMarks + 2;
        purse = new long[electorate.Weights.Length];
        Array.Fill(purse, exact.ShareFloor(shift));
        open = [.. electorate.Eligible];
        active = new int[electorate.Supporters.Length][];
        activeMarks = electorate.Marks is null ? null : new int[electorate.Supporters.Length][];
        counts = [.. electorate.Supporters.Select(s => s.Length)];
        foreach (var project in open)
        {
            active[project] = [.. electorate.Supporters[project]];
            if (activeMarks is not null) activeMarks[project] = [.. electorate.Marks![project]];
        }
        below = new long[counts.Length];
        above = new long[counts.Length];
        freshAt = new int[counts.Length];
        // With full shares a price is cost over marks if that is affordable, and never lower later.
        foreach (var project in open) below[project] = (long)(CostFloor(project) / electorate.MarkTotals[project]);
    }

    private enum Affordable
    {
        No,
        Yes,
    }

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
            Buy(chosen);
            purchases.Add(new(chosen, exact.Price(purchases.Count), exact.PriceFloor(purchases.Count, shift) + 1, tied.Length > 1 ? tied : []));
        }
        return like is not null && purchases.Count != like.Purchases.Length ? null : Trace([]);

        EqualSharesTrace Trace(ImmutableArray<int> undecided) => new(money, shift, purchases.ToImmutable(), undecided, MoneyBehind);
    }

    private Fraction MoneyBehind(int project)
    {
        exact.BeginSum();
        foreach (var voter in electorate.Supporters[project])
            if (purse[voter] != UsedUp) exact.AddToSum(voter);
        return new(exact.Sum(), exact.Denominator);
    }

    /// <summary>
    /// With the same purchases so far, more money leaves every voter as much or more, and every price as low or lower. So if the
    /// price with less money lies below all other prices with more money, the choice is the same for any money between.
    /// </summary>
    private bool CertainlyLike(EqualSharesTrace like, int place, int chosen)
    {
        if (place >= like.Purchases.Length || like.Purchases[place].Project != chosen || like.Shift < shift) return false;
        var price = (like.Purchases[place].PriceAbove >> (like.Shift - shift)) + 1;
        foreach (var other in open.ToArray())
        {
            if (other == chosen || Compare(price, chosen, below[other], other) < 0) continue;
            if (freshAt[other] == time + 1) return false;
            if (Evaluate(other) == Affordable.No) open.Remove(other);
            else if (Compare(price, chosen, below[other], other) >= 0) return false;
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
                if (Compare(below[project], project, below[first], first) < 0) first = project;
            if (freshAt[first] != time + 1)
            {
                if (Evaluate(first) == Affordable.No) open.Remove(first);
                continue;
            }
            var rivals = new List<int> { first };
            var stale = false;
            foreach (var project in open.ToArray())
            {
                if (project == first || (above[first] != long.MaxValue && Compare(above[first], first, below[project], project) < 0)) continue;
                if (freshAt[project] != time + 1)
                {
                    stale = true;
                    if (Evaluate(project) == Affordable.No) open.Remove(project);
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
            var (price, marks) = ExactPrice(project);
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

    private int Compare(long price, int project, long otherPrice, int other) =>
        ((Int128)price * electorate.Factors[other]).CompareTo((Int128)otherPrice * electorate.Factors[project]);

    /// <summary>Bounds of the price now. Any set of voters taken as paying all they have gives a bound from below.</summary>
    private Affordable Evaluate(int project)
    {
        freshAt[project] = time + 1;
        var (cost, costAbove) = (CostFloor(project), CostFloor(project) + 1);
        var kept = Gather(project, out var total, out var weight, out var marks);
        var slack = (Int128)error * weight;
        if (total + slack < cost || kept == 0) return Affordable.No;
        if (total - slack < costAbove && !ExactlyAffordable(project)) return Affordable.No;

        Int128 spent = 0, spentWeight = 0;
        var price = Math.Max(below[project], (long)(cost / marks));
        long least;
        while (true)
        {
            least = long.MaxValue;
            var rest = 0;
            for (var i = 0; i < kept; i++)
            {
                var (amount, mark, count) = (amounts[i], amountMarks[i], amountWeights[i]);
                if (amount < price * mark)
                {
                    spent += (Int128)amount * count;
                    spentWeight += count;
                    marks -= (long)count * mark;
                }
                else
                {
                    var room = mark == 1 ? amount : amount / mark;
                    if (room < least) least = room;
                    (amounts[rest], amountMarks[rest], amountWeights[rest]) = (amount, mark, count);
                    rest++;
                }
            }
            if (rest == kept || rest == 0) break;
            kept = rest;
            var higher = (cost - spent - error * spentWeight) / marks;
            if (higher <= price) break;
            price = (long)higher;
        }
        below[project] = Math.Max(below[project], price - 1);
        above[project] = long.MaxValue;
        if (marks > 0)
        {
            var highest = Int128.Max((costAbove - spent + error * spentWeight) / marks + 1, price);
            // Whoever is taken as paying the price must surely have it.
            if (least > highest + error + 1) above[project] = (long)highest;
        }
        return Affordable.Yes;
    }

    /// <summary>Copies the money of supporters that are not used up, and forgets the others.</summary>
    private int Gather(int project, out Int128 total, out Int128 weight, out long marks)
    {
        var (list, listMarks) = (active[project], activeMarks?[project]);
        if (amounts.Length < counts[project]) (amounts, amountMarks, amountWeights) = (new long[list.Length], new int[list.Length], new int[list.Length]);
        long sum = 0, all = 0;
        marks = 0;
        var kept = 0;
        for (var i = 0; i < counts[project]; i++)
        {
            var voter = list[i];
            var amount = purse[voter];
            if (amount == UsedUp) continue;
            var (count, mark) = (electorate.Weights[voter], listMarks is null ? 1 : listMarks[i]);
            list[kept] = voter;
            if (listMarks is not null) listMarks[kept] = mark;
            (amounts[kept], amountMarks[kept], amountWeights[kept]) = (amount, mark, count);
            kept++;
            sum += amount * count;
            all += count;
            marks += (long)count * mark;
        }
        counts[project] = kept;
        (total, weight) = (sum, all);
        return kept;
    }

    private bool ExactlyAffordable(int project)
    {
        exact.BeginSum();
        for (var i = 0; i < counts[project]; i++) exact.AddToSum(active[project][i]);
        return exact.Sum() >= electorate.Papers.Projects[project].Cost * exact.Denominator;
    }

    /// <summary>
    /// The price as numerator / (Denominator x marks), and which supporters are used up by it. The project is affordable and its
    /// bounds are fresh. Only voters whose fixed-point money lies between the bounds are compared exactly.
    /// </summary>
    private (BigInteger Numerator, long Marks) ExactPrice(int project)
    {
        var count = counts[project];
        var (list, least, most) = (active[project], below[project], above[project]);
        if (usedUp.Length < count) usedUp = new bool[2 * count];
        near.Clear();
        long marks = 0;
        exact.BeginSum();
        for (var i = 0; i < count; i++)
        {
            var (voter, mark) = (list[i], (long)MarkOf(project, i));
            var amount = purse[voter];
            usedUp[i] = amount + error < least * mark;
            if (usedUp[i])
            {
                if (amount != UsedUp) exact.AddToSum(voter);
                continue;
            }
            marks += electorate.Weights[voter] * mark;
            if (most == long.MaxValue || amount - error <= most * mark) near.Add(i);
        }
        var numerator = electorate.Papers.Projects[project].Cost * exact.Denominator - exact.Sum();
        for (var moved = near.Count > 0; moved;)
        {
            moved = false;
            foreach (var i in near)
            {
                var (voter, mark) = (list[i], MarkOf(project, i));
                if (usedUp[i] || exact.Of(voter) * marks >= numerator * mark) continue;
                usedUp[i] = moved = true;
            }
            if (!moved) break;
            foreach (var i in near)
            {
                if (!usedUp[i] || !settled.Add(i)) continue;
                numerator -= exact.Of(list[i]) * electorate.Weights[list[i]];
                marks -= (long)electorate.Weights[list[i]] * MarkOf(project, i);
            }
        }
        settled.Clear();
        return (numerator, marks);
    }

    private void Buy(int project)
    {
        var count = counts[project];
        var (numerator, marks) = ExactPrice(project);
        exact.Buy(project, numerator, marks);
        var price = exact.PriceFloor(exact.Count - 1, shift);
        for (var i = 0; i < count; i++)
        {
            var voter = active[project][i];
            if (usedUp[i]) purse[voter] = UsedUp;
            else
            {
                purse[voter] -= price * MarkOf(project, i);
                if (purse[voter] <= error && exact.Of(voter).IsZero) purse[voter] = UsedUp;
            }
        }
        time++;
    }

    private int MarkOf(int project, int place) => activeMarks is null ? 1 : activeMarks[project][place];

    private Int128 CostFloor(int project)
    {
        Int128 cost = electorate.Papers.Projects[project].Cost;
        return shift >= 0 ? cost << shift : cost >> -shift;
    }
}
