using System.Text;

namespace Mandate.Ledger.Tests.Simulation;

/// <summary>One of the stories an operator tells: entries common to all up to a point, its own from there on.</summary>
internal sealed class Branch(string name, ulong divergesAt)
{
    private readonly List<Hash> leaves = [];
    private readonly List<Hash> roots = [MerkleTree.EmptyRoot];
    private CompactRange edge = CompactRange.Empty;

    public ulong Size => edge.Size;

    public void Append()
    {
        var text = Size < divergesAt ? $"common {Size}" : $"{name} {Size}";
        leaves.Add(MerkleTree.LeafHash(Encoding.UTF8.GetBytes(text)));
        edge = edge.Append(leaves[^1]);
        roots.Add(edge.Root);
    }

    public Checkpoint At(ulong size) => new(SampleLog.Origin, size, roots[(int)size]);

    /// <summary>Whether a checkpoint is one this branch could have shown.</summary>
    public bool Contains(Checkpoint checkpoint) => checkpoint.Size <= Size && roots[(int)checkpoint.Size] == checkpoint.Root;

    public byte[] Request(ulong oldSize, ulong size) => AddCheckpointRequest.Format(
        oldSize, oldSize <= size ? ConsistencyProof.Build(oldSize, size, Node) : [], At(size).Sign(SampleLog.Signer));

    private Hash Node(int level, ulong index) => HashTile.CompleteRoot(leaves.ToArray().AsSpan((int)(index << level), 1 << level));
}
