using System.Text;
using Mandate.Ed25519;

namespace Mandate.Ledger.Tests;

/// <summary>A small log of our own, with all tiles of the sizes it published, so that tests need no data folder.</summary>
internal sealed class SampleLog
{
    public const string Origin = "sample.example/ledger";

    private readonly List<ReadOnlyMemory<byte>> entries = [];

    public SampleLog(string name = "entry") => Name = name;

    public string Name { get; }

    public static PrivateKey LogKey { get; } = PrivateKey.FromSeed(Enumerable.Repeat((byte)1, 32).ToArray());

    public static NoteSigner Signer { get; } = NoteSigner.Ed25519(Origin, LogKey);

    public Dictionary<TilePath, byte[]> Files { get; } = [];

    public TileEdge Edge { get; private set; } = TileEdge.Empty;

    public ulong Size => Edge.Size;

    public Checkpoint Checkpoint => new(Origin, Size, Edge.Root);

    public TiledTree Tree => new(Size, Read);

    public IReadOnlyList<ReadOnlyMemory<byte>> Entries => entries;

    public static NoteSigner Witness(int number) =>
        NoteSigner.Ed25519Cosignature($"witness.example/{number}", PrivateKey.FromSeed(Enumerable.Repeat((byte)(100 + number), 32).ToArray()));

    public byte[]? Read(TilePath path) => Files.GetValueOrDefault(path);

    /// <summary>Grows to a size and stores what a checkpoint of that size needs.</summary>
    public SampleLog Grow(ulong size)
    {
        var first = entries.Count;
        for (var i = Size; i < size; i++) entries.Add(Encoding.UTF8.GetBytes($"{Name} {i}"));
        var (edge, tiles) = Edge.Append(entries.Skip(first).Select(e => MerkleTree.LeafHash(e.Span)).ToArray());
        Edge = edge;
        foreach (var tile in tiles) Files[tile.Path] = tile.Bytes;
        foreach (var path in TilePath.AllTiles(size).Where(p => p.IsEntries))
            Files[path] = EntryBundle.Format([.. entries.Skip((int)path.Index * 256).Take(path.Width)]);
        return this;
    }

    public SignedNote Publish() => Checkpoint.Sign(Signer);
}
