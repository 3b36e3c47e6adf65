using System.Runtime.InteropServices;

namespace Mandate.Ed25519.Tests;

/// <summary>Agreement with libsodium, an independent implementation, where it is installed.</summary>
public sealed partial class SodiumTests
{
    /// <summary>Random cases: some thousands, or as many as MANDATE_ORACLE_CASES says (a million takes some ten minutes).</summary>
    private static int Cases => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_ORACLE_CASES"), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var asked) ? asked : 2000;

    public SodiumTests()
    {
        Assert.SkipUnless(NativeLibrary.TryLoad("libsodium.so.23", out _), "libsodium.so.23 is not installed");
    }

    [Fact]
    public void Keys_and_signatures_are_equal_and_verify_there()
    {
        for (var i = 0; i < 50; i++)
        {
            var seed = Sampling.Bytes(i, "sodium seed")[..32];
            var message = Sampling.Bytes(i, "message").AsSpan(0, i).ToArray();
            var publicKey = new byte[32];
            var secretKey = new byte[64];
            _ = crypto_sign_seed_keypair(publicKey, secretKey, seed);
            var signature = new byte[64];
            _ = crypto_sign_detached(signature, out _, message, (ulong)message.Length, secretKey);
            var ours = PrivateKey.FromSeed(seed);
            Assert.Equal(publicKey, ours.PublicKey.ToBytes());
            Assert.Equal(signature, ours.Sign(message));
            Assert.Equal(0, crypto_sign_verify_detached(ours.Sign(message), message, (ulong)message.Length, publicKey));
        }
    }

    [Fact]
    public void Points_are_valid_sums_and_multiples_as_there()
    {
        Parallel.For(0, Cases, i =>
        {
            var (p, q) = (Sampling.Member(i), Sampling.Member(i + 1000));
            var k = Sampling.Scalar(i);
            var sum = new byte[32];
            Assert.Equal(0, crypto_core_ed25519_add(sum, p.ToBytes(), q.ToBytes()));
            Assert.Equal(sum, (p + q).ToBytes());
            Assert.Equal(0, crypto_core_ed25519_sub(sum, p.ToBytes(), q.ToBytes()));
            Assert.Equal(sum, (p - q).ToBytes());
            Assert.Equal(0, crypto_scalarmult_ed25519_noclamp(sum, k.ToBytes(), p.ToBytes()));
            Assert.Equal(sum, p.Multiply(k).ToBytes());
            Assert.Equal(0, crypto_scalarmult_ed25519_base_noclamp(sum, k.ToBytes()));
            Assert.Equal(sum, Point.MultiplyBase(k).ToBytes());
            // What checks proofs: both points at once, in variable time.
            var other = Sampling.Scalar(i, "other");
            Assert.Equal(0, crypto_scalarmult_ed25519_base_noclamp(sum, other.ToBytes()));
            Assert.Equal(0, crypto_core_ed25519_add(sum, sum, p.Multiply(k).ToBytes()));
            Assert.Equal(sum, Point.DoubleProductVariableTime(k, p, other).ToBytes());
            Assert.Equal(sum, Point.SumOfProductsVariableTime([k, other], [p, Point.Base]).ToBytes());
            Assert.Equal(sum, Point.ProductSumVariableTime(k, new PointMultiples(p), other, FixedBase.Generator, Scalar.Zero, FixedBase.Generator).ToBytes());
        });
    }

    [Fact]
    public void Any_encoding_is_a_member_there_exactly_when_it_is_one_here()
    {
        var encodings = Enumerable.Range(0, 300).Select(i => Sampling.Bytes(i, "encoding")[..32])
            .Concat(Enumerable.Range(0, 50).Select(i => Sampling.Member(i).ToBytes()))
            .Concat(Enumerable.Range(0, 50).Select(i => (Sampling.Member(i) + Sampling.SmallOrder[i % 8]).ToBytes()))
            .Concat(Enumerable.Range(0, 30).Select(i => Sampling.Any(i).MultiplyByCofactor().ToBytes()))
            .Concat(Sampling.SmallOrder.Select(p => p.ToBytes()));
        var members = 0;
        foreach (var bytes in encodings)
        {
            // The one difference: libsodium does not count the identity.
            var ours = Point.TryDecode(bytes, out var point) && point.IsInPrimeOrderGroup && !point.IsIdentity;
            Assert.Equal(crypto_core_ed25519_is_valid_point(bytes) == 1, ours);
            members += ours ? 1 : 0;
        }
        Assert.InRange(members, 81, 250);
    }

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_sign_seed_keypair(byte[] pk, byte[] sk, byte[] seed);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_sign_detached(byte[] sig, out ulong siglen, byte[] m, ulong mlen, byte[] sk);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_sign_verify_detached(byte[] sig, byte[] m, ulong mlen, byte[] pk);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_core_ed25519_add(byte[] r, byte[] p, byte[] q);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_core_ed25519_sub(byte[] r, byte[] p, byte[] q);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_core_ed25519_is_valid_point(byte[] p);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_scalarmult_ed25519_noclamp(byte[] q, byte[] n, byte[] p);

    [LibraryImport("libsodium.so.23")]
    private static partial int crypto_scalarmult_ed25519_base_noclamp(byte[] q, byte[] n);
}
