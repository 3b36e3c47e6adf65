using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;

namespace Mandate.Node.Witnessing;

/// <summary>
/// Every checkpoint that was published with its cosignatures, one file for each size, never changed: what members can say they
/// have seen, and what shows that a change of witnesses was seen by those before.
/// </summary>
public sealed class PublishedCheckpoints(string folder)
{
    private readonly Lock gate = new();
    private Dictionary<string, long>? bySha256;
    private byte[]? latest;

    /// <summary>Sizes for which one was published, ascending.</summary>
    public ImmutableArray<long> Sizes => Directory.Exists(folder)
        ? [.. Directory.EnumerateFiles(folder).Select(f => long.TryParse(Path.GetFileName(f), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : -1).Where(s => s > 0).Order()]
        : [];

    /// <summary>The newest; null before the first.</summary>
    public byte[]? Latest
    {
        get
        {
            lock (gate) return latest ??= Sizes is [.., var last] ? Read(last) : null;
        }
    }

    public byte[]? Read(long size)
    {
        var file = At(size);
        return File.Exists(file) ? File.ReadAllBytes(file) : null;
    }

    /// <summary>The size of the checkpoint whose file has that SHA-256 (lower hex); null where none was published.</summary>
    public long? Find(string sha256)
    {
        lock (gate)
        {
            bySha256 ??= Sizes.ToDictionary(s => Name(Read(s)!), s => s, StringComparer.Ordinal);
            return bySha256.TryGetValue(sha256, out var size) ? size : null;
        }
    }

    /// <summary>Keeps one, durable when it returns; the first of a size stays.</summary>
    public void Keep(long size, byte[] note)
    {
        lock (gate)
        {
            if (File.Exists(At(size))) return;
            Directory.CreateDirectory(folder);
            var beside = At(size) + ".part";
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
            {
                stream.Write(note);
                stream.Flush(flushToDisk: true);
            }
            File.Move(beside, At(size));
            bySha256?.TryAdd(Name(note), size);
            latest = note;
        }
    }

    public static string Name(byte[] note) => Convert.ToHexStringLower(SHA256.HashData(note));

    private string At(long size) => Path.Combine(folder, size.ToString(CultureInfo.InvariantCulture));
}
