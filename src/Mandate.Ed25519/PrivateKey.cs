using System.Security.Cryptography;

namespace Mandate.Ed25519;

/// <summary>A signing key (RFC 8032, 5.1.5): the 32 bytes of the seed and what is derived from them. Signing is constant time.</summary>
public sealed class PrivateKey
{
    private readonly Scalar scalar;
    private readonly byte[] prefix;

    private PrivateKey(Scalar scalar, byte[] prefix)
    {
        this.scalar = scalar;
        this.prefix = prefix;
        PublicKey = PublicKey.FromPoint(Point.MultiplyBase(scalar));
    }

    public PublicKey PublicKey { get; }

    /// <summary>The key that a seed of 32 random bytes makes.</summary>
    /// <exception cref="ArgumentException">Not 32 bytes.</exception>
    public static PrivateKey FromSeed(ReadOnlySpan<byte> seed)
    {
        if (seed.Length != 32) throw new ArgumentException($"an Ed25519 seed has 32 bytes, not {seed.Length}", nameof(seed));
        Span<byte> expanded = stackalloc byte[64];
        SHA512.HashData(seed, expanded);
        expanded[0] &= 248;
        expanded[31] = (byte)(expanded[31] & 63 | 64);
        // The clamped number is taken modulo L: multiples of the base point do not tell the difference.
        var key = new PrivateKey(Scalar.Reduce(expanded[..32]), expanded[32..].ToArray());
        CryptographicOperations.ZeroMemory(expanded);
        return key;
    }

    /// <summary>The 64-byte signature R || S; the same message always gives the same one.</summary>
    public byte[] Sign(ReadOnlySpan<byte> message)
    {
        Span<byte> digest = stackalloc byte[64];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        hash.AppendData(prefix);
        hash.AppendData(message);
        hash.GetHashAndReset(digest);
        var r = Scalar.Reduce(digest);
        CryptographicOperations.ZeroMemory(digest);
        var signature = new byte[64];
        Point.MultiplyBase(r).CopyTo(signature);
        var k = PublicKey.Challenge(signature.AsSpan(0, 32), message);
        (r + k * scalar).CopyTo(signature.AsSpan(32));
        return signature;
    }
}
