using Mandate.Ledger;

namespace Mandate.Node.Witnessing;

/// <summary>What a checkpoint that somebody else holds says about the log that is here.</summary>
public abstract record ForeignCheckpoint
{
    private ForeignCheckpoint()
    {
    }

    /// <summary>It is of this log, at a size that it has had.</summary>
    public sealed record Ours(Checkpoint Checkpoint) : ForeignCheckpoint;

    /// <summary>It is signed by this log's key and larger: what is here is an older copy, or another instance writes.</summary>
    public sealed record Ahead(Checkpoint Checkpoint, SignedNote Note) : ForeignCheckpoint;

    /// <summary>It is signed by this log's key, and this log never had that root: two histories exist, and this proves it.</summary>
    public sealed record Fork(Checkpoint Checkpoint, ForkEvidence Evidence) : ForeignCheckpoint;

    /// <summary>It is not signed by this log's key, and shows nothing.</summary>
    public sealed record Foreign(string Why) : ForeignCheckpoint;

    /// <param name="own">The newest checkpoint of the log that is here.</param>
    /// <param name="tree">Its tree.</param>
    public static ForeignCheckpoint Judge(ReadOnlySpan<byte> bytes, VerifierKey key, SignedNote own, TiledTree tree)
    {
        if (!Mandate.Ledger.Checkpoint.TryOpen(bytes, key.Name, key, [], out var signed, out var fault)) return new Foreign(fault);
        var (checkpoint, opened) = signed;
        if (checkpoint.Size > tree.Size) return new Ahead(checkpoint, opened.Note);
        if (tree.Range(checkpoint.Size).Root == checkpoint.Root) return new Ours(checkpoint);
        return new Fork(checkpoint, ForkEvidence.From(key, opened.Note, own, tree.Node));
    }
}
