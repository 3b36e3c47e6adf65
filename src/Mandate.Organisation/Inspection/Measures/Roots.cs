using System.Numerics;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>Square roots of fractions as decimals, by whole numbers only, so that every machine writes the same.</summary>
public static class Roots
{
    /// <summary>The root rounded to that many decimals, half up.</summary>
    /// <param name="square">Not negative.</param>
    public static Fraction Of(Fraction square, int decimals)
    {
        if (square.Sign < 0) throw new ArgumentOutOfRangeException(nameof(square), "A square is not negative.");
        // Twice the wanted scale, so that the last place can be rounded: round(r) = floor((2r + 1) / 2).
        var scale = BigInteger.Pow(10, decimals);
        var twice = Whole((square * scale * scale * 4).Floor());
        return new((twice + 1) / 2, scale);
    }

    /// <summary>The largest whole number whose square is not above this (Newton's iteration).</summary>
    public static BigInteger Whole(BigInteger square)
    {
        if (square <= 1) return square;
        var guess = BigInteger.One << (int)((square.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (guess + square / guess) >> 1;
            if (next >= guess) return guess;
            guess = next;
        }
    }
}
