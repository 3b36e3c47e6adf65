using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Mandate.Ed25519;

/// <summary>
/// An element of the field of integers modulo p = 2^255 - 19, as five limbs of 51 bits (radix 2^51). Limbs may exceed 51 bits
/// between operations; every operation accepts limbs below 2^54 and products return limbs below 2^52. All operations but those
/// named VariableTime take the same time whatever the value.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly partial struct FieldElement : IEquatable<FieldElement>
{
    private const ulong Mask51 = (1UL << 51) - 1;

    private readonly ulong l0, l1, l2, l3, l4;

    internal FieldElement(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4)
    {
        this.l0 = l0;
        this.l1 = l1;
        this.l2 = l2;
        this.l3 = l3;
        this.l4 = l4;
    }

    public static FieldElement Zero => default;

    public static FieldElement One => new(1, 0, 0, 0, 0);

    /// <summary>The curve constant d = -121665/121666 (RFC 8032, 5.1).</summary>
    public static FieldElement D { get; } = new(0x34dca135978a3, 0x1a8283b156ebd, 0x5e7a26001c029, 0x739c663a03cbb, 0x52036cee2b6ff);

    internal static FieldElement TwoD { get; } = new(0x69b9426b2f159, 0x35050762add7a, 0x3cf44c0038052, 0x6738cc7407977, 0x2406d9dc56dff);

    /// <summary>A square root of -1: 2^((p-1)/4).</summary>
    internal static FieldElement SqrtMinusOne { get; } = new(0x61b274a0ea0b0, 0x0d5a5fc8f189d, 0x7ef5e9cbd0c60, 0x78595a6804c9e, 0x2b8324804fc1d);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator +(in FieldElement a, in FieldElement b) =>
        new(a.l0 + b.l0, a.l1 + b.l1, a.l2 + b.l2, a.l3 + b.l3, a.l4 + b.l4);

    /// <summary>Adds 16p before subtracting, so that no limb goes below zero, then carries.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static FieldElement operator -(in FieldElement a, in FieldElement b) => Carry(
        a.l0 + 36028797018963664UL - b.l0,
        a.l1 + 36028797018963952UL - b.l1,
        a.l2 + 36028797018963952UL - b.l2,
        a.l3 + 36028797018963952UL - b.l3,
        a.l4 + 36028797018963952UL - b.l4);

    public static FieldElement operator -(in FieldElement a) => Zero - a;

    /// <summary>One carry in parallel: limbs below 2^52 afterwards.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static FieldElement Carry(ulong l0, ulong l1, ulong l2, ulong l3, ulong l4) => new(
        (l0 & Mask51) + (l4 >> 51) * 19,
        (l1 & Mask51) + (l0 >> 51),
        (l2 & Mask51) + (l1 >> 51),
        (l3 & Mask51) + (l2 >> 51),
        (l4 & Mask51) + (l3 >> 51));

    /// <summary>The element that 32 little-endian bytes name; bit 255 is ignored and values up to 2^255 - 1 are taken modulo p.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static FieldElement FromBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != 32) throw new ArgumentException($"a field element has 32 bytes, not {bytes.Length}", nameof(bytes));
        var a = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
        var b = BinaryPrimitives.ReadUInt64LittleEndian(bytes[8..]);
        var c = BinaryPrimitives.ReadUInt64LittleEndian(bytes[16..]);
        var d = BinaryPrimitives.ReadUInt64LittleEndian(bytes[24..]);
        return new(
            a & Mask51,
            (a >> 51 | b << 13) & Mask51,
            (b >> 38 | c << 26) & Mask51,
            (c >> 25 | d << 39) & Mask51,
            d >> 12 & Mask51);
    }

    /// <summary>Writes the canonical 32 little-endian bytes, below p.</summary>
    public void CopyTo(Span<byte> destination)
    {
        var r = Carry(l0, l1, l2, l3, l4);
        // q is 1 exactly when the value is at least p: the carry out of adding 19.
        var q = (r.l0 + 19) >> 51;
        q = (r.l1 + q) >> 51;
        q = (r.l2 + q) >> 51;
        q = (r.l3 + q) >> 51;
        q = (r.l4 + q) >> 51;
        var m0 = r.l0 + 19 * q;
        var m1 = r.l1 + (m0 >> 51);
        var m2 = r.l2 + (m1 >> 51);
        var m3 = r.l3 + (m2 >> 51);
        var m4 = r.l4 + (m3 >> 51);
        m0 &= Mask51;
        m1 &= Mask51;
        m2 &= Mask51;
        m3 &= Mask51;
        m4 &= Mask51;
        BinaryPrimitives.WriteUInt64LittleEndian(destination, m0 | m1 << 51);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[8..], m1 >> 13 | m2 << 38);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[16..], m2 >> 26 | m3 << 25);
        BinaryPrimitives.WriteUInt64LittleEndian(destination[24..], m3 >> 39 | m4 << 12);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[32];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>The least significant bit of the canonical value: the "sign" of RFC 8032.</summary>
    public bool IsNegative
    {
        get
        {
            Span<byte> bytes = stackalloc byte[32];
            CopyTo(bytes);
            return (bytes[0] & 1) == 1;
        }
    }

    public bool IsZero
    {
        get
        {
            Span<byte> bytes = stackalloc byte[32];
            CopyTo(bytes);
            byte any = 0;
            foreach (var b in bytes) any |= b;
            return any == 0;
        }
    }

    /// <summary><paramref name="b"/> where <paramref name="choice"/> is 1, <paramref name="a"/> where it is 0, without a branch.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static FieldElement Select(in FieldElement a, in FieldElement b, ulong choice)
    {
        var mask = 0UL - choice;
        return new(
            a.l0 ^ mask & (a.l0 ^ b.l0),
            a.l1 ^ mask & (a.l1 ^ b.l1),
            a.l2 ^ mask & (a.l2 ^ b.l2),
            a.l3 ^ mask & (a.l3 ^ b.l3),
            a.l4 ^ mask & (a.l4 ^ b.l4));
    }

    public bool Equals(FieldElement other) => (this - other).IsZero;

    public override bool Equals(object? obj) => obj is FieldElement other && Equals(other);

    public override int GetHashCode() => BinaryPrimitives.ReadInt32LittleEndian(ToBytes());

    public static bool operator ==(FieldElement a, FieldElement b) => a.Equals(b);

    public static bool operator !=(FieldElement a, FieldElement b) => !a.Equals(b);
}
