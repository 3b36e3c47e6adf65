using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Ed25519;

/// <summary>A point as (X : Y : Z), x = X/Z, y = Y/Z: enough for doubling.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct ProjectivePoint(in FieldElement x, in FieldElement y, in FieldElement z)
{
    public readonly FieldElement X = x, Y = y, Z = z;

    public static ProjectivePoint Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One);

    public CompletedPoint Double()
    {
        var xx = X.Square();
        var yy = Y.Square();
        var zz = Z.Square();
        var sum = (X + Y).Square();
        var yyPlusXx = yy + xx;
        var yyMinusXx = yy - xx;
        return new(sum - yyPlusXx, yyPlusXx, yyMinusXx, zz + zz - yyMinusXx);
    }
}

/// <summary>A point as ((X : Z), (Y : T)), x = X/Z, y = Y/T: what an addition leaves before the last products.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct CompletedPoint(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
{
    public readonly FieldElement X = x, Y = y, Z = z, T = t;

    public ProjectivePoint ToProjective() => new(X * T, Y * Z, Z * T);

    public Point ToPoint() => new(X * T, Y * Z, Z * T, X * Y);
}

/// <summary>(Y+X, Y-X, Z, 2dT): a point prepared to be added several times.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct PreparedPoint(in FieldElement yPlusX, in FieldElement yMinusX, in FieldElement z, in FieldElement t2d)
{
    public readonly FieldElement YPlusX = yPlusX, YMinusX = yMinusX, Z = z, T2d = t2d;

    public static PreparedPoint Identity => new(FieldElement.One, FieldElement.One, FieldElement.One, FieldElement.Zero);

    public PreparedPoint Negate() => new(YMinusX, YPlusX, Z, -T2d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static PreparedPoint Select(in PreparedPoint a, in PreparedPoint b, ulong choice) => new(
        FieldElement.Select(a.YPlusX, b.YPlusX, choice),
        FieldElement.Select(a.YMinusX, b.YMinusX, choice),
        FieldElement.Select(a.Z, b.Z, choice),
        FieldElement.Select(a.T2d, b.T2d, choice));
}

/// <summary>(y+x, y-x, 2dxy): a prepared point with Z = 1, for tables made once.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct AffinePoint(in FieldElement yPlusX, in FieldElement yMinusX, in FieldElement xy2d)
{
    public readonly FieldElement YPlusX = yPlusX, YMinusX = yMinusX, Xy2d = xy2d;

    public static AffinePoint Identity => new(FieldElement.One, FieldElement.One, FieldElement.Zero);

    public AffinePoint Negate() => new(YMinusX, YPlusX, -Xy2d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static AffinePoint Select(in AffinePoint a, in AffinePoint b, ulong choice) => new(
        FieldElement.Select(a.YPlusX, b.YPlusX, choice),
        FieldElement.Select(a.YMinusX, b.YMinusX, choice),
        FieldElement.Select(a.Xy2d, b.Xy2d, choice));
}
