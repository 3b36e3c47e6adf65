using Mandate.SecretBallot.Archives;

namespace Mandate.SecretBallot.Verification;

/// <summary>Setup Ballot* EndBallots EncryptedTally (Shuffle* EndShuffles)? PartialDecryption* Result, or a beginning of it.</summary>
internal static class EventGrammar
{
    public static void Check(Archive archive)
    {
        EventKind? last = null;
        foreach (var e in archive.Events)
        {
            if (!Follows(last, e.Kind)) throw new StageFault(VerificationStage.Grammar, $"event {Digests.Decimal(e.Height)} is {e.Kind}, which cannot follow {last?.ToString() ?? "the beginning"}");
            last = e.Kind;
        }
    }

    private static bool Follows(EventKind? last, EventKind next) => next switch
    {
        EventKind.Setup => last is null,
        EventKind.Ballot or EventKind.EndBallots => last is EventKind.Setup or EventKind.Ballot,
        EventKind.EncryptedTally => last is EventKind.EndBallots,
        EventKind.Shuffle or EventKind.EndShuffles => last is EventKind.EncryptedTally or EventKind.Shuffle,
        _ => last is EventKind.EncryptedTally or EventKind.EndShuffles or EventKind.PartialDecryption,
    };
}
