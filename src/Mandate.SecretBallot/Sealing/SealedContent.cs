using System.Buffers.Binary;
using System.Numerics;
using System.Text;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Sealing;

/// <summary>A file as it lies under a seal: its name, its bytes, and zeros, so that the sealed size tells little.</summary>
/// <param name="Name">File name without a folder.</param>
public sealed record SealedContent(string Name, byte[] Bytes)
{
    /// <summary>Largest content, in bytes.</summary>
    public const int Largest = 16 << 20;

    private const int Prefix = 2 + 4, Least = 1024, LongestName = 200;
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Length of the name (2 bytes, most significant first), name in UTF-8, length of the bytes (4), bytes, zeros up to the padded size.</summary>
    internal byte[] Pad()
    {
        var name = Strict.GetBytes(Name);
        if (!IsName(Name) || name.Length > LongestName) throw new RecordException($"a file name of 1 to {Digests.Decimal(LongestName)} bytes without a folder is expected, not {Name}");
        if (Bytes.Length > Largest) throw new RecordException($"at most {Digests.Decimal(Largest)} bytes can be sealed, not {Digests.Decimal(Bytes.Length)}");
        var text = new byte[PaddedSize(Prefix + name.Length + Bytes.Length)];
        BinaryPrimitives.WriteUInt16BigEndian(text, (ushort)name.Length);
        name.CopyTo(text, 2);
        BinaryPrimitives.WriteInt32BigEndian(text.AsSpan(2 + name.Length), Bytes.Length);
        Bytes.CopyTo(text, Prefix + name.Length);
        return text;
    }

    internal static SealedContent Unpad(ReadOnlySpan<byte> text)
    {
        if (text.Length < Least) throw Fault();
        int name = BinaryPrimitives.ReadUInt16BigEndian(text);
        if (name > LongestName) throw Fault();
        var length = BinaryPrimitives.ReadInt32BigEndian(text[(2 + name)..]);
        if (length < 0 || length > text.Length - Prefix - name || text[(Prefix + name + length)..].ContainsAnyExcept((byte)0) || PaddedSize(Prefix + name + length) != text.Length) throw Fault();
        string read;
        try
        {
            read = Strict.GetString(text.Slice(2, name));
        }
        catch (DecoderFallbackException)
        {
            throw Fault();
        }
        return IsName(read) ? new(read, text.Slice(Prefix + name, length).ToArray()) : throw Fault();

        static RecordException Fault() => new("what lies under the seal is no file with a name; whoever sealed it did not follow the format");
    }

    /// <summary>Padmé (Nikitin and others, "Reducing metadata leakage from encrypted files", 2019): a size tells little more than its logarithm, for at most 12 % more.</summary>
    internal static int PaddedSize(int size)
    {
        if (size <= Least) return Least;
        var exponent = BitOperations.Log2((uint)size);
        var mask = (1 << (exponent - BitOperations.Log2((uint)exponent) - 1)) - 1;
        return (size + mask) & ~mask;
    }

    private static bool IsName(string name) => name.Length > 0 && name is not ("." or "..") && name.All(c => c is not ('/' or '\\') && !char.IsControl(c));
}
