using System.Numerics;

namespace Mandate.Tally.Committees;

/// <summary>What the j-th elected candidate that a ballot approves adds (Thiele 1895): never more than the one before.</summary>
internal static class ThieleWeights
{
    /// <summary>The weights for j = 1 to <paramref name="seats"/>, multiplied by the common denominator.</summary>
    public static (Int128[] Weights, BigInteger Denominator) Whole(Func<int, Fraction> weight, int seats, long voters)
    {
        var exact = Enumerable.Range(1, seats).Select(weight).ToList();
        var common = exact.Aggregate(BigInteger.One, (d, w) => d / BigInteger.GreatestCommonDivisor(d, w.Denominator) * w.Denominator);
        if ((common * seats * voters).GetBitLength() > 120)
            throw new CommitteeTooLargeException($"exact scores of a committee of {seats} do not fit; use the sequential rule");
        return ([.. exact.Select(w => (Int128)(w * common).Numerator)], common);
    }

    public static Fraction Proportional(int j) => new(1, j);

    public static Fraction SainteLague(int j) => new(1, 2 * j - 1);

    public static Fraction FirstOnly(int j) => j == 1 ? 1 : 0;
}
