using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mandate.Ledger;

/// <summary>The 32 bytes of a SHA-256 hash, as a value.</summary>
[StructLayout(LayoutKind.Sequential)]
public readonly struct Hash : IEquatable<Hash>
{
    /// <summary>Bytes in a hash.</summary>
    public const int Size = 32;

    private readonly ulong a, b, c, d;

    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public Hash(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length != Size) throw new ArgumentException($"a hash has 32 bytes, not {bytes.Length}", nameof(bytes));
        a = BinaryPrimitives.ReadUInt64BigEndian(bytes);
        b = BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]);
        c = BinaryPrimitives.ReadUInt64BigEndian(bytes[16..]);
        d = BinaryPrimitives.ReadUInt64BigEndian(bytes[24..]);
    }

    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], d);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        CopyTo(bytes);
        return bytes;
    }

    /// <summary>Standard base64 with padding, the form of every text format of the ledger.</summary>
    public override string ToString() => Convert.ToBase64String(ToBytes());

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string ToHex() => Convert.ToHexStringLower(ToBytes());

    /// <summary>Reads the base64 form; only the exact text that <see cref="ToString"/> writes is accepted.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out Hash hash)
    {
        hash = default;
        if (!Base64Text.TryDecode(text, out var bytes) || bytes.Length != Size) return false;
        hash = new(bytes);
        return true;
    }

    public bool Equals(Hash other) => a == other.a && b == other.b && c == other.c && d == other.d;

    public override bool Equals(object? obj) => obj is Hash other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(a, b);

    public static bool operator ==(Hash left, Hash right) => left.Equals(right);

    public static bool operator !=(Hash left, Hash right) => !left.Equals(right);
}
