using Mandate.SecretBallot.Archives;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Verification;

/// <summary>
/// Verifies an archive of an election, from its bytes to its result. It trusts nothing but the mathematics: everything is computed again
/// from the ballots. An archive whose voting is open is verified as far as it goes.
/// </summary>
public static class ArchiveVerifier
{
    public static ArchiveReport Verify(Stream stream, VerificationOptions? options = null)
    {
        options ??= new();
        var run = new Run(options);
        try
        {
            run.All(stream);
        }
        catch (StageFault fault)
        {
            run.List.Fail(fault);
        }
        return new([.. run.List.Checks], run.Election, run.Head, run.Ballots, run.Result);
    }

    private sealed class Run(VerificationOptions options)
    {
        public Checklist List { get; } = new(options);

        public Election? Election { get; private set; }

        public string? Head { get; private set; }

        public int Ballots { get; private set; }

        public ElectionResult? Result { get; private set; }

        public void All(Stream stream)
        {
            var archive = StageFault.Guard(VerificationStage.Archive, () => ArchiveReader.Read(stream));
            Head = archive.Head;
            List.Hold(VerificationStage.Archive, archive.Events.Count);
            Anchors(archive);
            EventGrammar.Check(archive);
            List.Hold(VerificationStage.Grammar, archive.Events.Count);
            var byKind = archive.Events.ToLookup(e => e.Kind);
            var setup = SetupStage.Check(archive.Events[0], options, List);
            Election = setup.Election;
            Ballots = byKind[EventKind.Ballot].Count();
            var ballots = BallotStage.Check([.. byKind[EventKind.Ballot]], setup.Election, setup.Credentials, options, List);
            if (!byKind.Contains(EventKind.EndBallots))
            {
                for (var stage = VerificationStage.Tally; stage <= VerificationStage.Result; stage++) List.Withhold(stage);
                return;
            }
            if (byKind.Contains(EventKind.EncryptedTally)) Count(byKind, setup, ballots);
        }

        private void Count(ILookup<EventKind, ArchiveEvent> byKind, CheckedSetup setup, CountedBallot[] ballots)
        {
            var result = byKind[EventKind.Result].SingleOrDefault();
            var decrypting = byKind.Contains(EventKind.PartialDecryption) || result is not null;
            var tally = TallyStage.Check(byKind[EventKind.EncryptedTally].Single(), setup.Election, ballots, List);
            var shuffled = ShuffleStage.Check([.. byKind[EventKind.Shuffle]], byKind.Contains(EventKind.EndShuffles), decrypting, setup, tally, options, List);
            if (!decrypting) return;
            var decryptions = DecryptionStage.Check([.. byKind[EventKind.PartialDecryption]], result is not null, setup, shuffled, List);
            if (result is not null) Result = ResultStage.Check(result, setup, decryptions, shuffled, List);
        }

        private void Anchors(Archive archive)
        {
            if (options.AnchoredHeads.IsEmpty) return;
            var chain = archive.Events.Select(e => Digests.Hex(e.ToString())).ToHashSet(StringComparer.Ordinal);
            if (options.AnchoredHeads.FirstOrDefault(h => !chain.Contains(h)) is { } missing)
                throw new StageFault(VerificationStage.Archive, $"the event {missing}, anchored elsewhere, is not in the archive: it is another archive, or it was changed");
            List.Hold(VerificationStage.Archive, options.AnchoredHeads.Length);
        }
    }
}
