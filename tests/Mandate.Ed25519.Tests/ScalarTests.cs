using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ed25519.Tests;

/// <summary>Scalars against plain integers.</summary>
public sealed class ScalarTests
{
    private static readonly BigInteger L = Scalar.Order;

    [Fact]
    public void Arithmetic_agrees_with_integers_modulo_the_order() => Prop.ForAll<int, int>((i, j) =>
    {
        var (x, y) = (Sample(i), Sample(j));
        var (a, b) = (x.ToBigInteger(), y.ToBigInteger());
        return (x + y).ToBigInteger() == (a + b) % L && (x - y).ToBigInteger() == (a - b + L) % L && (x * y).ToBigInteger() == a * b % L
            && (-x).ToBigInteger() == (L - a) % L && x.Invert().ToBigInteger() == BigInteger.ModPow(a, L - 2, L) && Scalar.FromBigInteger(a - L) == x;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Long_numbers_are_reduced() => Prop.ForAll<int>(seed =>
    {
        var bytes = Sampling.Bytes(seed, "wide");
        var length = (int)((uint)seed % 65);
        return Scalar.Reduce(bytes.AsSpan(0, length)).ToBigInteger() == new BigInteger(bytes.AsSpan(0, length), isUnsigned: true) % L;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_largest_number_is_reduced()
    {
        var ones = Enumerable.Repeat((byte)0xff, 64).ToArray();
        Assert.Equal(new BigInteger(ones, isUnsigned: true) % L, Scalar.Reduce(ones).ToBigInteger());
        Assert.Throws<ArgumentException>(() => Scalar.Reduce(new byte[65]));
    }

    [Fact]
    public void Only_values_below_the_order_are_decoded()
    {
        Assert.True(Decode(L - 1));
        Assert.False(Decode(L));
        Assert.False(Decode(L + 1));
        Assert.False(Decode((BigInteger.One << 256) - 1));
        Assert.False(Scalar.TryDecode(new byte[31], out _));

        static bool Decode(BigInteger value)
        {
            var bytes = new byte[32];
            value.TryWriteBytes(bytes, out _, isUnsigned: true);
            return Scalar.TryDecode(bytes, out var scalar) && scalar.ToBytes().AsSpan().SequenceEqual(bytes);
        }
    }

    private static Scalar Sample(int seed) => (seed % 5) switch
    {
        0 => Scalar.FromUInt64((ulong)Math.Abs((long)seed)),
        1 => -Scalar.FromUInt64((ulong)Math.Abs((long)seed)),
        _ => Sampling.Scalar(seed),
    };
}
