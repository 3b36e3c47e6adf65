using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ledger.Tests;

/// <summary>The tree against the recursive definition of RFC 6962, on trees of our own.</summary>
public sealed class TreeTests
{
    private static readonly Hash[] Leaves = [.. Enumerable.Range(0, 700).Select(i => MerkleTree.LeafHash([(byte)i, (byte)(i >> 8)]))];

    /// <summary>MTH of RFC 6962, 2.1, word by word.</summary>
    private static Hash Mth(ReadOnlySpan<Hash> leaves)
    {
        if (leaves.IsEmpty) return MerkleTree.EmptyRoot;
        if (leaves.Length == 1) return leaves[0];
        var k = 1;
        while (2 * k < leaves.Length) k *= 2;
        return MerkleTree.NodeHash(Mth(leaves[..k]), Mth(leaves[k..]));
    }

    private static NodeReader Reader(Hash[] leaves) => (level, index) => Mth(leaves.AsSpan((int)(index << level), 1 << level));

    [Fact]
    public void The_empty_tree_has_the_hash_of_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", CompactRange.Empty.Root.ToHex());

    [Fact]
    public void Every_way_to_the_root_agrees_with_the_definition() => Prop.ForAll<NonNegativeInt, NonNegativeInt>((a, b) =>
    {
        var size = (a.Get * 37) % (Leaves.Length + 1);
        var first = size == 0 ? 0 : b.Get % size;
        var leaves = Leaves[..size];
        var (edge, tiles) = TileEdge.Empty.Append(leaves);
        var files = tiles.ToDictionary(t => t.Path, t => t.Bytes);
        TileReader read = files.GetValueOrDefault;
        var root = Mth(leaves);
        return CompactRange.Empty.Append(leaves.AsSpan(0, first)).Append(leaves.AsSpan(first)).Root == root
            && edge.Root == root && TileEdge.Empty.Append(leaves.AsSpan(0, first)).Edge.Append(leaves.AsSpan(first)).Edge.Root == root
            && new TiledTree((ulong)size, read).Root == root && TileEdge.Read((ulong)size, read).Root == root
            && TilePath.AllTiles((ulong)size).Where(p => !p.IsEntries).ToHashSet().SetEquals(files.Keys);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Leaves_appended_in_bulk_make_the_edge_that_one_by_one_makes()
    {
        for (var before = 0; before < 70; before++)
        {
            var old = CompactRange.Empty.Append(Leaves.AsSpan(0, before));
            var slowly = old;
            for (var count = 1; count < 90; count++)
            {
                slowly = slowly.Append(Leaves[before + count - 1]);
                Assert.Equal(slowly.Hashes, old.Append(Leaves.AsSpan(before, count)).Hashes);
            }
        }
    }

    [Fact]
    public void A_proof_holds_for_its_own_leaf_size_and_root_only() => Prop.ForAll<NonNegativeInt, NonNegativeInt, NonNegativeInt>((a, b, c) =>
    {
        var size = 1 + a.Get * 31 % Leaves.Length;
        var index = (ulong)(b.Get * 17 % size);
        var read = Reader(Leaves);
        var proof = InclusionProof.Build(index, (ulong)size, read);
        var root = Mth(Leaves.AsSpan(0, size));
        var leaf = Leaves[index];
        if (!InclusionProof.Verify(index, (ulong)size, leaf, root, proof.AsSpan())) return false;
        var other = Leaves[(index + 1 + (ulong)c.Get) % (ulong)Leaves.Length];
        return (other == leaf || !InclusionProof.Verify(index, (ulong)size, other, root, proof.AsSpan()))
            && !InclusionProof.Verify(index, (ulong)size, leaf, other, proof.AsSpan()) == (size != 1 || other != root)
            && !InclusionProof.Verify((ulong)size, (ulong)size, leaf, root, proof.AsSpan())
            && !InclusionProof.Verify(index, (ulong)size, leaf, root, proof.Add(leaf).AsSpan())
            && (proof.IsEmpty || !InclusionProof.Verify(index, (ulong)size, leaf, root, proof.AsSpan()[1..]));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tree_is_shown_to_continue_only_what_it_continues() => Prop.ForAll<NonNegativeInt, NonNegativeInt>((a, b) =>
    {
        var size = 1 + a.Get * 31 % Leaves.Length;
        var old = b.Get * 17 % (size + 1);
        var proof = ConsistencyProof.Build((ulong)old, (ulong)size, Reader(Leaves));
        var (oldRoot, root) = (Mth(Leaves.AsSpan(0, old)), Mth(Leaves.AsSpan(0, size)));
        var other = MerkleTree.NodeHash(oldRoot, root);
        return ConsistencyProof.Verify((ulong)old, (ulong)size, oldRoot, root, proof.AsSpan())
            && !ConsistencyProof.Verify((ulong)old, (ulong)size, other, root, proof.AsSpan())
            && (old == 0 || !ConsistencyProof.Verify((ulong)old, (ulong)size, oldRoot, other, proof.AsSpan()))
            && !ConsistencyProof.Verify((ulong)old, (ulong)size, oldRoot, root, proof.Add(other).AsSpan())
            && (old == size || !ConsistencyProof.Verify((ulong)size, (ulong)old, root, oldRoot, proof.AsSpan()));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Sizes_above_two_to_the_62_are_refused_at_once()
    {
        NodeReader never = (_, _) => throw new InvalidOperationException("no node may be read");
        foreach (var size in new[] { MerkleTree.MaximumSize + 1, 1UL << 63, ulong.MaxValue })
        {
            Assert.False(InclusionProof.Verify(0, size, Leaves[0], Leaves[0], new Hash[62]));
            Assert.False(InclusionProof.Verify(size - 1, size, Leaves[0], Leaves[0], new Hash[64]));
            Assert.False(ConsistencyProof.Verify(1, size, Leaves[0], Leaves[0], new Hash[62]));
            Assert.False(ConsistencyProof.Verify(size, size, Leaves[0], Leaves[0], []));
            Assert.Throws<ArgumentOutOfRangeException>(() => InclusionProof.Build(0, size, never));
            Assert.Throws<ArgumentOutOfRangeException>(() => ConsistencyProof.Build(1, size, never));
            Assert.Throws<ArgumentOutOfRangeException>(() => CompactRange.Read(size, never));
            Assert.Throws<ArgumentOutOfRangeException>(() => new TiledTree(size, _ => null));
            Assert.Throws<ArgumentOutOfRangeException>(() => TilePath.AllTiles(size).First());
        }
        var full = CompactRange.From(MerkleTree.MaximumSize, [Leaves[0]]);
        Assert.Throws<ArgumentOutOfRangeException>(() => full.Append(Leaves[1]));
        Assert.Throws<ArgumentException>(() => CompactRange.From(3, [Leaves[0]]));
    }

    [Fact]
    public void A_missing_or_short_tile_is_named()
    {
        var log = new SampleLog().Grow(600);
        var tree = new TiledTree(600, p => p == TilePath.Hashes(0, 1) ? null : log.Read(p));
        var missing = Assert.Throws<InvalidDataException>(() => tree.InclusionProof(300, 600));
        Assert.Equal("tile/0/001: missing", missing.Message);
        var brief = new TiledTree(600, p => p == TilePath.Hashes(0, 1) ? log.Read(p)![..8000] : log.Read(p));
        Assert.Contains("8192 bytes, not 8000", Assert.Throws<InvalidDataException>(() => brief.Leaf(300)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_partial_tile_may_be_replaced_by_the_full_one()
    {
        var log = new SampleLog().Grow(200);
        var old = log.Checkpoint;
        log.Grow(512);
        foreach (var path in log.Files.Keys.Where(p => !p.IsFull && p.Level < 1).ToList()) log.Files.Remove(path);
        Assert.Equal(old.Root, new TiledTree(200, log.Read).Root);
        Assert.Null(new LogVerifier(old, log.Read).Verify());
    }
}
