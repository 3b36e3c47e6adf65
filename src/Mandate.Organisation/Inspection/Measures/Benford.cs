namespace Mandate.Organisation.Inspection.Measures;

/// <summary>How well first digits agree with Benford's law. For reading: a deviation is a question to the books, never a charge.</summary>
public static class Benford
{
    /// <summary>The share of amounts that begin with that digit.</summary>
    public static double Expected(int digit) => Math.Log10(1 + 1.0 / digit);

    /// <param name="counts">How many amounts begin with 1, 2, ... 9.</param>
    public static double ChiSquared(IReadOnlyList<double> counts)
    {
        var sum = counts.Sum();
        return counts.Select((count, i) => (count - sum * Expected(i + 1)) * (count - sum * Expected(i + 1)) / (sum * Expected(i + 1))).Sum();
    }

    /// <summary>The mean absolute deviation of the nine shares.</summary>
    public static double MeanDeviation(IReadOnlyList<double> counts)
    {
        var sum = counts.Sum();
        return counts.Select((count, i) => Math.Abs(count / sum - Expected(i + 1))).Average();
    }
}
