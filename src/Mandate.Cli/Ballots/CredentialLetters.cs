using System.Globalization;
using System.Net;
using System.Text;

namespace Mandate.Cli.Ballots;

/// <summary>A sheet for each voter with the credential, to be printed and posted, in the voters' language.</summary>
internal static class CredentialLetters
{
    /// <summary>Title, heading, and what to know; {0} is the election's uuid.</summary>
    private static readonly Dictionary<string, (string Title, string Heading, string Text)> Words = new(StringComparer.Ordinal)
    {
        ["en"] = ("Credentials", "Your credential", "Election {0}. Type it in the voting booth, with the hyphens. Whoever has it can vote in your place: show it to nobody. You can vote again until the vote closes; the last ballot counts. If you lose it, whoever sent you this letter gives you the same one again."),
        ["sv"] = ("Röstkort", "Ditt röstkort", "Omröstning {0}. Skriv in koden i valbåset, med bindestrecken. Den som har den kan rösta i ditt ställe: visa den för ingen. Du kan rösta igen tills omröstningen stängs; den sista rösten räknas. Tappar du bort den ger den som sände brevet dig samma kod igen."),
        ["nl"] = ("Stemcodes", "Je stemcode", "Stemming {0}. Typ de code in het stemhokje, met de streepjes. Wie haar heeft, kan in jouw plaats stemmen: toon haar aan niemand. Je kunt opnieuw stemmen tot de stemming sluit; de laatste stem telt. Raak je haar kwijt, dan geeft wie je deze brief stuurde je dezelfde code opnieuw."),
        ["fr"] = ("Codes de vote", "Votre code de vote", "Scrutin {0}. Tapez-le dans l’isoloir, avec les traits d’union. Qui l’a peut voter à votre place : ne le montrez à personne. Vous pouvez voter de nouveau jusqu’à la clôture ; le dernier bulletin compte. Si vous le perdez, qui vous a envoyé cette lettre vous redonne le même."),
    };

    public static IEnumerable<string> Languages => Words.Keys;

    public static string Write(string language, string uuid, IEnumerable<(string Id, string Credential)> voters)
    {
        var (title, heading, text) = Words[language];
        var html = new StringBuilder($"<!DOCTYPE html>\n<html lang=\"{language}\"><head><meta charset=\"utf-8\"><title>{title}</title><style>body{{font:12pt/1.5 serif;margin:0}}section{{page-break-after:always;padding:25mm}}.c{{font:18pt monospace;letter-spacing:.05em;border:1px solid;padding:5mm;display:inline-block}}</style></head><body>\n");
        foreach (var (id, credential) in voters)
            html.Append(CultureInfo.InvariantCulture, $"<section><p>{WebUtility.HtmlEncode(id)}</p><h1>{heading}</h1><p class=\"c\">{credential}</p><p>{text.Replace("{0}", uuid, StringComparison.Ordinal)}</p></section>\n");
        return html.Append("</body></html>\n").ToString();
    }
}
