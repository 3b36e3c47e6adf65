using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>How something is spread over persons, places or positions. Exact; null where the amounts say nothing.</summary>
public static class Distribution
{
    /// <summary>
    /// The square of the index of disproportion: half the sum of the squared differences between two shares (Gallagher 1991). In the unit
    /// of the shares; its root is the index.
    /// </summary>
    public static Fraction? DisproportionSquared(IEnumerable<(Fraction Of, Fraction Given)> shares)
    {
        var (sum, any) = (Fraction.Zero, false);
        foreach (var (of, given) in shares) (sum, any) = (sum + (given - of) * (given - of), true);
        return any ? sum / 2 : null;
    }

    /// <summary>The index itself, to six decimals.</summary>
    public static Fraction? Disproportion(IEnumerable<(Fraction Of, Fraction Given)> shares) =>
        DisproportionSquared(shares) is { } square ? Roots.Of(square, 6) : null;

    /// <summary>Sum of the squared shares (Herfindahl): 1 where one has all.</summary>
    public static Fraction? Concentration(IEnumerable<Fraction> amounts)
    {
        var (sum, squares) = (Fraction.Zero, Fraction.Zero);
        foreach (var amount in amounts) (sum, squares) = (sum + amount, squares + amount * amount);
        return sum.Sign > 0 ? squares / (sum * sum) : null;
    }

    /// <summary>One over the sum of the squared shares (Laakso and Taagepera 1979): as many equal parts would be as concentrated.</summary>
    public static Fraction? EffectiveNumber(IEnumerable<Fraction> amounts) => Concentration(amounts) is { } share ? Fraction.One / share : null;

    /// <summary>
    /// <c>sum (2i - n - 1) x_i / (n sum x)</c> over all in ascending order. Those with nothing belong in the list; the most is (n-1)/n.
    /// </summary>
    public static Fraction? Gini(IEnumerable<Fraction> amounts)
    {
        var ordered = amounts.Order().ToList();
        var (weighted, sum) = (Fraction.Zero, Fraction.Zero);
        for (var i = 0; i < ordered.Count; i++) (weighted, sum) = (weighted + ordered[i] * (2 * i + 1 - ordered.Count), sum + ordered[i]);
        return sum.Sign > 0 ? weighted / (sum * ordered.Count) : null;
    }

    /// <summary>The middle one, or the mean of the two in the middle.</summary>
    public static Fraction? Median(IEnumerable<Fraction> amounts)
    {
        var ordered = amounts.Order().ToList();
        return ordered.Count == 0 ? null : (ordered[(ordered.Count - 1) / 2] + ordered[ordered.Count / 2]) / 2;
    }

    public static Fraction? Mean(IReadOnlyCollection<Fraction> amounts) =>
        amounts.Count == 0 ? null : amounts.Aggregate(Fraction.Zero, (a, b) => a + b) / amounts.Count;

    /// <summary>A part of a whole; null where there is no whole.</summary>
    public static Fraction? Share(long part, long whole) => whole > 0 ? new(part, whole) : null;
}
