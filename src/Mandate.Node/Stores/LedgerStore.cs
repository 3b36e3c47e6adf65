using System.Collections.Immutable;
using Mandate.Ledger;

namespace Mandate.Node.Stores;

/// <summary>An entry as it is stored: its bytes, their leaf hash, and the idempotency key under which it is found again.</summary>
public sealed record StoredEntry(long Index, string Id, Hash Leaf, ReadOnlyMemory<byte> Body);

/// <summary>How far the log is: what an append must find unchanged.</summary>
public sealed record LedgerHead(long Size, Hash Root)
{
    public static LedgerHead Empty { get; } = new(0, MerkleTree.EmptyRoot);
}

/// <summary>What one transaction writes.</summary>
/// <param name="Tiles">Completed tiles; the unfinished ones follow from the entries.</param>
/// <param name="Blobs">By SHA-256 in lower hex.</param>
/// <param name="Checkpoint">The checkpoint signed last, which is kept with the next batch: the newest lies in the record beside.</param>
/// <param name="Next">The head afterwards.</param>
public sealed record LedgerBatch(
    ImmutableArray<StoredEntry> Entries,
    ImmutableArray<Tile> Tiles,
    ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>> Blobs,
    KeptCheckpoint? Checkpoint,
    LedgerHead Next);

/// <summary>A signed checkpoint and the size it is of.</summary>
public sealed record KeptCheckpoint(long Size, byte[] Note);

/// <summary>
/// Keeps one organisation's log. Appending is one durable transaction: when <see cref="Append"/> returns, a power cut loses
/// nothing of it; when it throws, it is unknown whether it took effect, and the caller must read the head again.
/// </summary>
public interface ILedgerStore : IDisposable
{
    /// <summary>Reads the head from the disk.</summary>
    LedgerHead ReadHead();

    /// <exception cref="HeadMovedException">The head is not <paramref name="expected"/>: somebody else wrote. Nothing has been written.</exception>
    void Append(LedgerHead expected, LedgerBatch batch);

    /// <summary>Entries from an index on, in order, as they are stored now. Not from a cache of the writer.</summary>
    IEnumerable<StoredEntry> Read(long from, int limit = int.MaxValue);

    /// <summary>The bytes of the entries from an index on, in order, and nothing else of them: for long folds.</summary>
    IEnumerable<ReadOnlyMemory<byte>> Bodies(long from) => Read(from).Select(e => e.Body);

    /// <summary>The index of the entry with that idempotency key; null where there is none.</summary>
    long? Find(string id);

    /// <summary>Those of the idempotency keys that stand in the log, with their indexes: one question for a whole batch.</summary>
    IReadOnlyDictionary<string, long> Find(IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var id in ids)
            if (Find(id) is { } index) found[id] = index;
        return found;
    }

    /// <summary>A completed hash tile; null where there is none.</summary>
    byte[]? ReadTile(TilePath path);

    ReadOnlyMemory<byte>? ReadBlob(string sha256);

    /// <summary>SHA-256 of all blobs, in order.</summary>
    IEnumerable<string> BlobNames();

    /// <summary>Removes a payload that the log allows to be erased. Entries cannot be removed.</summary>
    void EraseBlob(string sha256);

    /// <summary>The newest signed checkpoint that was kept; null before the first.</summary>
    byte[]? ReadCheckpoint();

    void KeepCheckpoint(KeptCheckpoint checkpoint);
}

/// <summary>Somebody else has written to the log: there may be only one writer.</summary>
public sealed class HeadMovedException(LedgerHead expected, LedgerHead found)
    : Exception($"the log has {found.Size} entries with root {found.Root}, and {expected.Size} with root {expected.Root} were expected");

/// <summary>The store cannot be used: what is wrong with it, and what would be right.</summary>
public sealed class StoreFaultException(string message, Exception? inner = null) : Exception(message, inner);
