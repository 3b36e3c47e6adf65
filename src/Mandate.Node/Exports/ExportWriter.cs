using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ledger;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;

namespace Mandate.Node.Exports;

/// <summary>What an export came to.</summary>
public sealed record ExportResult(string Folder, long Entries, int Files, long Bytes);

/// <summary>What an export says beside the log itself.</summary>
/// <param name="Policy">The witnesses that the log names.</param>
/// <param name="Published">Checkpoints published with their cosignatures.</param>
/// <param name="Continues">The last checkpoint of the ledger that this one continues.</param>
public sealed record ExportProofs(TlogPolicy? Policy, PublishedCheckpoints? Published, byte[]? Continues);

/// <summary>
/// Writes an organisation as a folder of static files in the layout of c2sp.org/tlog-tiles, with its blobs and a signed manifest
/// (docs/formats/export.md). It is written beside its place and moved there when it is whole.
/// </summary>
public sealed class ExportWriter
{
    private readonly string folder;
    private readonly Dictionary<string, Hash> files = new(StringComparer.Ordinal);
    private long bytesWritten;

    private ExportWriter(string folder) => this.folder = folder;

    /// <param name="signer">The ledger's signer; it signs the manifest.</param>
    /// <param name="progress">Told how many entries have been written.</param>
    /// <exception cref="StoreFaultException">The place is taken, or the log has no checkpoint yet.</exception>
    public static ExportResult Write(ILedgerStore store, byte[] checkpoint, NoteSigner signer, string target, ExportProofs? proofs = null, IProgress<long>? progress = null)
    {
        target = Path.GetFullPath(target);
        if (Directory.Exists(target) ? Directory.EnumerateFileSystemEntries(target).Any() : File.Exists(target))
            throw new StoreFaultException($"{target}: is not empty, and an export is not written over something else");
        if (!Checkpoint.TryOpen(checkpoint, signer.Key.Name, signer.Key, [], out var signed, out var fault)) throw new StoreFaultException($"the newest checkpoint does not hold: {fault}");
        var unfinished = $"{target}.unfinished-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        Directory.CreateDirectory(unfinished);
        try
        {
            var writer = new ExportWriter(unfinished);
            writer.WriteAll(store, checkpoint, signed.Checkpoint.Size, signer, proofs ?? new(null, null, null), progress);
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(unfinished, target);
            return new(target, (long)signed.Checkpoint.Size, writer.files.Count + 1, writer.bytesWritten);
        }
        catch
        {
            Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    private void WriteAll(ILedgerStore store, byte[] checkpoint, ulong size, NoteSigner signer, ExportProofs proofs, IProgress<long>? progress)
    {
        var tiles = new StoredTiles(store);
        foreach (var path in TilePath.AllTiles(size))
        {
            Put(path.ToString(), (tiles.Read(path) ?? throw new StoreFaultException($"{path}: the store does not have it")));
            if (path.IsEntries) progress?.Report((long)(path.Index * TilePath.FullWidth) + path.Width);
        }
        foreach (var name in store.BlobNames()) Put($"blobs/{name}", (store.ReadBlob(name) ?? throw new StoreFaultException($"blob {name}: the store does not have it")).Span);
        Put("key", Encoding.UTF8.GetBytes(signer.Key + "\n"));
        if (proofs.Policy is { } policy) Put("policy", Encoding.UTF8.GetBytes(policy.ToString()));
        if (proofs.Continues is { } continues) Put("continues", continues);
        foreach (var at in proofs.Published?.Sizes ?? [])
            if ((ulong)at <= size) Put(string.Create(CultureInfo.InvariantCulture, $"checkpoints/{at}"), proofs.Published!.Read(at)!);
        Put("verify/index.html", VerifierPage());
        Put("README.txt", Encoding.UTF8.GetBytes(ReadMe(signer.Key, size)));
        Put("checkpoint", checkpoint);
        Write(ExportManifest.FileName, ExportManifest.Of(signer.Key.Name, files).Sign(signer).ToBytes());
    }

    /// <summary>The page that checks the folder in any browser, offline; made from <c>web/src/verify</c>.</summary>
    internal static byte[] VerifierPage()
    {
        using var stream = typeof(ExportWriter).Assembly.GetManifestResourceStream("verify.html")!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    private static string ReadMe(VerifierKey key, ulong size) => string.Create(CultureInfo.InvariantCulture, $"""
        The record of an organisation: {size} entries of the log {key.Name}.

        Its key, which you should compare with one that you know from elsewhere:
        {key}

        How to check it:
        - open verify/index.html in a browser and choose this folder; nothing is sent anywhere
        - mandate verify FOLDER --key KEY executes every decision again
        - the folder is laid out as c2sp.org/tlog-tiles says, so that programs of others read it too
        - sed '1,2d;/^$/,$d' manifest | sha256sum --check finds changed files

        Names and addresses are not part of it.

        """).ReplaceLineEndings("\n");

    private void Put(string path, ReadOnlySpan<byte> bytes)
    {
        files.Add(path, new(SHA256.HashData(bytes)));
        bytesWritten += bytes.Length;
        Write(path, bytes);
    }

    private void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var file = Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
        stream.Write(bytes);
        stream.Flush(flushToDisk: path == ExportManifest.FileName);
    }
}
