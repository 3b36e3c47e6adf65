using System.Text;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions.Serving;

/// <summary>Names and addresses for whoever puts letters into the post: CSV with semicolons and a byte order mark, as spreadsheets here read it.</summary>
internal static class AddressFile
{
    public static byte[] Write(Visit visit, IEnumerable<string> persons)
    {
        var text = new StringBuilder("id;number;name;address;unit;language;email\r\n");
        foreach (var person in persons)
        {
            var personal = visit.Kept.Personal(person);
            string[] cells =
            [
                person, personal?.GetValueOrDefault("number") ?? "", personal?.GetValueOrDefault("name") ?? "", personal?.GetValueOrDefault("address") ?? "",
                visit.State.Roll.Member(person) is { } member ? visit.UnitName(member.Unit) : "", NoticeDesk.LanguageOf(visit, person), personal?.GetValueOrDefault("email") ?? "",
            ];
            text.AppendJoin(';', cells.Select(Cell)).Append("\r\n");
        }
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    /// <summary>Quoted where needed; what a spreadsheet would take for a formula is made a text.</summary>
    private static string Cell(string text)
    {
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t') text = "'" + text;
        return text.AsSpan().ContainsAny(";\"\r\n") ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : text;
    }
}
