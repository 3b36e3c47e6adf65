using System.Numerics;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>Which numbers does one find among those marked, when some are drawn by lot? Fisher's exact test rests on it.</summary>
public static class Hypergeometric
{
    public static BigInteger Choose(long of, long some)
    {
        if (some < 0 || some > of) return BigInteger.Zero;
        var (ways, fewer) = (BigInteger.One, Math.Min(some, of - some));
        for (var i = 1L; i <= fewer; i++) ways = ways * (of - fewer + i) / i;
        return ways;
    }

    /// <summary>The chance that exactly so many of those drawn are marked.</summary>
    public static Fraction Exactly(long population, long marked, long drawn, long found) =>
        new(Choose(marked, found) * Choose(population - marked, drawn - found), Choose(population, drawn));

    /// <summary>The chance that at least so many of those drawn are marked.</summary>
    public static Fraction AtLeast(long population, long marked, long drawn, long found)
    {
        var ways = BigInteger.Zero;
        for (var i = found; i <= Math.Min(marked, drawn); i++) ways += Choose(marked, i) * Choose(population - marked, drawn - i);
        return new(ways, Choose(population, drawn));
    }
}
