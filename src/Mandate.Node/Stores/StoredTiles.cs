using Mandate.Ledger;

namespace Mandate.Node.Stores;

/// <summary>
/// The tiles and entry bundles of a stored log at any size it has had. Completed hash tiles are stored; the unfinished ones, and
/// all bundles, are made from the entries when asked for.
/// </summary>
public sealed class StoredTiles(ILedgerStore store)
{
    /// <summary>The tile or bundle, as <see cref="TiledTree"/> asks for it; null where the log is too short for it.</summary>
    public byte[]? Read(TilePath path)
    {
        if (path.IsEntries) return Bundle(path);
        if (path.IsFull) return store.ReadTile(path);
        return path.Level == 0 ? Leaves(path) : Above(path);
    }

    private byte[]? Bundle(TilePath path)
    {
        var entries = store.Read((long)path.Index * TilePath.FullWidth, path.Width).Select(e => e.Body).ToArray();
        return entries.Length == path.Width ? EntryBundle.Format(entries) : null;
    }

    private byte[]? Leaves(TilePath path)
    {
        var leaves = store.Read((long)path.Index * TilePath.FullWidth, path.Width).Select(e => e.Leaf).ToArray();
        return leaves.Length == path.Width ? HashTile.Format(leaves) : null;
    }

    private byte[]? Above(TilePath path)
    {
        var hashes = new Hash[path.Width];
        for (var i = 0; i < hashes.Length; i++)
        {
            var below = TilePath.Hashes(path.Level - 1, path.Index * TilePath.FullWidth + (ulong)i);
            if (store.ReadTile(below) is not { } bytes || !HashTile.TryParse(bytes, TilePath.FullWidth, out var full, out _)) return null;
            hashes[i] = HashTile.CompleteRoot(full.AsSpan());
        }
        return HashTile.Format(hashes);
    }
}
