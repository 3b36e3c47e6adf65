using System.Text;
using Mandate.Ed25519;

namespace Mandate.Ledger;

/// <summary>
/// Signs notes with a key that lives elsewhere: <see cref="SignBytes"/> gets the message and returns the raw 64-byte Ed25519
/// signature. The signer stands for one verifier key of type 0x01 or 0x04.
/// </summary>
public sealed record NoteSigner(VerifierKey Key, Func<byte[], byte[]> SignBytes)
{
    /// <summary>A log's signer with a managed key in memory.</summary>
    public static NoteSigner Ed25519(string name, PrivateKey key) => new(VerifierKey.Ed25519(name, key.PublicKey), m => key.Sign(m));

    /// <summary>A witness's signer with a managed key in memory.</summary>
    public static NoteSigner Ed25519Cosignature(string name, PrivateKey key) => new(VerifierKey.Ed25519Cosignature(name, key.PublicKey), m => key.Sign(m));

    /// <summary>The signature of a plain note, type 0x01.</summary>
    /// <exception cref="InvalidOperationException">The key makes cosignatures only.</exception>
    public NoteSignature Sign(string text) => Key.Type == SignatureType.Ed25519
        ? new(Key.Name, Key.KeyId, [.. SignBytes(Encoding.UTF8.GetBytes(text))])
        : throw new InvalidOperationException($"the key {Key.Name} makes timestamped cosignatures, not plain ones");

    /// <summary>The cosignature of a checkpoint, type 0x04, at a time in POSIX seconds.</summary>
    /// <exception cref="InvalidOperationException">The key makes plain signatures only.</exception>
    public NoteSignature Cosign(string checkpointText, ulong timestamp) => Key.Type == SignatureType.Ed25519Cosignature
        ? new(Key.Name, Key.KeyId, [.. Cosignature.Wrap(timestamp, SignBytes(Cosignature.Ed25519Message(checkpointText, timestamp)))])
        : throw new InvalidOperationException($"the key {Key.Name} makes plain signatures, not cosignatures");
}
