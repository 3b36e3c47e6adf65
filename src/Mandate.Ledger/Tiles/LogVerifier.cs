using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>The first thing found wrong with a stored log: which file, which entry where one can be named, and what.</summary>
public sealed record LogFault(TilePath? Path, ulong? Entry, string What)
{
    public override string ToString() => (Path is { } path ? $"{path}: " : "") + (Entry is { } entry ? $"entry {entry}: " : "") + What;
}

/// <summary>
/// Recomputes a stored log from the root of a checkpoint down: the tiles of the right edge must give the root, every full tile must
/// hash to its place in the tile above, every entry to its place in its level-0 tile. The checkpoint's signatures are the caller's to
/// check. Holds no state between calls, so stretches of entries can be checked side by side.
/// </summary>
public sealed class LogVerifier
{
    private readonly Checkpoint checkpoint;
    private readonly TileReader read;

    /// <exception cref="ArgumentOutOfRangeException">The size is above 2^62.</exception>
    public LogVerifier(Checkpoint checkpoint, TileReader read)
    {
        MerkleTree.RequireSize(checkpoint.Size, nameof(checkpoint));
        this.checkpoint = checkpoint;
        this.read = read;
    }

    /// <summary>Bundles in the log, the unfinished one included.</summary>
    public ulong Bundles => (checkpoint.Size + 255) >> 8;

    /// <summary>Checks the tree and all entries; <paramref name="onEntry"/> sees each entry that holds, in order. Null when all holds.</summary>
    public LogFault? Verify(Action<ulong, ReadOnlyMemory<byte>>? onEntry = null) => CheckTree() ?? CheckEntries(0, Bundles, onEntry);

    /// <summary>Checks the hash tiles against the root, from the top level down.</summary>
    public LogFault? CheckTree()
    {
        try
        {
            var root = new TiledTree(checkpoint.Size, read).Root;
            if (root != checkpoint.Root) return new(null, null, $"the tiles of the right edge give the root {root}, and the checkpoint says {checkpoint.Root}");
        }
        catch (InvalidDataException missing)
        {
            return new(null, null, missing.Message);
        }
        for (var level = 7; level >= 0; level--)
        {
            ImmutableArray<Hash> above = [];
            var full = TilePath.FullTiles(level, checkpoint.Size);
            for (var index = 0UL; index < full; index++)
            {
                if ((index & 0xff) == 0 && ReadTile(level + 1, index >> 8, out above) is { } faultAbove) return faultAbove;
                if (ReadTile(level, index, out var hashes) is { } fault) return fault;
                if (HashTile.CompleteRoot(hashes.AsSpan()) != above[(int)(index & 0xff)])
                    return new(TilePath.Hashes(level, index), null, $"does not hash to number {index & 0xff} of {TilePath.Hashes(level + 1, index >> 8).Full}");
            }
        }
        return null;
    }

    /// <summary>Checks the entries of the bundles from one number to before another against their level-0 tiles.</summary>
    public LogFault? CheckEntries(ulong firstBundle, ulong endBundle, Action<ulong, ReadOnlyMemory<byte>>? onEntry = null)
    {
        for (var index = firstBundle; index < endBundle; index++)
        {
            if (ReadTile(0, index, out var hashes) is { } tileFault) return tileFault;
            if (ReadBundle(index, hashes.Length, out var entries) is { } fault) return fault;
            var leaves = EntryBundle.LeafHashes(entries);
            for (var i = 0; i < entries.Length; i++)
            {
                var number = (index << 8) + (ulong)i;
                if (leaves[i] != hashes[i])
                    return new(TilePath.Entries(index, entries.Length), number, $"hashes to {leaves[i]}, and the tree has {hashes[i]}");
                onEntry?.Invoke(number, entries[i]);
            }
        }
        return null;
    }

    /// <summary>Checks an older partial tile or bundle that is still there: it must be the beginning of the one at its place.</summary>
    public LogFault? CheckPartial(TilePath path)
    {
        if (read(path) is not { } bytes) return new(path, null, "missing");
        if (path.IsEntries)
        {
            if (!EntryBundle.TryParse(bytes, path.Width, out var older, out var bad)) return new(path, null, bad);
            if (ReadTile(0, path.Index, out var leaves) is { } fault) return fault;
            if (older.Length > leaves.Length) return new(path, null, $"holds more entries than the log's {checkpoint.Size}");
            var hashes = EntryBundle.LeafHashes(older);
            for (var i = 0; i < hashes.Length; i++)
                if (hashes[i] != leaves[i]) return new(path, (path.Index << 8) + (ulong)i, $"hashes to {hashes[i]}, and the tree has {leaves[i]}");
            return null;
        }
        if (!HashTile.TryParse(bytes, path.Width, out var beginning, out var wrong)) return new(path, null, wrong);
        if (ReadTile(path.Level, path.Index, out var tile) is { } missing) return missing;
        return beginning.Length <= tile.Length && tile.AsSpan()[..beginning.Length].SequenceEqual(beginning.AsSpan())
            ? null
            : new(path, null, "is not the beginning of the tile at its place");
    }

    private int Width(int level, ulong index)
    {
        var count = level > 7 ? 0 : checkpoint.Size >> (8 * level);
        return index < count >> 8 ? TilePath.FullWidth : index == count >> 8 ? (int)(count & 0xff) : 0;
    }

    private LogFault? ReadTile(int level, ulong index, out ImmutableArray<Hash> hashes)
    {
        hashes = [];
        var width = Width(level, index);
        if (width == 0) return new(TilePath.Hashes(level, index), null, $"a log of {checkpoint.Size} entries has no such tile");
        var path = TilePath.Hashes(level, index, width);
        if (Find(path, out var found) is not { } bytes) return new(path, null, "missing");
        if (!HashTile.TryParse(bytes, found.Width, out var all, out var fault)) return new(found, null, fault);
        hashes = all[..width];
        return null;
    }

    private LogFault? ReadBundle(ulong index, int width, out ImmutableArray<ReadOnlyMemory<byte>> entries)
    {
        entries = [];
        var path = TilePath.Entries(index, width);
        if (Find(path, out var found) is not { } bytes) return new(path, null, "missing");
        if (!EntryBundle.TryParse(bytes, found.Width, out var all, out var fault)) return new(found, null, fault);
        entries = all[..width];
        return null;
    }

    /// <summary>The tile, or the full one in its place.</summary>
    private byte[]? Find(TilePath path, out TilePath found)
    {
        found = path;
        if (read(path) is { } bytes) return bytes;
        found = path.Full;
        return path.IsFull ? null : read(found);
    }
}
