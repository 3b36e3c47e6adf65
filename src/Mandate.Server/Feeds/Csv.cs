using System.Text;

namespace Mandate.Server.Feeds;

/// <summary>Tables as CSV (RFC 4180) for spreadsheets: UTF-8 with its mark, and nothing that a spreadsheet would run as a formula.</summary>
public static class Csv
{
    public static byte[] Write(IEnumerable<string> head, IEnumerable<IEnumerable<string?>> rows)
    {
        var text = new StringBuilder("\uFEFF");
        Row(text, head);
        foreach (var row in rows) Row(text, row);
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Row(StringBuilder text, IEnumerable<string?> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    private static string Cell(string? cell)
    {
        if (string.IsNullOrEmpty(cell)) return "";
        var safe = cell[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + cell : cell;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
