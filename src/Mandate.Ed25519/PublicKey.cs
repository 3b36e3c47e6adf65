using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Mandate.Ed25519;

/// <summary>
/// A verification key. Decoding is strict and refuses points of small order, under which anybody can sign (decision 0030).
/// </summary>
public sealed class PublicKey : IEquatable<PublicKey>
{
    private readonly byte[] encoded;
    private readonly Point negated;

    private PublicKey(byte[] encoded, in Point point)
    {
        this.encoded = encoded;
        Point = point;
        negated = -point;
    }

    public Point Point { get; }

    public ReadOnlySpan<byte> Bytes => encoded;

    public byte[] ToBytes() => [.. encoded];

    internal static PublicKey FromPoint(in Point point) => new(point.ToBytes(), point);

    /// <summary>Reads 32 bytes; false for another length, a non-canonical encoding, no point of the curve, or small order.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> bytes, [NotNullWhen(true)] out PublicKey? key)
    {
        key = Point.TryDecode(bytes, out var point) && !point.IsSmallOrder ? new(bytes.ToArray(), point) : null;
        return key is not null;
    }

    /// <summary>
    /// RFC 8032, 5.1.7, without the cofactor, as Go and OpenSSL do: [S]B - [k]A must have exactly the bytes of R, and S be below L.
    /// Variable time: everything here is public.
    /// </summary>
    public bool Verify(ReadOnlySpan<byte> message, ReadOnlySpan<byte> signature)
    {
        if (signature.Length != 64 || !Scalar.TryDecode(signature[32..], out var s)) return false;
        var k = Challenge(signature[..32], message);
        Span<byte> r = stackalloc byte[32];
        Point.DoubleProductVariableTime(k, negated, s).CopyTo(r);
        return r.SequenceEqual(signature[..32]);
    }

    /// <summary>k = SHA-512(R || A || M) modulo L.</summary>
    internal Scalar Challenge(ReadOnlySpan<byte> r, ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[64];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(r);
        hash.AppendData(encoded);
        hash.AppendData(message);
        hash.GetHashAndReset(digest);
        return Scalar.Reduce(digest);
    }

    public bool Equals(PublicKey? other) => other is not null && encoded.AsSpan().SequenceEqual(other.encoded);

    public override bool Equals(object? obj) => Equals(obj as PublicKey);

    public override int GetHashCode() => HashCode.Combine(encoded[0], encoded[1], encoded[2], encoded[3]);

    public override string ToString() => Convert.ToHexStringLower(encoded);
}
