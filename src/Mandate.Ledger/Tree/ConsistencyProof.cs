using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Ledger;

/// <summary>Proof that a tree only grew: the older one's leaves are the first leaves of the newer one (RFC 9162, 2.1.4).</summary>
public static class ConsistencyProof
{
    /// <summary>The proof from the tree of the first <paramref name="oldSize"/> leaves to that of the first <paramref name="newSize"/>; empty from 0 and between equal sizes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The old size is above the new, or the new above 2^62.</exception>
    public static ImmutableArray<Hash> Build(ulong oldSize, ulong newSize, NodeReader read)
    {
        MerkleTree.RequireSize(newSize, nameof(newSize));
        if (oldSize > newSize) throw new ArgumentOutOfRangeException(nameof(oldSize), oldSize, $"the newer tree has {newSize} leaves");
        if (oldSize == 0 || oldSize == newSize) return [];
        var proof = ImmutableArray.CreateBuilder<Hash>();
        ulong begin = 0, end = newSize;
        // SUBPROOF of RFC 6962, 2.1.2, walked from the root down.
        while (end != oldSize)
        {
            var middle = begin + SubtreeHashes.Split(end - begin);
            if (oldSize <= middle)
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
        // The verifier knows the old root itself, so it is left out where the old tree is a complete left subtree.
        if (begin != 0) proof.Add(SubtreeHashes.Root(begin, end, read));
        proof.Reverse();
        return proof.ToImmutable();
    }

    /// <summary>
    /// RFC 9162, 2.1.4.2. Equal sizes need equal roots and an empty proof; size 0 needs the empty tree's root and an empty proof.
    /// False, never an exception, for whatever does not hold, sizes above 2^62 included.
    /// </summary>
    public static bool Verify(ulong oldSize, ulong newSize, in Hash oldRoot, in Hash newRoot, ReadOnlySpan<Hash> proof)
    {
        if (newSize > MerkleTree.MaximumSize || oldSize > newSize) return false;
        if (oldSize == newSize) return proof.IsEmpty && oldRoot == newRoot && (oldSize != 0 || oldRoot == MerkleTree.EmptyRoot);
        if (oldSize == 0) return proof.IsEmpty && oldRoot == MerkleTree.EmptyRoot;
        if (proof.IsEmpty) return false;

        var fn = oldSize - 1;
        var sn = newSize - 1;
        while ((fn & 1) == 1)
        {
            fn >>= 1;
            sn >>= 1;
        }
        var rest = proof;
        Hash start;
        if (BitOperations.IsPow2(oldSize))
        {
            start = oldRoot;
        }
        else
        {
            start = proof[0];
            rest = proof[1..];
        }
        var fr = start;
        var sr = start;
        foreach (var c in rest)
        {
            if (sn == 0) return false;
            if ((fn & 1) == 1 || fn == sn)
            {
                fr = MerkleTree.NodeHash(c, fr);
                sr = MerkleTree.NodeHash(c, sr);
                while ((fn & 1) == 0 && fn != 0)
                {
                    fn >>= 1;
                    sn >>= 1;
                }
            }
            else
            {
                sr = MerkleTree.NodeHash(sr, c);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && fr == oldRoot && sr == newRoot;
    }
}
