using System.Runtime.InteropServices;

namespace Mandate.Ed25519;

/// <summary>
/// A point of edwards25519, -x^2 + y^2 = 1 + d x^2 y^2, in extended coordinates (X : Y : Z : T) with T = XY/Z (Hisil, Wong, Carter
/// and Dawson, 2008). The formulas are complete: no case is special. The default value is not a point; use <see cref="Identity"/>.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct Point : IEquatable<Point>
{
    internal readonly FieldElement X, Y, Z, T;

    internal Point(in FieldElement x, in FieldElement y, in FieldElement z, in FieldElement t)
    {
        X = x;
        Y = y;
        Z = z;
        T = t;
    }

    /// <summary>The neutral element (0, 1).</summary>
    public static Point Identity => new(FieldElement.Zero, FieldElement.One, FieldElement.One, FieldElement.Zero);

    /// <summary>The base point of RFC 8032, 5.1: y = 4/5, x even.</summary>
    public static Point Base { get; } = new(
        new(0x62d608f25d51a, 0x412a4b4f6592a, 0x75b7171a4b31d, 0x1ff60527118fe, 0x216936d3cd6e5),
        new(0x6666666666658, 0x4cccccccccccc, 0x1999999999999, 0x3333333333333, 0x6666666666666),
        FieldElement.One,
        new(0x68ab3a5b7dda3, 0x00eea2a5eadbb, 0x2af8df483c27e, 0x332b375274732, 0x67875f0fd78b7));

    /// <summary>
    /// Reads 32 bytes strictly (RFC 8032, 5.1.3): false where y is not below p, where no x fits, and where x is zero with its sign
    /// bit set. The point may lie outside the prime-order group: ask <see cref="IsInPrimeOrderGroup"/>.
    /// </summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out Point point)
    {
        point = Identity;
        if (bytes.Length != 32) return false;
        var y = FieldElement.FromBytes(bytes);
        Span<byte> canonical = stackalloc byte[32];
        y.CopyTo(canonical);
        var sign = bytes[31] >> 7 == 1;
        if (sign) canonical[31] |= 0x80;
        if (!canonical.SequenceEqual(bytes)) return false;
        var yy = y.Square();
        if (!FieldElement.TrySquareRootOfRatio(yy - FieldElement.One, yy * FieldElement.D + FieldElement.One, out var x)) return false;
        if (x.IsZero && sign) return false;
        if (x.IsNegative != sign) x = -x;
        point = new(x, y, FieldElement.One, x * y);
        return true;
    }

    /// <summary>The 32 bytes of RFC 8032, 5.1.2: y little-endian with the sign of x in the top bit.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        CopyTo(bytes);
        return bytes;
    }

    public void CopyTo(Span<byte> destination) => Write(Z.Invert(), destination);

    /// <summary>The encodings of many points, 32 bytes each, with one inversion for all.</summary>
    public static byte[] ToBytes(ReadOnlySpan<Point> points)
    {
        var inverses = new FieldElement[points.Length];
        for (var i = 0; i < points.Length; i++) inverses[i] = points[i].Z;
        FieldElement.InvertAll(inverses);
        var bytes = new byte[32 * points.Length];
        for (var i = 0; i < points.Length; i++) points[i].Write(inverses[i], bytes.AsSpan(32 * i, 32));
        return bytes;
    }

    /// <summary>x and y, 32 bytes each with the most significant first: compared byte by byte they are compared as numbers.</summary>
    public byte[] ToCoordinates()
    {
        var inverse = Z.Invert();
        var bytes = new byte[64];
        (X * inverse).CopyTo(bytes);
        (Y * inverse).CopyTo(bytes.AsSpan(32));
        bytes.AsSpan(0, 32).Reverse();
        bytes.AsSpan(32).Reverse();
        return bytes;
    }

    private void Write(in FieldElement inverseOfZ, Span<byte> destination)
    {
        (Y * inverseOfZ).CopyTo(destination);
        if ((X * inverseOfZ).IsNegative) destination[31] |= 0x80;
    }

    public static Point operator +(in Point a, in Point b) => a.Add(b.Prepare()).ToPoint();

    public static Point operator -(in Point a, in Point b) => a.Subtract(b.Prepare()).ToPoint();

    public static Point operator -(in Point a) => new(-a.X, a.Y, a.Z, -a.T);

    public Point Double() => ToProjective().Double().ToPoint();

    /// <summary>2^times P; times is at least one.</summary>
    internal Point DoubleTimes(int times)
    {
        var p = ToProjective();
        for (var i = 1; i < times; i++) p = p.Double().ToProjective();
        return p.Double().ToPoint();
    }

    /// <summary>8P: zero exactly for points of small order.</summary>
    public Point MultiplyByCofactor() => ToProjective().Double().ToProjective().Double().ToProjective().Double().ToPoint();

    public bool IsIdentity => X.IsZero && Y == Z;

    /// <summary>Whether the order divides 8: such a point binds nobody to anything.</summary>
    public bool IsSmallOrder => MultiplyByCofactor().IsIdentity;

    internal ProjectivePoint ToProjective() => new(X, Y, Z);

    internal PreparedPoint Prepare() => new(Y + X, Y - X, Z, T * FieldElement.TwoD);

    internal CompletedPoint Add(in PreparedPoint q)
    {
        var pp = (Y + X) * q.YPlusX;
        var mm = (Y - X) * q.YMinusX;
        var tt = T * q.T2d;
        var zz = Z * q.Z;
        var zz2 = zz + zz;
        return new(pp - mm, pp + mm, zz2 + tt, zz2 - tt);
    }

    internal CompletedPoint Subtract(in PreparedPoint q)
    {
        var pm = (Y + X) * q.YMinusX;
        var mp = (Y - X) * q.YPlusX;
        var tt = T * q.T2d;
        var zz = Z * q.Z;
        var zz2 = zz + zz;
        return new(pm - mp, pm + mp, zz2 - tt, zz2 + tt);
    }

    internal CompletedPoint Add(in AffinePoint q)
    {
        var pp = (Y + X) * q.YPlusX;
        var mm = (Y - X) * q.YMinusX;
        var tt = T * q.Xy2d;
        var z2 = Z + Z;
        return new(pp - mm, pp + mm, z2 + tt, z2 - tt);
    }

    internal CompletedPoint Subtract(in AffinePoint q)
    {
        var pm = (Y + X) * q.YMinusX;
        var mp = (Y - X) * q.YPlusX;
        var tt = T * q.Xy2d;
        var z2 = Z + Z;
        return new(pm - mp, pm + mp, z2 - tt, z2 + tt);
    }

    public bool Equals(Point other) => X * other.Z == other.X * Z && Y * other.Z == other.Y * Z;

    public override bool Equals(object? obj) => obj is Point other && Equals(other);

    public override int GetHashCode() => (Y * Z.Invert()).GetHashCode();

    public static bool operator ==(Point a, Point b) => a.Equals(b);

    public static bool operator !=(Point a, Point b) => !a.Equals(b);
}
