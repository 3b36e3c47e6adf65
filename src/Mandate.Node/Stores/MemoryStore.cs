using System.Collections.Concurrent;
using Mandate.Ledger;

namespace Mandate.Node.Stores;

/// <summary>A log in memory: for tests and for trying something out. Durable for as long as the object lives.</summary>
public sealed class MemoryStore : ILedgerStore
{
    private readonly Lock gate = new();
    private readonly List<StoredEntry> entries = [];
    private readonly Dictionary<string, long> byId = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, byte[]> tiles = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ReadOnlyMemory<byte>> blobs = new(StringComparer.Ordinal);
    private LedgerHead head = LedgerHead.Empty;
    private byte[]? checkpoint;

    public LedgerHead ReadHead()
    {
        lock (gate) return head;
    }

    public void Append(LedgerHead expected, LedgerBatch batch)
    {
        lock (gate)
        {
            if (head != expected) throw new HeadMovedException(expected, head);
            foreach (var (name, bytes) in batch.Blobs) blobs[name] = bytes.ToArray();
            foreach (var tile in batch.Tiles.Where(t => t.Path.IsFull)) tiles[tile.Path.ToString()] = tile.Bytes;
            foreach (var entry in batch.Entries)
            {
                entries.Add(entry with { Body = entry.Body.ToArray() });
                byId.Add(entry.Id, entry.Index);
            }
            checkpoint = batch.Checkpoint?.Note ?? checkpoint;
            head = batch.Next;
        }
    }

    public IEnumerable<StoredEntry> Read(long from, int limit = int.MaxValue)
    {
        lock (gate) return [.. entries.Skip((int)from).Take(limit)];
    }

    public long? Find(string id)
    {
        lock (gate) return byId.TryGetValue(id, out var index) ? index : null;
    }

    public byte[]? ReadTile(TilePath path) => tiles.GetValueOrDefault(path.ToString());

    public ReadOnlyMemory<byte>? ReadBlob(string sha256) => blobs.TryGetValue(sha256, out var bytes) ? bytes : default(ReadOnlyMemory<byte>?);

    public IEnumerable<string> BlobNames() => blobs.Keys.Order(StringComparer.Ordinal);

    public void EraseBlob(string sha256) => blobs.TryRemove(sha256, out _);

    public byte[]? ReadCheckpoint() => checkpoint;

    public void KeepCheckpoint(KeptCheckpoint checkpoint) => this.checkpoint = checkpoint.Note;

    public void Dispose()
    {
    }
}
