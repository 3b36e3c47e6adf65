using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Groups;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>Stage 5: the encrypted tally, computed again.</summary>
internal static class TallyStage
{
    private const VerificationStage Stage = VerificationStage.Tally;

    public static EncryptedTally Check(ArchiveEvent e, Election election, IReadOnlyList<CountedBallot> ballots, Checklist list)
    {
        var last = LastOf(ballots);
        var tally = Compute(election, last);
        var sized = StageFault.Guard(Stage, () => RecordReader.Of("tally", e.Records[1].Bytes).Whole(SizedTally.Read));
        if (sized.Ballots != last.Count) throw new StageFault(Stage, $"the tally says {Digests.Decimal(sized.Ballots)} ballots, {Digests.Decimal(last.Count)} are counted");
        var weight = last.Sum(b => b.Weight);
        if (sized.TotalWeight != weight) throw new StageFault(Stage, $"the tally says a weight of {Digests.Decimal(sized.TotalWeight)}, the counted ballots weigh {Digests.Decimal(weight)}");
        if (DataRecord.Of(tally.ToString()).Hash != e.Records[0].Hash) throw new StageFault(Stage, "the encrypted tally is not the one that the counted ballots give");
        list.Hold(Stage, last.Count);
        return tally;
    }

    /// <summary>The last ballot of each credential.</summary>
    internal static IReadOnlyList<CountedBallot> LastOf(IReadOnlyList<CountedBallot> ballots)
    {
        var last = new Dictionary<string, CountedBallot>(StringComparer.Ordinal);
        foreach (var b in ballots) last[b.Credential] = b;
        return [.. last.Values];
    }

    internal static EncryptedTally Compute(Election election, IReadOnlyList<CountedBallot> counted) =>
        new([.. election.Questions.Select((q, i) => OfQuestion(election, q, [.. counted.Select(b => b.Ciphertexts[i])], [.. counted.Select(b => b.Weight)]))]);

    private static Rows<Ciphertext> OfQuestion(Election election, Question question, Rows<Ciphertext>[] ballots, long[] weights)
    {
        if (question is RankingQuestion)
        {
            var sorted = ballots.SelectMany(b => b.Flat).ToList();
            sorted.Sort((a, b) => election.Profile.Compare(election.Group, a.Alpha, b.Alpha) is var order and not 0 ? order : election.Profile.Compare(election.Group, a.Beta, b.Beta));
            return new([sorted], Nested: false);
        }
        int[] widths = question switch
        {
            ChoiceQuestion q => [q.Width],
            ListsQuestion q => [.. q.Lists.Select(l => l.Count)],
            _ => throw new InvalidOperationException("no such question"),
        };
        return new([.. widths.Select((width, row) => (IReadOnlyList<Ciphertext>)[.. Enumerable.Range(0, width).Select(column => Sum(election.Group, [.. ballots.Select(b => b.Items[row][column])], weights))])], question is ListsQuestion);
    }

    private static Ciphertext Sum(Group group, Ciphertext[] ciphertexts, long[] weights)
    {
        if (Array.TrueForAll(weights, w => w == 1)) return Ciphertext.Product(group, ciphertexts);
        var exponents = Array.ConvertAll(weights, w => (System.Numerics.BigInteger)w);
        return new(group.PowerProduct([.. ciphertexts.Select(c => c.Alpha)], exponents), group.PowerProduct([.. ciphertexts.Select(c => c.Beta)], exponents));
    }
}
