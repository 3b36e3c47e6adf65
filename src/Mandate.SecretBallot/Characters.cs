using System.Buffers;

namespace Mandate.SecretBallot;

/// <summary>The alphabets of the formats.</summary>
internal static class Characters
{
    public static SearchValues<char> LowerHex { get; } = SearchValues.Create("0123456789abcdef");

    public static SearchValues<char> Hex { get; } = SearchValues.Create("0123456789abcdefABCDEF");

    public static SearchValues<char> Base58 { get; } = SearchValues.Create(Formats.Election.Base58);
}
