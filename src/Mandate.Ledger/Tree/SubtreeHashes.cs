using System.Numerics;

namespace Mandate.Ledger;

/// <summary>Hashes of stretches of leaves, put together from complete subtrees.</summary>
internal static class SubtreeHashes
{
    /// <summary>The largest power of two below n, for n above 1: where RFC 6962 splits n leaves.</summary>
    public static ulong Split(ulong n) => 1UL << BitOperations.Log2(n - 1);

    /// <summary>MTH of the leaves from begin to before end, where begin is a multiple of the power of two that holds the stretch.</summary>
    public static Hash Root(ulong begin, ulong end, NodeReader read)
    {
        Hash? root = null;
        foreach (var (level, index) in MerkleTree.CompleteSubtrees(begin, end).Reverse())
        {
            var hash = read(level, index);
            root = root is { } right ? MerkleTree.NodeHash(hash, right) : hash;
        }
        return root ?? MerkleTree.EmptyRoot;
    }
}
