using System.Security.Cryptography;
using System.Text;

namespace Mandate.Server.SignIn;

/// <summary>
/// The code on a printed card: 16 signs of Crockford's base 32, read aloud and typed without mistaking one for another. The first
/// four name the card, the other twelve (60 bits) are its secret.
/// </summary>
public sealed record CardCode(string Id, string Secret)
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int IdLength = 4, SecretLength = 12;

    public static CardCode New() => new(RandomNumberGenerator.GetString(Alphabet, IdLength), RandomNumberGenerator.GetString(Alphabet, SecretLength));

    /// <summary>What somebody typed: small letters, blanks and hyphens are as good, and O, I and L are read as what they look like.</summary>
    public static CardCode? Parse(string? text)
    {
        var plain = new StringBuilder();
        foreach (var c in text ?? "")
        {
            var sign = char.ToUpperInvariant(c) switch { 'O' => '0', 'I' or 'L' => '1', var other => other };
            if (sign is '-' or '.' or '–' || char.IsWhiteSpace(sign)) continue;
            if (!Alphabet.Contains(sign, StringComparison.Ordinal) || plain.Length == IdLength + SecretLength) return null;
            plain.Append(sign);
        }
        return plain.Length == IdLength + SecretLength ? new(plain.ToString(0, IdLength), plain.ToString(IdLength, SecretLength)) : null;
    }

    /// <summary>As printed: four groups of four.</summary>
    public override string ToString() => $"{Id}-{Secret[..4]}-{Secret[4..8]}-{Secret[8..]}";
}
