using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Voters' money in a run, exactly and small: everybody began with the same share, and whoever is not used up paid the price of
/// each supported purchase. So money is share minus a sum of prices, and all numbers lie over one common denominator, which
/// each purchase multiplies by the marks that shared its price.
/// </summary>
internal sealed class ExactShares(Electorate electorate, BigInteger money)
{
    private readonly int[] placeOf = [.. Enumerable.Repeat(-1, electorate.Support.Length)];
    private readonly List<BigInteger> prices = [];
    private long[] owed = new long[16];
    private BigInteger share = money;

    public BigInteger Denominator { get; private set; } = electorate.Papers.Voters;

    public int Count => prices.Count;

    public bool IsBought(int project) => placeOf[project] >= 0;

    public Fraction Price(int place) => new(prices[place], Denominator);

    /// <summary>The whole part of a purchase's price times two to the shift.</summary>
    public long PriceFloor(int place, int shift) => (long)Scaled(prices[place], shift);

    public long ShareFloor(int shift) => (long)Scaled(share, shift);

    /// <summary>The exact money of a voter that is not used up, over <see cref="Denominator"/>.</summary>
    public BigInteger Of(int voter)
    {
        var left = share;
        var (projects, marks) = electorate.Ballots[voter];
        for (var i = 0; i < projects.Length; i++)
            if (placeOf[projects[i]] is var place and >= 0) left -= prices[place] * marks[i];
        return left;
    }

    /// <summary>Begins a sum of the money of voters.</summary>
    public void BeginSum()
    {
        if (owed.Length < prices.Count + 1) owed = new long[2 * prices.Count + 2];
        owed.AsSpan(0, prices.Count + 1).Clear();
    }

    /// <summary>Adds the money of a voter that is not used up.</summary>
    public void AddToSum(int voter)
    {
        var weight = electorate.Weights[voter];
        owed[prices.Count] += weight;
        var (projects, marks) = electorate.Ballots[voter];
        for (var i = 0; i < projects.Length; i++)
            if (placeOf[projects[i]] is var place and >= 0) owed[place] += (long)weight * marks[i];
    }

    /// <summary>The sum, over <see cref="Denominator"/>.</summary>
    public BigInteger Sum()
    {
        var sum = share * owed[prices.Count];
        for (var place = 0; place < prices.Count; place++)
            if (owed[place] != 0) sum -= prices[place] * owed[place];
        return sum;
    }

    /// <summary>Records a purchase whose price per mark is numerator / (Denominator x marks).</summary>
    public void Buy(int project, BigInteger numerator, long marks)
    {
        placeOf[project] = prices.Count;
        Denominator *= marks;
        share *= marks;
        for (var i = 0; i < prices.Count; i++) prices[i] *= marks;
        prices.Add(numerator);
    }

    private BigInteger Scaled(BigInteger numerator, int shift) =>
        shift >= 0 ? (numerator << shift) / Denominator : numerator / (Denominator << -shift);
}
