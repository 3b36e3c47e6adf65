using System.Numerics;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Proofs;

/// <summary>A non-interactive proof of the (challenge, response) kind; both below the group's order.</summary>
public readonly record struct Proof(BigInteger Challenge, BigInteger Response);

/// <summary>An ElGamal ciphertext: (g^r, y^r m).</summary>
public sealed record Ciphertext(Element Alpha, Element Beta)
{
    public static Ciphertext Neutral(Group group) => new(group.Identity, group.Identity);

    public static Ciphertext Product(Group group, IEnumerable<Ciphertext> ciphertexts) =>
        ciphertexts.Aggregate(Neutral(group), (a, b) => new(group.Multiply(a.Alpha, b.Alpha), group.Multiply(a.Beta, b.Beta)));
}
