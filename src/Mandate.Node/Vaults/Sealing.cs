using System.Security.Cryptography;
using System.Text;

namespace Mandate.Node.Vaults;

/// <summary>AES-256-GCM with a random nonce: nonce (12 bytes) || ciphertext || tag (16 bytes).</summary>
internal static class Sealing
{
    private const int Nonce = 12, Tag = 16;

    /// <param name="place">What the text belongs to; opening it elsewhere fails, so that rows cannot be exchanged.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, string place)
    {
        var sealed_ = new byte[Nonce + plain.Length + Tag];
        RandomNumberGenerator.Fill(sealed_.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(sealed_.AsSpan(0, Nonce), plain, sealed_.AsSpan(Nonce, plain.Length), sealed_.AsSpan(Nonce + plain.Length), Encoding.UTF8.GetBytes(place));
        return sealed_;
    }

    /// <exception cref="CryptographicException">Another key, another place, or changed.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> bytes, string place)
    {
        if (bytes.Length < Nonce + Tag) throw new CryptographicException("too short");
        var plain = new byte[bytes.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(bytes[..Nonce], bytes[Nonce..^Tag], bytes[^Tag..], plain, Encoding.UTF8.GetBytes(place));
        return plain;
    }
}
