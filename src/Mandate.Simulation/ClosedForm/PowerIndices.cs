using System.Collections.Immutable;
using System.Numerics;
using Mandate.Tally;

namespace Mandate.Simulation.ClosedForm;

/// <summary>Power in weighted voting by dynamic programming over weights: O(n²W), exact.</summary>
public static class PowerIndices
{
    /// <summary>Coalitions of the others in which each player turns defeat into victory.</summary>
    public static ImmutableArray<BigInteger> Swings(IReadOnlyList<int> weights, int quota)
    {
        var swings = ImmutableArray.CreateBuilder<BigInteger>(weights.Count);
        for (var player = 0; player < weights.Count; player++)
        {
            var ways = new BigInteger[quota];
            ways[0] = 1;
            for (var other = 0; other < weights.Count; other++)
                if (other != player)
                    for (var w = quota - 1; w >= weights[other]; w--) ways[w] += ways[w - weights[other]];
            BigInteger sum = 0;
            for (var w = Math.Max(0, quota - weights[player]); w < quota; w++) sum += ways[w];
            swings.Add(weights[player] == 0 ? 0 : sum);
        }
        return swings.ToImmutable();
    }

    /// <summary>Normalised Banzhaf index: each player's share of all swings.</summary>
    public static ImmutableArray<Fraction> Banzhaf(IReadOnlyList<int> weights, int quota)
    {
        var swings = Swings(weights, quota);
        var all = swings.Aggregate(BigInteger.Zero, (a, b) => a + b);
        return [.. swings.Select(s => all.IsZero ? new Fraction(0) : new Fraction(s, all))];
    }

    /// <summary>Absolute Banzhaf index: the probability of a swing when all others toss a coin.</summary>
    public static ImmutableArray<Fraction> AbsoluteBanzhaf(IReadOnlyList<int> weights, int quota) =>
        [.. Swings(weights, quota).Select(s => new Fraction(s, BigInteger.Pow(2, weights.Count - 1)))];

    /// <summary>Shapley–Shubik index: the share of orders in which each player is pivotal, by counting coalitions of each size and weight.</summary>
    public static ImmutableArray<Fraction> ShapleyShubik(IReadOnlyList<int> weights, int quota)
    {
        var n = weights.Count;
        var factorial = new BigInteger[n + 1];
        factorial[0] = 1;
        for (var i = 1; i <= n; i++) factorial[i] = factorial[i - 1] * i;
        var indices = ImmutableArray.CreateBuilder<Fraction>(n);
        for (var player = 0; player < n; player++)
        {
            var ways = new BigInteger[n, quota];
            ways[0, 0] = 1;
            for (var other = 0; other < n; other++)
                if (other != player)
                    for (var size = n - 2; size >= 0; size--)
                        for (var w = quota - 1 - weights[other]; w >= 0; w--)
                            if (!ways[size, w].IsZero) ways[size + 1, w + weights[other]] += ways[size, w];
            BigInteger orders = 0;
            for (var size = 0; size < n; size++)
                for (var w = Math.Max(0, quota - weights[player]); w < quota; w++) orders += ways[size, w] * factorial[size] * factorial[n - 1 - size];
            indices.Add(weights[player] == 0 ? new Fraction(0) : new Fraction(orders, factorial[n]));
        }
        return indices.ToImmutable();
    }
}

/// <summary>Disproportionality between votes and seats, both in per cent.</summary>
public static class Disproportionality
{
    /// <summary>Gallagher's least squares index: √(½ Σ(v−s)²).</summary>
    public static double Gallagher(IEnumerable<(double Votes, double Seats)> shares) => Math.Sqrt(shares.Sum(s => (s.Votes - s.Seats) * (s.Votes - s.Seats)) / 2);

    /// <summary>Loosemore–Hanby: ½ Σ|v−s|.</summary>
    public static double LoosemoreHanby(IEnumerable<(double Votes, double Seats)> shares) => shares.Sum(s => Math.Abs(s.Votes - s.Seats)) / 2;
}
