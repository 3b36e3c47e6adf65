using System.Security.Cryptography;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ed25519.Tests;

public sealed class SignatureTests
{
    [Fact]
    public void What_is_signed_verifies_and_nothing_else_does() => Prop.ForAll<int, byte[]>((seed, message) =>
    {
        var key = Sampling.Key(seed);
        var other = Sampling.Key(seed + 1).PublicKey;
        var signature = key.Sign(message);
        return key.PublicKey.Verify(message, signature) && !other.Verify(message, signature) && !key.PublicKey.Verify([.. message, 1], signature);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Malformed_signatures_are_refused()
    {
        var key = Sampling.Key(1);
        var signature = key.Sign("text"u8);
        Assert.False(key.PublicKey.Verify("text"u8, signature.AsSpan(0, 63)));
        Assert.False(key.PublicKey.Verify("text"u8, [.. signature, 0]));
        Assert.False(key.PublicKey.Verify("text"u8, []));
        // S + L: the same residue, another text; accepting it would make signatures malleable.
        var s = new System.Numerics.BigInteger(signature.AsSpan(32), isUnsigned: true) + Scalar.Order;
        var malleated = signature.ToArray();
        s.TryWriteBytes(malleated.AsSpan(32), out _, isUnsigned: true);
        Assert.False(key.PublicKey.Verify("text"u8, malleated));
    }

    [Fact]
    public void Keys_of_small_order_and_non_canonical_keys_are_refused()
    {
        Assert.All(Sampling.SmallOrder, p => Assert.False(PublicKey.TryDecode(p.ToBytes(), out _)));
        Assert.False(PublicKey.TryDecode(new byte[31], out _));
        var nonCanonical = Enumerable.Repeat((byte)0xff, 32).ToArray();
        Assert.False(PublicKey.TryDecode(nonCanonical, out _));
    }

    [Fact]
    public void A_signature_whose_R_has_a_part_of_small_order_is_refused_alone_and_in_a_batch()
    {
        foreach (var torsion in Sampling.SmallOrder.Where(t => !t.IsIdentity))
        {
            var (key, message, signature) = WithTorsionInR(torsion);
            Assert.False(key.Verify(message, signature));
            Assert.False(BatchVerification.VerifyAll([new(key, message, signature), new(key, message, signature)]));
        }
    }

    [Fact]
    public void Batch_and_single_verification_agree_for_keys_with_a_part_of_small_order()
    {
        var accepted = 0;
        for (var i = 0; i < 64; i++)
        {
            // A' = A + T: [S]B - [k]A' = R - [k]T, which is R exactly when the order of T divides k.
            var secret = Sampling.Scalar(i, "secret");
            Assert.True(PublicKey.TryDecode((Point.MultiplyBase(secret) + Sampling.SmallOrder[4]).ToBytes(), out var key));
            var nonce = Sampling.Scalar(i, "nonce");
            var message = new byte[] { (byte)i };
            var r = Point.MultiplyBase(nonce).ToBytes();
            var k = Scalar.Reduce(SHA512.HashData([.. r, .. key.Bytes, .. message]));
            byte[] signature = [.. r, .. (nonce + k * secret).ToBytes()];
            var single = key.Verify(message, signature);
            Assert.Equal(single, BatchVerification.VerifyAll([new(key, message, signature)]));
            accepted += single ? 1 : 0;
        }
        Assert.InRange(accepted, 1, 63);
    }

    private static (PublicKey Key, byte[] Message, byte[] Signature) WithTorsionInR(Point torsion)
    {
        var secret = Sampling.Scalar(7, "secret");
        Assert.True(PublicKey.TryDecode(Point.MultiplyBase(secret).ToBytes(), out var key));
        var nonce = Sampling.Scalar(7, "nonce");
        var message = "mixed order"u8.ToArray();
        var r = (Point.MultiplyBase(nonce) + torsion).ToBytes();
        var k = Scalar.Reduce(SHA512.HashData([.. r, .. key.Bytes, .. message]));
        return (key, message, [.. r, .. (nonce + k * secret).ToBytes()]);
    }

    [Fact]
    public void A_batch_holds_exactly_when_each_of_its_signatures_does()
    {
        foreach (var count in new[] { 0, 1, 2, 64, 250 })
        {
            var batch = Enumerable.Range(0, count).Select(i => Signed(i % 9, [(byte)i])).ToArray();
            Assert.True(BatchVerification.VerifyAll(batch));
            foreach (var at in new[] { 0, count / 2, count - 1 }.Where(i => i >= 0 && i < count))
            {
                var spoiled = batch.ToArray();
                spoiled[at] = spoiled[at] with { Message = new byte[] { 1, 2, 3 } };
                Assert.False(BatchVerification.VerifyAll(spoiled));
                spoiled[at] = batch[at] with { Key = Sampling.Key(77).PublicKey };
                Assert.False(BatchVerification.VerifyAll(spoiled));
            }
        }

        // Two wrong signatures whose errors cancel in a plain sum.
        var (first, second) = (Signed(1, [1]), Signed(1, [2]));
        Assert.False(BatchVerification.VerifyAll([Shift(first, Scalar.One), Shift(second, -Scalar.One)]));
    }

    private static SignedMessage Signed(int key, byte[] message) => new(Sampling.Key(key).PublicKey, message, Sampling.Key(key).Sign(message));

    private static SignedMessage Shift(SignedMessage one, Scalar by)
    {
        Assert.True(Scalar.TryDecode(one.Signature.Span[32..], out var s));
        return one with { Signature = (byte[])[.. one.Signature.Span[..32], .. (s + by).ToBytes()] };
    }
}
