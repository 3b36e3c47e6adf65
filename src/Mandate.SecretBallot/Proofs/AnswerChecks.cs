using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Versions;

namespace Mandate.SecretBallot.Proofs;

/// <summary>The proofs of an answer (specification 3.1, sections 4.11 to 4.15); each check names what does not hold, null where all does.</summary>
internal static class AnswerChecks
{
    /// <param name="statement">S0: fingerprint and credential, to which every proof is bound.</param>
    public static string? Check(Election election, Question question, Answer answer, string statement) => (question, answer) switch
    {
        (ChoiceQuestion q, ChoiceAnswer a) => Choice(election, q, a, statement),
        (RankingQuestion, RankingAnswer a) => Ranking(election, a, statement),
        (ListsQuestion, ListsAnswer a) => Lists(election, a, statement),
        _ => "the answer is of another kind than the question",
    };

    private static string? Choice(Election election, ChoiceQuestion question, ChoiceAnswer answer, string statement)
    {
        var group = election.Group;
        for (var i = 0; i < answer.Choices.Length; i++)
            if (!ProofChecks.Interval(election, statement, answer.Choices[i], 0, 1, answer.Individual[i])) return $"the proof that choice {Digests.Decimal(i)} is 0 or 1 does not hold";
        var whole = Statement(statement, answer.Choices);
        if (!question.Blank)
        {
            var all = Ciphertext.Product(group, answer.Choices);
            return ProofChecks.Interval(election, whole, all, question.Min, question.Max, answer.Overall) ? null : "the proof of the number of choices does not hold";
        }
        var blank = answer.Choices[0];
        var sum = Ciphertext.Product(group, answer.Choices.Skip(1));
        if (!ProofChecks.Disjunction(election, ProofOf.BlankAlone, whole, [(blank, 0), (sum, 0)], answer.BlankProof!)) return "the proof that a blank vote chooses nothing else does not hold";
        var branches = Enumerable.Range(question.Min, question.Max - question.Min + 1).Select(m => (sum, m)).Prepend((blank, 1)).ToList();
        return ProofChecks.Disjunction(election, ProofOf.BlankOrNumber, whole, branches, answer.Overall) ? null : "the proof of the number of choices does not hold";
    }

    private static string? Ranking(Election election, RankingAnswer answer, string statement)
    {
        var (alpha, beta) = answer.Choice;
        var commitment = election.Group.DoublePower(election.Group.Generator, answer.Proof.Response, alpha, answer.Proof.Challenge);
        return election.Profile.Challenge(election.Group, ProofOf.Ranking, $"{statement}|{election.PublicKey.Text},{alpha.Text},{beta.Text}", [commitment]) == answer.Proof.Challenge
            ? null
            : "the proof that the voter made the encryption does not hold";
    }

    private static string? Lists(Election election, ListsAnswer answer, string statement)
    {
        var group = election.Group;
        for (var i = 0; i < answer.Choices.Length; i++)
        {
            for (var j = 0; j < answer.Choices[i].Length; j++)
                if (!ProofChecks.Interval(election, statement, answer.Choices[i][j], 0, 1, answer.Individual[i][j], ProofOf.ListInterval)) return $"the proof that choice {Digests.Decimal(j)} of list {Digests.Decimal(i)} is 0 or 1 does not hold";
        }
        var whole = Statement(statement, answer.Choices.SelectMany(c => c));
        var lists = Ciphertext.Product(group, answer.Choices.Select(c => c[0]));
        if (!ProofChecks.Interval(election, whole, lists, 1, 1, [answer.Overall], ProofOf.ListInterval)) return "the proof that one list is chosen does not hold";
        for (var i = 0; i < answer.Choices.Length; i++)
        {
            var candidates = Ciphertext.Product(group, answer.Choices[i].Skip(1));
            if (!ProofChecks.Disjunction(election, ProofOf.List, whole, [(answer.Choices[i][0], 1), (candidates, 0)], answer.ListProofs[i]))
                return $"the proof that candidates of list {Digests.Decimal(i)} are chosen with their list only does not hold";
        }
        var all = Ciphertext.Product(group, answer.Choices.SelectMany(c => c.Skip(1)));
        return Nonzero(election, whole, all, answer.Nonzero) ? null : "the proof that a candidate is chosen does not hold";
    }

    /// <summary>Section 4.15.</summary>
    private static bool Nonzero(Election election, string statement, Ciphertext c, NonzeroProof proof)
    {
        var (group, key) = (election.Group, election.PublicKey);
        if (proof.Commitment.Equals(group.Identity)) return false;
        var a1 = group.DoublePower(group.Generator, proof.Second, c.Alpha, proof.First);
        var a2 = group.Multiply(group.DoublePower(key, proof.Second, c.Beta, proof.First), group.Power(proof.Commitment, proof.Challenge));
        return election.Profile.Challenge(group, ProofOf.Nonzero, statement, [proof.Commitment, a1, a2]) == proof.Challenge;
    }

    /// <summary>S: S0 and all ciphertexts of the answer.</summary>
    internal static string Statement(string statement, IEnumerable<Ciphertext> ciphertexts) =>
        $"{statement}|{string.Join(',', ciphertexts.Select(c => $"{c.Alpha.Text},{c.Beta.Text}"))}";
}
