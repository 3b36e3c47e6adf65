using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Mandate.Ledger;

/// <summary>A tile of hashes: up to 256 times 32 bytes (c2sp.org/tlog-tiles, 2026-07).</summary>
public static class HashTile
{
    public const string Specification = "c2sp.org/tlog-tiles, 2026-07, Merkle tree";

    public static byte[] Format(ReadOnlySpan<Hash> hashes)
    {
        var bytes = new byte[hashes.Length * Hash.Size];
        for (var i = 0; i < hashes.Length; i++) hashes[i].CopyTo(bytes.AsSpan(i * Hash.Size));
        return bytes;
    }

    /// <summary>Reads a tile that must hold exactly <paramref name="width"/> hashes.</summary>
    public static bool TryParse(ReadOnlySpan<byte> bytes, int width, out ImmutableArray<Hash> hashes, [NotNullWhen(false)] out string? fault)
    {
        hashes = [];
        fault = null;
        if (bytes.Length != width * Hash.Size)
        {
            fault = $"a tile of {width} hashes has {width * Hash.Size} bytes, not {bytes.Length}";
            return false;
        }
        var found = ImmutableArray.CreateBuilder<Hash>(width);
        for (var i = 0; i < width; i++) found.Add(new(bytes.Slice(i * Hash.Size, Hash.Size)));
        hashes = found.MoveToImmutable();
        return true;
    }

    /// <summary>The root of a stretch of hashes whose number is a power of two.</summary>
    public static Hash CompleteRoot(ReadOnlySpan<Hash> hashes)
    {
        if (hashes.Length == 1) return hashes[0];
        // Each round writes below what it has read, so one buffer serves all.
        Span<Hash> level = stackalloc Hash[hashes.Length / 2];
        BulkHashing.NodeHashes(hashes, level);
        for (var count = level.Length / 2; count > 0; count /= 2) BulkHashing.NodeHashes(level[..(2 * count)], level[..count]);
        return level[0];
    }
}
