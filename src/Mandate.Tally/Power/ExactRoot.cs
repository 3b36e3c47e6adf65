using System.Numerics;

namespace Mandate.Tally.Power;

/// <summary>Square roots of exact numbers.</summary>
public static class ExactRoot
{
    /// <summary>The whole part of the root of a whole number.</summary>
    public static BigInteger Whole(BigInteger value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value.Sign, nameof(value));
        if (value.IsZero) return 0;
        // Newton from above: falls until it is the root.
        var guess = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + value / guess) >> 1;
            if (next >= guess) return guess;
            guess = next;
        }
    }

    /// <summary>The root rounded to that many decimals, halves up.</summary>
    public static Fraction Rounded(Fraction value, int decimals)
    {
        var scale = BigInteger.Pow(10, decimals);
        // The root of 4 value scale^2 is twice the scaled root: adding one and halving rounds it.
        var twice = Whole((value * (4 * scale * scale)).Floor());
        return new((twice + 1) / 2, scale);
    }
}
