using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mandate.Tally.Budgets;

/// <summary>
/// What voters hold in a run of Equal Shares and what each project would cost them for a mark, between bounds in 64-bit fixed
/// point; and exactly where that is asked for.
/// </summary>
internal sealed class SharePrices
{
    private const long UsedUp = long.MinValue;
    private readonly Electorate electorate;
    private readonly ExactShares exact;
    private readonly long error;
    private readonly long[] purse;

    /// <summary>The supporters of each project that are not known to be used up, at the places that the electorate gives them.</summary>
    private readonly int[] active;
    private readonly int[] activeMarks;
    private readonly int[] counts;
    private readonly bool[] isGathered;
    private readonly long[] below;
    private readonly long[] above;
    private readonly int[] freshAt;
    private readonly long[] amounts;
    private readonly int[] amountMarks;
    private readonly int[] amountWeights;
    private readonly bool[] usedUp;
    private readonly List<int> near = [];
    private readonly HashSet<int> settled = [];

    public SharePrices(Electorate electorate, BigInteger money)
    {
        this.electorate = electorate;
        exact = new(electorate, money);
        // All money together, and the budget, times the largest mark, stay below 2^61.
        Shift = 60 - (int)(BigInteger.Max(money, electorate.Papers.Budget) * electorate.MostMark).GetBitLength();
        // The share is rounded down once, and every price once for each mark.
        error = electorate.MostMarks + 2;
        purse = GC.AllocateUninitializedArray<long>(electorate.Weights.Length);
        Array.Fill(purse, exact.ShareFloor(Shift));
        var projects = electorate.Support.Length;
        counts = new int[projects];
        var most = 0;
        for (var p = 0; p < projects; p++) most = Math.Max(most, counts[p] = electorate.Supporters(p).Length);
        active = GC.AllocateUninitializedArray<int>(electorate.SupporterStarts[^1]);
        activeMarks = electorate.MarksAreOne ? [] : GC.AllocateUninitializedArray<int>(active.Length);
        amounts = GC.AllocateUninitializedArray<long>(most);
        amountWeights = GC.AllocateUninitializedArray<int>(most);
        amountMarks = electorate.MarksAreOne ? [] : GC.AllocateUninitializedArray<int>(most);
        usedUp = new bool[most];
        isGathered = new bool[projects];
        below = new long[projects];
        above = new long[projects];
        freshAt = new int[projects];
        // With full shares a price is cost over marks if that is affordable, and never lower later.
        foreach (var project in electorate.Eligible) below[project] = CostFloor(project) / electorate.MarkTotals[project];
    }

    /// <summary>Binary places of the fixed point.</summary>
    public int Shift { get; }

    /// <summary>How many projects are bought.</summary>
    public int Bought => exact.Count;

    /// <summary>An amount in fixed point, rounded down.</summary>
    public long Scaled(BigInteger amount) => (long)(Shift >= 0 ? amount << Shift : amount >> -Shift);

    /// <summary>Whether the bounds of a project are of this moment.</summary>
    public bool IsFresh(int project) => freshAt[project] == Bought + 1;

    /// <summary>A bound of the price from below, now and later.</summary>
    public long Below(int project) => below[project];

    /// <summary>A bound of a fresh price from above; null where none is certain.</summary>
    public long? Above(int project) => above[project] == long.MaxValue ? null : above[project];

    /// <summary>Takes over a bound from below that is known from elsewhere.</summary>
    public void AtLeast(int project, long price) => below[project] = Math.Max(below[project], price);

    /// <summary>Compares prices for utility.</summary>
    public int Compare(long price, int project, long otherPrice, int other) =>
        ((Int128)price * electorate.Factors[other]).CompareTo((Int128)otherPrice * electorate.Factors[project]);

    /// <summary>For every project not bought, the exact money that its supporters hold.</summary>
    public Fraction[] MoneyBehind() => exact.MoneyBehind(voter => purse[voter] == UsedUp);

    /// <summary>
    /// Bounds the price now. Any set of voters taken as paying all they have gives a bound from below, so the bound known before
    /// splits them to begin with.
    /// </summary>
    /// <param name="project">Which.</param>
    /// <param name="lack">Where it is not affordable: how much its supporters lack at least, in fixed point.</param>
    /// <param name="payers">Where it is: marks that surely pay the price in full, at least 1.</param>
    public bool Evaluate(int project, out long lack, out long payers)
    {
        freshAt[project] = Bought + 1;
        lack = 0;
        var (cost, costAbove) = (CostFloor(project), CostFloor(project) + 1);
        var price = below[project];
        var rest = Gather(project, price, out var total, out var weight, out var spent, out var spentWeight, out payers, out var least);
        var slack = (Int128)error * weight;
        if (total + slack < cost || counts[project] == 0)
        {
            lack = (long)Int128.Min(cost - total - slack, long.MaxValue);
            return false;
        }
        if (total - slack < costAbove && !ExactlyAffordable(project)) return false;
        while (rest > 0)
        {
            var higher = (cost - spent - (Int128)error * spentWeight) / payers;
            if (higher <= price) break;
            price = (long)higher;
            var kept = Split(rest, price, ref spent, ref spentWeight, ref payers, out least);
            if (kept == rest) break;
            rest = kept;
        }
        below[project] = Math.Max(below[project], price - 1);
        above[project] = long.MaxValue;
        if (payers > 0)
        {
            var highest = Int128.Max((costAbove - spent + (Int128)error * spentWeight) / payers + 1, price);
            // Whoever is taken as paying the price must surely have it.
            if (least > highest + error + 1) above[project] = (long)highest;
        }
        if (above[project] == long.MaxValue) payers = 1;
        return true;
    }

