using System.Numerics;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Proofs;

/// <summary>The verification equations of a shuffle proof (specification 3.1, section 6).</summary>
internal static class ShuffleChecks
{
    /// <summary>What does not hold; null where all does.</summary>
    public static string? Check(Election election, IReadOnlyList<Ciphertext> input, IReadOnlyList<Ciphertext> output, ShuffleProof proof)
    {
        var group = election.Group;
        var n = input.Count;
        var statement = new ShuffleStatement(election, input, output, proof.Permutation);
        var (h, generators, u) = (statement.H, statement.Generators, statement.Challenges);
        var minus = -statement.Challenge(proof.Commitments, proof.ChainCommitments, proof.Chain);
        var (t, s) = (proof.Commitments, proof.Responses);
        var permuted = proof.PermutationResponses;

        Element PowerProduct(IEnumerable<Element> bases, IEnumerable<BigInteger> exponents) => group.PowerProduct([.. bases], [.. exponents]);
        Element Minus(Element e) => group.Power(e, minus);

        var product = u.Aggregate(BigInteger.One, (a, b) => group.Modulo(a * b));
        var cBar = group.Divide(group.Product(proof.Permutation), group.Product(generators));
        if (!t[0].Equals(group.DoublePower(group.Generator, s[0], cBar, minus))) return "the equation of t1 (a permutation) does not hold";
        var cHat = group.Divide(n == 0 ? h : proof.Chain[n - 1], group.Power(h, product));
        if (!t[1].Equals(group.DoublePower(group.Generator, s[1], cHat, minus))) return "the equation of t2 (the chain's end) does not hold";
        var cTilde = PowerProduct(proof.Permutation, u);
        if (!t[2].Equals(PowerProduct([cTilde, group.Generator, .. generators], [minus, s[2], .. permuted]))) return "the equation of t3 (the permuted challenges) does not hold";
        var beta = Minus(PowerProduct(input.Select(c => c.Beta), u));
        if (!t[3].Equals(PowerProduct([beta, election.PublicKey, .. output.Select(c => c.Beta)], [BigInteger.One, -s[3], .. permuted]))) return "the equation of t41 (the ciphertexts) does not hold";
        var alpha = Minus(PowerProduct(input.Select(c => c.Alpha), u));
        if (!t[4].Equals(PowerProduct([alpha, group.Generator, .. output.Select(c => c.Alpha)], [BigInteger.One, -s[3], .. permuted]))) return "the equation of t42 (the ciphertexts) does not hold";
        for (var i = 0; i < n; i++)
        {
            var previous = i == 0 ? h : proof.Chain[i - 1];
            var expected = group.Multiply(group.DoublePower(group.Generator, proof.ChainResponses[i], proof.Chain[i], minus), group.Power(previous, permuted[i]));
            if (!proof.ChainCommitments[i].Equals(expected)) return $"the equation of link {Digests.Decimal(i)} of the chain does not hold";
        }
        return null;
    }
}
