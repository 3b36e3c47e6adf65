using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Mandate.Ledger;

/// <summary>Many leaf or node hashes at once. The results are those of <see cref="MerkleTree"/>, whatever the machine.</summary>
public static class BulkHashing
{
    /// <summary>
    /// parents[i] becomes the node hash of children[2i] and children[2i+1], in ascending order: parents may lie in the memory of the
    /// children, beginning with the first or second of them.
    /// </summary>
    /// <exception cref="ArgumentException">Not two children for each parent.</exception>
    public static void NodeHashes(ReadOnlySpan<Hash> children, Span<Hash> parents)
    {
        if (children.Length != 2 * parents.Length) throw new ArgumentException($"{children.Length} children for {parents.Length} parents", nameof(children));
        var done = 0;
        if (Sha256Lanes.IsSupported)
        {
            for (; parents.Length - done >= Sha256Lanes.Lanes; done += Sha256Lanes.Lanes)
                EightNodes(children.Slice(2 * done, 2 * Sha256Lanes.Lanes), parents.Slice(done, Sha256Lanes.Lanes));
        }
        for (; done < parents.Length; done++) parents[done] = MerkleTree.NodeHash(children[2 * done], children[2 * done + 1]);
    }

    private static void EightNodes(ReadOnlySpan<Hash> children, Span<Hash> parents)
    {
        var rows = MemoryMarshal.Cast<Hash, Vector256<uint>>(children);
        Sha256Lanes.State left = default, right = default;
        for (var i = 0; i < 8; i++)
        {
            left[i] = rows[2 * i];
            right[i] = rows[2 * i + 1];
        }
        Sha256Lanes.Transpose(ref left[0]);
        Sha256Lanes.Transpose(ref right[0]);

        // The message is 0x01 and the 64 bytes of the children: their words, moved on by one byte.
        Sha256Lanes.Block block = default;
        var before = Vector256.Create(1U);
        for (var i = 0; i < 8; i++)
        {
            var word = left[i ^ 1];
            block[i] = (before << 24) | (word >>> 8);
            before = word;
        }
        for (var i = 0; i < 8; i++)
        {
            var word = right[i ^ 1];
            block[8 + i] = (before << 24) | (word >>> 8);
            before = word;
        }
        Sha256Lanes.State h = default;
        Sha256Lanes.Initialise(ref h);
        Sha256Lanes.Compress(ref h, ref block);

        // The last byte, the end mark, and the length of 520 bits.
        block = default;
        block[0] = (before << 24) | Vector256.Create(0x00800000U);
        block[15] = Vector256.Create(520U);
        Sha256Lanes.Compress(ref h, ref block);
        Sha256Lanes.StoreHashes(ref h, parents);
    }

    /// <summary>hashes[i] becomes the leaf hash of entries[i].</summary>
    /// <exception cref="ArgumentException">Not as many hashes as entries.</exception>
    public static void LeafHashes(ReadOnlySpan<ReadOnlyMemory<byte>> entries, Span<Hash> hashes)
    {
        if (entries.Length != hashes.Length) throw new ArgumentException($"{entries.Length} entries for {hashes.Length} hashes", nameof(entries));
        if (!Sha256Lanes.IsSupported)
        {
            for (var i = 0; i < entries.Length; i++) hashes[i] = MerkleTree.LeafHash(entries[i].Span);
            return;
        }
        // Entries of like length share a vector, so that no lane waits for another.
        var order = new int[entries.Length];
        var blocks = new int[entries.Length];
        for (var i = 0; i < order.Length; i++)
        {
            order[i] = i;
            blocks[i] = Blocks(entries[i].Length);
        }
        Array.Sort(blocks, order);
        Span<Hash> eight = stackalloc Hash[Sha256Lanes.Lanes];
        for (var at = 0; at < order.Length; at += Sha256Lanes.Lanes)
        {
            var lanes = order.AsSpan(at, Math.Min(Sha256Lanes.Lanes, order.Length - at));
            EightLeaves(entries, lanes, eight);
            for (var lane = 0; lane < lanes.Length; lane++) hashes[lanes[lane]] = eight[lane];
        }
    }

