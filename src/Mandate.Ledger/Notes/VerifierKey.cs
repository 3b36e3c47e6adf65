using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Ed25519;

namespace Mandate.Ledger;

/// <summary>
/// A verifier key, <c>name+hex(keyID)+base64(type || key)</c> (c2sp.org/signed-note@v1.0.0). Equal when name, type and key are.
/// </summary>
public sealed class VerifierKey : IEquatable<VerifierKey>
{
    public const string Specification = "c2sp.org/signed-note@v1.0.0, verifier keys";

    /// <summary>Bytes of an ML-DSA-44 public key (FIPS 204, table 2).</summary>
    public const int MLDsa44KeyLength = 1312;

    private readonly PublicKey? ed25519;

    private VerifierKey(string name, SignatureType type, ImmutableArray<byte> key, PublicKey? ed25519)
    {
        Name = name;
        Type = type;
        Key = key;
        this.ed25519 = ed25519;
        KeyId = ComputeKeyId(name, type, key.AsSpan());
    }

    public string Name { get; }

    public SignatureType Type { get; }

    /// <summary>The public key's bytes, without the type byte.</summary>
    public ImmutableArray<byte> Key { get; }

    /// <summary>The first four bytes of SHA-256(name || 0x0A || type || key), big-endian.</summary>
    public uint KeyId { get; }

    /// <exception cref="ArgumentException">The name is no key name.</exception>
    public static VerifierKey Ed25519(string name, PublicKey key) => Make(name, SignatureType.Ed25519, key);

    /// <summary>The key of a witness that makes cosignature/v1 signatures.</summary>
    /// <exception cref="ArgumentException">The name is no key name.</exception>
    public static VerifierKey Ed25519Cosignature(string name, PublicKey key) => Make(name, SignatureType.Ed25519Cosignature, key);

    private static VerifierKey Make(string name, SignatureType type, PublicKey key) => KeyName.IsValid(name)
        ? new(name, type, [.. key.Bytes], key)
        : throw new ArgumentException($"a key name is not empty and has no space and no plus: '{name}'", nameof(name));

    public static bool TryParse(string? text, [NotNullWhen(true)] out VerifierKey? key, [NotNullWhen(false)] out string? fault)
    {
        key = null;
        var parts = (text ?? "").Split('+', 3);
        if (parts.Length != 3)
        {
            fault = "a verifier key has three parts, name+hash+key";
            return false;
        }
        if (!KeyName.IsValid(parts[0]))
        {
            fault = "the key name must not be empty or contain a space";
            return false;
        }
        if (parts[1].Length != 8 || !parts[1].All(char.IsAsciiHexDigitLower)
            || !uint.TryParse(parts[1], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var stated))
        {
            fault = $"the key id must be 8 lower-case hexadecimal digits, not '{parts[1]}'";
            return false;
        }
        if (!Base64Text.TryDecode(parts[2], out var bytes) || bytes.Length == 0)
        {
            fault = "the key must be padded standard base64";
            return false;
        }
        if (!TryMake(parts[0], bytes, out var made, out fault)) return false;
        if (made.KeyId != stated)
        {
            fault = $"the key id of this name and key is {made.KeyId:x8}, not {stated:x8}";
            return false;
        }
        key = made;
        return true;
    }

    private static bool TryMake(string name, byte[] typed, [NotNullWhen(true)] out VerifierKey? key, [NotNullWhen(false)] out string? fault)
    {
        key = null;
        fault = null;
        var bytes = typed.AsSpan(1);
        var type = (SignatureType)typed[0];
        switch (type)
        {
            case SignatureType.Ed25519 or SignatureType.Ed25519Cosignature:
                if (!PublicKey.TryDecode(bytes, out var ed25519))
                {
                    fault = "the 32 bytes after the type must be an Ed25519 public key: canonical, on the curve, not of small order";
                    return false;
                }
                key = new(name, type, [.. bytes], ed25519);
                return true;
            case SignatureType.MLDsa44Cosignature:
                if (bytes.Length != MLDsa44KeyLength)
                {
                    fault = $"an ML-DSA-44 key has {MLDsa44KeyLength} bytes, not {bytes.Length}";
                    return false;
                }
                key = new(name, type, [.. bytes], null);
                return true;
            default:
                fault = $"signature type 0x{typed[0]:x2} is not known; known are 0x01, 0x04 and 0x06";
                return false;
        }
    }

    /// <summary>Checks one signature (the bytes after the key id) over the text of a note.</summary>
    public SignatureCheck Check(string text, ReadOnlySpan<byte> signature) => Type switch
    {
        SignatureType.Ed25519 => ed25519!.Verify(Encoding.UTF8.GetBytes(text), signature) ? SignatureCheck.Holds : SignatureCheck.Fails,
        SignatureType.Ed25519Cosignature => Cosignature.CheckEd25519(ed25519!, text, signature),
        _ => Cosignature.CheckMLDsa44(Name, Key.AsSpan(), text, signature),
    };

    private static uint ComputeKeyId(string name, SignatureType type, ReadOnlySpan<byte> key)
    {
        var digest = SHA256.HashData([.. Encoding.UTF8.GetBytes(name), (byte)'\n', (byte)type, .. key]);
        return BinaryPrimitives.ReadUInt32BigEndian(digest);
    }

    /// <summary>The text form.</summary>
    public override string ToString() => $"{Name}+{KeyId:x8}+{Convert.ToBase64String([(byte)Type, .. Key])}";

    public bool Equals(VerifierKey? other) => other is not null && Name == other.Name && Type == other.Type && Key.AsSpan().SequenceEqual(other.Key.AsSpan());

    public override bool Equals(object? obj) => Equals(obj as VerifierKey);

    public override int GetHashCode() => HashCode.Combine(Name, KeyId);
}
