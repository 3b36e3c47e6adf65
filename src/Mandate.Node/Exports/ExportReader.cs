using System.Collections.Immutable;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Verification;
using Mandate.Node.Witnessing;

namespace Mandate.Node.Exports;

/// <summary>What an import came to.</summary>
/// <param name="Continues">The same ledger goes on, because its secret key is at hand; otherwise a new ledger holds its entries.</param>
public sealed record ImportResult(string Folder, long Entries, string StateDigest, bool Continues, string Origin);

/// <summary>Rebuilds a working organisation from an export, once that has been verified from beginning to end.</summary>
public static class ExportReader
{
    private const int Batch = 4096;

    /// <param name="pinned">What the importing person knows from elsewhere: with a policy, a record below its quorum is not imported.</param>
    /// <param name="keys">A folder with the ledger's secret key, to go on with the same ledger; null for a new key beside the new folder.</param>
    /// <returns>The verification alone where it does not hold; nothing has been written then.</returns>
    /// <exception cref="StoreFaultException">The place is taken, or the keys are of another ledger.</exception>
    public static (VerificationReport Report, ImportResult? Result) Import(
        string export, string target, string? keys = null, Pinned? pinned = null, IProgress<long>? progress = null, NodeOptions? options = null)
    {
        using var source = new ExportFolder(export);
        var report = Verifier.Run(source, pinned, progress);
        if (!report.Holds) return (report, null);
        if (!VerifierKey.TryParse(System.Text.Encoding.UTF8.GetString(source.Key!).Trim(), out var key, out _)
            || !Checkpoint.TryOpen(source.Checkpoint!, key.Name, key, [], out var signed, out _)) throw new StoreFaultException("the export changed while it was read");
        var continues = keys is not null && File.Exists(Path.Combine(keys, "ledger.key"));
        var folder = continues ? OrganisationFolder.Continue(target, keys!, key) : OrganisationFolder.Create(target, keys, origin: null);
        ILedgerStore? store = null;
        try
        {
            store = KeptLogs.Create(folder, options ?? new());
            Fill(store, source, (long)signed.Checkpoint.Size);
            using var record = CheckpointFile.Open(folder.RecordFile);
            var signer = folder.ReadSigner();
            if (!continues) record.Keep(new Checkpoint(signer.Key.Name, signed.Checkpoint.Size, signed.Checkpoint.Root).Sign(signer).ToBytes());
            else if (record.Read() is null) record.Keep(source.Checkpoint!);
            // Refuses where the record of what was signed last is ahead of the export.
            var log = SignedLog.Open(store, record, signer);
            store.KeepCheckpoint(new(log.Size, log.Checkpoint));
            store.Dispose();
            // Under another key these checkpoints prove nothing any more but where it came from.
            if (!continues) File.WriteAllBytes(folder.ContinuesFile, source.Checkpoint!);
            else KeepPublished(source, folder);
            return (report, new(folder.Path, report.Size, report.StateDigest!, continues, folder.ReadKey().Name));
        }
        catch
        {
            if (store is PostgresStore unfinished) unfinished.Drop();
            store?.Dispose();
            Directory.Delete(folder.Path, recursive: true);
            if (!continues) Directory.Delete(folder.Keys, recursive: true);
            throw;
        }
    }

    /// <summary>Whether a folder is laid out as an export.</summary>
    public static bool IsOne(string folder) => File.Exists(Path.Combine(folder, "checkpoint")) && File.Exists(Path.Combine(folder, "key")) && File.Exists(Path.Combine(folder, ExportManifest.FileName));

    /// <summary>The log of an export, in memory, once it hashes to the root that its checkpoint is signed over.</summary>
    /// <exception cref="StoreFaultException">The checkpoint is not signed by the export's key, or entries are missing or not those that were signed.</exception>
    internal static (MemoryStore Log, VerifierKey Key, byte[] Checkpoint) Read(string export)
    {
        using var source = new ExportFolder(export);
        if (source.Checkpoint is not { } checkpoint || source.Key is not { } named
            || !VerifierKey.TryParse(System.Text.Encoding.UTF8.GetString(named).Trim(), out var key, out _)
            || !Checkpoint.TryOpen(checkpoint, key.Name, key, [], out var signed, out _)) throw new StoreFaultException($"{export}: its checkpoint is not signed by its key; 'mandate verify' says what is wrong");
        var log = new MemoryStore();
        Fill(log, source, (long)signed.Checkpoint.Size);
        return log.ReadHead().Root == signed.Checkpoint.Root ? (log, key, checkpoint)
            : throw new StoreFaultException($"{export}: its entries are not those that its checkpoint was signed over; 'mandate verify' names the first");
    }

    private static void KeepPublished(ExportFolder source, OrganisationFolder folder)
    {
        var published = new PublishedCheckpoints(folder.CheckpointsFolder);
        foreach (var (size, bytes) in source.PublishedCheckpoints(null)) published.Keep(size, bytes);
    }

    /// <summary>Copies the entries of a source into an empty store, with their payloads.</summary>
    internal static void Fill(ILedgerStore store, RecordSource source, long size)
    {
        var edge = TileEdge.Empty;
        var entries = ImmutableArray.CreateBuilder<StoredEntry>();
        var blobs = ImmutableArray.CreateBuilder<KeyValuePair<string, ReadOnlyMemory<byte>>>();
        for (var first = 0L; first < size; first += TilePath.FullWidth)
        {
            var path = TilePath.Entries((ulong)first / TilePath.FullWidth, (int)Math.Min(TilePath.FullWidth, size - first));
            if (source.Tile(path) is not { } bundle || !EntryBundle.TryParse(bundle, path.Width, out var bodies, out _)) throw new StoreFaultException($"{path}: changed while it was read");
            foreach (var body in bodies)
            {
                if (!EntryText.TryDecode(body, out var entry, out var error)) throw new StoreFaultException($"entry {first + entries.Count}: {error}");
                entries.Add(new((long)edge.Size + entries.Count, entry.Id, MerkleTree.LeafHash(body.Span), body.ToArray()));
                foreach (var name in entry.Blobs)
                    if (source.Blob(name) is { } bytes) blobs.Add(KeyValuePair.Create(name, bytes));
            }
            if (entries.Count >= Batch || first + TilePath.FullWidth >= size) edge = Flush(store, edge, entries, blobs);
        }
    }

    private static TileEdge Flush(ILedgerStore store, TileEdge edge, ImmutableArray<StoredEntry>.Builder entries, ImmutableArray<KeyValuePair<string, ReadOnlyMemory<byte>>>.Builder blobs)
    {
        var (next, tiles) = edge.Append(entries.Select(e => e.Leaf).ToArray());
        store.Append(new((long)edge.Size, edge.Root), new(entries.ToImmutable(), tiles, blobs.ToImmutable(), null, new((long)next.Size, next.Root)));
        entries.Clear();
        blobs.Clear();
        return next;
    }
}
