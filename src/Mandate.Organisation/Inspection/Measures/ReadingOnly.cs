using System.Numerics;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>
/// Figures of tests that are no fractions: logarithms and roots of equations. They are shown beside the exact figures and decide nothing.
/// </summary>
public static class ReadingOnly
{
    /// <summary>The odds ratio that makes the table likeliest, its sums of rows and columns being given (as R's <c>fisher.test</c> estimates it).</summary>
    public static double ConditionalOddsRatio(Table table)
    {
        var (least, most) = table.Range;
        if (table.A == least) return 0;
        if (table.A == most) return double.PositiveInfinity;
        return Solve(odds => Weighted(table, odds, (a, _) => a) - table.A);
    }

    /// <summary>The odds ratio above which a table with so small an A would be rarer than <paramref name="level"/>: the upper bound, one-sided.</summary>
    public static double UpperBound(Table table, double level) =>
        table.A == table.Range.Most ? double.PositiveInfinity : Solve(odds => level - Weighted(table, odds, (a, t) => a <= t.A ? 1 : 0));

    /// <summary>The chance of a chi-squared value with one degree of freedom at least as large.</summary>
    public static double ChiSquaredTail(double value)
    {
        // erfc(sqrt(x/2)) = 1 - erf: the series of erf for small arguments, the continued fraction (Lentz) for large ones.
        var z = Math.Sqrt(value / 2);
        if (z < 2)
        {
            double sum = z, term = z;
            for (var n = 1; n < 200; n++) sum += (term *= -z * z / n) / (2 * n + 1);
            return 1 - 2 / Math.Sqrt(Math.PI) * sum;
        }
        var fraction = z;
        for (var n = 200; n >= 1; n--) fraction = z + n / 2.0 / fraction;
        return Math.Exp(-z * z) / Math.Sqrt(Math.PI) / fraction;
    }

    private static double Weighted(Table table, double odds, Func<long, Table, double> what)
    {
        var (least, ways) = (table.Range.Least, table.Ways());
        var logs = ways.Select((w, i) => BigInteger.Log(w) + (least + i) * Math.Log(odds)).ToArray();
        var top = logs.Max();
        var weights = logs.Select(l => Math.Exp(l - top)).ToArray();
        return weights.Select((w, i) => w * what(least + i, table)).Sum() / weights.Sum();
    }

    /// <summary>Where a rising function of the odds passes zero, by halving on the logarithm.</summary>
    private static double Solve(Func<double, double> rising)
    {
        var (low, high) = (-60.0, 60.0);
        for (var i = 0; i < 200; i++)
        {
            var middle = (low + high) / 2;
            if (rising(Math.Exp(middle)) < 0) low = middle;
            else high = middle;
        }
        return Math.Exp((low + high) / 2);
    }
}
