using System.Collections.Immutable;

namespace Mandate.Simulation.ClosedForm;

/// <summary>
/// Majority upon majority (Galam 1986, 1990; arXiv physics/0703081): the share of a challenger from tier to tier when each tier is made of
/// groups of <c>r</c> that decide by majority. With <c>r</c> = n this is also Condorcet's jury of n.
/// </summary>
public static class HierarchicalMajority
{
    /// <summary>Share of groups that the challenger wins.</summary>
    /// <param name="r">Size of a group, at least 1.</param>
    /// <param name="p">Share of the challenger among those who choose, in [0,1].</param>
    /// <param name="ties">Share of ties that go to the challenger: 0 keeps the incumbent, 1/2 is a coin.</param>
    public static double Tier(int r, double p, double ties = 0.5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(r, 1);
        double sum = 0;
        for (var k = r; k * 2 > r; k--) sum += Binomial.Probability(r, k, p);
        return r % 2 == 0 ? sum + (ties * Binomial.Probability(r, r / 2, p)) : sum;
    }

    /// <summary>Shares after each of so many tiers, the first tier first.</summary>
    public static ImmutableArray<double> Trajectory(int r, double p, int tiers, double ties = 0.5)
    {
        var shares = ImmutableArray.CreateBuilder<double>(tiers);
        for (var n = 0; n < tiers; n++) shares.Add(p = Tier(r, p, ties));
        return shares.ToImmutable();
    }

    /// <summary>
    /// The share above which the challenger wins in the end (unstable fixed point of <see cref="Tier"/>); null where there is none
    /// inside (0,1): groups of two with ties to the incumbent.
    /// </summary>
    public static double? Threshold(int r, double ties = 0.5)
    {
        var (low, high) = (0.01, 0.99);
        if (Tier(r, low, ties) >= low || Tier(r, high, ties) <= high) return null;
        for (var n = 0; n < 200; n++)
        {
            var middle = (low + high) / 2;
            if (Tier(r, middle, ties) < middle) low = middle;
            else high = middle;
        }
        return (low + high) / 2;
    }

    /// <summary>Slope of <see cref="Tier"/> at the threshold: how fast tiers decide.</summary>
    public static double? Slope(int r, double ties = 0.5)
    {
        const double Step = 1e-6;
        return Threshold(r, ties) is { } at ? (Tier(r, at + Step, ties) - Tier(r, at - Step, ties)) / (2 * Step) : null;
    }

    /// <summary>Galam's estimate of the tiers until one side has all: ln(p_c/|p_c-p_0|)/ln λ.</summary>
    public static double? TiersToDecide(int r, double p, double ties = 0.5) =>
        Threshold(r, ties) is { } at && Slope(r, ties) is { } slope && p != at ? Math.Log(at / Math.Abs(at - p)) / Math.Log(slope) : null;
}

/// <summary>Binomial probabilities by logarithms, exact enough for groups of thousands.</summary>
public static class Binomial
{
    public static double Probability(int n, int k, double p)
    {
        if (p <= 0) return k == 0 ? 1 : 0;
        if (p >= 1) return k == n ? 1 : 0;
        double log = 0;
        for (var i = 1; i <= k; i++) log += Math.Log((double)(n - k + i) / i);
        return Math.Exp(log + (k * Math.Log(p)) + ((n - k) * Math.Log(1 - p)));
    }
}
