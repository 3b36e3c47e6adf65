using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mandate.Ed25519;

/// <summary>
/// An integer modulo L = 2^252 + 27742317777372353535851937790883648493, the order of the base point (RFC 8032, 5.1). Always
/// reduced. Arithmetic takes the same time whatever the value; conversions from and to BigInteger do not and are for public values.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct Scalar : IEquatable<Scalar>
{
    private const ulong L0 = 0x5812631a5cf5d3ed, L1 = 0x14def9dea2f79cd6, L2 = 0, L3 = 0x1000000000000000;

    /// <summary>-1/L modulo 2^64, for Montgomery reduction.</summary>
    private const ulong MinusInverseOfL = 0xd2b51da312547e1b;

    private readonly ulong s0, s1, s2, s3;

    private Scalar(ulong s0, ulong s1, ulong s2, ulong s3)
    {
        this.s0 = s0;
        this.s1 = s1;
        this.s2 = s2;
        this.s3 = s3;
    }

    public static Scalar Zero => default;

    public static Scalar One => new(1, 0, 0, 0);

    /// <summary>L, the order of the group that the base point generates.</summary>
    public static BigInteger Order { get; } = (BigInteger.One << 252) + BigInteger.Parse("27742317777372353535851937790883648493", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>2^512 modulo L: a Montgomery product with it multiplies by 2^256.</summary>
    private static Scalar MontgomerySquare => new(0xa40611e3449c0f01, 0xd00e1ba768859347, 0xceec73d217f5be65, 0x0399411b7c309a3d);

    public static Scalar FromUInt64(ulong value) => new(value, 0, 0, 0);

    /// <summary>Reads 32 little-endian bytes; false unless they name a value below L.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, out Scalar scalar)
    {
        scalar = default;
        if (bytes.Length != 32) return false;
        var read = Read(bytes);
        read.SubtractOrder(out var borrow);
        if (borrow == 0) return false;
        scalar = read;
        return true;
    }

    /// <summary>At most 64 little-endian bytes, as a number modulo L.</summary>
    /// <exception cref="ArgumentException">More than 64 bytes.</exception>
    public static Scalar Reduce(ReadOnlySpan<byte> littleEndian)
    {
        if (littleEndian.Length > 64) throw new ArgumentException($"at most 64 bytes can be reduced, not {littleEndian.Length}", nameof(littleEndian));
        Span<byte> wide = stackalloc byte[64];
        wide.Clear();
        littleEndian.CopyTo(wide);
        var low = MontgomeryProduct(MontgomeryProduct(Read(wide), MontgomerySquare), One);
        var high = MontgomeryProduct(Read(wide[32..]), MontgomerySquare);
        CryptographicOperations.ZeroMemory(wide);
        return low + high;
    }

    /// <summary>For public values.</summary>
    public static Scalar FromBigInteger(BigInteger value)
    {
        var residue = BigInteger.Remainder(value, Order);
        if (residue.Sign < 0) residue += Order;
        Span<byte> bytes = stackalloc byte[32];
        bytes.Clear();
        residue.TryWriteBytes(bytes, out _, isUnsigned: true);
        return Read(bytes);
    }

    /// <summary>For public values.</summary>
    public BigInteger ToBigInteger() => new(ToBytes(), isUnsigned: true);

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(destination, s0);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], s1);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], s2);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], s3);
    }

    /// <summary>32 little-endian bytes.</summary>
    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        CopyTo(bytes);
        return bytes;
    }

    public bool IsZero => (s0 | s1 | s2 | s3) == 0;

    public static Scalar operator +(in Scalar a, in Scalar b)
    {
        UInt128 t = (UInt128)a.s0 + b.s0;
        var r0 = (ulong)t;
        t = (t >> 64) + a.s1 + b.s1;
        var r1 = (ulong)t;
        t = (t >> 64) + a.s2 + b.s2;
        var r2 = (ulong)t;
        t = (t >> 64) + a.s3 + b.s3;
        // Both are below 2^253, so nothing is carried out of the top limb.
        return new Scalar(r0, r1, r2, (ulong)t).ReduceOnce();
    }

    public static Scalar operator -(in Scalar a, in Scalar b) => a + -b;

    public static Scalar operator -(in Scalar a)
    {
        // L - a, which is L itself for zero: one more conditional subtraction makes it zero.
        UInt128 t = (UInt128)L0 - a.s0;
        var r0 = (ulong)t;
        t = (UInt128)L1 - a.s1 - ((ulong)(t >> 64) & 1);
        var r1 = (ulong)t;
        t = (UInt128)L2 - a.s2 - ((ulong)(t >> 64) & 1);
        var r2 = (ulong)t;
        t = (UInt128)L3 - a.s3 - ((ulong)(t >> 64) & 1);
        return new Scalar(r0, r1, r2, (ulong)t).ReduceOnce();
    }

    public static Scalar operator *(in Scalar a, in Scalar b) => MontgomeryProduct(MontgomeryProduct(a, b), MontgomerySquare);

    /// <summary>The inverse a^(L-2); zero for zero.</summary>
    public Scalar Invert()
    {
        // The exponent is public, so branching on its bits tells nothing.
        var result = One;
        for (var bit = 252; bit >= 0; bit--)
        {
            result *= result;
            var limb = (bit >> 6) switch { 0 => L0 - 2, 1 => L1, 2 => L2, _ => L3 };
            if ((limb >> (bit & 63) & 1) == 1) result *= this;
        }
        return result;
    }

    internal ulong Limb(int index) => index switch { 0 => s0, 1 => s1, 2 => s2, 3 => s3, _ => 0 };

    private static Scalar Read(ReadOnlySpan<byte> bytes) => new(
        BinaryPrimitives.ReadUInt64LittleEndian(bytes),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]),
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]));

    private Scalar SubtractOrder(out ulong borrow)
    {
        UInt128 t = (UInt128)s0 - L0;
        var r0 = (ulong)t;
        t = (UInt128)s1 - L1 - ((ulong)(t >> 64) & 1);
        var r1 = (ulong)t;
        t = (UInt128)s2 - L2 - ((ulong)(t >> 64) & 1);
        var r2 = (ulong)t;
        t = (UInt128)s3 - L3 - ((ulong)(t >> 64) & 1);
        borrow = (ulong)(t >> 64) & 1;
        return new Scalar(r0, r1, r2, (ulong)t);
    }

    /// <summary>Subtracts L once where the value is at least L, without a branch.</summary>
    private Scalar ReduceOnce()
    {
        var reduced = SubtractOrder(out var borrow);
        var keep = 0UL - borrow;
        return new(
            reduced.s0 ^ keep & (reduced.s0 ^ s0),
            reduced.s1 ^ keep & (reduced.s1 ^ s1),
            reduced.s2 ^ keep & (reduced.s2 ^ s2),
            reduced.s3 ^ keep & (reduced.s3 ^ s3));
    }

    /// <summary>a*b/2^256 modulo L; one factor may be any 256-bit number, the other must be below L (Montgomery, 1985; CIOS form).</summary>
    private static Scalar MontgomeryProduct(in Scalar a, in Scalar b)
    {
        ulong t0 = 0, t1 = 0, t2 = 0, t3 = 0, t4 = 0;
        for (var i = 0; i < 4; i++)
        {
            var ai = a.Limb(i);
            UInt128 c = (UInt128)ai * b.s0 + t0;
            t0 = (ulong)c;
            c = (UInt128)ai * b.s1 + t1 + (c >> 64);
            t1 = (ulong)c;
            c = (UInt128)ai * b.s2 + t2 + (c >> 64);
            t2 = (ulong)c;
            c = (UInt128)ai * b.s3 + t3 + (c >> 64);
            t3 = (ulong)c;
            c = (c >> 64) + t4;
            t4 = (ulong)c;
            var top = (ulong)(c >> 64);

            var m = t0 * MinusInverseOfL;
            c = (UInt128)m * L0 + t0;
            c = (UInt128)m * L1 + t1 + (c >> 64);
            t0 = (ulong)c;
            c = (UInt128)m * L2 + t2 + (c >> 64);
            t1 = (ulong)c;
            c = (UInt128)m * L3 + t3 + (c >> 64);
            t2 = (ulong)c;
            c = (c >> 64) + t4;
            t3 = (ulong)c;
            t4 = top + (ulong)(c >> 64);
        }
        return new Scalar(t0, t1, t2, t3).ReduceOnce();
    }

    public bool Equals(Scalar other) => ((s0 ^ other.s0) | (s1 ^ other.s1) | (s2 ^ other.s2) | (s3 ^ other.s3)) == 0;

    public override bool Equals(object? obj) => obj is Scalar other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(s0, s1, s2, s3);

    public static bool operator ==(Scalar a, Scalar b) => a.Equals(b);

    public static bool operator !=(Scalar a, Scalar b) => !a.Equals(b);
}
