using System.Security.Cryptography;

namespace Mandate.Ed25519.Tests;

/// <summary>Points and scalars that follow from a number, so that a failing property can be repeated.</summary>
internal static class Sampling
{
    /// <summary>The eight points whose order divides 8: multiples of one of order 8.</summary>
    public static Point[] SmallOrder { get; } = MakeSmallOrder();

    public static byte[] Bytes(int seed, string purpose) => SHA512.HashData(System.Text.Encoding.UTF8.GetBytes($"{purpose} {seed}"));

    public static Scalar Scalar(int seed, string purpose = "scalar") => Ed25519.Scalar.Reduce(Bytes(seed, purpose));

    public static Point Member(int seed, string purpose = "point") => Point.MultiplyBase(Scalar(seed, purpose));

    /// <summary>A point of the whole curve, found by trying encodings.</summary>
    public static Point Any(int seed)
    {
        for (var i = 0; ; i++)
            if (Point.TryDecode(Bytes(seed, $"any {i}").AsSpan(0, 32), out var point)) return point;
    }

    public static PrivateKey Key(int seed) => PrivateKey.FromSeed(Bytes(seed, "key").AsSpan(0, 32));

    private static Point[] MakeSmallOrder()
    {
        // L times a point of the whole curve has an order that divides 8: take one of order 8.
        for (var seed = 0; ; seed++)
        {
            var any = Any(seed);
            var torsion = any.Multiply(-Ed25519.Scalar.One) + any;
            if (torsion.Double().Double().IsIdentity) continue;
            var all = new Point[8];
            all[0] = Point.Identity;
            for (var i = 1; i < 8; i++) all[i] = all[i - 1] + torsion;
            return all;
        }
    }
}
