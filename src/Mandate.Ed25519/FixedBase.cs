using System.Runtime.CompilerServices;

namespace Mandate.Ed25519;

/// <summary>
/// A point that is multiplied often, with its multiples computed once (512 points, some 60 kB): the base point, or the key of an
/// election.
/// </summary>
public sealed class FixedBase
{
    internal const int Width = 8;

    /// <summary>Odd multiples in one table.</summary>
    internal const int Size = 1 << (Width - 2);

    /// <summary>Entry 8*i + j is (j+1) * 256^i * P, i in 0..31, j in 0..7.</summary>
    private readonly AffinePoint[] rows;

    public FixedBase(in Point point)
    {
        Point = point;
        rows = MakeRows(point);
        Odd = MakeOdd(point);
    }

    /// <summary>The base point of RFC 8032.</summary>
    public static FixedBase Generator { get; } = new(Point.Base);

    public Point Point { get; }

    /// <summary>P, 3P, 5P, ..., 127P, then the same of 2^64 P, 2^128 P and 2^192 P.</summary>
    internal AffinePoint[] Odd { get; }

    /// <summary>k times the point, constant time (signed radix 16, as in Bernstein et al., "High-speed high-security signatures", 2011, section 4).</summary>
    public Point Multiply(in Scalar k)
    {
        Span<sbyte> digits = stackalloc sbyte[64];
        k.ToRadix16(digits);
        var sum = Point.Identity;
        for (var i = 1; i < 64; i += 2) sum = sum.Add(Select(i / 2, digits[i])).ToPoint();
        sum = sum.ToProjective().Double().ToProjective().Double().ToProjective().Double().ToProjective().Double().ToPoint();
        for (var i = 0; i < 64; i += 2) sum = sum.Add(Select(i / 2, digits[i])).ToPoint();
        digits.Clear();
        return sum;
    }

    /// <summary>digit * 256^row * P for a digit in -8..8: reads the whole row, so neither time nor memory access tells the digit.</summary>
    private AffinePoint Select(int row, sbyte digit)
    {
        var negative = digit >> 7;
        var magnitude = (uint)((digit + negative) ^ negative);
        var chosen = AffinePoint.Identity;
        for (var j = 0U; j < 8; j++) chosen = AffinePoint.Select(chosen, rows[8 * row + (int)j], IsEqual(magnitude, j + 1));
        return AffinePoint.Select(chosen, chosen.Negate(), (ulong)(negative & 1));
    }

    /// <summary>1 where equal, else 0, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong IsEqual(uint a, uint b) => ((ulong)(a ^ b) - 1) >> 63;

    private static AffinePoint[] MakeRows(in Point point)
    {
        var points = new Point[256];
        var rowBase = point;
        for (var i = 0; i < 32; i++)
        {
            var multiple = rowBase;
            for (var j = 0; j < 8; j++)
            {
                points[8 * i + j] = multiple;
                multiple += rowBase;
            }
            for (var d = 0; d < 8; d++) rowBase = rowBase.Double();
        }
        return ToAffine(points);
    }

    private static AffinePoint[] MakeOdd(in Point point)
    {
        var points = new Point[4 * Size];
        var first = point;
        for (var quarter = 0; quarter < 4; quarter++)
        {
            var twice = first.Double();
            points[Size * quarter] = first;
            for (var i = 1; i < Size; i++) points[Size * quarter + i] = points[Size * quarter + i - 1] + twice;
            first = first.DoubleTimes(64);
        }
        return ToAffine(points);
    }

    private static AffinePoint[] ToAffine(Point[] points)
    {
        var inverses = Array.ConvertAll(points, p => p.Z);
        FieldElement.InvertAll(inverses);
        var affine = new AffinePoint[points.Length];
        for (var i = 0; i < points.Length; i++)
        {
            var x = points[i].X * inverses[i];
            var y = points[i].Y * inverses[i];
            affine[i] = new(y + x, y - x, x * y * FieldElement.TwoD);
        }
        return affine;
    }
}
