using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;
using Mandate.SecretBallot.Proofs;

namespace Mandate.SecretBallot.Verification;

/// <summary>Stage 6: the shuffles, each on the output of the one before.</summary>
internal static class ShuffleStage
{
    private const VerificationStage Stage = VerificationStage.Shuffle;

    /// <summary>The tally with the rankings as the last shuffle leaves them.</summary>
    public static EncryptedTally Check(IReadOnlyList<ArchiveEvent> shuffles, bool ended, bool decrypting, CheckedSetup setup, EncryptedTally tally, VerificationOptions options, Checklist list)
    {
        var election = setup.Election;
        if (!election.HasRankings && (shuffles.Count > 0 || ended)) throw new StageFault(Stage, "there are shuffles, but no ranking to be shuffled");
        var current = tally.Rankings(election);
        var owners = new HashSet<int>();
        for (var i = 0; i < shuffles.Count; i++)
        {
            var what = $"shuffle {Digests.Decimal(i + 1)}";
            var owner = StageFault.Guard(Stage, () => RecordReader.Of(what, shuffles[i].Records[1].Bytes).Whole(Owned.Read)).Owner;
            if (owner > setup.Keys.Count) throw new StageFault(Stage, $"{what}: there is no trustee {Digests.Decimal(owner)}");
            if (!owners.Add(owner)) throw new StageFault(Stage, $"{what}: trustee {Digests.Decimal(owner)} has shuffled already; each shuffle needs an owner of its own");
            var shuffle = StageFault.Guard(Stage, () => Shuffle.Read(what, shuffles[i].Records[0].Bytes, current, election));
            if (!election.Profile.IsSigned(EventKind.Shuffle, election.Group, setup.Keys[owner - 1], shuffle.Signed)) throw new StageFault(Stage, $"{what}: the signature of trustee {Digests.Decimal(owner)} does not hold");
            for (var q = 0; q < current.Count; q++)
                if (StageFault.Guard(Stage, () => ShuffleChecks.Check(election, current[q], shuffle.Ciphertexts[q], shuffle.Proofs[q])) is { } fault) throw new StageFault(Stage, $"{what}, ranking {Digests.Decimal(q + 1)}: {fault}");
            current = shuffle.Ciphertexts;
        }
        if (election.HasRankings && (ended || decrypting) && owners.Count < options.LeastShuffles)
            throw new StageFault(Stage, $"the rankings were shuffled {Digests.Decimal(owners.Count)} times, {Digests.Decimal(options.LeastShuffles)} are needed");
        if (election.HasRankings && decrypting && !ended) throw new StageFault(Stage, "the shuffles were not ended before the decryption");
        if (ended || !election.HasRankings) list.Hold(Stage, shuffles.Count);
        return tally.WithRankings(election, current);
    }
}
