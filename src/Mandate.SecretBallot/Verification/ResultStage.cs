using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;

namespace Mandate.SecretBallot.Verification;

/// <summary>Stage 8: the result against the decrypted tally.</summary>
internal static class ResultStage
{
    private const VerificationStage Stage = VerificationStage.Result;

    public static ElectionResult Check(ArchiveEvent e, CheckedSetup setup, IReadOnlyDictionary<int, PartialDecryption> decryptions, EncryptedTally tally, Checklist list)
    {
        var (election, group) = (setup.Election, setup.Election.Group);
        var result = StageFault.Guard(Stage, () => ElectionResult.Read(e.Records[0].Bytes, election, tally));
        var messages = DecryptionStage.Combine(group, setup.Trustees, decryptions, tally);
        for (var q = 0; q < messages.Count; q++)
        {
            if (election.Questions[q] is RankingQuestion ranking) CheckRanking(group, q, ranking, [.. messages[q].Flat], result.Questions[q]);
            else CheckCounts(group, q, [.. messages[q].Flat], [.. result.Questions[q].Flat]);
        }
        list.Hold(Stage, messages.Count);
        return result;
    }

    private static void CheckCounts(Group group, int question, Element[] messages, long[] counts)
    {
        // Raising g to the stated count is cheaper than finding the count, and needs no bound.
        for (var i = 0; i < messages.Length; i++)
            if (!group.Power(group.Generator, counts[i]).Equals(messages[i])) throw new StageFault(Stage, $"question {Digests.Decimal(question + 1)}, count {Digests.Decimal(i + 1)}: the tally does not decrypt to {Digests.Decimal(counts[i])}");
    }

    private static void CheckRanking(Group group, int question, RankingQuestion ranking, Element[] messages, Rows<long> stated)
    {
        for (var i = 0; i < messages.Length; i++)
        {
            var vector = group.Extract(messages[i], ranking.Answers.Count);
            if (!vector.Select(v => (long)v).SequenceEqual(stated.Items[i])) throw new StageFault(Stage, $"question {Digests.Decimal(question + 1)}, ranking {Digests.Decimal(i + 1)} decrypts to {string.Join(' ', vector)}");
        }
    }
}
