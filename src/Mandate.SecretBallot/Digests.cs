using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;

namespace Mandate.SecretBallot;

/// <summary>SHA-256 in the forms that the protocol writes it in.</summary>
public static class Digests
{
    /// <summary>64 lower-case hex digits: names of records.</summary>
    public static string Hex(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string Hex(string text) => Hex(Encoding.UTF8.GetBytes(text));

    /// <summary>Base64 without padding, 43 characters: fingerprints of elections and tracking numbers of ballots.</summary>
    public static string Base64(ReadOnlySpan<byte> bytes) => Convert.ToBase64String(SHA256.HashData(bytes)).TrimEnd('=');

    public static string Base64(string text) => Base64(Encoding.UTF8.GetBytes(text));

    /// <summary>The digest as a number, most significant byte first.</summary>
    public static BigInteger Number(string text) => new(SHA256.HashData(Encoding.UTF8.GetBytes(text)), isUnsigned: true, isBigEndian: true);

    internal static string Decimal(BigInteger value) => value.ToString(CultureInfo.InvariantCulture);

    internal static string Decimal(long value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>A number from decimal digits without sign or leading zero; null for anything else.</summary>
    internal static BigInteger? ParseDecimal(ReadOnlySpan<char> text) =>
        text.Length == 0 || text.ContainsAnyExceptInRange('0', '9') || (text.Length > 1 && text[0] == '0')
            ? null
            : BigInteger.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
}
