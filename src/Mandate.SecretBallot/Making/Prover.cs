using System.Numerics;
using Mandate.Ed25519;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Making;

/// <summary>A ciphertext with the randomness that made it.</summary>
internal sealed record Opened(Ciphertext Ciphertext, Scalar R);

/// <summary>Makes proofs. Every operation on a secret is constant time; each branch of a disjunction does the same work.</summary>
internal sealed class Prover(Randomness random, FixedBase key)
{
    private static readonly CurveGroup Curve = CurveGroup.Instance;

    public Randomness Random => random;

    public FixedBase Key => key;

    /// <summary>Knowledge of <paramref name="secret"/>: c = H(prefix; g^w), r = w - secret c.</summary>
    public static Proof Knowledge(Randomness random, string prefix, in Scalar secret)
    {
        var w = random.NextScalar();
        var challenge = Curve.Challenge(prefix, [new CurveElement(Point.MultiplyBase(w))]);
        return Respond(challenge, w, secret);
    }

    public static Proof Respond(BigInteger challenge, in Scalar w, in Scalar secret) => new(challenge, (w - secret * Scalar.FromBigInteger(challenge)).ToBigInteger());

    /// <summary>(g^r, y^r g^message).</summary>
    public Opened Encrypt(bool message) => EncryptPoint(message ? Point.Base : Point.Identity);

    public Opened EncryptPoint(in Point message)
    {
        var r = random.NextScalar();
        return new(new(new CurveElement(Point.MultiplyBase(r)), new CurveElement(key.Multiply(r) + message)), r);
    }

    public static Opened Product(IEnumerable<Opened> parts)
    {
        var list = parts.ToList();
        return new(Ciphertext.Product(Curve, list.Select(p => p.Ciphertext)), list.Aggregate(Scalar.Zero, (sum, p) => sum + p.R));
    }

    /// <summary>That one of the branches (ciphertext, its message) is true: branch <paramref name="real"/>, whose randomness is <paramref name="r"/>.</summary>
    public Proof[] Disjunction(string prefix, IReadOnlyList<(Ciphertext Ciphertext, int Message)> branches, int real, in Scalar r)
    {
        var challenges = new Scalar[branches.Count];
        var responses = new Scalar[branches.Count];
        var commitments = new Element[2 * branches.Count];
        var sum = Scalar.Zero;
        for (var j = 0; j < branches.Count; j++)
        {
            // The real branch is simulated too, with the challenge zero: then its commitment is g^w, y^w.
            challenges[j] = j == real ? Scalar.Zero : random.NextScalar();
            responses[j] = random.NextScalar();
            sum += challenges[j];
            var (c, message) = branches[j];
            commitments[2 * j] = new CurveElement(Point.MultiplyBase(responses[j]) + At(c.Alpha).Multiply(challenges[j]));
            var beta = At(c.Beta) + At(Curve.InverseOfGenerator(message));
            commitments[2 * j + 1] = new CurveElement(key.Multiply(responses[j]) + beta.Multiply(challenges[j]));
        }
        challenges[real] = Scalar.FromBigInteger(Curve.Challenge(prefix, commitments)) - sum;
        responses[real] -= r * challenges[real];
        return [.. challenges.Zip(responses, (c, s) => new Proof(c.ToBigInteger(), s.ToBigInteger()))];
    }

    /// <summary>That the ciphertext holds a number from <paramref name="least"/> to <paramref name="most"/>; it holds <paramref name="message"/>.</summary>
    public Proof[] Interval(string statement, Opened c, int least, int most, int message)
    {
        var prefix = $"prove|{statement}|{c.Ciphertext.Alpha.Text},{c.Ciphertext.Beta.Text}|";
        return Disjunction(prefix, [.. Enumerable.Range(least, most - least + 1).Select(m => (c.Ciphertext, m))], message - least, c.R);
    }

    internal static Point At(Element e) => ((CurveElement)e).Point;
}
