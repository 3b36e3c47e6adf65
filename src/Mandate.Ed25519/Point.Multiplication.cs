using System.Numerics;

namespace Mandate.Ed25519;

/// <summary>
/// Scalar multiplication. <see cref="Multiply"/> and <see cref="MultiplyBase"/> take the same time whatever the scalar, with no
/// branch or table index that depends on it; what is named VariableTime is for public data.
/// </summary>
public readonly partial struct Point
{
    /// <summary>k times the base point, constant time.</summary>
    public static Point MultiplyBase(in Scalar k) => FixedBase.Generator.Multiply(k);

    /// <summary>k times this point, constant time (signed radix 16 with a table of eight).</summary>
    public Point Multiply(in Scalar k)
    {
        Span<sbyte> digits = stackalloc sbyte[64];
        k.ToRadix16(digits);
        var table = new PreparedPoint[8];
        table[0] = Prepare();
        for (var i = 1; i < 8; i++) table[i] = Add(table[i - 1]).ToPoint().Prepare();
        var sum = Identity;
        for (var i = 63; i >= 0; i--)
        {
            if (i != 63) sum = sum.ToProjective().Double().ToProjective().Double().ToProjective().Double().ToProjective().Double().ToPoint();
            sum = sum.Add(Select(table, digits[i])).ToPoint();
        }
        digits.Clear();
        return sum;
    }

    private static PreparedPoint Select(PreparedPoint[] table, sbyte digit)
    {
        var negative = digit >> 7;
        var magnitude = (uint)((digit + negative) ^ negative);
        var chosen = PreparedPoint.Identity;
        for (var i = 0U; i < 8; i++) chosen = PreparedPoint.Select(chosen, table[i], FixedBase.IsEqual(magnitude, i + 1));
        return PreparedPoint.Select(chosen, chosen.Negate(), (ulong)(negative & 1));
    }

    /// <summary>k times this point; variable time.</summary>
    public Point MultiplyVariableTime(in Scalar k) => SumOfProductsVariableTime([k], [this]);

    /// <summary>a*P + b*B with the base point B; variable time.</summary>
    public static Point DoubleProductVariableTime(in Scalar a, in Point p, in Scalar b) => DoubleProduct(a, PointMultiples.Of(p), b, FixedBase.Generator);

    /// <summary>a*P + b*Q; variable time.</summary>
    public static Point DoubleProductVariableTime(in Scalar a, PointMultiples p, in Scalar b, FixedBase q) => DoubleProduct(a, p.Odd, b, q);

    /// <summary>
    /// a*P + b*Q + c*R, for a point P that stands in several such products (variable time): Straus over the quarters of the scalars, so that
    /// 64 doublings serve all of them.
    /// </summary>
    public static Point ProductSumVariableTime(in Scalar a, PointMultiples p, in Scalar b, FixedBase q, in Scalar c, FixedBase r)
    {
        Span<sbyte> forP = stackalloc sbyte[256];
        Span<sbyte> forQ = stackalloc sbyte[256];
        Span<sbyte> forR = stackalloc sbyte[256];
        a.ToNonAdjacentForm(forP, PointMultiples.Width);
        b.ToNonAdjacentForm(forQ, FixedBase.Width);
        var withR = c != Scalar.Zero;
        if (withR) c.ToNonAdjacentForm(forR, FixedBase.Width);
        var (ofP, ofQ, ofR) = (p.Quarters, q.Odd, r.Odd);
        var sum = ProjectivePoint.Identity;
        for (var i = 63; i >= 0; i--)
        {
            var step = sum.Double();
            for (var quarter = 0; quarter < 4; quarter++)
            {
                var at = 64 * quarter + i;
                var digit = forP[at];
                if (digit > 0) step = step.ToPoint().Add(ofP[PointMultiples.Size * quarter + digit / 2]);
                else if (digit < 0) step = step.ToPoint().Subtract(ofP[PointMultiples.Size * quarter - digit / 2]);
                if (forQ[at] != 0) step = AddDigit(step, forQ[at], ofQ, quarter);
                if (withR && forR[at] != 0) step = AddDigit(step, forR[at], ofR, quarter);
            }
            if (i == 0) return step.ToPoint();
            sum = step.ToProjective();
        }
        return Identity;
    }

    /// <summary>Adds the multiple that an odd digit names.</summary>
    private static CompletedPoint AddDigit(in CompletedPoint sum, sbyte digit, AffinePoint[] odd, int quarter) => digit > 0
        ? sum.ToPoint().Add(odd[FixedBase.Size * quarter + digit / 2])
        : sum.ToPoint().Subtract(odd[FixedBase.Size * quarter - digit / 2]);

    /// <summary>Straus with non-adjacent forms.</summary>
    private static Point DoubleProduct(in Scalar a, PreparedPoint[] odd, in Scalar b, FixedBase q)
    {
        Span<sbyte> forP = stackalloc sbyte[256];
        Span<sbyte> forQ = stackalloc sbyte[256];
        a.ToNonAdjacentForm(forP, PointMultiples.Width);
        b.ToNonAdjacentForm(forQ, FixedBase.Width);
        var top = 255;
        while (top >= 0 && forP[top] == 0 && forQ[top] == 0) top--;
        var sum = ProjectivePoint.Identity;
        for (var i = top; i >= 0; i--)
        {
            var doubled = sum.Double();
            if (forP[i] > 0) doubled = doubled.ToPoint().Add(odd[forP[i] / 2]);
            else if (forP[i] < 0) doubled = doubled.ToPoint().Subtract(odd[-forP[i] / 2]);
            if (forQ[i] > 0) doubled = doubled.ToPoint().Add(q.Odd[forQ[i] / 2]);
            else if (forQ[i] < 0) doubled = doubled.ToPoint().Subtract(q.Odd[-forQ[i] / 2]);
            if (i == 0) return doubled.ToPoint();
            sum = doubled.ToProjective();
        }
        return Identity;
    }

    /// <summary>
    /// The sum of scalars[i]*points[i]; variable time. Straus up to a few hundred points, Pippenger's buckets above.
    /// </summary>
    /// <exception cref="ArgumentException">The two lists differ in length.</exception>
    public static Point SumOfProductsVariableTime(ReadOnlySpan<Scalar> scalars, ReadOnlySpan<Point> points)
    {
        if (scalars.Length != points.Length) throw new ArgumentException($"{scalars.Length} scalars for {points.Length} points", nameof(points));
        return points.Length < 190 ? Straus(scalars, points) : Pippenger(scalars, points);
    }

    private static Point Straus(ReadOnlySpan<Scalar> scalars, ReadOnlySpan<Point> points)
    {
        var digits = new sbyte[256 * points.Length];
        var odd = new PreparedPoint[8 * points.Length];
        for (var j = 0; j < points.Length; j++)
        {
            scalars[j].ToNonAdjacentForm(digits.AsSpan(256 * j, 256), PointMultiples.Width);
            PointMultiples.Of(points[j]).CopyTo(odd, 8 * j);
        }
        var sum = ProjectivePoint.Identity;
        var begun = false;
        for (var i = 255; i >= 0; i--)
        {
            var step = begun ? sum.Double() : default;
            for (var j = 0; j < points.Length; j++)
            {
                var digit = digits[256 * j + i];
                if (digit == 0) continue;
                var before = begun ? step.ToPoint() : Identity;
                step = digit > 0 ? before.Add(odd[8 * j + digit / 2]) : before.Subtract(odd[8 * j - digit / 2]);
                begun = true;
            }
            if (!begun) continue;
            if (i == 0) return step.ToPoint();
            sum = step.ToProjective();
        }
        return Identity;
    }

    /// <summary>The bucket method (Pippenger, 1976; Bernstein, Doumen, Lange and Oosterwijk, 2012) with signed digits.</summary>
    private static Point Pippenger(ReadOnlySpan<Scalar> scalars, ReadOnlySpan<Point> points)
    {
        var width = Math.Clamp(BitOperations.Log2((uint)points.Length) - 2, 4, 14);
        var windows = (253 + width) / width + 1;
        var digits = new short[windows * points.Length];
        for (var j = 0; j < points.Length; j++) SignedDigits(scalars[j], width, digits.AsSpan(windows * j, windows));
        var prepared = new PreparedPoint[points.Length];
        for (var j = 0; j < points.Length; j++) prepared[j] = points[j].Prepare();

        var buckets = new Point[1 << (width - 1)];
        var total = Identity;
        for (var w = windows - 1; w >= 0; w--)
        {
            for (var d = 0; d < width; d++) total = total.Double();
            Array.Fill(buckets, Identity);
            for (var j = 0; j < points.Length; j++)
            {
                var digit = digits[windows * j + w];
                if (digit > 0) buckets[digit - 1] = buckets[digit - 1].Add(prepared[j]).ToPoint();
                else if (digit < 0) buckets[-digit - 1] = buckets[-digit - 1].Subtract(prepared[j]).ToPoint();
            }
            var running = Identity;
            for (var b = buckets.Length - 1; b >= 0; b--)
            {
                running += buckets[b];
                total += running;
            }
        }
        return total;
    }

    private static void SignedDigits(in Scalar k, int width, Span<short> digits)
    {
        var carry = 0;
        for (var w = 0; w < digits.Length; w++)
        {
            var position = w * width;
            var limb = position >> 6;
            var bit = position & 63;
            var bits = k.Limb(limb) >> bit;
            if (bit + width > 64) bits |= k.Limb(limb + 1) << (64 - bit);
            var value = (int)(bits & ((1UL << width) - 1)) + carry;
            carry = value > 1 << (width - 1) ? 1 : 0;
            digits[w] = (short)(value - (carry << width));
        }
    }
}
