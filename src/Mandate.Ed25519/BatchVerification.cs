using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Mandate.Ed25519;

/// <summary>A signature to be verified with others.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct SignedMessage(PublicKey Key, ReadOnlyMemory<byte> Message, ReadOnlyMemory<byte> Signature);

/// <summary>
/// Many signatures at once: one multi-scalar multiplication instead of one double multiplication each. It accepts exactly what
/// <see cref="PublicKey.Verify"/> accepts, but for a chance of 2^-128: points outside the prime-order group, where a combined
/// equation could hide what a single one shows, never enter it (decision 0030).
/// </summary>
public static class BatchVerification
{
    /// <summary>True when every signature holds. It does not say which one failed: verify those of a failed batch one by one.</summary>
    public static bool VerifyAll(ReadOnlySpan<SignedMessage> batch)
    {
        var scalars = new List<Scalar>(2 * batch.Length + 1);
        var points = new List<Point>(2 * batch.Length + 1);
        var ofKey = new Dictionary<PublicKey, int>();
        using var transcript = IncrementalHash.CreateHash(HashAlgorithmName.SHA512);
        var terms = new List<(Scalar K, Scalar S, Point R, PublicKey Key)>(batch.Length);
        var memberKeys = new Dictionary<PublicKey, bool>();
        foreach (var one in batch)
        {
            if (!memberKeys.TryGetValue(one.Key, out var isMember)) memberKeys.Add(one.Key, isMember = one.Key.Point.IsInPrimeOrderGroup);
            var signature = one.Signature.Span;
            if (!isMember)
            {
                if (!one.Key.Verify(one.Message.Span, signature)) return false;
                continue;
            }
            // SB - kA lies in the prime-order group, so an R outside it cannot be equal.
            if (signature.Length != 64 || !Scalar.TryDecode(signature[32..], out var s)
                || !Point.TryDecode(signature[..32], out var r) || !r.IsInPrimeOrderGroup) return false;
            var k = one.Key.Challenge(signature[..32], one.Message.Span);
            transcript.AppendData(k.ToBytes());
            transcript.AppendData(signature);
            transcript.AppendData(one.Key.Bytes);
            terms.Add((k, s, r, one.Key));
        }

        // The coefficients follow from everything they are applied to, so nobody can choose signatures to fit them.
        var seed = transcript.GetHashAndReset();
        var forBase = Scalar.Zero;
        for (var i = 0; i < terms.Count; i++)
        {
            var (k, s, r, key) = terms[i];
            var z = Coefficient(seed, i);
            forBase += z * s;
            scalars.Add(-z);
            points.Add(r);
            if (ofKey.TryGetValue(key, out var at))
            {
                scalars[at] -= z * k;
            }
            else
            {
                ofKey.Add(key, scalars.Count);
                scalars.Add(-(z * k));
                points.Add(key.Point);
            }
        }
        scalars.Add(forBase);
        points.Add(Point.Base);
        return Point.SumOfProductsVariableTime(CollectionsMarshal.AsSpan(scalars), CollectionsMarshal.AsSpan(points)).IsIdentity;
    }

    /// <summary>128 bits that follow from the seed and the place.</summary>
    private static Scalar Coefficient(ReadOnlySpan<byte> seed, int place)
    {
        Span<byte> input = stackalloc byte[68];
        seed.CopyTo(input);
        System.Buffers.Binary.BinaryPrimitives.WriteInt32LittleEndian(input[64..], place);
        Span<byte> digest = stackalloc byte[32];
        SHA256.HashData(input, digest);
        return Scalar.Reduce(digest[..16]);
    }
}
