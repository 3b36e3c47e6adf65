using System.Numerics;

namespace Mandate.Ed25519;

/// <summary>Points from numbers, and the text form that writes the most significant digit first.</summary>
public readonly partial struct Point
{
    /// <summary>The 256-bit number that the encoding is, little-endian, as an integer: y plus 2^255 where x is odd.</summary>
    public BigInteger ToBigInteger() => new(ToBytes(), isUnsigned: true);

    /// <summary>The point that a 256-bit number encodes, strictly as <see cref="TryDecode"/>; false for anything else.</summary>
    public static bool TryFromBigInteger(BigInteger value, out Point point)
    {
        point = Identity;
        if (value.Sign < 0 || value.GetByteCount(isUnsigned: true) > 32) return false;
        Span<byte> bytes = stackalloc byte[32];
        bytes.Clear();
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return TryDecode(bytes, out point);
    }
}
