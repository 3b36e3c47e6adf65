using System.Collections.Immutable;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Verification;

/// <summary>The stages of a verification, in their order.</summary>
public enum VerificationStage { Archive, Grammar, Setup, Ballot, Tally, Shuffle, Decryption, Result }

/// <summary>The four outcomes of a check.</summary>
public enum CheckOutcome { Holds, Fails, WithheldByRule, NotChecked }

/// <summary>One check.</summary>
/// <param name="Number">Its place in the tree: <c>4.3</c> is the third check of the fourth stage.</param>
/// <param name="Count">How many things were checked.</param>
/// <param name="Text">What is checked, or, where it fails, what is wrong and where.</param>
public sealed record ArchiveCheck(string Number, VerificationStage Stage, CheckOutcome Outcome, long Count, string Text);

/// <summary>What the verification of an archive came to.</summary>
/// <param name="Head">Hash of the last event, which stands for all that was checked; null where the archive could not be read.</param>
/// <param name="Ballots">How many ballots the archive holds, replaced ones with them.</param>
/// <param name="Result">The result that was verified; null where there is none.</param>
public sealed record ArchiveReport(ImmutableArray<ArchiveCheck> Checks, Election? Election, string? Head, int Ballots, ElectionResult? Result)
{
    /// <summary>Success: every check holds, or the rule withholds what it needs until voting is closed.</summary>
    public bool Ok => Checks.All(c => c.Outcome is CheckOutcome.Holds or CheckOutcome.WithheldByRule);

    public ArchiveCheck? FirstFault => Checks.FirstOrDefault(c => c.Outcome == CheckOutcome.Fails);

    /// <summary>Whether the archive goes to its end and all of it holds.</summary>
    public bool IsComplete => Ok && Result is not null;

    /// <summary>The outcome of a whole stage: that of its worst check.</summary>
    public CheckOutcome Of(VerificationStage stage)
    {
        var outcomes = Checks.Where(c => c.Stage == stage).Select(c => c.Outcome).ToList();
        return outcomes.Contains(CheckOutcome.Fails) ? CheckOutcome.Fails
            : outcomes.Contains(CheckOutcome.NotChecked) ? CheckOutcome.NotChecked
            : outcomes.Contains(CheckOutcome.WithheldByRule) ? CheckOutcome.WithheldByRule
            : CheckOutcome.Holds;
    }

    /// <summary>What success means and what it does not.</summary>
    public const string Meaning =
        "Verified: every ballot in the box is one of a listed credential, and the result is the count of exactly these ballots. This does not prove that "
        + "credentials went to the right people, that a voter's device was honest, or that a voter was free.";
}

/// <summary>What the verifier is told from outside.</summary>
public sealed record VerificationOptions
{
    /// <summary>How many credentials the roll gives; null where it is not known.</summary>
    public long? RollSize { get; init; }

    /// <summary>The roll's total weight; null where it is not known.</summary>
    public long? RollWeight { get; init; }

    /// <summary>Hashes of events that were anchored elsewhere and must all be in the chain.</summary>
    public ImmutableArray<string> AnchoredHeads { get; init; } = [];

    /// <summary>How many shuffles by different owners rankings must have passed.</summary>
    public int LeastShuffles { get; init; } = 1;

    /// <summary>Runs an action for 0 to n-1, on as many cores as the caller has; one after the other where null.</summary>
    public Action<int, Action<int>>? ForEach { get; init; }
}
