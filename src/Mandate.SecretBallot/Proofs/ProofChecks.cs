using System.Numerics;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Proofs;

/// <summary>The verification equations of specification 3.1 that every stage uses.</summary>
internal static class ProofChecks
{
    /// <summary>Knowledge of the logarithm of x to the base g: c = H(prefix; g^r x^c).</summary>
    public static bool Knowledge(Group group, string prefix, Element x, Proof proof) =>
        group.Challenge(prefix, [group.DoublePower(group.Generator, proof.Response, x, proof.Challenge)]) == proof.Challenge;

    /// <summary>Of a trustee's key (4.5).</summary>
    public static bool KeyKnowledge(Group group, Element key, Proof proof) => Knowledge(group, $"pok|{group.Name}|{key.Text}|", key, proof);

    /// <summary>Signature of a message in the key ceremony (4.6).</summary>
    public static bool Message(Group group, Element key, string message, Proof proof) => Knowledge(group, $"sigmsg|{message}|", key, proof);

    /// <summary>The decryption factor alpha^x for the key g^x (4.20).</summary>
    public static bool Decryption(Election election, Element key, Element alpha, Element factor, Proof proof)
    {
        var group = election.Group;
        return election.Profile.Challenge(group, ProofOf.Decryption, $"{election.Fingerprint}|{key.Text}",
        [
            group.DoublePower(group.Generator, proof.Response, key, proof.Challenge),
            group.DoublePower(alpha, proof.Response, factor, proof.Challenge),
        ]) == proof.Challenge;
    }

    /// <summary>
    /// That one of several ciphertexts is an encryption of one: the branches are (ciphertext, what its beta is to be divided by), the
    /// challenges add up to the hash (4.12 to 4.14).
    /// </summary>
    public static bool Disjunction(Election election, ProofOf kind, string statement, IReadOnlyList<(Ciphertext Ciphertext, int Message)> branches, IReadOnlyList<Proof> proofs)
    {
        var (group, key) = (election.Group, election.PublicKey);
        if (branches.Count != proofs.Count) return false;
        var commitments = new Element[2 * branches.Count];
        var sum = BigInteger.Zero;
        for (var j = 0; j < branches.Count; j++)
        {
            var (c, message) = branches[j];
            var (challenge, response) = proofs[j];
            sum += challenge;
            commitments[2 * j] = Power(group.Generator, response, c.Alpha, 0, challenge);
            commitments[2 * j + 1] = Power(key, response, c.Beta, message, challenge);
        }
        return election.Profile.Challenge(group, kind, statement, commitments) == group.Modulo(sum);

        Element Power(Element a, BigInteger r, Element x, int m, BigInteger c) => branches.Count > 1
            ? group.BranchPower(a, r, x, m, c)
            : group.DoublePower(a, r, m == 0 ? x : group.Multiply(x, group.InverseOfGenerator(m)), c);
    }

    /// <summary>That a ciphertext holds one of the numbers from <paramref name="least"/> to <paramref name="most"/> (4.12).</summary>
    public static bool Interval(Election election, string statement, Ciphertext c, int least, int most, IReadOnlyList<Proof> proofs, ProofOf kind = ProofOf.Interval)
    {
        election.Group.FillTexts([c.Alpha, c.Beta]);
        return Disjunction(election, kind, $"{statement}|{c.Alpha.Text},{c.Beta.Text}", [.. Enumerable.Range(least, most - least + 1).Select(m => (c, m))], proofs);
    }
}
