namespace Mandate.Organisation.Accounts.Books;

/// <summary>Code page 437, which SIE calls <c>PC8</c>. A table of its own: the pure rooms know no encodings of the platform.</summary>
internal static class Cp437
{
    private const string Upper =
        "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00A0";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length];
        for (var i = 0; i < text.Length; i++) text[i] = bytes[i] < 128 ? (char)bytes[i] : Upper[bytes[i] - 128];
        return new(text);
    }
}
