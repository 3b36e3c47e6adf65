using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>What the tally needs of a ballot that was checked.</summary>
internal sealed record CountedBallot(string Credential, long Weight, IReadOnlyList<Rows<Ciphertext>> Ciphertexts);

/// <summary>Stage 4: every ballot, replaced ones with them.</summary>
internal static class BallotStage
{
    /// <summary>The ballots in the order of the archive.</summary>
    public static CountedBallot[] Check(IReadOnlyList<ArchiveEvent> ballots, Election election, PublicCredentials credentials, VerificationOptions options, Checklist list)
    {
        var counted = new CountedBallot[ballots.Count];
        var faults = new string?[ballots.Count];
        void One(int i) => faults[i] = CheckOne(ballots[i], election, credentials, out counted[i]!);
        if (options.ForEach is { } forEach) forEach(ballots.Count, One);
        else for (var i = 0; i < ballots.Count; i++) One(i);

        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < ballots.Count; i++)
        {
            var fault = faults[i] ?? (seen.Add(ballots[i].Payload!) ? null : "the same ballot is in the archive already");
            if (fault is not null) throw new StageFault(VerificationStage.Ballot, $"ballot {Digests.Decimal(i + 1)} (event {Digests.Decimal(ballots[i].Height)}): {fault}");
        }
        list.Hold(VerificationStage.Ballot, ballots.Count);
        return counted;
    }

    private static string? CheckOne(ArchiveEvent e, Election election, PublicCredentials credentials, out CountedBallot? counted)
    {
        counted = null;
        Ballot ballot;
        try
        {
            ballot = Ballot.Read("the ballot", e.Records[0].Bytes, election);
        }
        catch (RecordException fault)
        {
            return fault.Message;
        }
        if (BallotChecks.Check(ballot, election, credentials) is { } wrong) return wrong;
        counted = Counted(ballot, credentials);
        return null;
    }

    /// <summary>What the tally takes from a ballot whose credential is listed.</summary>
    internal static CountedBallot Counted(Ballot ballot, PublicCredentials credentials) =>
        new(ballot.Credential.Text, credentials.Find(ballot.Credential)!.Weight, [.. ballot.Answers.Select(CiphertextsOf)]);

    private static Rows<Ciphertext> CiphertextsOf(Answer answer) => (answer switch
    {
        ChoiceAnswer a => new Rows<Ciphertext>([a.Choices], Nested: false),
        ListsAnswer a => new Rows<Ciphertext>(a.Choices, Nested: true),
        RankingAnswer a => new Rows<Ciphertext>([[a.Choice]], Nested: false),
        _ => throw new InvalidOperationException("no such answer"),
    }).Select(c => new Ciphertext(c.Alpha.Bare(), c.Beta.Bare()));
}

/// <summary>The checks of one ballot that need nothing but the setup: a host runs them before it takes a ballot in.</summary>
public static class BallotChecks
{
    /// <summary>What is wrong with the ballot; null where it can be counted. That it is new and voting open, the caller checks.</summary>
    public static string? Check(Ballot ballot, Election election, PublicCredentials credentials)
    {
        if (ballot.ElectionUuid != election.Uuid) return $"it is for the election {ballot.ElectionUuid}, this is {election.Uuid}";
        if (ballot.ElectionFingerprint != election.Fingerprint) return $"it is for the election with the fingerprint {ballot.ElectionFingerprint}, this one has {election.Fingerprint}";
        if (credentials.Find(ballot.Credential) is null) return $"its credential {ballot.Credential.Text} is not listed";
        if (ballot.Answers.Count != election.Questions.Count) return "it does not have one answer for each question";
        if (election.Profile.CheckSignature(ballot, election) is { } wrong) return wrong;
        var statement = $"{election.Fingerprint}|{ballot.Credential.Text}";
        for (var i = 0; i < ballot.Answers.Count; i++)
            if (AnswerChecks.Check(election, election.Questions[i], ballot.Answers[i], statement) is { } fault) return $"question {Digests.Decimal(i + 1)}: {fault}";
        return null;
    }
}
