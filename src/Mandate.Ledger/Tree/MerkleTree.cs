using System.Numerics;
using System.Security.Cryptography;

namespace Mandate.Ledger;

/// <summary>The hashes of the Merkle tree of RFC 6962, 2.1 (RFC 9162, 2.1): 0x00 before a leaf, 0x01 before two children.</summary>
public static class MerkleTree
{
    /// <summary>The standard this file follows.</summary>
    public const string Specification = "RFC 6962, section 2.1; RFC 9162, section 2.1";

    /// <summary>
    /// The largest tree that is dealt with: 2^62 leaves. Larger sizes are refused before any arithmetic, so that no sum or shift
    /// of 64-bit numbers overflows.
    /// </summary>
    public const ulong MaximumSize = 1UL << 62;

    /// <summary>The root of the empty tree: SHA-256 of nothing.</summary>
    public static Hash EmptyRoot { get; } = new(SHA256.HashData([]));

    public static Hash LeafHash(ReadOnlySpan<byte> entry)
    {
        Span<byte> digest = stackalloc byte[Hash.Size];
        if (entry.Length < 1024)
        {
            Span<byte> input = stackalloc byte[entry.Length + 1];
            input[0] = 0;
            entry.CopyTo(input[1..]);
            SHA256.HashData(input, digest);
            return new(digest);
        }
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData([0]);
        hash.AppendData(entry);
        hash.GetHashAndReset(digest);
        return new(digest);
    }

    public static Hash NodeHash(in Hash left, in Hash right)
    {
        Span<byte> input = stackalloc byte[1 + 2 * Hash.Size];
        input[0] = 1;
        left.CopyTo(input[1..]);
        right.CopyTo(input[(1 + Hash.Size)..]);
        Span<byte> digest = stackalloc byte[Hash.Size];
        SHA256.HashData(input, digest);
        return new(digest);
    }

    /// <summary>
    /// The complete subtrees that make up the leaves from <paramref name="begin"/> to before <paramref name="end"/>, left to right,
    /// each as its level (2^level leaves) and its index among the subtrees of that level.
    /// </summary>
    internal static IEnumerable<(int Level, ulong Index)> CompleteSubtrees(ulong begin, ulong end)
    {
        while (begin < end)
        {
            var level = BitOperations.Log2(end - begin);
            if (begin != 0) level = Math.Min(level, BitOperations.TrailingZeroCount(begin));
            yield return (level, begin >> level);
            begin += 1UL << level;
        }
    }

    /// <summary>Throws where a size is beyond <see cref="MaximumSize"/>.</summary>
    internal static void RequireSize(ulong size, string name)
    {
        if (size > MaximumSize) throw new ArgumentOutOfRangeException(name, size, "trees of more than 2^62 leaves are not dealt with");
    }
}
