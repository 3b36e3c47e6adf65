using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Making;

/// <summary>Answers to lists questions (specification 3.1, sections 4.11.3, 4.14 and 4.15).</summary>
internal static class ListsMaker
{
    public static ListsAnswer Make(Prover prover, ListsQuestion question, ListsVote vote, string statement)
    {
        bool[][] bits = [.. question.Lists.Select((l, i) => Enumerable.Range(0, l.Count).Select(j => i == vote.List && (j == 0 || vote.Candidates.Contains(j - 1))).ToArray())];
        var opened = Array.ConvertAll(bits, row => Array.ConvertAll(row, prover.Encrypt));
        Proof[][][] individual = [.. opened.Select((row, i) => row.Select((o, j) => prover.Interval(statement, o, 0, 1, bits[i][j] ? 1 : 0)).ToArray())];
        var choices = Array.ConvertAll(opened, row => Array.ConvertAll(row, o => o.Ciphertext));
        var whole = AnswerChecks.Statement(statement, choices.SelectMany(c => c));
        var overall = prover.Interval(whole, Prover.Product(opened.Select(row => row[0])), 1, 1, 1)[0];
        Proof[][] lists = [.. opened.Select((row, i) =>
        {
            var candidates = Prover.Product(row.Skip(1));
            return prover.Disjunction($"lproof|{whole}|", [(row[0].Ciphertext, 1), (candidates.Ciphertext, 0)], i == vote.List ? 0 : 1, i == vote.List ? row[0].R : candidates.R);
        })];
        return new(choices, individual, overall, lists, Nonzero(prover, whole, Prover.Product(opened.SelectMany(row => row.Skip(1)))));
    }

    private static NonzeroProof Nonzero(Prover prover, string statement, Opened c)
    {
        var (alpha, beta) = (Prover.At(c.Ciphertext.Alpha), Prover.At(c.Ciphertext.Beta));
        var (s, w1, w2) = (prover.Random.NextScalar(), prover.Random.NextScalar(), prover.Random.NextScalar());
        var commitment = new CurveElement(beta.Multiply(s) - prover.Key.Multiply(s * c.R));
        var a1 = new CurveElement(alpha.Multiply(w1) + Point.MultiplyBase(w2));
        var a2 = new CurveElement(beta.Multiply(w1) + prover.Key.Multiply(w2));
        var challenge = CurveGroup.Instance.Challenge($"nonzero|{statement}|", [commitment, a1, a2]);
        var revealed = Scalar.FromBigInteger(challenge);
        return new(commitment, challenge, (w1 - s * revealed).ToBigInteger(), (w2 + s * c.R * revealed).ToBigInteger());
    }
}
