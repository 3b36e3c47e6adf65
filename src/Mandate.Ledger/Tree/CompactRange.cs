using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Ledger;

/// <summary>
/// The right edge of a tree: the roots of its complete subtrees, largest first, one for each bit of the size. It is all that
/// appending and the root need: at most 62 hashes, whatever the size. Immutable.
/// </summary>
public sealed class CompactRange
{
    private CompactRange(ulong size, ImmutableArray<Hash> hashes)
    {
        Size = size;
        Hashes = hashes;
    }

    public static CompactRange Empty { get; } = new(0, []);

    /// <summary>Leaves in the tree.</summary>
    public ulong Size { get; }

    /// <summary>The roots of the complete subtrees, largest first.</summary>
    public ImmutableArray<Hash> Hashes { get; }

    /// <summary>The edge of a known tree.</summary>
    /// <exception cref="ArgumentException">The number of hashes is not the number of one bits of the size, or the size is above 2^62.</exception>
    public static CompactRange From(ulong size, ImmutableArray<Hash> hashes)
    {
        MerkleTree.RequireSize(size, nameof(size));
        if (hashes.Length != BitOperations.PopCount(size))
            throw new ArgumentException($"a tree of {size} leaves has {BitOperations.PopCount(size)} complete subtrees, not {hashes.Length}", nameof(hashes));
        return new(size, hashes);
    }

    /// <summary>The edge of a stored tree, read node by node.</summary>
    public static CompactRange Read(ulong size, NodeReader read)
    {
        MerkleTree.RequireSize(size, nameof(size));
        return new(size, [.. MerkleTree.CompleteSubtrees(0, size).Select(node => read(node.Level, node.Index))]);
    }

    public CompactRange Append(Hash leafHash) => Append([leafHash]);

    /// <summary>The edge after more leaves, given by their leaf hashes in order.</summary>
    public CompactRange Append(ReadOnlySpan<Hash> leafHashes)
    {
        MerkleTree.RequireSize(checked(Size + (ulong)leafHashes.Length), nameof(leafHashes));
        return leafHashes.Length < 8 ? AppendOneByOne(leafHashes) : AppendInBulk(leafHashes);
    }

    private CompactRange AppendOneByOne(ReadOnlySpan<Hash> leafHashes)
    {
        Span<Hash> stack = stackalloc Hash[64];
        Hashes.CopyTo(stack);
        var height = Hashes.Length;
        var size = Size;
        foreach (var leaf in leafHashes)
        {
            stack[height++] = leaf;
            // Each one bit at the end of the size is a finished subtree as large as the new one: the two become one.
            for (var ones = size; (ones & 1) == 1; ones >>= 1)
            {
                height--;
                stack[height - 1] = MerkleTree.NodeHash(stack[height - 1], stack[height]);
            }
            size++;
        }
        return new(size, [.. stack[..height]]);
    }

    /// <summary>The same level by level: at each, the subtree that was left over and the new ones are paired, all pairs at once.</summary>
    private CompactRange AppendInBulk(ReadOnlySpan<Hash> leafHashes)
    {
        var left = new List<Hash>();
        var below = Hashes.Length;
        var arriving = new Hash[leafHashes.Length + 1];
        leafHashes.CopyTo(arriving.AsSpan(1));
        var (begin, count) = (1, leafHashes.Length);
        for (var level = 0; Size >> level != 0 || count > 0; level++)
        {
            if ((Size >> level & 1) == 1)
            {
                var old = Hashes[--below];
                if (count == 0)
                {
                    left.Add(old);
                    continue;
                }
                arriving[--begin] = old;
                count++;
            }
            if ((count & 1) == 1) left.Add(arriving[begin + count - 1]);
            var parents = count / 2;
            // Parents go from place 1 on, never past what is still to be read; place 0 is for the next level's left-over subtree.
            BulkHashing.NodeHashes(arriving.AsSpan(begin, 2 * parents), arriving.AsSpan(1, parents));
            begin = 1;
            count = parents;
        }
        left.Reverse();
        return new(Size + (ulong)leafHashes.Length, [.. left]);
    }

    /// <summary>The root of the tree.</summary>
    public Hash Root
    {
        get
        {
            if (Hashes.IsEmpty) return MerkleTree.EmptyRoot;
            var root = Hashes[^1];
            for (var i = Hashes.Length - 2; i >= 0; i--) root = MerkleTree.NodeHash(Hashes[i], root);
            return root;
        }
    }
}
