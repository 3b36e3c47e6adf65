using System.Reflection;
using System.Security.Cryptography;
using Mandate.Ed25519;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Encodings;

/// <summary>
/// A member's own signature over an act (docs/formats/entry.md): Ed25519, with a key that they registered, over the words that make
/// the act theirs. What the server adds (time, clause, events) is not signed: it follows from the rules.
/// </summary>
public static class AuthorSignature
{
    private static readonly Shape Text = Shapes.Wire.For(typeof(string));

    /// <summary>Name of an organisation in what its members sign: SHA-256 of its first entry, lower hex.</summary>
    public static string Organisation(ReadOnlySpan<byte> firstEntry) => Convert.ToHexStringLower(SHA256.HashData(firstEntry));

    /// <summary>
    /// The signed bytes: <c>mandate-act/v1</c>, the organisation, each on a line, then the act in canonical JSON with the fields by, command, id,
    /// seen (where there is one), type and v.
    /// </summary>
    public static byte[] Message(string organisation, string by, string id, Command command, string? seen)
    {
        var writer = new CanonicalWriter();
        var wire = command.GetType().GetCustomAttribute<WireNameAttribute>()!;
        writer.BeginObject();
        Field("by", by);
        writer.Name("command");
        Shapes.Wire.CommandFields(command.GetType()).Write(writer, command);
        Field("id", id);
        if (seen is not null) Field("seen", seen);
        Field("type", wire.Name);
        writer.Name("v");
        writer.Number(wire.Version);
        writer.EndObject();
        return [.. "mandate-act/v1\n"u8, .. System.Text.Encoding.ASCII.GetBytes(organisation), (byte)'\n', .. writer.Written];

        void Field(string name, string value)
        {
            writer.Name(name);
            Text.Write(writer, value);
        }
    }

    /// <summary>The registered key of the act's author that made the signature and has not ended; null where none did.</summary>
    public static string? Signer(string organisation, Act act, string sig, string? seen, State state)
    {
        var signature = new byte[64];
        if (sig.Length != 88 || !Convert.TryFromBase64String(sig, signature, out var length) || length != 64) return null;
        var message = Message(organisation, act.By, act.Id, act.Command, seen);
        foreach (var key in state.Trust.KeysOf(act.By).Where(k => !k.HasEnded(act.At)))
            if (PublicKey.TryDecode(Convert.FromBase64String(key.Key), out var known) && known.Verify(message, signature)) return key.Key;
        return null;
    }
}
