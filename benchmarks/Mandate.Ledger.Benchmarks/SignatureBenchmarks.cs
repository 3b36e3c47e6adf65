using BenchmarkDotNet.Attributes;
using Mandate.Ed25519;

namespace Mandate.Ledger.Benchmarks;

/// <summary>Ed25519 signatures of 200-byte messages and operations of the group, beside OpenSSL and libsodium.</summary>
public class SignatureBenchmarks
{
    private const int BatchSize = 512;

    private readonly PrivateKey key = PrivateKey.FromSeed(new byte[32]);
    private readonly byte[] message = new byte[200];
    private readonly SignedMessage[] oneKey = new SignedMessage[BatchSize];
    private readonly SignedMessage[] manyKeys = new SignedMessage[BatchSize];
    private readonly Scalar scalar = -Scalar.FromUInt64(7);
    private readonly Point point = Point.MultiplyBase(-Scalar.FromUInt64(123));
    private byte[] signature = [], encodedKey = [], encodedPoint = [], encodedScalar = [], result = new byte[32];
    private Scalar[] scalars = [];
    private Point[] points = [];
    private nint nativePublic, nativePrivate;

    [GlobalSetup]
    public void Setup()
    {
        signature = key.Sign(message);
        encodedKey = key.PublicKey.ToBytes();
        encodedPoint = point.ToBytes();
        encodedScalar = scalar.ToBytes();
        for (var i = 0; i < BatchSize; i++)
        {
            byte[] text = [.. message, (byte)i, (byte)(i >> 8)];
            var own = PrivateKey.FromSeed([(byte)i, (byte)(i >> 8), .. new byte[30]]);
            oneKey[i] = new(key.PublicKey, text, key.Sign(text));
            manyKeys[i] = new(own.PublicKey, text, own.Sign(text));
        }
        scalars = [.. Enumerable.Range(0, 4096).Select(i => Scalar.FromUInt64((ulong)i + 3).Invert())];
        points = [.. scalars.Select(s => Point.MultiplyBase(s))];
        if (Native.HasCrypto) (nativePublic, nativePrivate) = (Native.PublicKey(encodedKey), Native.PrivateKey(new byte[32]));
    }

    [Benchmark(Description = "verify: OpenSSL", Baseline = true)]
    public bool VerifyOpenSsl() => Native.HasCrypto ? Native.Verify(nativePublic, message, signature) : throw new NotSupportedException("libcrypto.so.3 is not installed");

    [Benchmark(Description = "verify: libsodium")]
    public bool VerifySodium() => Native.HasSodium ? Native.crypto_sign_verify_detached(signature, message, 200, encodedKey) == 0 : throw new NotSupportedException("libsodium.so.23 is not installed");

    [Benchmark(Description = "verify: ours")]
    public bool Verify() => key.PublicKey.Verify(message, signature);

    [Benchmark(Description = "verify: ours, batch of 512, one key", OperationsPerInvoke = BatchSize)]
    public bool VerifyBatchOneKey() => BatchVerification.VerifyAll(oneKey);

    [Benchmark(Description = "verify: ours, batch of 512, each its key", OperationsPerInvoke = BatchSize)]
    public bool VerifyBatchManyKeys() => BatchVerification.VerifyAll(manyKeys);

    [Benchmark(Description = "sign: OpenSSL")]
    public byte[] SignOpenSsl() => Native.Sign(nativePrivate, message);

    [Benchmark(Description = "sign: ours")]
    public byte[] Sign() => key.Sign(message);

    [Benchmark(Description = "k*P: libsodium (checks membership)")]
    public int MultiplySodium() => Native.crypto_scalarmult_ed25519_noclamp(result, encodedScalar, encodedPoint);

    [Benchmark(Description = "k*P: ours, constant time")]
    public Point Multiply() => point.Multiply(scalar);

    [Benchmark(Description = "k*P: ours, variable time")]
    public Point MultiplyVariableTime() => point.MultiplyVariableTime(scalar);

    [Benchmark(Description = "k*B: ours, constant time")]
    public Point MultiplyBase() => Point.MultiplyBase(scalar);

    [Benchmark(Description = "a*P + b*B: ours")]
    public Point DoubleProduct() => Point.DoubleProductVariableTime(scalar, point, scalar);

    [Benchmark(Description = "decode and membership: libsodium")]
    public int MembershipSodium() => Native.crypto_core_ed25519_is_valid_point(encodedPoint);

    [Benchmark(Description = "decode: ours")]
    public bool Decode() => Point.TryDecode(encodedPoint, out _);

    [Benchmark(Description = "membership: ours")]
    public bool Membership() => point.IsInPrimeOrderGroup;

    [Benchmark(Description = "sum of 4,096 products, per product", OperationsPerInvoke = 4096)]
    public Point SumOfProducts() => Point.SumOfProductsVariableTime(scalars, points);
}
