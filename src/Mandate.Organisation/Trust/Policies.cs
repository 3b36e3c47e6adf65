using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Trust;

/// <summary>What a list of witnesses must be, so that every client can read it as a policy file.</summary>
internal static class Policies
{
    private const int MostWitnesses = 200;

    public static Refusal? Fault(int needed, ImmutableArray<WitnessGroup> groups)
    {
        if (groups.IsDefaultOrEmpty) return needed == 0 ? null : ProtocolRefusals.Malformed("needed", "0 where there are no groups", needed);
        if (needed < 1 || needed > groups.Length) return ProtocolRefusals.Malformed("needed", $"1 to {groups.Length} groups", needed);
        if (groups.Sum(g => g.Witnesses.Length) > MostWitnesses) return ProtocolRefusals.Malformed("groups", $"at most {MostWitnesses} witnesses", groups.Sum(g => g.Witnesses.Length));
        var names = new HashSet<string>(StringComparer.Ordinal) { "none", "quorum" };
        var keys = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in groups)
        {
            if (!IsName(group.Name) || !names.Add(group.Name)) return Name(group.Name);
            if (group.Needed < 1 || group.Needed > group.Witnesses.Length) return ProtocolRefusals.Malformed("needed", $"1 to {group.Witnesses.Length} witnesses of {group.Name}", group.Needed);
            foreach (var witness in group.Witnesses)
            {
                if (!IsName(witness.Name) || !names.Add(witness.Name)) return Name(witness.Name);
                if (KeyOf(witness.Key) is not { } key) return ProtocolRefusals.Malformed("key", "a witness's verifier key, name+id+base64 of type 0x04", witness.Key);
                // One key under two names would be two witnesses who are one.
                if (!keys.Add(Convert.ToHexString(key))) return ProtocolRefusals.Taken("key", witness.Key);
                if (witness.Url is { } url && !IsAddress(url)) return ProtocolRefusals.Malformed("url", "https://… or http://…", url);
            }
        }
        return null;
    }

    private static Refusal Name(string name) => ProtocolRefusals.Malformed("name", "a name of its own, of small letters, digits, dots and hyphens", name);

    private static bool IsName(string name) => name.Length is > 0 and <= 64 && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');

    private static bool IsAddress(string url) =>
        url.Length <= 200 && url.All(c => c is > ' ' and < '\u007f') && (url.StartsWith("https://", StringComparison.Ordinal) || url.StartsWith("http://", StringComparison.Ordinal));

    /// <summary>The 32 bytes of a verifier key whose id is the one that its name and bytes have (c2sp.org/signed-note@v1.0.0).</summary>
    private static byte[]? KeyOf(string text)
    {
        var parts = text.Split('+', 3);
        if (parts.Length != 3 || parts[0].Length is 0 or > 200 || parts[0].Any(char.IsWhiteSpace)) return null;
        var typed = new byte[64];
        if (!Convert.TryFromBase64String(parts[2], typed, out var length) || length != 33 || typed[0] != 4 || Convert.ToBase64String(typed.AsSpan(0, 33)) != parts[2]) return null;
        var id = SHA256.HashData([.. Encoding.UTF8.GetBytes(parts[0]), (byte)'\n', .. typed.AsSpan(0, 33)]);
        return Convert.ToHexStringLower(id.AsSpan(0, 4)) == parts[1] ? typed[1..33] : null;
    }
}
