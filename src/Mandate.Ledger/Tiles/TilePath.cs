using System.Runtime.InteropServices;
using System.Text;

namespace Mandate.Ledger;

/// <summary>
/// The address of a tile or of an entry bundle: <c>tile/&lt;L&gt;/&lt;N&gt;[.p/&lt;W&gt;]</c> or <c>tile/entries/&lt;N&gt;[.p/&lt;W&gt;]</c>
/// (c2sp.org/tlog-tiles, 2026-07). There is one text for one tile; every other spelling is refused.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct TilePath
{
    public const string Specification = "c2sp.org/tlog-tiles, 2026-07";

    /// <summary>Hashes in a full tile and entries in a full bundle.</summary>
    public const int FullWidth = 256;

    /// <summary>The highest tile level of the format.</summary>
    public const int MaximumLevel = 63;

    /// <summary>The level that stands for entry bundles.</summary>
    private const int EntriesLevel = -1;

    private TilePath(int level, ulong index, int width)
    {
        Level = level;
        Index = index;
        Width = width;
    }

    /// <summary>0 for leaf hashes; each level above stands for 256 times as many leaves. -1 for entry bundles.</summary>
    public int Level { get; }

    /// <summary>The number of the tile in its level, from 0.</summary>
    public ulong Index { get; }

    /// <summary>Hashes or entries in the tile: 256 when full.</summary>
    public int Width { get; }

    public bool IsEntries => Level == EntriesLevel;

    public bool IsFull => Width == FullWidth;

    /// <summary>The full tile at the same place: what a client may ask for when the partial one is gone.</summary>
    public TilePath Full => new(Level, Index, FullWidth);

    /// <exception cref="ArgumentOutOfRangeException">Level not in 0..63 or width not in 1..256.</exception>
    public static TilePath Hashes(int level, ulong index, int width = FullWidth)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(level);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(level, MaximumLevel);
        return Checked(level, index, width);
    }

    /// <exception cref="ArgumentOutOfRangeException">Width not in 1..256.</exception>
    public static TilePath Entries(ulong index, int width = FullWidth) => Checked(EntriesLevel, index, width);

    private static TilePath Checked(int level, ulong index, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(width, FullWidth);
        return new(level, index, width);
    }

    /// <summary>The path below the log's prefix, without a leading slash.</summary>
    public override string ToString()
    {
        var text = new StringBuilder("tile/");
        if (IsEntries) text.Append("entries");
        else text.Append(DecimalText.Format((ulong)Level));
        var digits = DecimalText.Format(Index);
        digits = digits.PadLeft((digits.Length + 2) / 3 * 3, '0');
        for (var i = 0; i < digits.Length; i += 3)
            text.Append(i + 3 < digits.Length ? "/x" : "/").Append(digits, i, 3);
        if (!IsFull) text.Append(".p/").Append(DecimalText.Format((ulong)Width));
        return text.ToString();
    }

    /// <summary>Reads a path; only the exact text that <see cref="ToString"/> writes is accepted.</summary>
    public static bool TryParse(string? text, out TilePath path)
    {
        path = default;
        if (text is null) return false;
        var width = FullWidth;
        var rest = text;
        var dot = text.IndexOf(".p/", StringComparison.Ordinal);
        if (dot >= 0)
        {
            if (!DecimalText.TryParse(text.AsSpan(dot + 3), out var w) || w is 0 or >= FullWidth) return false;
            width = (int)w;
            rest = text[..dot];
        }
        var parts = rest.Split('/');
        if (parts.Length < 3 || parts[0] != "tile") return false;
        var level = EntriesLevel;
        if (parts[1] != "entries")
        {
            if (!DecimalText.TryParse(parts[1], out var l) || l > MaximumLevel) return false;
            level = (int)l;
        }
        if (!TryReadIndex(parts.AsSpan(2), out var index)) return false;
        path = new(level, index, width);
        // One tile has one text: superfluous groups and whatever else slipped through differ from it.
        return string.Equals(path.ToString(), text, StringComparison.Ordinal);
    }

    private static bool TryReadIndex(ReadOnlySpan<string> groups, out ulong index)
    {
        index = 0;
        for (var i = 0; i < groups.Length; i++)
        {
            var group = groups[i].AsSpan();
            if (i + 1 < groups.Length)
            {
                if (group.IsEmpty || group[0] != 'x') return false;
                group = group[1..];
            }
            if (group.Length != 3) return false;
            foreach (var c in group)
            {
                if (!char.IsAsciiDigit(c)) return false;
                var digit = (ulong)(c - '0');
                if (index > (ulong.MaxValue - digit) / 10) return false;
                index = index * 10 + digit;
            }
        }
        return true;
    }

    /// <summary>The partial tiles and bundle that a published checkpoint of this size needs, lowest level first, the bundle last.</summary>
    public static IEnumerable<TilePath> PartialTiles(ulong size)
    {
        MerkleTree.RequireSize(size, nameof(size));
        var level = 0;
        for (var count = size; count > 0; count >>= 8, level++)
            if ((int)(count & 0xff) is > 0 and var width) yield return new(level, count >> 8, width);
        if ((int)(size & 0xff) is > 0 and var entries) yield return new(EntriesLevel, size >> 8, entries);
    }

    /// <summary>How many full tiles a level has in a tree of this size.</summary>
    public static ulong FullTiles(int level, ulong size) => 8 * (level + 1) < 64 ? size >> (8 * (level + 1)) : 0;

    /// <summary>All hash tiles and entry bundles of a tree of this size, bundles and tiles of each level in order.</summary>
    public static IEnumerable<TilePath> AllTiles(ulong size)
    {
        MerkleTree.RequireSize(size, nameof(size));
        for (var level = EntriesLevel; level <= 7; level++)
        {
            var count = size >> (8 * Math.Max(level, 0));
            for (var index = 0UL; index < count >> 8; index++) yield return new(level, index, FullWidth);
            if ((int)(count & 0xff) is > 0 and var width) yield return new(level, count >> 8, width);
        }
    }
}
