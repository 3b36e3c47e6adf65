using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using Mandate.SecretBallot.Formats;

namespace Mandate.SecretBallot.Versions;

/// <summary>hash_to_field of RFC 9380, section 5.2, with expand_message_xmd (5.3.1) and SHA-256, to a field of prime order at 128 bits.</summary>
internal static class FieldHash
{
    private const int DigestSize = 32, BlockSize = 64, MostBlocks = 255;

    /// <param name="domain">The domain separation tag, at most 255 bytes of ASCII.</param>
    /// <exception cref="RecordException">More numbers are wanted than the function gives.</exception>
    public static BigInteger[] Numbers(string domain, string message, int count, BigInteger order)
    {
        var size = ((int)order.GetBitLength() + 128 + 7) / 8;
        var bytes = Expand(domain, message, count * size);
        return [.. Enumerable.Range(0, count).Select(i => new BigInteger(bytes.AsSpan(i * size, size), isUnsigned: true, isBigEndian: true) % order)];
    }

    private static byte[] Expand(string domain, string message, int length)
    {
        var blocks = (length + DigestSize - 1) / DigestSize;
        if (blocks > MostBlocks) throw new RecordException("there are more rankings than version 2 of the protocol can shuffle at once");
        var uniform = new byte[blocks * DigestSize];
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        void Tail()
        {
            hash.AppendData(Encoding.ASCII.GetBytes(domain));
            hash.AppendData([(byte)domain.Length]);
        }
        hash.AppendData(new byte[BlockSize]);
        hash.AppendData(Encoding.UTF8.GetBytes(message));
        hash.AppendData([(byte)(length >> 8), (byte)length, 0]);
        Tail();
        var first = hash.GetHashAndReset();
        var mixed = first;
        for (var i = 1; i <= blocks; i++)
        {
            hash.AppendData(mixed);
            hash.AppendData([(byte)i]);
            Tail();
            var block = hash.GetHashAndReset();
            block.CopyTo(uniform, (i - 1) * DigestSize);
            mixed = [.. first.Zip(block, (a, b) => (byte)(a ^ b))];
        }
        return uniform;
    }
}
