using System.Globalization;

namespace Mandate.Ledger;

/// <summary>Unsigned decimal numbers as the tlog formats write them: ASCII digits, no sign, no leading zero.</summary>
public static class DecimalText
{
    public static bool TryParse(ReadOnlySpan<char> text, out ulong value)
    {
        value = 0;
        if (text.IsEmpty || (text.Length > 1 && text[0] == '0')) return false;
        foreach (var c in text)
            if (!char.IsAsciiDigit(c)) return false;
        return ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }

    public static string Format(ulong value) => value.ToString(CultureInfo.InvariantCulture);
}
