namespace Mandate.Ed25519;

/// <summary>The signed-digit forms that scalar multiplication walks through.</summary>
public readonly partial struct Scalar
{
    /// <summary>64 digits d[i] in -8..8 with the sum of d[i]*16^i equal to the scalar; constant time.</summary>
    internal void ToRadix16(Span<sbyte> digits)
    {
        for (var i = 0; i < 64; i++) digits[i] = (sbyte)(Limb(i >> 4) >> ((i & 15) * 4) & 15);
        for (var i = 0; i < 63; i++)
        {
            var carry = (digits[i] + 8) >> 4;
            digits[i] -= (sbyte)(carry << 4);
            digits[i + 1] += (sbyte)carry;
        }
    }

    /// <summary>
    /// Width-w non-adjacent form: 256 digits, each zero or odd and below 2^(w-1) in absolute value, at least w-1 zeros after each
    /// odd one. Variable time, for public scalars.
    /// </summary>
    internal void ToNonAdjacentForm(Span<sbyte> digits, int width)
    {
        digits.Clear();
        var window = 1UL << width;
        var carry = 0UL;
        for (var position = 0; position < 256;)
        {
            var limb = position >> 6;
            var bit = position & 63;
            var bits = bit < 64 - width ? Limb(limb) >> bit : Limb(limb) >> bit | (limb < 3 ? Limb(limb + 1) << (64 - bit) : 0);
            if (bit == 0) bits = Limb(limb);
            var value = carry + (bits & (window - 1));
            if ((value & 1) == 0)
            {
                position++;
                continue;
            }
            if (value < window / 2)
            {
                carry = 0;
                digits[position] = (sbyte)value;
            }
            else
            {
                carry = 1;
                digits[position] = (sbyte)((long)value - (long)window);
            }
            position += width;
        }
    }
}
