using System.Collections.Immutable;
using Mandate.Ledger;

namespace Mandate.Node.Verification;

/// <summary>The four outcomes of a check.</summary>
public enum Outcome { Holds, Fails, WithheldByRule, NotChecked }

/// <summary>One thing that was checked.</summary>
/// <param name="Name">Stable name: <c>decisions</c>.</param>
/// <param name="Count">How many of it.</param>
/// <param name="Text">A plain sentence.</param>
public sealed record Check(string Name, Outcome Outcome, long Count, string Text);

/// <summary>A fault, where it lies and what it is.</summary>
/// <param name="Entry">Index of the entry; null where it lies in no entry.</param>
/// <param name="File">Path within the export.</param>
public sealed record Fault(string Check, string Message, long? Entry = null, string? File = null)
{
    public override string ToString() => $"{(Entry is { } e ? $"entry {e}: " : "")}{(File is null ? "" : $"{File}: ")}{Message}";
}

/// <summary>What a verifying person knows from elsewhere, and so need not take from the record itself.</summary>
/// <param name="Key">The ledger's key.</param>
/// <param name="Policy">Who must have seen it; below that quorum it does not hold.</param>
/// <param name="Seen">A checkpoint of this log that they kept: the record must continue it.</param>
public sealed record Pinned(VerifierKey? Key = null, TlogPolicy? Policy = null, byte[]? Seen = null);

/// <summary>What a verification came to.</summary>
/// <param name="Faults">The first that were found, in the order of the checks.</param>
/// <param name="StateDigest">Digest of the state that the record makes; null where it could not be made.</param>
public sealed record VerificationReport(string? Origin, long Size, ImmutableArray<Check> Checks, ImmutableArray<Fault> Faults, string? StateDigest)
{
    /// <summary>Where the record shows another history than a checkpoint under the same key: the proof of it, to keep.</summary>
    public ForkEvidence? Evidence { get; init; }

    /// <summary>Success: everything holds or is withheld by rule.</summary>
    public bool Holds => Checks.All(c => c.Outcome is Outcome.Holds or Outcome.WithheldByRule);

    public Fault? FirstFault => Faults.IsEmpty ? null : Faults[0];

    /// <summary>What success means and what it does not (the same words everywhere).</summary>
    public const string Meaning =
        "Verified: the record is complete and the rules were followed. This does not prove that the rules are fair or that the members on the roll exist.";
}
