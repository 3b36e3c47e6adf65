using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>
/// The log's side of <c>add-checkpoint</c> (c2sp.org/tlog-witness@v1.0.0) with one witness, as a value: what to send, and what an answer
/// means. The size that the witness saw last is kept between exchanges; 0 asks for it.
/// </summary>
public sealed record WitnessExchange(ImmutableArray<VerifierKey> Witness, ulong KnownSize = 0)
{
    /// <summary>The body to send for a checkpoint of our tree; the proof comes from the tree that the checkpoint is of.</summary>
    public byte[] Request(SignedCheckpoint checkpoint, NodeReader tree) => Request(checkpoint.Checkpoint.Size, checkpoint.Note, tree);

    /// <inheritdoc cref="Request(SignedCheckpoint, NodeReader)"/>
    public byte[] Request(ulong size, SignedNote note, NodeReader tree)
    {
        // A witness that is ahead is asked with 0: it answers with its size, and cannot be led to sign anything.
        var old = KnownSize <= size ? KnownSize : 0;
        return AddCheckpointRequest.Format(old, ConsistencyProof.Build(old, size, tree), note);
    }

    /// <summary>What the answer to <see cref="Request(SignedCheckpoint, NodeReader)"/> means, and the exchange to go on with.</summary>
    public (WitnessExchange Next, WitnessOutcome Outcome) Read(int status, string? contentType, ReadOnlySpan<byte> body, Checkpoint checkpoint) =>
        AddCheckpointResponse.Read(status, contentType, body, checkpoint.ToString(), Witness) switch
        {
            AddCheckpointResponse.Cosigned cosigned => (this with { KnownSize = checkpoint.Size }, new WitnessOutcome.Cosigned(cosigned.Signatures)),
            AddCheckpointResponse.Conflict conflict when conflict.Size > checkpoint.Size => (this with { KnownSize = conflict.Size }, new WitnessOutcome.WitnessIsAhead(conflict.Size)),
            AddCheckpointResponse.Conflict conflict => (this with { KnownSize = conflict.Size }, new WitnessOutcome.AskAgain(conflict.Size)),
            AddCheckpointResponse.Refused { Status: 422 } refused => (this, new WitnessOutcome.OtherHistory(refused.Reason)),
            AddCheckpointResponse.Refused refused => (this, new WitnessOutcome.Unavailable($"status {refused.Status}: {refused.Reason}")),
            AddCheckpointResponse.Malformed malformed => (this, new WitnessOutcome.Unavailable(malformed.Fault)),
            _ => throw new InvalidOperationException("an answer of an unknown kind"),
        };
}

/// <summary>What became of asking a witness.</summary>
public abstract record WitnessOutcome
{
    private WitnessOutcome()
    {
    }

    /// <summary>Signatures to add to the checkpoint.</summary>
    public sealed record Cosigned(ImmutableArray<NoteSignature> Signatures) : WitnessOutcome;

    /// <summary>The witness saw another, not larger, size last: send a new request, from there.</summary>
    public sealed record AskAgain(ulong Size) : WitnessOutcome;

    /// <summary>
    /// The witness has cosigned more of this log than we have. Somebody signed it with our key: this store was set back, or another
    /// instance writes. Sign nothing more until it is explained.
    /// </summary>
    public sealed record WitnessIsAhead(ulong Size) : WitnessOutcome;

    /// <summary>The witness has seen another history than ours, or our tree is broken. Sign nothing more until it is explained.</summary>
    public sealed record OtherHistory(string Reason) : WitnessOutcome;

    /// <summary>No usable answer; try later.</summary>
    public sealed record Unavailable(string Reason) : WitnessOutcome;
}
