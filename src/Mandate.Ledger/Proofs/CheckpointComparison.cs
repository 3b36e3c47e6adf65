using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>How a later seen checkpoint stands to one seen before.</summary>
public enum CheckpointRelation
{
    /// <summary>The same tree, or one that is shown to continue it.</summary>
    Consistent,

    /// <summary>Larger, and not shown to continue the first. The log owes a proof.</summary>
    NotConsistent,

    /// <summary>Two roots for one size, both signed by the log: it showed different things to different people.</summary>
    ForkProven,

    /// <summary>Smaller than the first: a mirror behind its time, or a log set back.</summary>
    Stale,

    /// <summary>Of different logs.</summary>
    NotComparable,

    /// <summary>Not both signed by the log's known key.</summary>
    UntrustedSignature,
}

/// <summary>What a monitor concludes from two checkpoints.</summary>
public static class CheckpointComparison
{
    /// <summary>
    /// Compares two notes under the log's key. The proof is from the smaller to the larger; with none, a smaller second checkpoint
    /// is only stale. A fault in either note counts as an untrusted signature: keep the bytes, they may be evidence.
    /// </summary>
    public static CheckpointRelation Compare(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second, ImmutableArray<Hash> proof, VerifierKey log)
    {
        if (!TryRead(first, out var before, out var beforeNote) || !TryRead(second, out var after, out var afterNote)) return CheckpointRelation.UntrustedSignature;
        if (before.Origin != after.Origin) return CheckpointRelation.NotComparable;
        if (!IsSigned(beforeNote, log) || !IsSigned(afterNote, log)) return CheckpointRelation.UntrustedSignature;
        if (before.Size == after.Size) return before.Root == after.Root ? CheckpointRelation.Consistent : CheckpointRelation.ForkProven;
        if (before.Size < after.Size)
        {
            return ConsistencyProof.Verify(before.Size, after.Size, before.Root, after.Root, proof.AsSpan())
                ? CheckpointRelation.Consistent
                : CheckpointRelation.NotConsistent;
        }
        return proof.IsEmpty || ConsistencyProof.Verify(after.Size, before.Size, after.Root, before.Root, proof.AsSpan())
            ? CheckpointRelation.Stale
            : CheckpointRelation.NotConsistent;
    }

    private static bool TryRead(ReadOnlySpan<byte> bytes, out Checkpoint checkpoint, out SignedNote note)
    {
        checkpoint = null!;
        note = null!;
        return SignedNote.TryParse(bytes, out note!, out _) && Checkpoint.TryParse(note.Text, out checkpoint!, out _);
    }

    private static bool IsSigned(SignedNote note, VerifierKey log) => note.TryOpen([log], out var opened, out _) && opened.IsSignedBy(log);
}
