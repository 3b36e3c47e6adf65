using System.Numerics;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Formats;

/// <summary>Proof that a list of ciphertexts is another one permuted and re-encrypted (specification 3.1, section 4.19).</summary>
/// <param name="Commitments">t1, t2, t3, t41, t42.</param>
/// <param name="ChainCommitments">t-hat.</param>
/// <param name="Responses">s1, s2, s3, s4.</param>
/// <param name="ChainResponses">s-hat.</param>
/// <param name="PermutationResponses">s'.</param>
/// <param name="Permutation">c, the commitment to the permutation.</param>
/// <param name="Chain">c-hat.</param>
public sealed record ShuffleProof(Element[] Commitments, Element[] ChainCommitments, BigInteger[] Responses, BigInteger[] ChainResponses,
    BigInteger[] PermutationResponses, Element[] Permutation, Element[] Chain)
{
    internal static ShuffleProof Read(RecordReader r, int size, Group group)
    {
        Element[] Elements(RecordReader x) => x.Exactly(size, "elements", (y, _) => y.Element(group));
        BigInteger[] Exponents(RecordReader x, int n) => x.Exactly(n, "numbers", (y, _) => y.Exponent(group));
        Element Next()
        {
            var e = r.Element(group);
            r.Expect(",");
            return e;
        }
        BigInteger NextExponent()
        {
            var e = r.Exponent(group);
            r.Expect(",");
            return e;
        }

        r.Expect("[[");
        var commitments = new Element[5];
        for (var i = 0; i < 3; i++) commitments[i] = Next();
        r.Expect("[");
        commitments[3] = Next();
        commitments[4] = r.Element(group);
        r.Expect("],");
        var chainCommitments = Elements(r);
        r.Expect("],[");
        var responses = new BigInteger[4];
        for (var i = 0; i < 4; i++) responses[i] = NextExponent();
        var chainResponses = Exponents(r, size);
        r.Expect(",");
        var permutationResponses = Exponents(r, size);
        r.Expect("],");
        var permutation = Elements(r);
        r.Expect(",");
        var chain = Elements(r);
        r.Expect("]");
        return new(commitments, chainCommitments, responses, chainResponses, permutationResponses, permutation, chain);
    }

    internal void Write(RecordWriter w)
    {
        static void Elements(RecordWriter x, IEnumerable<Element> list) => x.List(list, (y, e) => y.Element(e));
        static void Exponents(RecordWriter x, IEnumerable<BigInteger> list) => x.List(list, (y, e) => y.Exponent(e));
        w.Raw("[[");
        for (var i = 0; i < 3; i++) w.Element(Commitments[i]).Raw(",");
        w.Raw("[").Element(Commitments[3]).Raw(",").Element(Commitments[4]).Raw("],");
        Elements(w, ChainCommitments);
        w.Raw("],[");
        foreach (var s in Responses) w.Exponent(s).Raw(",");
        Exponents(w, ChainResponses);
        w.Raw(",");
        Exponents(w, PermutationResponses);
        w.Raw("],");
        Elements(w, Permutation);
        w.Raw(",");
        Elements(w, Chain);
        w.Raw("]");
    }
}

/// <summary>A shuffle of all rankings, one list per ranking question.</summary>
public sealed record Shuffle(IReadOnlyList<IReadOnlyList<Ciphertext>> Ciphertexts, IReadOnlyList<ShuffleProof> Proofs)
{
    /// <summary>The shuffler's signature, where the version has one.</summary>
    internal SignedRecord? Signed { get; init; }

    internal static Shuffle Read(string what, ReadOnlySpan<byte> bytes, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Election election) =>
        RecordReader.Of(what, bytes).Whole(r => election.Profile.ReadShuffle(r, input, election.Group));

    internal static Shuffle Read(RecordReader r, IReadOnlyList<IReadOnlyList<Ciphertext>> input, Group group)
    {
        r.Expect("{\"ciphertexts\":");
        var ciphertexts = r.Exactly(input.Count, "questions", (x, i) => x.Exactly(input[i].Count, "ciphertexts", (y, _) => y.Ciphertext(group)));
        r.Expect(",\"proofs\":");
        var proofs = r.Exactly(input.Count, "proofs", (x, i) => ShuffleProof.Read(x, input[i].Count, group));
        r.Expect("}");
        return new(ciphertexts, proofs);
    }

    public override string ToString() => new RecordWriter().Raw("{\"ciphertexts\":").List(Ciphertexts, (w, q) => w.Ciphertexts(q))
        .Raw(",\"proofs\":").List(Proofs, (w, p) => p.Write(w)).Raw("}").ToString();
}
