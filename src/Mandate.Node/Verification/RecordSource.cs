using Mandate.Ledger;
using Mandate.Node.Stores;

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

    public override byte[]? Manifest => null;

    public override bool IsExport => false;

    public override byte[]? Tile(TilePath path) => tiles.Read(path);

    public override ReadOnlyMemory<byte>? Blob(string sha256) => store.ReadBlob(sha256);
}
