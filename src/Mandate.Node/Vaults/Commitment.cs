using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.Node.Vaults;

/// <summary>
/// Salted commitments: the log holds them, the vault holds what they are to. Without the salt nothing can be guessed from them, not
/// even by trying every name; whoever keeps salt and text can prove them for ever.
/// </summary>
public static class Commitment
{
    /// <summary>Bytes of a salt.</summary>
    public const int SaltLength = 32;

    /// <summary>SHA-256("mandate/c1" || 0x00 || salt || text), lower hex. A fresh salt for every field of every event.</summary>
    public static string Of(ReadOnlySpan<byte> salt, string text) => Hash([.. "mandate/c1"u8, 0, .. salt, .. Encoding.UTF8.GetBytes(text)]);

    /// <summary>
    /// One commitment to several fields, from theirs: SHA-256("mandate/c1" || 0x00 || "name commitment\n" for each field in order of name).
    /// Any one field can be disclosed with its salt and the commitments of the others.
    /// </summary>
    public static string OfFields(IEnumerable<KeyValuePair<string, string>> commitments)
    {
        var text = new StringBuilder();
        foreach (var (name, commitment) in commitments.OrderBy(c => c.Key, StringComparer.Ordinal)) text.Append(name).Append(' ').Append(commitment).Append('\n');
        return Hash([.. "mandate/c1"u8, 0, .. Encoding.UTF8.GetBytes(text.ToString())]);
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}

/// <summary>What a person may keep to prove later what the log commits to.</summary>
/// <param name="Personal">The commitment in the log.</param>
public sealed record Disclosure(string Person, string Personal, ImmutableSortedDictionary<string, DisclosedField> Fields)
{
    /// <summary>Whether the fields are what the log commits to.</summary>
    public bool Holds => Personal == Commitment.OfFields(Fields.Select(f => KeyValuePair.Create(f.Key, Commitment.Of(Convert.FromHexString(f.Value.Salt), f.Value.Text))));
}

/// <param name="Salt">Lower hex.</param>
public sealed record DisclosedField(string Text, string Salt);
