using System.Buffers.Binary;
using System.Security.Cryptography;
using Microsoft.Win32.SafeHandles;

namespace Mandate.Node.Stores;

/// <summary>
/// The last checkpoint that was signed, kept apart from the log: if the log comes back shorter or different (an old copy
/// restored, a disk that lied), nothing more is signed. Never part of a backup of the log.
/// </summary>
public interface ICheckpointRecord : IDisposable
{
    /// <summary>The signed note; null where nothing was ever kept, or the record is lost.</summary>
    byte[]? Read();

    /// <summary>Durable when it returns.</summary>
    void Keep(byte[] note);
}

/// <summary>
/// A file of two places that are written in turn, each with a counter and a hash: a write torn by a power cut spoils only the one
/// being written, and the other is one batch older, which the log can show to be its own past.
/// </summary>
public sealed class CheckpointFile : ICheckpointRecord
{
    private const int Place = 8192;
    private const int Header = 8 + 4 + 32;

    /// <summary>The longest note that is kept, in bytes.</summary>
    public const int MaximumLength = Place - Header;

    private readonly SafeFileHandle handle;
    private ulong counter;

    private CheckpointFile(SafeFileHandle handle) => this.handle = handle;

    public static CheckpointFile Create(string file) => new(File.OpenHandle(file, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Read));

    /// <summary>Opens the record; one that is lost reads as nothing kept.</summary>
    /// <param name="readOnly">Only to look at what was kept.</param>
    public static CheckpointFile Open(string file, bool readOnly = false) => readOnly
        ? new(File.OpenHandle(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite))
        : new(File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read));

    public byte[]? Read()
    {
        byte[]? newest = null;
        counter = 0;
        for (var place = 0; place < 2; place++)
        {
            var bytes = new byte[Place];
            var length = RandomAccess.Read(handle, bytes, place * (long)Place);
            if (length < Header) continue;
            var count = BinaryPrimitives.ReadUInt64BigEndian(bytes);
            var size = BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(8));
            if (count <= counter || size is < 1 or > Place - Header || length < Header + size) continue;
            if (!SHA256.HashData(bytes.AsSpan(Header, size)).AsSpan().SequenceEqual(bytes.AsSpan(12, 32))) continue;
            counter = count;
            newest = bytes.AsSpan(Header, size).ToArray();
        }
        return newest;
    }

    public void Keep(byte[] note)
    {
        if (note.Length > Place - Header) throw new ArgumentException($"a checkpoint of {note.Length} bytes is longer than the record holds", nameof(note));
        counter++;
        var bytes = new byte[Header + note.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, counter);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(8), note.Length);
        SHA256.HashData(note, bytes.AsSpan(12, 32));
        note.CopyTo(bytes, Header);
        RandomAccess.Write(handle, bytes, (long)(counter % 2) * Place);
        RandomAccess.FlushToDisk(handle);
    }

    public void Dispose() => handle.Dispose();
}

/// <summary>A record in memory, for logs in memory.</summary>
public sealed class MemoryCheckpoint : ICheckpointRecord
{
    private byte[]? last;

    public byte[]? Read() => last;

    public void Keep(byte[] note) => last = note;

    public void Dispose()
    {
    }
}
