using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Making;

/// <summary>A trustee's decryption key: of a trustee alone, or a member's share of a threshold key.</summary>
public sealed class TrusteeSecret
{
    private readonly Scalar x;

    internal TrusteeSecret(in Scalar x) => this.x = x;

    internal Scalar Value => x;

    public CurveElement PublicKey => new(Point.MultiplyBase(x));

    public static TrusteeSecret Generate(Randomness random) => new(random.NextScalar());

    /// <summary>The 32 bytes of the key, to be kept where nobody else reads them.</summary>
    public byte[] ToBytes() => x.ToBytes();

    /// <summary>A key from its 32 bytes; null where they are none.</summary>
    public static TrusteeSecret? FromBytes(ReadOnlySpan<byte> bytes) => Scalar.TryDecode(bytes, out var x) && !x.IsZero ? new(x) : null;

    /// <summary>The public half with proof of the secret (specification 3.1, section 4.5).</summary>
    public TrusteeKey ToKey(Randomness random, string? name = null)
    {
        var key = PublicKey;
        return new(Prover.Knowledge(random, $"pok|{CurveGroup.GroupName}|{key.Text}|", x), key, null, name);
    }

    /// <summary>The trustee's share of the decryption with its proofs (specification 3.1, section 4.20).</summary>
    /// <param name="tally">The encrypted tally, rankings as the last shuffle left them.</param>
    public PartialDecryption Decrypt(Election election, EncryptedTally tally, Randomness random)
    {
        var prefix = $"decrypt|{election.Fingerprint}|{PublicKey.Text}|";
        var factors = new List<Rows<Element>>();
        var proofs = new List<Rows<Proof>>();
        foreach (var question in tally.Questions)
        {
            var shares = question.Select(c => DecryptOne(prefix, Prover.At(c.Alpha), random));
            factors.Add(shares.Select(s => s.Factor));
            proofs.Add(shares.Select(s => s.Proof));
        }
        return new(factors, proofs);
    }

    private (Element Factor, Proof Proof) DecryptOne(string prefix, Point alpha, Randomness random)
    {
        var w = random.NextScalar();
        var challenge = CurveGroup.Instance.Challenge(prefix, [new CurveElement(Point.MultiplyBase(w)), new CurveElement(alpha.Multiply(w))]);
        return (new CurveElement(alpha.Multiply(x)), Prover.Respond(challenge, w, x));
    }
}
