using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;

namespace Mandate.Node;

/// <summary>How far an entry is known.</summary>
public enum Standing
{
    /// <summary>Durable, with an index, in a tree that the log has signed.</summary>
    Recorded,

    /// <summary>In a checkpoint that the quorum of witnesses has cosigned.</summary>
    Witnessed,

    /// <summary>In an export, which others hold.</summary>
    Published,
}

public sealed partial class OrganisationNode
{
    private Witnessed? witnessed;
    private volatile string? halted;

    /// <summary>Checkpoints published with their cosignatures; null for an organisation without a folder.</summary>
    public PublishedCheckpoints? Published { get; private init; }

    /// <summary>Why nothing is written here any more; null while acts are taken. Reading and exporting go on.</summary>
    public string? Halted => halted;

    /// <summary>How far the witnesses have seen; null where the log names none.</summary>
    public Witnessed? Witnessed
    {
        get => witnessed ?? (State.Trust.PolicyAt(State.At) is { Groups.Length: > 0 } policy && Published is { } published
            ? new(Publisher.SizeOf(published), 0, policy.Groups.Sum(g => g.Witnesses.Length), [])
            : null);
        internal set => witnessed = value;
    }

    /// <summary>Name of this organisation in what its members sign: SHA-256 of its first entry, the same in every ledger that continues it.</summary>
    public string SigningName => AuthorSignature.Organisation(store.Read(0, 1).Single().Body.Span);

    /// <summary>The last checkpoint of the ledger that this one continues under another key; null where it continues none.</summary>
    public byte[]? Continues => Folder is { } folder && File.Exists(folder.ContinuesFile) ? File.ReadAllBytes(folder.ContinuesFile) : null;

    /// <summary>How far the entry is known.</summary>
    public Standing StandingOf(long index)
    {
        if (Folder is { } folder && File.Exists(folder.ExportedFile) && SizeIn(File.ReadAllBytes(folder.ExportedFile)) > index) return Standing.Published;
        return Witnessed is { } seen && seen.Size > index ? Standing.Witnessed : Standing.Recorded;
    }

    /// <summary>
    /// The receipt of an entry (c2sp.org/tlog-proof, file extension <c>.tlog-proof</c>), to keep and to check offline: the entry itself, its
    /// proof, and the newest cosigned checkpoint that it is in; before there is one, the newest that the log has signed.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The log has no such entry.</exception>
    public TlogProof ReceiptOf(long index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, State.Size);
        var (state, checkpoint) = current;
        var note = Witnessed is { } seen && seen.Size > index ? Published!.Latest! : checkpoint;
        var size = SizeIn(note);
        var body = store.Read(index, 1).Single().Body;
        return SignedNote.TryParse(note, out var signed, out var fault)
            ? new((ulong)index, Tree(Math.Max(size, state.Size)).InclusionProof((ulong)index, (ulong)size), signed, [.. body.Span])
            : throw new StoreFaultException($"the checkpoint of {size} entries cannot be read: {fault}");
    }

    /// <summary>What a checkpoint that somebody else holds says about this log. One that it cannot have is kept as evidence.</summary>
    public ForeignCheckpoint Judge(ReadOnlySpan<byte> checkpoint)
    {
        if (!SignedNote.TryParse(current.Checkpoint, out var own, out var fault)) throw new StoreFaultException($"the newest checkpoint cannot be read: {fault}");
        var judged = ForeignCheckpoint.Judge(checkpoint, Key, own, Tree(SizeIn(current.Checkpoint)));
        switch (judged)
        {
            case ForeignCheckpoint.Fork fork:
                KeepEvidence($"{fork.Checkpoint.Size}{ForkEvidence.FileExtension}", fork.Evidence.ToBytes());
                break;
            case ForeignCheckpoint.Ahead ahead:
                KeepEvidence($"{ahead.Checkpoint.Size}.checkpoint", ahead.Note.ToBytes());
                break;
        }
        return judged;
    }

    /// <summary>Nothing is written any more; the reason stands on every refusal and page.</summary>
    internal void Halt(string why) => halted = why;

    internal TiledTree Tree(long size) => new((ulong)size, new StoredTiles(store).Read);

    private static long SizeIn(byte[] note) =>
        SignedNote.TryParse(note, out var signed, out _) && Ledger.Checkpoint.TryParse(signed.Text, out var checkpoint, out _) ? (long)checkpoint.Size : 0;

    private void KeepEvidence(string name, byte[] bytes)
    {
        if (Folder is null) return;
        Directory.CreateDirectory(Folder.EvidenceFolder);
        var file = Path.Combine(Folder.EvidenceFolder, name);
        if (!File.Exists(file)) File.WriteAllBytes(file, bytes);
    }

    /// <summary>Evidence of another history outlives a restart: people must look at it first.</summary>
    private static string? EvidenceIn(OrganisationFolder folder) =>
        Directory.Exists(folder.EvidenceFolder) && Directory.EnumerateFiles(folder.EvidenceFolder).Order(StringComparer.Ordinal).FirstOrDefault() is { } file
            ? $"{file} shows a checkpoint under this log's key that this log does not have"
            : null;
}
