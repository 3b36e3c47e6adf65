using System.Text;

namespace Mandate.SecretBallot.Archives;

/// <summary>The one form of a header block that an archive may have: old-style tar, every byte given by name, size and time.</summary>
internal static class TarHeader
{
    public const int BlockSize = 512;

    /// <summary>8^11 - 1, the largest number that eleven octal digits hold.</summary>
    public const long LargestNumber = (1L << 33) - 1;

    public static byte[] Make(string name, long size, long time)
    {
        var block = new byte[BlockSize];
        void Put(int at, string text) => Encoding.ASCII.GetBytes(text, block.AsSpan(at));
        Put(0, name);
        Put(100, "0000644");
        Put(108, "0000000");
        Put(116, "0000000");
        Put(124, Octal(size, 11));
        Put(136, Octal(time, 11));
        Put(148, "        0");
        Put(148, Octal(block.Sum(b => b), 6) + "\0 ");
        return block;
    }

    /// <summary>Name and size of a block; the caller compares the block with the one that <see cref="Make"/> gives for them.</summary>
    public static (string Name, long Size)? TryRead(ReadOnlySpan<byte> block)
    {
        var end = block[..100].IndexOf((byte)0);
        var name = block[..(end < 0 ? 100 : end)];
        if (name.IsEmpty || name.ContainsAnyExceptInRange((byte)'!', (byte)'~')) return null;
        long size = 0;
        foreach (var digit in block.Slice(124, 11))
        {
            if (digit is < (byte)'0' or > (byte)'7') return null;
            size = 8 * size + (digit - '0');
        }
        return (Encoding.ASCII.GetString(name), size);
    }

    public static int Padding(long size) => (int)((BlockSize - size % BlockSize) % BlockSize);

    private static string Octal(long value, int digits) => string.Create(digits, value, (span, rest) =>
    {
        for (var i = span.Length - 1; i >= 0; i--, rest >>= 3) span[i] = (char)('0' + (rest & 7));
    });
}
