using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Power;

/// <summary>
/// A vote in which each seat or unit has a weight and a quota decides. Weights are divided by what they have in common, which
/// changes nobody's power.
/// </summary>
public sealed class WeightedGame
{
    /// <summary>More work than this (players times total weight, or coalitions) is refused: some seconds.</summary>
    private const long MostWork = 200_000_000;

    private readonly int[] weights;
    private readonly int quota;

    /// <param name="weights">Whole weights from 0.</param>
    /// <param name="quota">What wins: at least that much, above 0 and not above the sum.</param>
    /// <exception cref="ArgumentException">A weight or the quota is out of range, or the game is too large.</exception>
    public WeightedGame(IEnumerable<long> weights, long quota)
    {
        var given = weights.ToArray();
        if (given.Any(w => w < 0)) throw new ArgumentException("a weight is negative", nameof(weights));
        var sum = given.Aggregate(BigInteger.Zero, (s, w) => s + w);
        if (quota <= 0 || quota > sum) throw new ArgumentException($"the quota {quota} is not from 1 to the sum of weights {sum}", nameof(quota));
        var common = (long)given.Aggregate(BigInteger.Zero, (d, w) => BigInteger.GreatestCommonDivisor(d, w));
        if (sum / common * given.Length > MostWork)
            throw new ArgumentException($"{given.Length} players with weights up to {given.Max()} are too many to count; divide the weights by a common measure", nameof(weights));
        this.weights = [.. given.Select(w => (int)(w / common))];
        this.quota = (int)((quota + common - 1) / common);
    }

    public int Players => weights.Length;

    /// <summary>Coalitions that win with the player and lose without (Penrose 1946, Banzhaf 1965). 0 is a dummy: no vote of theirs ever matters.</summary>
    public ImmutableArray<BigInteger> Swings() => [.. PerWeight(w => SwingsOf(w))];

    /// <summary>Swings over all coalitions of the others: the chance to decide when all vote by coin.</summary>
    public ImmutableArray<Fraction> AbsoluteBanzhaf() => [.. Swings().Select(s => new Fraction(s, BigInteger.One << (Players - 1)))];

    /// <summary>Swings over the swings of all.</summary>
    public ImmutableArray<Fraction> NormalisedBanzhaf()
    {
        var swings = Swings();
        var all = swings.Aggregate(BigInteger.Add);
        return [.. swings.Select(s => new Fraction(s, all))];
    }

    /// <summary>The share of all orders of players in which the player's vote is the one that reaches the quota (Shapley and Shubik 1954).</summary>
    public ImmutableArray<Fraction> ShapleyShubik()
    {
        if ((long)Players * Players * weights.Sum(w => (long)w) > MostWork)
            throw new InvalidOperationException("the game is too large to count orders of players; divide the weights by a common measure");
        var factorials = new BigInteger[Players + 1];
        factorials[0] = 1;
        for (var i = 1; i <= Players; i++) factorials[i] = factorials[i - 1] * i;
        var bySize = new BigInteger[Players + 1][];
        for (var size = 0; size <= Players; size++) bySize[size] = new BigInteger[quota];
        bySize[0][0] = 1;
        foreach (var weight in weights)
            for (var size = Players; size > 0; size--) Add(bySize[size - 1], bySize[size], weight);
        return [.. PerWeight(weight =>
        {
            // Coalitions without one player of that weight, size by size: take the player out again.
            var without = new BigInteger[quota];
            BigInteger orders = 0;
            for (var size = 0; size < Players; size++)
            {
                var next = bySize[size].ToArray();
                if (size > 0) Subtract(without, next, weight);
                without = next;
                orders += factorials[size] * factorials[Players - size - 1] * SumFrom(without, quota - weight);
            }
            return new Fraction(orders, factorials[Players]);
        })];
    }

    private BigInteger SwingsOf(int weight)
    {
        var without = Coalitions().ToArray();
        for (var w = weight; w < quota && weight > 0; w++) without[w] -= without[w - weight];
        return SumFrom(without, quota - weight);
    }

    /// <summary>Coalitions by weight, below the quota.</summary>
    private BigInteger[] Coalitions()
    {
        if (coalitions is not null) return coalitions;
        coalitions = new BigInteger[quota];
        coalitions[0] = 1;
        foreach (var weight in weights)
            for (var w = quota - 1; w >= weight; w--) coalitions[w] += coalitions[w - weight];
        return coalitions;
    }

    private BigInteger[]? coalitions;

    private IEnumerable<T> PerWeight<T>(Func<int, T> of)
    {
        var known = weights.Distinct().ToDictionary(w => w, w => w == 0 ? of(0) : of(w));
        return weights.Select(w => known[w]);
    }

    private static void Add(BigInteger[] from, BigInteger[] to, int weight)
    {
        for (var w = weight; w < to.Length; w++) to[w] += from[w - weight];
    }

    private static void Subtract(BigInteger[] from, BigInteger[] to, int weight)
    {
        for (var w = weight; w < to.Length; w++) to[w] -= from[w - weight];
    }

    private static BigInteger SumFrom(BigInteger[] counts, int first)
    {
        BigInteger sum = 0;
        for (var w = Math.Max(first, 0); w < counts.Length; w++) sum += counts[w];
        return sum;
    }
}
