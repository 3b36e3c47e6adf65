using System.Numerics;
using System.Text;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Proofs;

/// <summary>
/// The hashes of a shuffle proof (specification 3.1, section 6; Terelius and Wikström, "Proofs of restricted shuffles", 2010, as in Haenni
/// et al., CHVote 1.3.2). Prover and verifier share them.
/// </summary>
internal sealed class ShuffleStatement
{
    private readonly Group group;
    private readonly Election election;
    private readonly string statement;

    public ShuffleStatement(Election election, IReadOnlyList<Ciphertext> input, IReadOnlyList<Ciphertext> output, IReadOnlyList<Element> permutation)
    {
        this.election = election;
        group = election.Group;
        statement = Join(Flat(input)) + Join(Flat(output)) + Join(permutation);
        H = group.IndependentGenerator(-1);
        Generators = [.. Enumerable.Range(0, input.Count).Select(group.IndependentGenerator)];
        Challenges = election.Profile.ShuffleChallenges(group, $"shuffle-challenges|{election.Fingerprint}|{statement}", input.Count);
    }

    public Element H { get; }

    public Element[] Generators { get; }

    /// <summary>u.</summary>
    public BigInteger[] Challenges { get; }

    /// <summary>The last challenge, over the commitments t, t-hat and the chain.</summary>
    public BigInteger Challenge(Element[] commitments, Element[] chainCommitments, Element[] chain) => election.Profile.ShuffleChallenge(group,
        $"shuffle-challenge|{election.Fingerprint}|{Join(commitments)}{Join(chainCommitments)}{statement}{Join(chain)}{election.PublicKey.Text}");

    private string Join(IReadOnlyList<Element> elements)
    {
        group.FillTexts(elements);
        var text = new StringBuilder();
        foreach (var e in elements) text.Append(e.Text).Append(',');
        return text.ToString();
    }

    private static Element[] Flat(IReadOnlyList<Ciphertext> ciphertexts) => [.. ciphertexts.SelectMany(c => new[] { c.Alpha, c.Beta })];
}
