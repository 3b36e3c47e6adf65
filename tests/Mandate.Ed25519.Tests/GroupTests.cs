using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ed25519.Tests;

public sealed class GroupTests
{
    [Fact]
    public void The_points_are_an_abelian_group() => Prop.ForAll<int, int, int>((i, j, k) =>
    {
        var (p, q, r) = (Sampling.Any(i), Sampling.Any(j), Sampling.Any(k));
        return p + q == q + p && p + q + r == p + (q + r) && p + Point.Identity == p && (p - p).IsIdentity && p + p == p.Double() && (p + -p).IsIdentity;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void All_ways_to_multiply_agree() => Prop.ForAll<int, int>((i, j) =>
    {
        var (a, b) = (Sampling.Scalar(i, "a"), Sampling.Scalar(j, "b"));
        var p = Sampling.Any(i);
        var byBase = Point.MultiplyBase(a);
        return byBase == Point.Base.Multiply(a) && byBase == Point.Base.MultiplyVariableTime(a)
            && p.Multiply(a) == p.MultiplyVariableTime(a)
            // Outside the prime-order group scalars count modulo 8L: where a + b wraps round, L*p makes the difference.
            && p.Multiply(a) + p.Multiply(b) == p.Multiply(a + b) + (a.ToBigInteger() + b.ToBigInteger() < Scalar.Order ? Point.Identity : OrderTimes(p))
            && Point.DoubleProductVariableTime(a, p, b) == p.Multiply(a) + Point.MultiplyBase(b);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Prepared_points_multiply_as_the_points_themselves()
    {
        for (var i = 0; i < 20; i++)
        {
            var (p, q, a, b) = (Sampling.Any(i), Sampling.Any(i + 100), Sampling.Scalar(i, "a"), Sampling.Scalar(i, "b"));
            var prepared = new FixedBase(q);
            Assert.Equal(q.Multiply(b), prepared.Multiply(b));
            Assert.Equal(p.Multiply(a) + q.Multiply(b), Point.DoubleProductVariableTime(a, new PointMultiples(p), b, prepared));
            var (r, c) = (Sampling.Any(i + 200), i % 4 == 0 ? Scalar.Zero : Sampling.Scalar(i, "c"));
            foreach (var first in new[] { a, Scalar.Zero, Scalar.One, -Scalar.One })
                Assert.Equal(p.Multiply(first) + q.Multiply(b) + r.Multiply(c), Point.ProductSumVariableTime(first, new PointMultiples(p), b, prepared, c, new FixedBase(r)));
        }
    }

    private static Point OrderTimes(Point p) => p.Multiply(-Scalar.One) + p;

    [Fact]
    public void Multiples_by_edge_scalars_are_right()
    {
        foreach (var p in new[] { Point.Base, Sampling.Any(3), Point.Identity, Sampling.SmallOrder[1] })
        {
            Assert.True(p.Multiply(Scalar.Zero).IsIdentity);
            Assert.Equal(p, p.Multiply(Scalar.One));
            Assert.Equal(p + p + p, p.Multiply(Scalar.FromUInt64(3)));
            Assert.Equal(p.MultiplyByCofactor(), p.MultiplyVariableTime(Scalar.FromUInt64(8)));
        }
        Assert.Equal(-Point.Base, Point.MultiplyBase(-Scalar.One));
        Assert.True(Point.MultiplyBase(Scalar.Zero).IsIdentity);
        Assert.True(Point.DoubleProductVariableTime(Scalar.Zero, Point.Base, Scalar.Zero).IsIdentity);
    }

    [Fact]
    public void A_sum_of_products_is_the_sum_of_the_products_at_every_length()
    {
        foreach (var count in new[] { 0, 1, 2, 3, 17, 189, 190, 191, 300, 1100 })
        {
            var scalars = Enumerable.Range(0, count).Select(i => i % 11 == 0 ? Scalar.FromUInt64((ulong)i) : Sampling.Scalar(i, "sum")).ToArray();
            var points = Enumerable.Range(0, count).Select(i => i % 13 == 5 ? Point.Identity : Sampling.Member(i, "sum point")).ToArray();
            var expected = Point.Identity;
            for (var i = 0; i < count; i++) expected += points[i].Multiply(scalars[i]);
            Assert.Equal(expected, Point.SumOfProductsVariableTime(scalars, points));
        }
        Assert.Throws<ArgumentException>(() => Point.SumOfProductsVariableTime([Scalar.One], []));
    }

    [Fact]
    public void Encoding_and_decoding_are_inverse_alone_and_together()
    {
        var points = Enumerable.Range(0, 40).Select(Sampling.Any).Concat(Sampling.SmallOrder).ToArray();
        var together = Point.ToBytes(points);
        for (var i = 0; i < points.Length; i++)
        {
            var bytes = points[i].ToBytes();
            Assert.Equal(bytes, together[(32 * i)..(32 * i + 32)]);
            Assert.True(Point.TryDecode(bytes, out var back));
            Assert.Equal(points[i], back);
            Assert.True(Point.TryFromBigInteger(points[i].ToBigInteger(), out back));
            Assert.Equal(points[i], back);
        }
    }

    [Fact]
    public void Encodings_that_are_not_the_one_of_a_point_are_refused()
    {
        var p = (BigInteger.One << 255) - 19;
        // y from p to 2^255 - 1, with either sign; many of them would name a point modulo p.
        for (var i = 0; i < 19; i++)
        {
            Assert.False(Point.TryFromBigInteger(p + i, out _));
            Assert.False(Point.TryFromBigInteger(p + i + (BigInteger.One << 255), out _));
        }
        // x = 0 with its sign set: y = 1 and y = -1.
        Assert.False(Point.TryFromBigInteger(1 + (BigInteger.One << 255), out _));
        Assert.False(Point.TryFromBigInteger(p - 1 + (BigInteger.One << 255), out _));
        Assert.True(Point.TryFromBigInteger(1, out var one) && one.IsIdentity);
        Assert.True(Point.TryFromBigInteger(p - 1, out var two) && two.Double().IsIdentity);
        // y = 2 is on no point: (y^2 - 1)/(d y^2 + 1) is no square.
        Assert.False(Point.TryFromBigInteger(2, out _));
        Assert.False(Point.TryFromBigInteger(-1, out _));
        Assert.False(Point.TryFromBigInteger(BigInteger.One << 256, out _));
        Assert.False(Point.TryDecode(new byte[33], out _));
    }

    [Fact]
    public void Membership_in_the_prime_order_group_is_what_multiplying_by_the_order_says() => Prop.ForAll<int>(seed =>
    {
        var any = Sampling.Any(seed);
        var member = Sampling.Member(seed);
        return new[] { any, any.Double(), any.Double().Double(), any.MultiplyByCofactor(), member }
            .Concat(Sampling.SmallOrder.Select(t => member + t))
            .All(p => p.IsInPrimeOrderGroup == (p.MultiplyVariableTime(-Scalar.One) + p).IsIdentity);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_the_identity_among_the_points_of_small_order_is_a_member()
    {
        Assert.Equal(8, Sampling.SmallOrder.Select(p => p.ToBigInteger()).Distinct().Count());
        Assert.All(Sampling.SmallOrder, p => Assert.True(p.IsSmallOrder));
        Assert.All(Sampling.SmallOrder, p => Assert.Equal(p.IsIdentity, p.IsInPrimeOrderGroup));
        Assert.False(Point.Base.IsSmallOrder);
    }
}
