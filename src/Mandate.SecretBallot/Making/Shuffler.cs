using System.Numerics;
using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Making;

/// <summary>Permutes and re-encrypts rankings and proves it (specification 3.1, section 6).</summary>
public static class Shuffler
{
    /// <param name="input">The rankings, one list per ranking question, as the shuffle before left them.</param>
    public static Shuffle Shuffle(Election election, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Randomness random)
    {
        var key = ((CurveElement)election.Group.Prepare(election.PublicKey)).Prepared!;
        var outputs = new List<IReadOnlyList<Ciphertext>>();
        var proofs = new List<ShuffleProof>();
        foreach (var list in input)
        {
            var permutation = random.NextPermutation(list.Count);
            var rho = Draw(random, list.Count);
            Ciphertext[] output = [.. permutation.Select((j, i) => new Ciphertext(
                new CurveElement(Prover.At(list[j].Alpha) + Point.MultiplyBase(rho[i])), new CurveElement(Prover.At(list[j].Beta) + key.Multiply(rho[i]))))];
            outputs.Add(output);
            proofs.Add(Prove(election, key, list, output, permutation, rho, random));
        }
        return new(outputs, proofs);
    }

    private static ShuffleProof Prove(Election election, FixedBase key, IReadOnlyList<Ciphertext> input, Ciphertext[] output, int[] permutation, Scalar[] rho, Randomness random)
    {
        var n = input.Count;
        var r = Draw(random, n);
        var commitment = new Element[n];
        for (var i = 0; i < n; i++) commitment[permutation[i]] = new CurveElement(Point.MultiplyBase(r[permutation[i]]) + Prover.At(election.Group.IndependentGenerator(i)));
        var statement = new ShuffleStatement(election, input, output, commitment);
        var u = Array.ConvertAll(statement.Challenges, c => Scalar.FromBigInteger(c));
        var permuted = Array.ConvertAll(permutation, j => u[j]);

        var (rHat, omegaHat, omegaPrime, omega) = (Draw(random, n), Draw(random, n), Draw(random, n), Draw(random, 4));
        var chain = new Element[n];
        var chainCommitments = new Element[n];
        var previous = Prover.At(statement.H);
        for (var i = 0; i < n; i++)
        {
            chainCommitments[i] = new CurveElement(Point.MultiplyBase(omegaHat[i]) + previous.Multiply(omegaPrime[i]));
            previous = Point.MultiplyBase(rHat[i]) + previous.Multiply(permuted[i]);
            chain[i] = new CurveElement(previous);
        }
        Element[] commitments =
        [
            new CurveElement(Point.MultiplyBase(omega[0])),
            new CurveElement(Point.MultiplyBase(omega[1])),
            new CurveElement(Point.MultiplyBase(omega[2]) + Sum(statement.Generators, omegaPrime)),
            new CurveElement(Sum(output.Select(c => c.Beta), omegaPrime) - key.Multiply(omega[3])),
            new CurveElement(Sum(output.Select(c => c.Alpha), omegaPrime) - Point.MultiplyBase(omega[3])),
        ];
        var challenge = Scalar.FromBigInteger(statement.Challenge(commitments, chainCommitments, chain));
        BigInteger[] responses =
        [
            Respond(omega[0], Add(r), challenge),
            Respond(omega[1], Inner(rHat, Tails(permuted)), challenge),
            Respond(omega[2], Inner(r, u), challenge),
            Respond(omega[3], Inner(rho, permuted), challenge),
        ];
        return new(commitments, chainCommitments, responses, [.. omegaHat.Select((w, i) => Respond(w, rHat[i], challenge))],
            [.. omegaPrime.Select((w, i) => Respond(w, permuted[i], challenge))], commitment, chain);
    }

    private static BigInteger Respond(in Scalar omega, in Scalar secret, in Scalar challenge) => (omega + challenge * secret).ToBigInteger();

    /// <summary>v: the product of all later challenges, one at the end.</summary>
    private static Scalar[] Tails(Scalar[] challenges)
    {
        var tails = new Scalar[challenges.Length];
        var product = Scalar.One;
        for (var i = tails.Length - 1; i >= 0; i--)
        {
            tails[i] = product;
            product *= challenges[i];
        }
        return tails;
    }

    private static Point Sum(IEnumerable<Element> elements, Scalar[] exponents) => elements.Select((e, i) => Prover.At(e).Multiply(exponents[i])).Aggregate(Point.Identity, (a, b) => a + b);

    private static Scalar Add(Scalar[] list) => list.Aggregate(Scalar.Zero, (a, b) => a + b);

    private static Scalar Inner(Scalar[] a, Scalar[] b) => Add([.. a.Zip(b, (x, y) => x * y)]);

    private static Scalar[] Draw(Randomness random, int n) => [.. Enumerable.Range(0, n).Select(_ => random.NextScalar())];
}
