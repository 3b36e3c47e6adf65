using FsCheck;
using FsCheck.Fluent;

namespace Mandate.Ledger.Tests;

public sealed class BulkHashingTests
{
    [Fact]
    public void Many_node_hashes_are_the_single_ones()
    {
        for (var count = 0; count < 40; count++)
        {
            var children = Enumerable.Range(0, 2 * count).Select(i => MerkleTree.LeafHash([(byte)i, (byte)count])).ToArray();
            var parents = new Hash[count];
            BulkHashing.NodeHashes(children, parents);
            Assert.Equal(Enumerable.Range(0, count).Select(i => MerkleTree.NodeHash(children[2 * i], children[2 * i + 1])), parents);
        }
        Assert.Throws<ArgumentException>(() => BulkHashing.NodeHashes(new Hash[3], new Hash[1]));
    }

    [Fact]
    public void Leaf_hashes_of_every_length_around_the_block_borders_are_the_single_ones()
    {
        var entries = Enumerable.Range(0, 400).Select(Entry).ToArray();
        Check(entries);
        Check([.. entries.Reverse()]);
        foreach (var one in entries) Check([one]);
        Check([Entry(65_535), Entry(0), Entry(3)]);
    }

    [Fact]
    public void Leaf_hashes_of_any_mixture_are_the_single_ones() => Prop.ForAll<NonNegativeInt[]>(lengths =>
    {
        Check([.. lengths.Select(l => Entry(l.Get * 7))]);
        return true;
    }).QuickCheckThrowOnFailure();

    private static ReadOnlyMemory<byte> Entry(int length) => Enumerable.Range(0, length).Select(i => (byte)(i * 31 + length)).ToArray();

    private static void Check(ReadOnlyMemory<byte>[] entries)
    {
        var hashes = new Hash[entries.Length];
        BulkHashing.LeafHashes(entries, hashes);
        Assert.Equal(entries.Select(e => MerkleTree.LeafHash(e.Span)), hashes);
    }
}
