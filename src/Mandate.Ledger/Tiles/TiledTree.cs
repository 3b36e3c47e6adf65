using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>
/// The tree of a stored log of a given size, read through its tiles: nodes, roots and proofs. It trusts the store; the verifier
/// recomputes. A tile that is missing or has the wrong length is an <see cref="InvalidDataException"/> that names it.
/// Keeps the tiles it has read, so make one for each request or batch.
/// </summary>
public sealed class TiledTree
{
    private readonly TileReader read;
    private readonly Dictionary<(int Level, ulong Index), ImmutableArray<Hash>> tiles = [];

    /// <exception cref="ArgumentOutOfRangeException">The size is above 2^62.</exception>
    public TiledTree(ulong size, TileReader read)
    {
        MerkleTree.RequireSize(size, nameof(size));
        Size = size;
        this.read = read;
    }

    public ulong Size { get; }

    public Hash Root => Range(Size).Root;

    /// <summary>The right edge of the tree of the first <paramref name="size"/> leaves.</summary>
    public CompactRange Range(ulong size)
    {
        RequireWithin(size);
        return CompactRange.Read(size, Node);
    }

    public ImmutableArray<Hash> InclusionProof(ulong index, ulong size)
    {
        RequireWithin(size);
        return Ledger.InclusionProof.Build(index, size, Node);
    }

    public ImmutableArray<Hash> ConsistencyProof(ulong oldSize, ulong newSize)
    {
        RequireWithin(newSize);
        return Ledger.ConsistencyProof.Build(oldSize, newSize, Node);
    }

    /// <summary>The leaf hash at an index.</summary>
    public Hash Leaf(ulong index) => Node(0, index);

    /// <summary>A <see cref="NodeReader"/> over the tiles.</summary>
    public Hash Node(int level, ulong index)
    {
        var tileLevel = level / 8;
        var within = level % 8;
        // 2^within hashes of the tile's own level, which lie in one tile because 2^within divides 256.
        var first = index << within;
        var hashes = Tile(tileLevel, first >> 8);
        var offset = (int)(first & 0xff);
        var count = 1 << within;
        if (offset + count > hashes.Length)
            throw new InvalidDataException($"{TilePath.Hashes(tileLevel, first >> 8)}: has {hashes.Length} hashes, and number {offset + count - 1} is needed");
        return HashTile.CompleteRoot(hashes.AsSpan().Slice(offset, count));
    }

    private ImmutableArray<Hash> Tile(int level, ulong index)
    {
        if (tiles.TryGetValue((level, index), out var known)) return known;
        var count = Size >> (8 * level);
        var width = count >> 8 > index ? TilePath.FullWidth : (int)(count & 0xff);
        if (width == 0 || index > count >> 8) throw new InvalidDataException($"a tree of {Size} leaves has no tile {TilePath.Hashes(level, index)}");
        var path = TilePath.Hashes(level, index, width);
        var hashes = ReadTile(path);
        tiles.Add((level, index), hashes);
        return hashes;
    }

    private ImmutableArray<Hash> ReadTile(TilePath path)
    {
        string? fault;
        if (read(path) is { } bytes)
            return HashTile.TryParse(bytes, path.Width, out var hashes, out fault) ? hashes : throw new InvalidDataException($"{path}: {fault}");
        if (path.IsFull || read(path.Full) is not { } full) throw new InvalidDataException($"{path}: missing");
        return HashTile.TryParse(full, TilePath.FullWidth, out var all, out fault)
            ? all[..path.Width]
            : throw new InvalidDataException($"{path.Full}: {fault}");
    }

    private void RequireWithin(ulong size)
    {
        if (size > Size) throw new ArgumentOutOfRangeException(nameof(size), size, $"the tree has {Size} leaves");
    }
}
