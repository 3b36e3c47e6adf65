using Mandate.Ledger;
using Mandate.Node.Stores;

namespace Mandate.Node.Tests.Support;

/// <summary>A store whose next append fails, before or after it took effect.</summary>
internal sealed class FailingStore(ILedgerStore inner) : ILedgerStore
{
    public bool FailBefore { get; set; }

    public bool FailAfter { get; set; }

    public LedgerHead ReadHead() => inner.ReadHead();

    public void Append(LedgerHead expected, LedgerBatch batch)
    {
        if (FailBefore) throw new IOException("no space left on device");
        inner.Append(expected, batch);
        if (FailAfter) throw new IOException("the answer to the commit was lost");
    }

    public IEnumerable<StoredEntry> Read(long from, int limit = int.MaxValue) => inner.Read(from, limit);

    public long? Find(string id) => inner.Find(id);

    public byte[]? ReadTile(TilePath path) => inner.ReadTile(path);

    public ReadOnlyMemory<byte>? ReadBlob(string sha256) => inner.ReadBlob(sha256);

    public IEnumerable<string> BlobNames() => inner.BlobNames();

    public void EraseBlob(string sha256) => inner.EraseBlob(sha256);

    public byte[]? ReadCheckpoint() => inner.ReadCheckpoint();

    public void KeepCheckpoint(KeptCheckpoint checkpoint) => inner.KeepCheckpoint(checkpoint);

    public void Dispose()
    {
        // The store outlives the node: it is what the next one finds.
    }
}
