using System.Numerics;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Formats;

/// <summary>An encrypted answer with its proofs (specification 3.1, section 4.11).</summary>
public abstract record Answer
{
    internal abstract void Write(RecordWriter w);

    internal static Answer Read(RecordReader r, Question question, Group group) => question switch
    {
        ChoiceQuestion q => ChoiceAnswer.Read(r, q, group),
        ListsQuestion q => ListsAnswer.Read(r, q, group),
        _ => RankingAnswer.Read(r, group),
    };
}

/// <param name="Individual">For each ciphertext, that it holds 0 or 1.</param>
/// <param name="Overall">That the number chosen is allowed.</param>
/// <param name="BlankProof">With blank: that either the blank or the others are empty.</param>
public sealed record ChoiceAnswer(Ciphertext[] Choices, Proof[][] Individual, Proof[] Overall, Proof[]? BlankProof) : Answer
{
    internal static ChoiceAnswer Read(RecordReader r, ChoiceQuestion q, Group group)
    {
        r.Expect("{\"choices\":");
        var choices = r.Exactly(q.Width, "ciphertexts", (x, _) => x.Ciphertext(group));
        r.Expect(",\"individual_proofs\":");
        var individual = r.Exactly(q.Width, "proofs", (x, _) => x.Exactly(2, "proofs", (y, _) => y.Proof(group)));
        r.Expect(",\"overall_proof\":");
        var overall = r.Exactly(q.Max - q.Min + (q.Blank ? 2 : 1), "proofs", (x, _) => x.Proof(group));
        Proof[]? blank = null;
        if (q.Blank)
        {
            r.Expect(",\"blank_proof\":");
            blank = r.Exactly(2, "proofs", (x, _) => x.Proof(group));
        }
        r.Expect("}");
        return new(choices, individual, overall, blank);
    }

    internal override void Write(RecordWriter w)
    {
        w.Raw("{\"choices\":").Ciphertexts(Choices).Raw(",\"individual_proofs\":").List(Individual, (x, p) => x.Proofs(p))
            .Raw(",\"overall_proof\":").Proofs(Overall);
        if (BlankProof is not null) w.Raw(",\"blank_proof\":").Proofs(BlankProof);
        w.Raw("}");
    }
}

/// <param name="Proof">Knowledge of the randomness, which binds the answer to its voter; nothing about the vector.</param>
public sealed record RankingAnswer(Ciphertext Choice, Proof Proof) : Answer
{
    internal static RankingAnswer Read(RecordReader r, Group group)
    {
        r.Expect("{\"choices\":");
        var choice = r.Ciphertext(group);
        r.Expect(",\"proof\":");
        var proof = r.Proof(group);
        r.Expect("}");
        return new(choice, proof);
    }

    internal override void Write(RecordWriter w) => w.Raw("{\"choices\":").Ciphertext(Choice).Raw(",\"proof\":").Proof(Proof).Raw("}");
}

/// <summary>Proof that a ciphertext does not hold zero (specification 4.15).</summary>
public sealed record NonzeroProof(Element Commitment, BigInteger Challenge, BigInteger First, BigInteger Second);

/// <param name="Overall">That exactly one list is chosen.</param>
/// <param name="ListProofs">For each list, that it is chosen or none of its candidates is.</param>
public sealed record ListsAnswer(Ciphertext[][] Choices, Proof[][][] Individual, Proof Overall, Proof[][] ListProofs, NonzeroProof Nonzero) : Answer
{
    internal static ListsAnswer Read(RecordReader r, ListsQuestion q, Group group)
    {
        var lists = q.Lists;
        r.Expect("{\"choices\":");
        var choices = r.Exactly(lists.Count, "lists", (x, i) => x.Exactly(lists[i].Count, "ciphertexts", (y, _) => y.Ciphertext(group)));
        r.Expect(",\"individual_proofs\":");
        var individual = r.Exactly(lists.Count, "lists", (x, i) => x.Exactly(lists[i].Count, "proofs", (y, _) => y.Exactly(2, "proofs", (z, _) => z.Proof(group))));
        r.Expect(",\"overall_proof\":");
        var overall = r.Proof(group);
        r.Expect(",\"list_proofs\":");
        var listProofs = r.Exactly(lists.Count, "proofs", (x, _) => x.Exactly(2, "proofs", (y, _) => y.Proof(group)));
        r.Expect(",\"nonzero_proof\":{\"commitment\":");
        var commitment = r.Element(group);
        r.Expect(",\"challenge\":");
        var challenge = r.Exponent(group);
        r.Expect(",\"response\":");
        var response = r.Exactly(2, "numbers", (x, _) => x.Exponent(group));
        r.Expect("}}");
        return new(choices, individual, overall, listProofs, new(commitment, challenge, response[0], response[1]));
    }

    internal override void Write(RecordWriter w) => w.Raw("{\"choices\":").List(Choices, (x, c) => x.Ciphertexts(c))
        .Raw(",\"individual_proofs\":").List(Individual, (x, l) => x.List(l, (y, p) => y.Proofs(p)))
        .Raw(",\"overall_proof\":").Proof(Overall).Raw(",\"list_proofs\":").List(ListProofs, (x, p) => x.Proofs(p))
        .Raw(",\"nonzero_proof\":{\"commitment\":").Element(Nonzero.Commitment).Raw(",\"challenge\":").Exponent(Nonzero.Challenge)
        .Raw(",\"response\":[").Exponent(Nonzero.First).Raw(",").Exponent(Nonzero.Second).Raw("]}}");
}
