using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Verification;

/// <summary>The numbered checks, each not checked until its turn comes. The first fault ends the verification.</summary>
internal sealed class Checklist
{
    private readonly List<ArchiveCheck> checks = [];

    public Checklist(VerificationOptions options)
    {
        Add(VerificationStage.Archive, "every byte of the archive is as its format says; names are hashes; events form one chain");
        if (!options.AnchoredHeads.IsEmpty) Add(VerificationStage.Archive, "the events anchored elsewhere are in the chain");
        Add(VerificationStage.Grammar, "events come in their order, none after the result");
        Add(VerificationStage.Setup, "the election is readable, in a known version and group");
        Add(VerificationStage.Setup, "the trustees' keys, proofs and signatures");
        Add(VerificationStage.Setup, "the election's key is the product of the trustees' keys");
        Add(VerificationStage.Setup, "the credentials are valid and distinct");
        if (options.RollSize is not null || options.RollWeight is not null) Add(VerificationStage.Setup, "number and weight of the credentials are the roll's");
        Add(VerificationStage.Ballot, "each ballot is canonical, for this election, of a listed credential, signed, new, and all its proofs hold");
        Add(VerificationStage.Tally, "the encrypted tally is the product of the last ballot of each credential, with its number and weight");
        Add(VerificationStage.Shuffle, "each shuffle permutes the one before, by an owner of its own");
        Add(VerificationStage.Decryption, "each partial decryption is its trustee's, and there are enough");
        Add(VerificationStage.Result, "the result is what the decryptions give");
    }

    public IReadOnlyList<ArchiveCheck> Checks => checks;

    /// <summary>The next check of a stage holds.</summary>
    /// <param name="note">What a reader should know besides.</param>
    public void Hold(VerificationStage stage, long count = 1, string? note = null) => Set(stage, c => c with { Outcome = CheckOutcome.Holds, Count = count, Text = c.Text + note });

    public void Withhold(VerificationStage stage) => Set(stage, c => c with { Outcome = CheckOutcome.WithheldByRule, Text = c.Text + ": not before voting is closed" });

    public void Fail(StageFault fault) => Set(fault.Stage, c => c with { Outcome = CheckOutcome.Fails, Text = fault.Message });

    private void Add(VerificationStage stage, string text)
    {
        var number = checks.Count(c => c.Stage == stage) + 1;
        checks.Add(new($"{Digests.Decimal((int)stage + 1)}.{Digests.Decimal(number)}", stage, CheckOutcome.NotChecked, 0, text));
    }

    private void Set(VerificationStage stage, Func<ArchiveCheck, ArchiveCheck> change)
    {
        var i = checks.FindIndex(c => c.Stage == stage && c.Outcome == CheckOutcome.NotChecked);
        checks[i] = change(checks[i]);
    }
}

/// <summary>A fault found in a stage.</summary>
internal sealed class StageFault(VerificationStage stage, string message) : Exception(message)
{
    public VerificationStage Stage { get; } = stage;

    /// <summary>Reads a record within a stage: what is wrong with it is a fault of that stage.</summary>
    public static T Guard<T>(VerificationStage stage, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RecordException e)
        {
            throw new StageFault(stage, e.Message);
        }
    }
}