    /// <summary>
    /// The price as numerator / (Denominator x marks), and which supporters are used up by it. The project is affordable and its
    /// bounds are fresh. Only voters whose fixed-point money lies between the bounds are compared exactly.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (BigInteger Numerator, long Marks) Exact(int project)
    {
        var list = Active(project);
        var marksOf = ActiveMarks(project);
        var (least, most) = (below[project], above[project]);
        near.Clear();
        long marks = 0;
        exact.BeginSum();
        for (var i = 0; i < list.Length; i++)
        {
            var voter = list[i];
            var mark = marksOf.IsEmpty ? 1L : marksOf[i];
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
                if (usedUp[i] || exact.Of(list[i]) * marks >= numerator * (marksOf.IsEmpty ? 1 : marksOf[i])) continue;
                usedUp[i] = moved = true;
            }
            if (!moved) break;
            foreach (var i in near)
            {
                if (!usedUp[i] || !settled.Add(i)) continue;
                numerator -= exact.Of(list[i]) * electorate.Weights[list[i]];
                marks -= (long)electorate.Weights[list[i]] * (marksOf.IsEmpty ? 1 : marksOf[i]);
            }
        }
        settled.Clear();
        return (numerator, marks);
    }

    /// <summary>Buys a project whose bounds are fresh: the exact price of a mark, and a bound above it in fixed point.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public (Fraction Price, long Above) Buy(int project)
    {
        var (numerator, marks) = Exact(project);
        exact.Buy(project, numerator, marks);
        var price = exact.PriceFloor(exact.Count - 1, Shift);
        var list = Active(project);
        var marksOf = ActiveMarks(project);
        for (var i = 0; i < list.Length; i++)
        {
            var voter = list[i];
            if (usedUp[i]) purse[voter] = UsedUp;
            else
            {
                var left = purse[voter] - price * (marksOf.IsEmpty ? 1 : marksOf[i]);
                purse[voter] = left <= error && exact.Of(voter).IsZero ? UsedUp : left;
            }
        }
        return (exact.Price(exact.Count - 1), price + 1);
    }

    /// <summary>
    /// Walks the supporters, forgets those used up, and keeps the money of those who have at least a price: the others are taken as
    /// paying all they have.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Gather(int project, long price, out Int128 total, out long weight, out Int128 spent, out long spentWeight, out long payers, out long least)
    {
        var start = electorate.SupporterStarts[project];
        var from = isGathered[project] ? active.AsSpan(start, counts[project]) : electorate.Supporters(project);
        var marksFrom = activeMarks.Length == 0 ? [] : isGathered[project] ? activeMarks.AsSpan(start, counts[project]) : electorate.SupporterMarks(project);
        var to = active.AsSpan(start, from.Length);
        var marksTo = activeMarks.Length == 0 ? [] : activeMarks.AsSpan(start, from.Length);
        isGathered[project] = true;
        long sum = 0, sumSpent = 0;
        (weight, spentWeight, payers, least) = (0, 0, 0, long.MaxValue);
        var (kept, rest) = (0, 0);
        for (var i = 0; i < from.Length; i++)
        {
            var voter = from[i];
            var amount = purse[voter];
            if (amount == UsedUp) continue;
            var count = electorate.Weights[voter];
            to[kept] = voter;
            var mark = 1;
            if (!marksFrom.IsEmpty) marksTo[kept] = mark = marksFrom[i];
            kept++;
            weight += count;
            if (amount < price * mark)
            {
                sumSpent += amount * count;
                spentWeight += count;
                continue;
            }
            sum += amount * count;
            payers += (long)count * mark;
            var room = mark == 1 ? amount : amount / mark;
            if (room < least) least = room;
            (amounts[rest], amountWeights[rest]) = (amount, count);
            if (amountMarks.Length > 0) amountMarks[rest] = mark;
            rest++;
        }
        counts[project] = kept;
        (total, spent) = ((Int128)sum + sumSpent, sumSpent);
        return rest;
    }

    /// <summary>Keeps those who have at least a higher price.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Split(int rest, long price, ref Int128 spent, ref long spentWeight, ref long payers, out long least)
    {
        least = long.MaxValue;
        var kept = 0;
        for (var i = 0; i < rest; i++)
        {
            var (amount, count, mark) = (amounts[i], amountWeights[i], amountMarks.Length == 0 ? 1 : amountMarks[i]);
            if (amount < price * mark)
            {
                spent += (Int128)amount * count;
                spentWeight += count;
                payers -= (long)count * mark;
                continue;
            }
            var room = mark == 1 ? amount : amount / mark;
            if (room < least) least = room;
            (amounts[kept], amountWeights[kept]) = (amount, count);
            if (amountMarks.Length > 0) amountMarks[kept] = mark;
            kept++;
        }
        return kept;
    }

    private bool ExactlyAffordable(int project)
    {
        exact.BeginSum();
        foreach (var voter in Active(project)) exact.AddToSum(voter);
        return exact.Sum() >= electorate.Papers.Projects[project].Cost * exact.Denominator;
    }

    private ReadOnlySpan<int> Active(int project) => active.AsSpan(electorate.SupporterStarts[project], counts[project]);

    private ReadOnlySpan<int> ActiveMarks(int project) =>
        activeMarks.Length == 0 ? [] : activeMarks.AsSpan(electorate.SupporterStarts[project], counts[project]);

    private long CostFloor(int project) => Scaled(electorate.Papers.Projects[project].Cost);
}
