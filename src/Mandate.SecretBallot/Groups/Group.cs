using System.Numerics;
using System.Text;

namespace Mandate.SecretBallot.Groups;

/// <summary>
/// A group of prime order as the protocol uses it (specification 3.1, section 5), for checking: everything here is variable time and
/// for public values.
/// </summary>
public abstract class Group
{
    /// <summary>g^-m for small m, as they are met; racing threads compute the same value.</summary>
    private readonly Element?[] inverses = new Element?[64];

    public abstract string Name { get; }

    /// <summary>The prime order q.</summary>
    public abstract BigInteger Order { get; }

    public abstract Element Generator { get; }

    public abstract Element Identity { get; }

    /// <summary>The element of that text; null with the reason for anything but the one canonical text of a member.</summary>
    public abstract Element? Parse(string text, out string reason);

    public abstract Element Multiply(Element a, Element b);

    public abstract Element Invert(Element a);

    public abstract Element Power(Element a, BigInteger exponent);

    /// <summary>a^r * x^c, the shape of almost every check.</summary>
    public abstract Element DoublePower(Element a, BigInteger r, Element x, BigInteger c);

    /// <summary>a^r * (x g^-m)^c, for an x that stands in several such products: the branches of a disjunction.</summary>
    public virtual Element BranchPower(Element a, BigInteger r, Element x, int m, BigInteger c) =>
        DoublePower(a, r, m == 0 ? x : Multiply(x, InverseOfGenerator(m)), c);

    public abstract Element PowerProduct(IReadOnlyList<Element> elements, IReadOnlyList<BigInteger> exponents);

    /// <summary>An element that is raised often: a key, a generator.</summary>
    public abstract Element Prepare(Element a);

    /// <summary>Computes the texts of many elements at once, where that is cheaper.</summary>
    public abstract void FillTexts(IReadOnlyList<Element> elements);

    /// <summary>The order in which ciphertexts of rankings are sorted before the first shuffle.</summary>
    public abstract int Compare(Element a, Element b);

    /// <summary>The order of version 2: by the coordinates as numbers.</summary>
    public virtual int CompareCoordinates(Element a, Element b) => Compare(a, b);

    /// <summary>Generator i of the independent ones that shuffle proofs use; -1 is the first (specification 5).</summary>
    public abstract Element IndependentGenerator(int i);

    /// <summary>Whether rankings can be put into an element.</summary>
    public abstract bool HasEmbedding { get; }

    /// <summary>The vector of <paramref name="length"/> numbers below 256 that an element carries.</summary>
    public abstract int[] Extract(Element element, int length);

    public Element Divide(Element a, Element b) => Multiply(a, Invert(b));

    /// <summary>g^-m.</summary>
    public Element InverseOfGenerator(int m) => m < inverses.Length ? inverses[m] ??= Power(Generator, -m) : Power(Generator, -m);

    public Element Product(IEnumerable<Element> elements) => elements.Aggregate(Identity, Multiply);

    public BigInteger Modulo(BigInteger value)
    {
        var rest = value % Order;
        return rest.Sign < 0 ? rest + Order : rest;
    }

    /// <summary>H(prefix; elements): SHA-256 of the prefix and the elements joined by commas, modulo q (specification 4.2).</summary>
    public BigInteger Challenge(string prefix, IReadOnlyList<Element> elements)
    {
        FillTexts(elements);
        var text = new StringBuilder(prefix);
        for (var i = 0; i < elements.Count; i++) text.Append(i == 0 ? "" : ",").Append(elements[i].Text);
        return Modulo(Digests.Number(text.ToString()));
    }

    /// <summary>The group of that name; null for a name that version 1 does not know.</summary>
    public static Group? Named(string name) => name switch
    {
        CurveGroup.GroupName => CurveGroup.Instance,
        "RFC-3526-2048" => FieldGroup.Rfc3526,
        "BELENIOS-2048" => FieldGroup.Belenios2048,
        _ => null,
    };
}
