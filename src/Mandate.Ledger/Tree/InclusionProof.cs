using System.Collections.Immutable;

namespace Mandate.Ledger;

/// <summary>Proof that a leaf is in a tree: the siblings on the way from the leaf to the root (RFC 9162, 2.1.3).</summary>
public static class InclusionProof
{
    /// <summary>The proof for the leaf at <paramref name="index"/> in the tree of the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The index is not below the size, or the size is above 2^62.</exception>
    public static ImmutableArray<Hash> Build(ulong index, ulong size, NodeReader read)
    {
        MerkleTree.RequireSize(size, nameof(size));
        if (index >= size) throw new ArgumentOutOfRangeException(nameof(index), index, $"the tree has {size} leaves");
        var proof = ImmutableArray.CreateBuilder<Hash>();
        ulong begin = 0, end = size;
        while (end - begin > 1)
        {
            var middle = begin + SubtreeHashes.Split(end - begin);
            if (index < middle)
            {
                proof.Add(SubtreeHashes.Root(middle, end, read));
                end = middle;
            }
            else
            {
                proof.Add(SubtreeHashes.Root(begin, middle, read));
                begin = middle;
            }
        }
        proof.Reverse();
        return proof.ToImmutable();
    }

    /// <summary>
    /// RFC 9162, 2.1.3.2. The size and root must come from a signed checkpoint: a path also fits other sizes of the same shape.
    /// False, never an exception, for whatever does not hold, sizes above 2^62 included.
    /// </summary>
    public static bool Verify(ulong index, ulong size, in Hash leafHash, in Hash root, ReadOnlySpan<Hash> proof)
    {
        if (size > MerkleTree.MaximumSize || index >= size) return false;
        var fn = index;
        var sn = size - 1;
        var r = leafHash;
        foreach (var p in proof)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                r = MerkleTree.NodeHash(p, r);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                r = MerkleTree.NodeHash(r, p);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && r == root;
    }
}
