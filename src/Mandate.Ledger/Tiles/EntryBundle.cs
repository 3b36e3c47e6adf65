using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Mandate.Ledger;

/// <summary>
/// An entry bundle: for each entry its length as a big-endian 16-bit number and its bytes (c2sp.org/tlog-tiles, 2026-07).
/// </summary>
public static class EntryBundle
{
    public const string Specification = "c2sp.org/tlog-tiles, 2026-07, log entries";

    /// <summary>The longest entry the format holds, in bytes.</summary>
    public const int MaximumEntryLength = 65_535;

    /// <exception cref="ArgumentException">An entry longer than 65,535 bytes, or not 1 to 256 entries.</exception>
    public static byte[] Format(IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        if (entries.Count is 0 or > TilePath.FullWidth) throw new ArgumentException($"a bundle has 1 to 256 entries, not {entries.Count}", nameof(entries));
        var length = 0;
        foreach (var entry in entries)
        {
            if (entry.Length > MaximumEntryLength) throw new ArgumentException($"an entry has at most 65,535 bytes, not {entry.Length}", nameof(entries));
            length += 2 + entry.Length;
        }
        var bundle = new byte[length];
        var rest = bundle.AsSpan();
        foreach (var entry in entries)
        {
            BinaryPrimitives.WriteUInt16BigEndian(rest, (ushort)entry.Length);
            entry.Span.CopyTo(rest[2..]);
            rest = rest[(2 + entry.Length)..];
        }
        return bundle;
    }

    /// <summary>
    /// Splits a bundle that must hold exactly <paramref name="width"/> entries. The entries share the bundle's memory.
    /// </summary>
    public static bool TryParse(
        ReadOnlyMemory<byte> bundle, int width, out ImmutableArray<ReadOnlyMemory<byte>> entries, [NotNullWhen(false)] out string? fault)
    {
        var found = ImmutableArray.CreateBuilder<ReadOnlyMemory<byte>>(Math.Clamp(width, 0, TilePath.FullWidth));
        entries = [];
        fault = null;
        for (var offset = 0; offset < bundle.Length;)
        {
            if (found.Count == width)
            {
                fault = $"byte {offset}: the bundle must end after {width} entries";
                return false;
            }
            if (bundle.Length - offset < 2)
            {
                fault = $"byte {offset}: one byte where the two of a length must stand";
                return false;
            }
            var length = BinaryPrimitives.ReadUInt16BigEndian(bundle.Span[offset..]);
            if (bundle.Length - offset - 2 < length)
            {
                fault = $"byte {offset}: entry {found.Count} must have {length} bytes, and {bundle.Length - offset - 2} are left";
                return false;
            }
            found.Add(bundle.Slice(offset + 2, length));
            offset += 2 + length;
        }
        if (found.Count != width)
        {
            fault = $"the bundle holds {found.Count} entries, not {width}";
            return false;
        }
        entries = found.ToImmutable();
        return true;
    }

    /// <summary>The leaf hash of each entry, which must be the level-0 tile at the same place.</summary>
    public static ImmutableArray<Hash> LeafHashes(ImmutableArray<ReadOnlyMemory<byte>> entries)
    {
        var hashes = new Hash[entries.Length];
        BulkHashing.LeafHashes(entries.AsSpan(), hashes);
        return ImmutableCollectionsMarshal.AsImmutableArray(hashes);
    }
}
