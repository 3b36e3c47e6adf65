using BenchmarkDotNet.Attributes;

namespace Mandate.Ledger.Benchmarks;

/// <summary>Appending, proving and verifying, on a log of 100,000 entries of 200 bytes held in memory.</summary>
public class TreeBenchmarks
{
    private const int Count = 100_000;

    private readonly ReadOnlyMemory<byte>[] entries = [.. Enumerable.Range(0, Count).Select(i => (ReadOnlyMemory<byte>)Enumerable.Repeat((byte)i, 200).Append((byte)(i >> 8)).Append((byte)(i >> 16)).ToArray())];
    private readonly Dictionary<TilePath, byte[]> files = [];
    private Hash[] leaves = [];
    private TileEdge edge = TileEdge.Empty;
    private Checkpoint checkpoint = new("b", 0, MerkleTree.EmptyRoot);
    private Hash[] proof = [];
    private ulong at;

    [GlobalSetup]
    public void Setup()
    {
        leaves = new Hash[Count];
        BulkHashing.LeafHashes(entries, leaves);
        var (grown, tiles) = TileEdge.Empty.Append(leaves);
        edge = grown;
        foreach (var tile in tiles) files[tile.Path] = tile.Bytes;
        foreach (var path in TilePath.AllTiles(Count).Where(p => p.IsEntries))
            files[path] = EntryBundle.Format(entries.AsSpan((int)path.Index * 256, path.Width).ToArray());
        checkpoint = new("benchmark", Count, edge.Root);
        proof = [.. new TiledTree(Count, files.GetValueOrDefault).InclusionProof(70_000, Count)];
    }

    [Benchmark(Description = "append 256 leaf hashes, tiles and root", OperationsPerInvoke = 256)]
    public Hash Append() => edge.Append(leaves.AsSpan(0, 256)).Edge.Root;

    [Benchmark(Description = "append one leaf hash, tiles and root")]
    public Hash AppendOne() => edge.Append(leaves.AsSpan(0, 1)).Edge.Root;

    [Benchmark(Description = "inclusion proof from tiles")]
    public int Prove() => new TiledTree(Count, files.GetValueOrDefault).InclusionProof(at = (at + 7_919) % Count, Count).Length;

    [Benchmark(Description = "verify an inclusion proof")]
    public bool VerifyProof() => InclusionProof.Verify(70_000, Count, leaves[70_000], checkpoint.Root, proof);

    [Benchmark(Description = "verify a stored log, per entry", OperationsPerInvoke = Count)]
    public LogFault? VerifyLog() => new LogVerifier(checkpoint, files.GetValueOrDefault).Verify();

    [Benchmark(Description = "start: read the right edge")]
    public Hash ReadEdge() => TileEdge.Read(Count, files.GetValueOrDefault).Root;
}
