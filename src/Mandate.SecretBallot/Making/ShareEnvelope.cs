using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;

namespace Mandate.SecretBallot.Making;

/// <summary>
/// Carries a share from member to member by a channel that others may read: an ephemeral Diffie-Hellman key on Edwards25519, HKDF-SHA256
/// (RFC 5869) over both points and the context, AES-256-GCM. Layout: 32 bytes of the ephemeral point, 16 of the tag, then the text.
/// Each key is used once, so the nonce is zero.
/// </summary>
internal static class ShareEnvelope
{
    private const int PointSize = 32, TagSize = 16;

    public static byte[] Seal(ReadOnlySpan<byte> text, in Point to, string context, Randomness random)
    {
        var ephemeral = random.NextScalar();
        var sent = Point.MultiplyBase(ephemeral).ToBytes();
        var envelope = new byte[PointSize + TagSize + text.Length];
        sent.CopyTo(envelope, 0);
        using var cipher = new AesGcm(Key(to.Multiply(ephemeral), sent, context), TagSize);
        cipher.Encrypt(new byte[12], text, envelope.AsSpan(PointSize + TagSize), envelope.AsSpan(PointSize, TagSize));
        return envelope;
    }

    public static byte[]? Open(ReadOnlySpan<byte> envelope, in Scalar secret, string context)
    {
        if (envelope.Length < PointSize + TagSize || !Point.TryDecode(envelope[..PointSize], out var sent) || !sent.IsInPrimeOrderGroup) return null;
        var text = new byte[envelope.Length - PointSize - TagSize];
        using var cipher = new AesGcm(Key(sent.Multiply(secret), envelope[..PointSize], context), TagSize);
        try
        {
            cipher.Decrypt(new byte[12], envelope[(PointSize + TagSize)..], envelope.Slice(PointSize, TagSize), text);
            return text;
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }

    private static byte[] Key(in Point shared, ReadOnlySpan<byte> sent, string context) =>
        HKDF.DeriveKey(HashAlgorithmName.SHA256, [.. shared.ToBytes(), .. sent], 32, info: Encoding.UTF8.GetBytes(context));
}
