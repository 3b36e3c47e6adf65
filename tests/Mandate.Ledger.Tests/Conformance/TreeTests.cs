using System.Collections.Immutable;

namespace Mandate.Ledger.Tests.Conformance;

[Trait("Category", "Conformance")]
public sealed class TreeTests
{
    [Fact]
    public void Leaf_and_node_hashes_are_those_of_the_standard()
    {
        var data = TlogData.Json("hashes.json");
        Assert.Equal(data.Text("empty_root_hex"), MerkleTree.EmptyRoot.ToHex());
        TlogData.All(data.GetProperty("leaf").EnumerateArray(), c =>
            MerkleTree.LeafHash(Convert.FromHexString(c.Text("data_hex"))).ToHex() == c.Text("leaf_hash_hex") ? null : "another hash");
        TlogData.All(data.GetProperty("node").EnumerateArray(), c =>
            MerkleTree.NodeHash(FromHex(c.Text("left_hex")), FromHex(c.Text("right_hex"))).ToHex() == c.Text("node_hash_hex") ? null : "another hash");
    }

    [Fact]
    public void Roots_are_equal_at_every_size_however_the_leaves_arrive()
    {
        var data = TlogData.Json("roots.json");
        var leaves = data.Hashes("leaf_hashes");
        var roots = Roots(data);
        var oneByOne = CompactRange.Empty;
        var tiles = TileEdge.Empty;
        for (var size = 0; size < roots.Length; size++)
        {
            if (size > 0)
            {
                oneByOne = oneByOne.Append(leaves[size - 1]);
                tiles = tiles.Append(leaves.AsSpan().Slice(size - 1, 1)).Edge;
            }
            Assert.Equal(roots[size], oneByOne.Root);
            Assert.Equal(roots[size], tiles.Root);
            Assert.Equal(roots[size], CompactRange.Empty.Append(leaves.AsSpan()[..size]).Root);
            Assert.Equal(roots[size], CompactRange.Empty.Append(leaves.AsSpan()[..(size / 3)]).Append(leaves.AsSpan()[(size / 3)..size]).Root);
            Assert.Equal(roots[size], TileEdge.Empty.Append(leaves.AsSpan()[..(size / 3)]).Edge.Append(leaves.AsSpan()[(size / 3)..size]).Edge.Root);
        }
    }

    [Fact]
    public void Inclusion_proofs_are_produced_and_verified()
    {
        var (leaves, roots, tree) = Known();
        TlogData.All(TlogData.Lines("inclusion.jsonl"), c =>
        {
            var (index, size, proof) = (c.Number("index"), c.Number("size"), c.Hashes("proof"));
            if (!tree.InclusionProof(index, size).SequenceEqual(proof)) return "another proof is produced";
            return InclusionProof.Verify(index, size, leaves[(int)index], roots[(int)size], proof.AsSpan()) ? null : "not accepted";
        });
    }

    [Fact]
    public void Consistency_proofs_are_produced_and_verified()
    {
        var (_, roots, tree) = Known();
        TlogData.All(TlogData.Lines("consistency.jsonl"), c =>
        {
            var (old, size, proof) = (c.Number("old_size"), c.Number("new_size"), c.Hashes("proof"));
            if (!tree.ConsistencyProof(old, size).SequenceEqual(proof)) return "another proof is produced";
            return ConsistencyProof.Verify(old, size, roots[(int)old], roots[(int)size], proof.AsSpan()) ? null : "not accepted";
        });
    }

    [Fact]
    public void Altered_proofs_are_refused()
    {
        TlogData.All(TlogData.Lines("inclusion-negative.jsonl"), c => TlogData.IsReadable(c, "index", "size") &&
            InclusionProof.Verify(c.Number("index"), c.Number("size"), c.Hash("leaf_hash"), c.Hash("root"), c.Hashes("proof").AsSpan()) ? "accepted" : null);
        TlogData.All(TlogData.Lines("consistency-negative.jsonl"), c => TlogData.IsReadable(c, "old_size", "new_size") &&
            ConsistencyProof.Verify(c.Number("old_size"), c.Number("new_size"), c.Hash("old_root"), c.Hash("new_root"), c.Hashes("proof").AsSpan()) ? "accepted" : null);
    }

    [Fact]
    public void Proofs_of_huge_trees_are_produced_and_verified()
    {
        var data = TlogData.Json("huge-trees.json");
        // All leaves are the same, so a complete subtree's root depends on its level only.
        var levels = new Hash[63];
        levels[0] = MerkleTree.LeafHash(Convert.FromHexString(data.Text("leaf_data_hex")));
        for (var i = 1; i < levels.Length; i++) levels[i] = MerkleTree.NodeHash(levels[i - 1], levels[i - 1]);
        Hash Node(int level, ulong index) => levels[level];
        TlogData.All(data.GetProperty("inclusion").EnumerateArray(), c =>
        {
            var (index, size, proof) = (c.Number("index"), c.Number("size"), c.Hashes("proof"));
            if (CompactRange.Read(size, Node).Root != c.Hash("root")) return "another root";
            if (!InclusionProof.Build(index, size, Node).SequenceEqual(proof)) return "another proof is produced";
            return InclusionProof.Verify(index, size, levels[0], c.Hash("root"), proof.AsSpan()) ? null : "not accepted";
        });
        TlogData.All(data.GetProperty("consistency").EnumerateArray(), c =>
        {
            var (old, size, proof) = (c.Number("old_size"), c.Number("new_size"), c.Hashes("proof"));
            if (!ConsistencyProof.Build(old, size, Node).SequenceEqual(proof)) return "another proof is produced";
            return ConsistencyProof.Verify(old, size, c.Hash("old_root"), c.Hash("new_root"), proof.AsSpan()) ? null : "not accepted";
        });
    }

    private static ImmutableArray<Hash> Roots(System.Text.Json.JsonElement data)
    {
        var roots = data.GetProperty("roots").EnumerateArray().OrderBy(r => r.Number("size")).ToList();
        Assert.All(roots.Index(), r => Assert.Equal((ulong)r.Index, r.Item.Number("size")));
        return [.. roots.Select(r => r.Hash("root"))];
    }

    private static Hash FromHex(string hex) => new(Convert.FromHexString(hex));

    private static (ImmutableArray<Hash> Leaves, ImmutableArray<Hash> Roots, TiledTree Tree) Known()
    {
        var data = TlogData.Json("roots.json");
        var leaves = data.Hashes("leaf_hashes");
        var tiles = TileEdge.Empty.Append(leaves.AsSpan()).Tiles.ToDictionary(t => t.Path, t => t.Bytes);
        return (leaves, Roots(data), new((ulong)leaves.Length, p => tiles.GetValueOrDefault(p)));
    }
}
