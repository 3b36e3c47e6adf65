using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>A tile with its bytes, ready to be stored.</summary>
public sealed record Tile(TilePath Path, byte[] Bytes);

/// <summary>
/// The unfinished tile of each level: what a writer needs to append leaves and to make new tiles without reading old ones.
/// Immutable, so that a batch can be tried and dropped.
/// </summary>
public sealed class TileEdge
{
    /// <summary>Levels[l]: the 0 to 255 hashes of the unfinished tile at level l.</summary>
    private readonly ImmutableArray<ImmutableArray<Hash>> levels;

    private TileEdge(CompactRange range, ImmutableArray<ImmutableArray<Hash>> levels)
    {
        Range = range;
        this.levels = levels;
    }

    public static TileEdge Empty { get; } = new(CompactRange.Empty, []);

    public ulong Size => Range.Size;

    /// <summary>The same edge as a compact range.</summary>
    public CompactRange Range { get; }

    /// <summary>The root of the tree.</summary>
    public Hash Root => Range.Root;

    /// <summary>The edge of a stored tree: at most one tile a level is read.</summary>
    /// <exception cref="InvalidDataException">A tile is missing or has the wrong length.</exception>
    public static TileEdge Read(ulong size, TileReader read)
    {
        var tree = new TiledTree(size, read);
        var found = ImmutableArray.CreateBuilder<ImmutableArray<Hash>>();
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            var count = size >> (8 * level);
            var first = count & ~0xffUL;
            var hashes = ImmutableArray.CreateBuilder<Hash>();
            for (var i = first; i < count; i++) hashes.Add(tree.Node(8 * level, i));
            found.Add(hashes.ToImmutable());
        }
        return new(tree.Range(size), found.ToImmutable());
    }

    /// <summary>
    /// The edge after more leaves, and the tiles this makes: every tile completed, and the partial tiles of the new size. Partial
    /// tiles need storing only for sizes that are published.
    /// </summary>
    public (TileEdge Edge, ImmutableArray<Tile> Tiles) Append(ReadOnlySpan<Hash> leafHashes)
    {
        MerkleTree.RequireSize(checked(Size + (ulong)leafHashes.Length), nameof(leafHashes));
        var tiles = ImmutableArray.CreateBuilder<Tile>();
        var next = ImmutableArray.CreateBuilder<ImmutableArray<Hash>>();
        ImmutableArray<Hash> arriving = [.. leafHashes];
        for (var level = 0; level < levels.Length || !arriving.IsEmpty; level++)
        {
            var before = level < levels.Length ? levels[level] : [];
            if (arriving.IsEmpty)
            {
                next.Add(before);
                continue;
            }
            var hashes = before.AddRange(arriving);
            var index = (Size >> (8 * level)) >> 8;
            var up = ImmutableArray.CreateBuilder<Hash>(hashes.Length / TilePath.FullWidth);
            var offset = 0;
            for (; hashes.Length - offset >= TilePath.FullWidth; offset += TilePath.FullWidth, index++)
            {
                var full = hashes.AsSpan().Slice(offset, TilePath.FullWidth);
                tiles.Add(new(TilePath.Hashes(level, index), HashTile.Format(full)));
                up.Add(HashTile.CompleteRoot(full));
            }
            var left = hashes[offset..];
            if (!left.IsEmpty) tiles.Add(new(TilePath.Hashes(level, index, left.Length), HashTile.Format(left.AsSpan())));
            next.Add(left);
            arriving = up.ToImmutable();
        }
        return (new(Range.Append(leafHashes), next.ToImmutable()), tiles.ToImmutable());
    }
}
