using System.Globalization;
using System.Numerics;

namespace Mandate.SecretBallot.Groups;

/// <summary>
/// A subgroup of the integers modulo a prime (specification 3.1, section 5.1), for reading archives of others. Its arithmetic is not
/// constant time; no election is made in it here.
/// </summary>
public sealed class FieldGroup : Group
{
    private readonly BigInteger p, q;
    private readonly Number generator, identity = new(BigInteger.One);

    private FieldGroup(string name, BigInteger p, BigInteger q, BigInteger g, bool embedding)
    {
        (Name, this.p, this.q, generator, HasEmbedding) = (name, p, q, new(g), embedding);
    }

    /// <summary>Group 14 of RFC 3526, its squares.</summary>
    public static FieldGroup Rfc3526 { get; } = MakeRfc3526();

    /// <summary>A group of 2048 bits with an order of 256 bits (specification 5.1.1).</summary>
    public static FieldGroup Belenios2048 { get; } = new("BELENIOS-2048", Parse(FieldParameters.BeleniosModulus), Parse(FieldParameters.BeleniosOrder), Parse(FieldParameters.BeleniosGenerator), embedding: false);

    public override string Name { get; }

    public override BigInteger Order => q;

    public override Element Generator => generator;

    public override Element Identity => identity;

    public override bool HasEmbedding { get; }

    public override Element? Parse(string text, out string reason)
    {
        reason = $"an element is a decimal number from 1 to below the modulus of {Name}, without leading zeros";
        if (text.Length > 620 || Digests.ParseDecimal(text) is not { } value || value.IsZero || value >= p) return null;
        reason = "the number is not in the group of prime order";
        return BigInteger.ModPow(value, q, p).IsOne ? new Number(value) : null;
    }

    public override Element Multiply(Element a, Element b) => new Number(At(a) * At(b) % p);

    public override Element Invert(Element a) => new Number(BigInteger.ModPow(At(a), q - 1, p));

    public override Element Power(Element a, BigInteger exponent) => new Number(BigInteger.ModPow(At(a), Modulo(exponent), p));

    public override Element DoublePower(Element a, BigInteger r, Element x, BigInteger c) => Multiply(Power(a, r), Power(x, c));

    public override Element PowerProduct(IReadOnlyList<Element> elements, IReadOnlyList<BigInteger> exponents) =>
        Product(elements.Select((e, i) => Power(e, exponents[i])));

    public override Element Prepare(Element a) => a;

    public override void FillTexts(IReadOnlyList<Element> elements)
    {
    }

    public override int Compare(Element a, Element b) => At(a).CompareTo(At(b));

    public override Element IndependentGenerator(int i) => new Number(BigInteger.ModPow(Digests.Number("ggen|" + Digests.Decimal(i)), (p - 1) / q, p));

    public override int[] Extract(Element element, int length)
    {
        var number = At(element) >> 8;
        var vector = new int[length];
        for (var i = length - 1; i >= 0; i--, number >>= 8) vector[i] = (int)(number & 255);
        return vector;
    }

    private static FieldGroup MakeRfc3526()
    {
        var modulus = BigInteger.Parse("0" + FieldParameters.Rfc3526Modulus, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        return new("RFC-3526-2048", modulus, (modulus - 1) / 2, 2, embedding: true);
    }

    private static BigInteger Parse(string text) => BigInteger.Parse(text, CultureInfo.InvariantCulture);

    private static BigInteger At(Element e) => ((Number)e).Value;

    private sealed class Number(BigInteger value) : Element
    {
        private string? text;

        public BigInteger Value { get; } = value;

        public override string Text => text ??= Digests.Decimal(Value);

        public override bool Equals(Element? other) => other is Number n && n.Value == Value;
    }
}