    /// <summary>64-byte blocks of a leaf: the prefix, the entry, the end mark and eight bytes of length.</summary>
    private static int Blocks(int entryLength) => (1 + entryLength + 1 + 8 + 63) / 64;

    private static void EightLeaves(ReadOnlySpan<ReadOnlyMemory<byte>> entries, ReadOnlySpan<int> lanes, Span<Hash> hashes)
    {
        Span<byte> buffer = stackalloc byte[64 * Sha256Lanes.Lanes];
        Sha256Lanes.State h = default;
        Sha256Lanes.Initialise(ref h);
        Sha256Lanes.State final = h;
        Span<uint> last = stackalloc uint[Sha256Lanes.Lanes];
        last.Clear();
        var most = 0;
        for (var lane = 0; lane < lanes.Length; lane++)
        {
            var count = Blocks(entries[lanes[lane]].Length);
            last[lane] = (uint)(count - 1);
            most = Math.Max(most, count);
        }
        var lastBlock = Vector256.Create<uint>(last);
        for (var number = 0; number < most; number++)
        {
            for (var lane = 0; lane < lanes.Length; lane++)
                if (number <= last[lane]) FillBlock(entries[lanes[lane]].Span, number, (int)last[lane], buffer.Slice(64 * lane, 64));
            var block = Load(buffer);
            Sha256Lanes.Compress(ref h, ref block);
            // Lanes that end here keep this state; those that ended before go on with rubbish that nobody reads.
            var ends = Vector256.Equals(lastBlock, Vector256.Create((uint)number));
            for (var i = 0; i < 8; i++) final[i] = Vector256.ConditionalSelect(ends, h[i], final[i]);
        }
        Sha256Lanes.StoreHashes(ref final, hashes);
    }

    private static void FillBlock(ReadOnlySpan<byte> entry, int number, int last, Span<byte> block)
    {
        // Byte 0 of the message is the prefix, so byte i of the entry is byte i + 1 of the message.
        var begin = 64 * number - 1;
        var from = Math.Max(begin, 0);
        var count = Math.Clamp(entry.Length - from, 0, 64 - (from - begin));
        if (number == 0) block[0] = 0;
        if (count > 0) entry.Slice(from, count).CopyTo(block[(from - begin)..]);
        var end = entry.Length - begin;
        if (end is < 0 or >= 64)
        {
            // The entry fills the block, or ended in an earlier one.
            if (end < 0) block.Clear();
        }
        else
        {
            block[end..].Clear();
            block[end] = 0x80;
        }
        if (number == last) BinaryPrimitives.WriteUInt64BigEndian(block[56..], 8UL * (ulong)(entry.Length + 1));
    }

    /// <summary>Eight rows of 64 bytes as sixteen columns of big-endian words.</summary>
    private static Sha256Lanes.Block Load(ReadOnlySpan<byte> buffer)
    {
        var swap = Vector256.Create((byte)3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12, 3, 2, 1, 0, 7, 6, 5, 4, 11, 10, 9, 8, 15, 14, 13, 12);
        Sha256Lanes.Block block = default;
        for (var lane = 0; lane < 8; lane++)
        {
            block[lane] = System.Runtime.Intrinsics.X86.Avx2.Shuffle(Vector256.Create(buffer.Slice(64 * lane, 32)), swap).AsUInt32();
            block[8 + lane] = System.Runtime.Intrinsics.X86.Avx2.Shuffle(Vector256.Create(buffer.Slice(64 * lane + 32, 32)), swap).AsUInt32();
        }
        Sha256Lanes.Transpose(ref block[0]);
        Sha256Lanes.Transpose(ref block[8]);
        return block;
    }
}
