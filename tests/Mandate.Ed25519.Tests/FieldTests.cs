using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ed25519.Tests;

/// <summary>The field against plain integers.</summary>
public sealed class FieldTests
{
    private static readonly BigInteger P = (BigInteger.One << 255) - 19;

    [Fact]
    public void Arithmetic_agrees_with_integers_modulo_p() => Prop.ForAll<int, int>((i, j) =>
    {
        var (a, b) = (Number(i), Number(j));
        var (x, y) = (Element(a), Element(b));
        return Value(x + y) == (a + b) % P && Value(x - y) == (a - b + P) % P && Value(x * y) == a * b % P && Value(x.Square()) == a * a % P
            && Value(-x) == (P - a) % P && Value(x.Invert()) == BigInteger.ModPow(a, P - 2, P) && Value((x - y) * (x + y) - x.Square() + y.Square()) == 0;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Arithmetic_agrees_at_the_edges()
    {
        BigInteger[] edges = [0, 1, 2, 18, 19, P - 1, P - 2, P - 19, (BigInteger.One << 51) - 1, BigInteger.One << 51, (BigInteger.One << 204) - 1, (BigInteger.One << 254) - 1, P / 2];
        foreach (var a in edges)
        {
            foreach (var b in edges)
            {
                var (x, y) = (Element(a), Element(b));
                Assert.Equal((a + b) % P, Value(x + y));
                Assert.Equal((a - b + P) % P, Value(x - y));
                Assert.Equal(a * b % P, Value(x * y));
                Assert.Equal(a == b, x == y);
            }
        }
    }

    [Fact]
    public void Sums_as_large_as_they_may_be_are_multiplied_without_overflow()
    {
        // A sum is not carried: eight of the largest canonical element have limbs just below 2^54, the most that any operation accepts.
        foreach (var a in new[] { P - 1, (BigInteger.One << 255) - 20, (BigInteger.One << 254) - 1, P - (BigInteger.One << 100), (BigInteger.One << 51) - 1 })
        {
            var x = Element(a);
            var sum = x + x + x + x + x + x + x + x;
            var value = 8 * a % P;
            Assert.Equal(value * value % P, Value(sum.Square()));
            Assert.Equal(value * value % P, Value(sum * sum));
            Assert.Equal(value * (P - 1) % P, Value(sum * Element(P - 1)));
            Assert.Equal(value * (P - 1) % P, Value(Element(P - 1) * sum));
            Assert.Equal(0, Value(sum - sum));
        }
    }

    [Fact]
    public void Values_from_p_to_two_to_the_255_are_reduced_when_written()
    {
        for (var i = 0; i < 19; i++) Assert.Equal(i, Value(Element(P + i)));
    }

    [Fact]
    public void A_square_root_of_a_ratio_is_found_exactly_where_there_is_one() => Prop.ForAll<int, int>((i, j) =>
    {
        var (a, b) = (Number(i), Number(j));
        if (b == 0) return true;
        var ratio = a * BigInteger.ModPow(b, P - 2, P) % P;
        var exists = ratio == 0 || BigInteger.ModPow(ratio, (P - 1) / 2, P) == 1;
        var found = FieldElement.TrySquareRootOfRatio(Element(a), Element(b), out var root);
        return found == exists && (!found || Value(root.Square()) == ratio);
    }).QuickCheckThrowOnFailure();

    private static BigInteger Number(int seed) => seed % 7 == 0 ? Math.Abs((long)seed) : new BigInteger(Sampling.Bytes(seed, "field"), isUnsigned: true) % P;

    private static FieldElement Element(BigInteger value)
    {
        var bytes = new byte[32];
        value.TryWriteBytes(bytes, out _, isUnsigned: true);
        return FieldElement.FromBytes(bytes);
    }

    private static BigInteger Value(FieldElement element) => new(element.ToBytes(), isUnsigned: true);
}
