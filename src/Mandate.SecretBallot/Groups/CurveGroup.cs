using System.Numerics;
using Mandate.Ed25519;

namespace Mandate.SecretBallot.Groups;

/// <summary>The group "Ed25519" of specification 3.1, section 5.2.1; the only one in which elections are made here.</summary>
public sealed class CurveGroup : Group
{
    public const string GroupName = "Ed25519";

    /// <summary>Bits below the vector in an embedding, left free to find a point.</summary>
    private const int Padding = 14;

    private readonly CurveElement generator = new(FixedBase.Generator, new CurveElement(Point.Base).Text);
    private readonly CurveElement identity = new(Point.Identity);

    private CurveGroup()
    {
    }

    public static CurveGroup Instance { get; } = new();

    public override string Name => GroupName;

    public override BigInteger Order => Scalar.Order;

    public override Element Generator => generator;

    public override Element Identity => identity;

    public override bool HasEmbedding => true;

    public override Element? Parse(string text, out string reason)
    {
        Span<byte> bytes = stackalloc byte[32];
        reason = "a point is 64 lower-case hex digits";
        if (text.Length != 64 || text.AsSpan().ContainsAnyExcept(Characters.LowerHex)) return null;
        Convert.FromHexString(text, bytes, out _, out _);
        bytes.Reverse();
        reason = "no point of the curve has this text, or it is not the canonical text of one";
        if (!Point.TryDecode(bytes, out var point)) return null;
        reason = "the point is not in the group of prime order";
        return point.IsInPrimeOrderGroup ? new CurveElement(point, text) : null;
    }

    public override Element Multiply(Element a, Element b) => new CurveElement(At(a).Point + At(b).Point);

    public override Element Invert(Element a) => new CurveElement(-At(a).Point);

    public override Element Power(Element a, BigInteger exponent) => DoublePower(generator, BigInteger.Zero, a, exponent);

    public override Element DoublePower(Element a, BigInteger r, Element x, BigInteger c)
    {
        var first = Scalar.FromBigInteger(Modulo(r));
        var second = Scalar.FromBigInteger(Modulo(c));
        if (At(a).Prepared is { } prepared) return new CurveElement(Point.DoubleProductVariableTime(second, At(x).Multiples, first, prepared));
        if (At(x).Prepared is { } other) return new CurveElement(Point.DoubleProductVariableTime(first, At(a).Multiples, second, other));
        return new CurveElement(Point.SumOfProductsVariableTime([first, second], [At(a).Point, At(x).Point]));
    }

    /// <summary>The generator's share is added apart, so that the multiples of x serve all branches.</summary>
    public override Element BranchPower(Element a, BigInteger r, Element x, int m, BigInteger c) => At(a).Prepared is { } prepared
        ? new CurveElement(Point.ProductSumVariableTime(Scalar.FromBigInteger(Modulo(c)), At(x).Multiples, Scalar.FromBigInteger(Modulo(r)), prepared, Scalar.FromBigInteger(Modulo(-m * c)), FixedBase.Generator))
        : base.BranchPower(a, r, x, m, c);

    public override Element PowerProduct(IReadOnlyList<Element> elements, IReadOnlyList<BigInteger> exponents)
    {
        var scalars = new Scalar[elements.Count];
        var points = new Point[elements.Count];
        for (var i = 0; i < points.Length; i++)
        {
            scalars[i] = Scalar.FromBigInteger(Modulo(exponents[i]));
            points[i] = At(elements[i]).Point;
        }
        return new CurveElement(points.Length == 0 ? Point.Identity : Point.SumOfProductsVariableTime(scalars, points));
    }

    public override Element Prepare(Element a) => At(a).Prepared is null ? new CurveElement(new FixedBase(At(a).Point), a.Text) : a;

    public override void FillTexts(IReadOnlyList<Element> elements)
    {
        var missing = elements.Select(At).Where(e => !e.HasText).ToArray();
        if (missing.Length == 0) return;
        var encoded = Point.ToBytes(Array.ConvertAll(missing, e => e.Point));
        for (var i = 0; i < missing.Length; i++) missing[i].SetText(encoded.AsSpan(32 * i, 32));
    }

    /// <summary>By the bytes of RFC 8032, as the existing archives have it; the specification does not say.</summary>
    public override int Compare(Element a, Element b) => At(a).Point.ToBytes().AsSpan().SequenceCompareTo(At(b).Point.ToBytes());

    public override int CompareCoordinates(Element a, Element b) => At(a).Point.ToCoordinates().AsSpan().SequenceCompareTo(At(b).Point.ToCoordinates());

    public override Element IndependentGenerator(int i)
    {
        for (var candidate = Digests.Number("ggen|" + Digests.Decimal(i)) >> 2; ; candidate++)
            if (Point.TryFromBigInteger(candidate, out var point)) return new CurveElement(point.MultiplyByCofactor());
    }

    public override int[] Extract(Element element, int length)
    {
        var number = At(element).Point.ToBigInteger() >> Padding;
        var vector = new int[length];
        for (var i = length - 1; i >= 0; i--, number >>= 8) vector[i] = (int)(number & 255);
        return vector;
    }

    /// <summary>The point that carries a vector of at most 30 numbers below 256 (specification 5.2.1).</summary>
    public static CurveElement Embed(IReadOnlyList<int> vector)
    {
        if (vector.Count > 30) throw new ArgumentOutOfRangeException(nameof(vector), vector.Count, "A ranking has at most 30 numbers.");
        var number = BigInteger.Zero;
        foreach (var v in vector)
        {
            if (v is < 0 or > 255) throw new ArgumentOutOfRangeException(nameof(vector), v, "Numbers of a ranking are 0 to 255.");
            number = (number << 8) + v;
        }
        for (var candidate = number << Padding; ; candidate++)
            if (Point.TryFromBigInteger(candidate, out var point) && point.IsInPrimeOrderGroup) return new(point);
    }

    private static CurveElement At(Element e) => (CurveElement)e;
}
