using System.Globalization;
using Mandate.Ledger;
using Mandate.Node.Stores;
using Mandate.Node.Witnessing;

namespace Mandate.Node.Verification;

/// <summary>Where a record is read from that is to be verified: an export, or an organisation's own store. Trusted in nothing.</summary>
public abstract class RecordSource : IDisposable
{
    /// <summary>The verifier key as the source gives it; null where it has none.</summary>
    public abstract byte[]? Key { get; }

    public abstract byte[]? Checkpoint { get; }

    /// <summary>The signed list of files; null where the source is no export.</summary>
    public abstract byte[]? Manifest { get; }

    /// <summary>Whether there must be a manifest.</summary>
    public abstract bool IsExport { get; }

    /// <summary>A tile or bundle by its path.</summary>
    public abstract byte[]? Tile(TilePath path);

    public abstract ReadOnlyMemory<byte>? Blob(string sha256);

    /// <summary>All files, by path with forward slashes; null where the source cannot list them.</summary>
    public virtual IEnumerable<string>? Files => null;

    /// <summary>A file by its path, for the manifest.</summary>
    public virtual Stream? Open(string path) => null;

    /// <summary>The last checkpoint of the ledger that this one continues; null where it continues none.</summary>
    public virtual byte[]? Continues => null;

    /// <summary>Checkpoints published with their cosignatures, by size, ascending.</summary>
    /// <param name="manifest">The verified list of files; null where there is none.</param>
    public virtual IEnumerable<(long Size, byte[] Note)> PublishedCheckpoints(ExportManifest? manifest)
    {
        const string Prefix = "checkpoints/";
        var listed = manifest?.Files.Keys ?? Files ?? [];
        foreach (var size in listed.Where(f => f.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(f => long.TryParse(f.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 0).Where(n => n > 0).Order())
        {
            using var stream = Open(string.Create(CultureInfo.InvariantCulture, $"{Prefix}{size}"));
            if (stream is null) continue;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            yield return (size, bytes.ToArray());
        }
    }

    public virtual void Dispose() => GC.SuppressFinalize(this);
}

/// <summary>An export on the disk.</summary>
public sealed class ExportFolder(string folder) : RecordSource
{
    private readonly string folder = Path.GetFullPath(folder);

    public override byte[]? Key => Bytes("key");

    public override byte[]? Checkpoint => Bytes("checkpoint");

    public override byte[]? Manifest => Bytes(ExportManifest.FileName);

    public override bool IsExport => true;

    public override byte[]? Continues => Bytes("continues");

    public override byte[]? Tile(TilePath path) => Bytes(path.ToString());

    public override ReadOnlyMemory<byte>? Blob(string sha256) =>
        sha256.Length == 64 && sha256.All(char.IsAsciiHexDigitLower) && Bytes($"blobs/{sha256}") is { } bytes ? bytes : default(ReadOnlyMemory<byte>?);

    public override IEnumerable<string> Files => Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None })
        .Select(f => Path.GetRelativePath(folder, f).Replace(Path.DirectorySeparatorChar, '/'));

    public override Stream? Open(string path) => File.Exists(At(path)) ? File.OpenRead(At(path)) : null;

    private byte[]? Bytes(string path) => File.Exists(At(path)) ? File.ReadAllBytes(At(path)) : null;

    private string At(string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
}

/// <summary>An organisation's own store, which has no manifest.</summary>
public sealed class StoreSource(ILedgerStore store, byte[] checkpoint, VerifierKey key) : RecordSource
{
    private readonly StoredTiles tiles = new(store);

    public override byte[] Key => System.Text.Encoding.UTF8.GetBytes(key + "\n");

    public override byte[] Checkpoint => checkpoint;

    /// <summary>Checkpoints that were published from this store.</summary>
    public PublishedCheckpoints? Witnessed { get; init; }

    public override IEnumerable<(long Size, byte[] Note)> PublishedCheckpoints(ExportManifest? manifest) => Witnessed?.Sizes.Select(s => (s, Witnessed.Read(s)!)) ?? [];

    public override byte[]? Manifest => null;

    public override bool IsExport => false;

    public override byte[]? Tile(TilePath path) => tiles.Read(path);

    public override ReadOnlyMemory<byte>? Blob(string sha256) => store.ReadBlob(sha256);
}
