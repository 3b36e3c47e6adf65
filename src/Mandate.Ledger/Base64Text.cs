using System.Diagnostics.CodeAnalysis;

namespace Mandate.Ledger;

/// <summary>
/// Base64 of RFC 4648, 4, read strictly: standard alphabet, padding present, unused bits zero, no white space. Bytes have one
/// text, so re-encoding never changes what was signed.
/// </summary>
public static class Base64Text
{
    public static bool TryDecode([NotNullWhen(true)] string? text, [NotNullWhen(true)] out byte[]? bytes)
    {
        bytes = null;
        if (text is null || text.Length % 4 != 0) return false;
        var buffer = new byte[text.Length / 4 * 3];
        if (!Convert.TryFromBase64String(text, buffer, out var written)) return false;
        // The platform's reader skips white space and ignores unused bits: only the exact inverse of the writer counts.
        if (!string.Equals(Convert.ToBase64String(buffer, 0, written), text, StringComparison.Ordinal)) return false;
        bytes = buffer[..written];
        return true;
    }
}
