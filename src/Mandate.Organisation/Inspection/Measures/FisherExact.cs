using System.Numerics;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>
/// Fisher's exact test of one table or, conditionally, of several strata (the exact form of Mantel and Haenszel): how often would chance
/// alone give a table as far out as this, the sums of its rows and columns being what they are? Exact fractions.
/// </summary>
public static class FisherExact
{
    /// <summary>A at least as large as it is.</summary>
    public static Fraction Greater(params IReadOnlyList<Table> strata) => Tail(strata, (ways, at) => ways[at..]);

    /// <summary>A at most as large as it is.</summary>
    public static Fraction Less(params IReadOnlyList<Table> strata) => Tail(strata, (ways, at) => ways[..(at + 1)]);

    /// <summary>All tables that are no likelier than this one.</summary>
    public static Fraction TwoSided(params IReadOnlyList<Table> strata) => Tail(strata, (ways, at) => [.. ways.Where(w => w <= ways[at])]);

    /// <summary>The smallest chance that these sums of rows and columns could give: above the level sought, the test cannot tell.</summary>
    public static Fraction AtWorst(params IReadOnlyList<Table> strata)
    {
        var ways = Ways(strata);
        return new(ways[^1], Sum(ways));
    }

    /// <summary>The odds ratio common to all strata (Mantel and Haenszel): sum of A·D/n over sum of B·C/n; null where that divides by nothing.</summary>
    public static Fraction? CommonOddsRatio(params IReadOnlyList<Table> strata)
    {
        var (up, down) = (Fraction.Zero, Fraction.Zero);
        foreach (var t in strata) (up, down) = (up + new Fraction((BigInteger)t.A * t.D, t.All), down + new Fraction((BigInteger)t.B * t.C, t.All));
        return down.Sign == 0 ? null : up / down;
    }

    /// <summary>Mantel and Haenszel's statistic with the correction for continuity; null where nothing can vary.</summary>
    public static Fraction? ChiSquared(params IReadOnlyList<Table> strata)
    {
        var (difference, variance) = (Fraction.Zero, Fraction.Zero);
        foreach (var t in strata)
        {
            BigInteger rowOne = t.A + t.B, rowTwo = t.C + t.D, columnOne = t.A + t.C, columnTwo = t.B + t.D, n = t.All;
            difference += new Fraction(t.A) - new Fraction(rowOne * columnOne, n);
            if (n > 1) variance += new Fraction(rowOne * rowTwo * columnOne * columnTwo, n * n * (n - 1));
        }
        if (variance.Sign == 0) return null;
        var away = (difference.Sign < 0 ? -difference : difference) - new Fraction(1, 2);
        return away.Sign <= 0 ? Fraction.Zero : away * away / variance;
    }

    /// <summary>The strata added up: what a report that does not part them would show.</summary>
    public static Table Pooled(params IReadOnlyList<Table> strata) => new(strata.Sum(t => t.A), strata.Sum(t => t.B), strata.Sum(t => t.C), strata.Sum(t => t.D));

    private static Fraction Tail(IReadOnlyList<Table> strata, Func<BigInteger[], int, BigInteger[]> part)
    {
        var ways = Ways(strata);
        var at = checked((int)strata.Sum(t => t.A - t.Range.Least));
        return new(Sum(part(ways, at)), Sum(ways));
    }

    /// <summary>Ways in which the sum of all A takes each value: the strata's ways folded together.</summary>
    private static BigInteger[] Ways(IReadOnlyList<Table> strata)
    {
        BigInteger[] ways = [BigInteger.One];
        foreach (var stratum in strata)
        {
            var more = stratum.Ways();
            var next = new BigInteger[ways.Length + more.Length - 1];
            for (var i = 0; i < ways.Length; i++)
                for (var j = 0; j < more.Length; j++) next[i + j] += ways[i] * more[j];
            ways = next;
        }
        return ways;
    }

    private static BigInteger Sum(BigInteger[] ways) => ways.Aggregate(BigInteger.Zero, BigInteger.Add);
}
