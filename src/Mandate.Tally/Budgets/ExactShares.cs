using System.Numerics;
using System.Runtime.CompilerServices;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Voters' money in a run, exactly and small: everybody began with the same share, and whoever is not used up paid the price of
/// each supported purchase. So money is share minus a sum of prices, and all numbers lie over one common denominator, which
/// each purchase multiplies by the marks that shared its price.
/// </summary>
internal sealed class ExactShares(Electorate electorate, BigInteger money)
{
    private const int NotBought = 0;

    /// <summary>The number of a project among the purchases, from 1.</summary>
    private readonly int[] placeOf = new int[electorate.Support.Length];
    private readonly List<BigInteger> prices = [];

    /// <summary>Of the voters in a sum: how often each price was paid, by place; at 0 marks for what is not bought.</summary>
    private long[] owed = new long[16];
    private long voters;
    private BigInteger share = money;

    public BigInteger Denominator { get; private set; } = electorate.Papers.Voters;

    public int Count => prices.Count;

    public bool IsBought(int project) => placeOf[project] != NotBought;

    public Fraction Price(int place) => new(prices[place], Denominator);

    /// <summary>The whole part of a purchase's price times two to the shift.</summary>
    public long PriceFloor(int place, int shift) => (long)Scaled(prices[place], shift);

    public long ShareFloor(int shift) => (long)Scaled(share, shift);

    /// <summary>The exact money of a voter that is not used up, over <see cref="Denominator"/>.</summary>
    public BigInteger Of(int voter)
    {
        var left = share;
        var ballot = electorate.Ballot(voter);
        var marks = electorate.BallotMarks(voter);
        for (var i = 0; i < ballot.Length; i++)
            if (placeOf[ballot[i]] is var place and not NotBought) left -= prices[place - 1] * (marks.IsEmpty ? 1 : marks[i]);
        return left;
    }

    /// <summary>Begins a sum of the money of voters.</summary>
    public void BeginSum()
    {
        if (owed.Length < prices.Count + 1) owed = new long[2 * prices.Count + 2];
        owed.AsSpan(0, prices.Count + 1).Clear();
        voters = 0;
    }

    /// <summary>Adds the money of a voter that is not used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void AddToSum(int voter)
    {
        var (weight, sums, places) = ((long)electorate.Weights[voter], owed, placeOf);
        voters += weight;
        var ballot = electorate.Ballot(voter);
        var marks = electorate.BallotMarks(voter);
        if (marks.IsEmpty)
            foreach (var project in ballot) sums[places[project]] += weight;
        else
            for (var i = 0; i < ballot.Length; i++) sums[places[ballot[i]]] += weight * marks[i];
    }

    /// <summary>The sum, over <see cref="Denominator"/>.</summary>
    public BigInteger Sum() => Sum(voters, owed);

    /// <summary>For every project not bought, the exact money that those of its supporters hold who are not used up; nothing for the others.</summary>
    public Fraction[] MoneyBehind(Func<int, bool> isUsedUp)
    {
        var behind = new Fraction[placeOf.Length];
        var width = prices.Count + 1;
        // Voters are walked once for a block of projects, and a block is as large as memory allows.
        var block = Math.Max(1, (1 << 22) / width);
        var (holders, sums) = (new long[Math.Min(block, behind.Length)], new long[(long)width * Math.Min(block, behind.Length)]);
        var paid = new (int Place, int Marks)[prices.Count];
        for (var first = 0; first < behind.Length; first += block)
        {
            var count = Math.Min(block, behind.Length - first);
            Array.Clear(holders);
            Array.Clear(sums);
            for (var voter = 0; voter < electorate.Weights.Length; voter++)
                if (!isUsedUp(voter)) AddPairs(voter, first, count, width, holders, sums, paid);
            for (var p = 0; p < count; p++)
                behind[first + p] = new(Sum(holders[p], sums.AsSpan(p * width, width)), Denominator);
        }
        return behind;
    }

    /// <summary>Records a purchase whose price per mark is numerator / (Denominator x marks).</summary>
    public void Buy(int project, BigInteger numerator, long marks)
    {
        Denominator *= marks;
        share *= marks;
        for (var i = 0; i < prices.Count; i++) prices[i] *= marks;
        prices.Add(numerator);
        placeOf[project] = prices.Count;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddPairs(int voter, int first, int count, int width, long[] holders, long[] sums, (int Place, int Marks)[] paid)
    {
        long weight = electorate.Weights[voter];
        var ballot = electorate.Ballot(voter);
        var marks = electorate.BallotMarks(voter);
        var known = 0;
        for (var i = 0; i < ballot.Length; i++)
            if (placeOf[ballot[i]] is var place and not NotBought) paid[known++] = (place, marks.IsEmpty ? 1 : marks[i]);
        if (known == ballot.Length) return;
        foreach (var project in ballot)
        {
            if (project < first || project >= first + count || IsBought(project)) continue;
            holders[project - first] += weight;
            var row = sums.AsSpan((project - first) * width, width);
            for (var i = 0; i < known; i++) row[paid[i].Place] += weight * paid[i].Marks;
        }
    }

    private BigInteger Sum(long holders, ReadOnlySpan<long> paid)
    {
        var sum = share * holders;
        for (var place = 1; place <= prices.Count; place++)
            if (paid[place] != 0) sum -= prices[place - 1] * paid[place];
        return sum;
    }

    private BigInteger Scaled(BigInteger numerator, int shift) =>
        shift >= 0 ? (numerator << shift) / Denominator : numerator / (Denominator << -shift);
}
