using Mandate.Ed25519;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Making;

/// <summary>Seals votes into ballots (specification 3.1, sections 4.11 to 4.17).</summary>
public static class BallotMaker
{
    /// <exception cref="ArgumentException">A vote does not fit its question; the message says which and why.</exception>
    public static Ballot Make(Election election, Credential credential, IReadOnlyList<Vote> votes, Randomness random)
    {
        if (election.Group is not CurveGroup) throw new ArgumentException($"Elections are made in the group {CurveGroup.GroupName} only.", nameof(election));
        if (votes.Count != election.Questions.Count) throw new ArgumentException($"There are {Digests.Decimal(election.Questions.Count)} questions and {Digests.Decimal(votes.Count)} votes.", nameof(votes));
        for (var i = 0; i < votes.Count; i++)
            if (Vote.Check(election.Questions[i], votes[i]) is { } fault) throw new ArgumentException($"Question {Digests.Decimal(i + 1)}: {fault}.", nameof(votes));
        var key = (CurveElement)election.Group.Prepare(election.PublicKey);
        var prover = new Prover(random, key.Prepared!);
        var statement = $"{election.Fingerprint}|{credential.Public.Text}";
        Answer[] answers = [.. votes.Select((v, i) => MakeAnswer(prover, election, election.Questions[i], v, statement))];
        return Sign(new(election.Uuid, election.Fingerprint, credential.Public, answers, "", default), credential, random);
    }

    /// <summary>The ballot with its hash and a new signature.</summary>
    internal static Ballot Sign(Ballot ballot, Credential credential, Randomness random)
    {
        var hash = ballot.ComputeHash();
        return ballot with { SignedHash = hash, Signature = Prover.Knowledge(random, $"sig|{hash}|", credential.Secret) };
    }

    private static Answer MakeAnswer(Prover prover, Election election, Question question, Vote vote, string statement) => (question, vote) switch
    {
        (ChoiceQuestion q, ChoiceVote v) => Choice(prover, q, [.. Enumerable.Range(0, q.Answers.Count).Select(v.Chosen.Contains)], blank: false, statement),
        (ChoiceQuestion q, BlankVote) => Choice(prover, q, new bool[q.Answers.Count], blank: true, statement),
        (RankingQuestion, RankingVote v) => Ranking(prover, election, v, statement),
        (ListsQuestion q, ListsVote v) => ListsMaker.Make(prover, q, v, statement),
        _ => throw new InvalidOperationException("the vote was checked"),
    };

    private static ChoiceAnswer Choice(Prover prover, ChoiceQuestion question, bool[] chosen, bool blank, string statement)
    {
        bool[] bits = question.Blank ? [blank, .. chosen] : chosen;
        var opened = Array.ConvertAll(bits, prover.Encrypt);
        Proof[][] individual = [.. opened.Select((o, i) => prover.Interval(statement, o, 0, 1, bits[i] ? 1 : 0))];
        Ciphertext[] choices = Array.ConvertAll(opened, o => o.Ciphertext);
        var whole = AnswerChecks.Statement(statement, choices);
        var count = chosen.Count(c => c);
        if (!question.Blank) return new(choices, individual, prover.Interval(whole, Prover.Product(opened), question.Min, question.Max, count), null);
        var (first, sum) = (opened[0], Prover.Product(opened.Skip(1)));
        var blankProof = prover.Disjunction($"bproof0|{whole}|", [(first.Ciphertext, 0), (sum.Ciphertext, 0)], blank ? 1 : 0, blank ? sum.R : first.R);
        var branches = Enumerable.Range(question.Min, question.Max - question.Min + 1).Select(m => (sum.Ciphertext, m)).Prepend((first.Ciphertext, 1)).ToList();
        var overall = prover.Disjunction($"bproof1|{whole}|", branches, blank ? 0 : count - question.Min + 1, blank ? first.R : sum.R);
        return new(choices, individual, overall, blankProof);
    }

    private static RankingAnswer Ranking(Prover prover, Election election, RankingVote vote, string statement)
    {
        var opened = prover.EncryptPoint(CurveGroup.Embed(vote.Numbers).Point);
        var (alpha, beta) = opened.Ciphertext;
        return new(opened.Ciphertext, Prover.Knowledge(prover.Random, $"raweg|{statement}|{election.PublicKey.Text},{alpha.Text},{beta.Text}|", opened.R));
    }
}
