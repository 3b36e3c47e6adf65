using System.Text;

namespace Mandate.Tally.Readers;

/// <summary>Text of election files: UTF-8, and where it is not valid UTF-8, Windows-1252, which older counting programs write.</summary>
internal static class TextBytes
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // The 32 places where Windows-1252 differs from Latin-1; five are undefined and stay as they are.
    private const string Windows1252 = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
        + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (System.Text.Unicode.Utf8.IsValid(bytes)) return Strict.GetString(bytes);
        var text = new StringBuilder(bytes.Length);
        foreach (var b in bytes) text.Append(b is >= 0x80 and < 0xA0 ? Windows1252[b - 0x80] : (char)b);
        return text.ToString();
    }
}
