using System.Collections.Immutable;
using Mandate.Ledger;
using Mandate.Node.Stores;

namespace Mandate.Node.Sequencing;

/// <summary>An entry that has been decided and encoded, not yet written.</summary>
/// <param name="Blobs">The payloads that came with it, by SHA-256 in lower hex.</param>
internal sealed record NewEntry(string Id, byte[] Body, ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> Blobs);

/// <summary>
/// Appends to a stored log and signs what is there. The order is the rule: commit, read back and hash again, sign, keep the
/// checkpoint apart, and only then let anybody know.
/// </summary>
internal sealed class SignedLog
{
    private readonly ILedgerStore store;
    private readonly ICheckpointRecord record;
    private readonly NoteSigner signer;
    private readonly StoredTiles tiles;
    private TileEdge edge = TileEdge.Empty;
    private KeptCheckpoint last;

    private SignedLog(ILedgerStore store, ICheckpointRecord record, NoteSigner signer, KeptCheckpoint last)
    {
        this.store = store;
        this.record = record;
        this.signer = signer;
        this.last = last;
        tiles = new(store);
    }

    public long Size => (long)edge.Size;

    /// <summary>The newest signed checkpoint.</summary>
    public byte[] Checkpoint => last.Note;

    /// <summary>Starts an empty log: its first checkpoint is of no entries.</summary>
    public static SignedLog Begin(ILedgerStore store, ICheckpointRecord record, NoteSigner signer)
    {
        if (store.ReadHead().Size > 0) throw new StoreFaultException("the log is not empty");
        var log = new SignedLog(store, record, signer, new(0, []));
        log.Sign();
        return log;
    }

    /// <summary>Takes up a log where it was left, once it is certain that it is the log that was signed last.</summary>
    /// <exception cref="StoreFaultException">The log is damaged.</exception>
    /// <exception cref="RollbackException">It is shorter than, or other than, what was signed, or the record of that is lost.</exception>
    public static SignedLog Open(ILedgerStore store, ICheckpointRecord record, NoteSigner signer)
    {
        var note = record.Read() ?? throw RollbackException.RecordLost(store.ReadHead().Size);
        if (!Mandate.Ledger.Checkpoint.TryOpen(note, signer.Key.Name, signer.Key, [], out var signed, out var fault))
            throw new StoreFaultException($"the record of the last signed checkpoint does not hold: {fault}");
        var log = new SignedLog(store, record, signer, new((long)signed.Checkpoint.Size, note));
        log.Load(signed.Checkpoint);
        return log;
    }

    /// <summary>Writes a batch. When it returns, the batch is durable and signed. When it throws, nobody knows: load again.</summary>
    public void Append(IReadOnlyList<NewEntry> batch)
    {
        var entries = batch.Select((e, i) => new StoredEntry(Size + i, e.Id, MerkleTree.LeafHash(e.Body), e.Body)).ToImmutableArray();
        var (next, made) = edge.Append(entries.Select(e => e.Leaf).ToArray());
        store.Append(
            new(Size, edge.Root),
            new(entries, made, [.. batch.SelectMany(e => e.Blobs).DistinctBy(b => b.Key, StringComparer.Ordinal)], last.Note.Length > 0 ? last : null, new((long)next.Size, next.Root)));
        RequireStored(Size, edge.Range, (long)next.Size, next.Root);
        edge = next;
        Sign();
    }

    /// <summary>The tree as it stands, for proofs.</summary>
    public TiledTree Tree(long size) => new((ulong)size, tiles.Read);

    private void Load(Checkpoint signed)
    {
        var head = store.ReadHead();
        if (head.Size < (long)signed.Size) throw RollbackException.Shorter(head.Size, (long)signed.Size);
        var tree = Tree(head.Size);
        edge = TileEdge.Read((ulong)head.Size, tiles.Read);
        if (edge.Root != head.Root) throw new StoreFaultException($"the log is damaged: its tiles have root {edge.Root}, and its head says {head.Root}");
        var then = tree.Range(signed.Size);
        if (then.Root != signed.Root) throw RollbackException.Other((long)signed.Size, then.Root, signed.Root);
        if (head.Size == (long)signed.Size) return;
        // Written, but the process ended before it was signed: it is ours, because it continues what was signed.
        RequireStored((long)signed.Size, then, head.Size, head.Root);
        Sign();
    }

    /// <summary>Hashes the stored bytes again, by another path than the one that wrote them.</summary>
    private void RequireStored(long from, CompactRange range, long size, Hash root)
    {
        var count = from;
        foreach (var stored in store.Read(from, (int)(size - from)))
        {
            var leaf = MerkleTree.LeafHash(stored.Body.Span);
            if (stored.Index != count || leaf != stored.Leaf) throw new StoreFaultException($"entry {count} was not stored as it was written");
            range = range.Append(leaf);
            count++;
        }
        if (count != size || range.Root != root) throw new StoreFaultException($"the store gives back {count} entries with root {range.Root}, and {size} with root {root} were written");
    }

    private void Sign()
    {
        var checkpoint = new Checkpoint(signer.Key.Name, edge.Size, edge.Root);
        var note = checkpoint.Sign(signer).ToBytes();
        record.Keep(note);
        last = new(Size, note);
    }
}

/// <summary>The log is not the one that was signed last: nothing more may be signed until people have decided what to do.</summary>
public sealed class RollbackException(string message) : Exception(message)
{
    internal static RollbackException Shorter(long found, long signed) => new(
        $"The log has {found} entries, and {signed} were signed: an older copy has been put in place. Nothing is signed until the missing entries are back (docs/operator-guide.md, rollback).");

    internal static RollbackException Other(long size, Hash found, Hash signed) => new(
        $"At {size} entries the log has root {found}, and {signed} was signed: this is another log. Nothing is signed (docs/operator-guide.md, rollback).");

    internal static RollbackException RecordLost(long size) => new(
        $"The record of the last signed checkpoint is lost, and the log has {size} entries: whether any are missing cannot be known from here. Nothing is signed (docs/operator-guide.md, rollback).");
}
