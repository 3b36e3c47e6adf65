using BenchmarkDotNet.Attributes;

namespace Mandate.Ledger.Benchmarks;

/// <summary>1,024 node hashes (65 bytes each) and 1,024 leaf hashes of 200 bytes.</summary>
public unsafe class HashingBenchmarks
{
    private const int Count = 1024;

    private readonly Hash[] children = [.. Enumerable.Range(0, 2 * Count).Select(i => MerkleTree.LeafHash(BitConverter.GetBytes(i)))];
    private readonly Hash[] parents = new Hash[Count];
    private readonly ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(0, Count).Select(i => (ReadOnlyMemory<byte>)Enumerable.Repeat((byte)i, 200).ToArray())];

    [Benchmark(Baseline = true, OperationsPerInvoke = Count)]
    public void Node_hash_by_the_platform()
    {
        for (var i = 0; i < Count; i++) parents[i] = MerkleTree.NodeHash(children[2 * i], children[2 * i + 1]);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Node_hash_by_libcrypto_low_level()
    {
        if (!Native.HasCrypto) throw new NotSupportedException("libcrypto.so.3 is not installed");
        var context = stackalloc byte[128];
        var input = stackalloc byte[65];
        var digest = stackalloc byte[32];
        input[0] = 1;
        for (var i = 0; i < Count; i++)
        {
            children[2 * i].CopyTo(new Span<byte>(input + 1, 32));
            children[2 * i + 1].CopyTo(new Span<byte>(input + 33, 32));
            _ = Native.SHA256_Init(context);
            _ = Native.SHA256_Update(context, input, 65);
            _ = Native.SHA256_Final(digest, context);
            parents[i] = new Hash(new ReadOnlySpan<byte>(digest, 32));
        }
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Node_hash_in_bulk() => BulkHashing.NodeHashes(children, parents);

    [Benchmark(OperationsPerInvoke = Count)]
    public void Leaf_hash_by_the_platform()
    {
        for (var i = 0; i < Count; i++) parents[i] = MerkleTree.LeafHash(entries[i].Span);
    }

    [Benchmark(OperationsPerInvoke = Count)]
    public void Leaf_hash_in_bulk() => BulkHashing.LeafHashes(entries, parents);
}
