using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;

namespace Mandate.Ledger;

/// <summary>
/// Cosignatures of checkpoints (c2sp.org/tlog-cosignature@v1.1.0-rc.1): eight bytes of POSIX seconds, then the signature over a
/// message that holds that time.
/// </summary>
public static class Cosignature
{
    public const string Specification = "c2sp.org/tlog-cosignature@v1.1.0-rc.1";

    /// <summary>The latest timestamp of the format.</summary>
    public const ulong MaximumTimestamp = long.MaxValue;

    private const int TimestampLength = 8;
    private const int Ed25519Length = 64;
    private const int MLDsa44Length = 2420;

    /// <summary>Whether this platform can check ML-DSA-44 at all.</summary>
    public static bool CanCheckMLDsa44 => MLDsa.IsSupported;

    /// <summary>The message that a cosignature/v1 signs: a header, the time and the whole checkpoint body.</summary>
    public static byte[] Ed25519Message(string checkpointText, ulong timestamp) =>
        Encoding.UTF8.GetBytes($"cosignature/v1\ntime {DecimalText.Format(timestamp)}\n{checkpointText}");

    /// <summary>The message that an ML-DSA-44 cosignature of a whole tree signs: start 0, end the size. Extension lines are not covered.</summary>
    /// <exception cref="ArgumentException">A name or origin longer than 255 bytes.</exception>
    public static byte[] MLDsa44Message(string cosigner, ulong timestamp, Checkpoint checkpoint)
    {
        var name = Encoding.UTF8.GetBytes(cosigner);
        var origin = Encoding.UTF8.GetBytes(checkpoint.Origin);
        if (name.Length > 255 || origin.Length > 255) throw new ArgumentException("names of at most 255 bytes fit the message", nameof(cosigner));
        var message = new byte[12 + 1 + name.Length + 8 + 1 + origin.Length + 8 + 8 + Hash.Size];
        var rest = message.AsSpan();
        "subtree/v1\n\0"u8.CopyTo(rest);
        rest = rest[12..];
        rest[0] = (byte)name.Length;
        name.CopyTo(rest[1..]);
        rest = rest[(1 + name.Length)..];
        BinaryPrimitives.WriteUInt64BigEndian(rest, timestamp);
        rest = rest[8..];
        rest[0] = (byte)origin.Length;
        origin.CopyTo(rest[1..]);
        rest = rest[(1 + origin.Length)..];
        BinaryPrimitives.WriteUInt64BigEndian(rest[8..], checkpoint.Size);
        checkpoint.Root.CopyTo(rest[16..]);
        return message;
    }

    /// <summary>Timestamp and signature as they stand in the line after the key id.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The timestamp is above 2^63 - 1.</exception>
    public static byte[] Wrap(ulong timestamp, ReadOnlySpan<byte> signature)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(timestamp, MaximumTimestamp);
        var bytes = new byte[TimestampLength + signature.Length];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, timestamp);
        signature.CopyTo(bytes.AsSpan(TimestampLength));
        return bytes;
    }

    /// <summary>The time in a timestamped signature, in POSIX seconds.</summary>
    public static bool TryReadTimestamp(ReadOnlySpan<byte> timestamped, out ulong timestamp)
    {
        timestamp = 0;
        return timestamped.Length > TimestampLength && (timestamp = BinaryPrimitives.ReadUInt64BigEndian(timestamped)) <= MaximumTimestamp;
    }

    internal static SignatureCheck CheckEd25519(PublicKey key, string text, ReadOnlySpan<byte> timestamped)
    {
        if (timestamped.Length != TimestampLength + Ed25519Length || !TryReadTimestamp(timestamped, out var timestamp)
            || !Checkpoint.TryParse(text, out _, out _)) return SignatureCheck.Fails;
        return key.Verify(Ed25519Message(text, timestamp), timestamped[TimestampLength..]) ? SignatureCheck.Holds : SignatureCheck.Fails;
    }

    internal static SignatureCheck CheckMLDsa44(string cosigner, ReadOnlySpan<byte> key, string text, ReadOnlySpan<byte> timestamped)
    {
        if (timestamped.Length != TimestampLength + MLDsa44Length || !TryReadTimestamp(timestamped, out var timestamp)
            || !Checkpoint.TryParse(text, out var checkpoint, out _)
            || Encoding.UTF8.GetByteCount(cosigner) > 255 || Encoding.UTF8.GetByteCount(checkpoint.Origin) > 255) return SignatureCheck.Fails;
        if (!CanCheckMLDsa44) return SignatureCheck.NotChecked;
        using var algorithm = MLDsa.ImportMLDsaPublicKey(MLDsaAlgorithm.MLDsa44, key);
        return algorithm.VerifyData(MLDsa44Message(cosigner, timestamp, checkpoint), timestamped[TimestampLength..], default)
            ? SignatureCheck.Holds
            : SignatureCheck.Fails;
    }
}
