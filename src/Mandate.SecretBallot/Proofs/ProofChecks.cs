using System.Numerics;
using Mandate.SecretBallot.Groups;

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
    public static bool Decryption(Group group, string fingerprint, Element key, Element alpha, Element factor, Proof proof) =>
        group.Challenge($"decrypt|{fingerprint}|{key.Text}|",
        [
            group.DoublePower(group.Generator, proof.Response, key, proof.Challenge),
            group.DoublePower(alpha, proof.Response, factor, proof.Challenge),
        ]) == proof.Challenge;

    /// <summary>
    /// That one of several ciphertexts is an encryption of one: the branches are (ciphertext, what its beta is to be divided by), the
    /// challenges add up to the hash (4.12 to 4.14).
    /// </summary>
    public static bool Disjunction(Group group, Element key, string prefix, IReadOnlyList<(Ciphertext Ciphertext, int Message)> branches, IReadOnlyList<Proof> proofs)
    {
        if (branches.Count != proofs.Count) return false;
        var commitments = new Element[2 * branches.Count];
        var sum = BigInteger.Zero;
        for (var j = 0; j < branches.Count; j++)
        {
            var (c, message) = branches[j];
            var (challenge, response) = proofs[j];
            sum += challenge;
            commitments[2 * j] = group.DoublePower(group.Generator, response, c.Alpha, challenge);
            commitments[2 * j + 1] = group.DoublePower(key, response, message == 0 ? c.Beta : group.Multiply(c.Beta, group.InverseOfGenerator(message)), challenge);
        }
        return group.Challenge(prefix, commitments) == group.Modulo(sum);
    }

    /// <summary>That a ciphertext holds one of the numbers from <paramref name="least"/> to <paramref name="most"/> (4.12).</summary>
    public static bool Interval(Group group, Element key, string statement, Ciphertext c, int least, int most, IReadOnlyList<Proof> proofs)
    {
        group.FillTexts([c.Alpha, c.Beta]);
        return Disjunction(group, key, $"prove|{statement}|{c.Alpha.Text},{c.Beta.Text}|", [.. Enumerable.Range(least, most - least + 1).Select(m => (c, m))], proofs);
    }
}
