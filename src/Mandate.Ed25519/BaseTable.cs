using System.Runtime.CompilerServices;

namespace Mandate.Ed25519;

/// <summary>Multiples of the base point, computed once when first used.</summary>
internal static class BaseTable
{
    /// <summary>Entry 8*i + j is (j+1) * 256^i * B, i in 0..31, j in 0..7.</summary>
    private static readonly AffinePoint[] Rows = MakeRows();

    /// <summary>B, 3B, 5B, ..., 127B.</summary>
    public static AffinePoint[] Odd { get; } = MakeOdd();

    /// <summary>digit * 256^row * B for a digit in -8..8: reads the whole row, so neither time nor memory access tells the digit.</summary>
    public static AffinePoint Select(int row, sbyte digit)
    {
        var negative = digit >> 7;
        var magnitude = (uint)((digit + negative) ^ negative);
        var chosen = AffinePoint.Identity;
        for (var j = 0U; j < 8; j++) chosen = AffinePoint.Select(chosen, Rows[8 * row + (int)j], IsEqual(magnitude, j + 1));
        return AffinePoint.Select(chosen, chosen.Negate(), (ulong)(negative & 1));
    }

    /// <summary>1 where equal, else 0, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong IsEqual(uint a, uint b) => ((ulong)(a ^ b) - 1) >> 63;

    private static AffinePoint[] MakeRows()
    {
        var points = new Point[256];
        var rowBase = Point.Base;
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

    private static AffinePoint[] MakeOdd()
    {
        var points = new Point[64];
        var twice = Point.Base.Double();
        points[0] = Point.Base;
        for (var i = 1; i < 64; i++) points[i] = points[i - 1] + twice;
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
