using System.Text;

namespace Mandate.Node.Rolls;

/// <summary>
/// Splits CSV text into records (RFC 4180, with any divider and any line end). A quotation mark counts only at the start of a cell, so
/// that names with one in the middle are read as they stand.
/// </summary>
internal static class CsvText
{
    /// <summary>Each record with the line on which it begins, from 1; <c>Open</c> where its last quotation mark is never closed.</summary>
    public static IEnumerable<(int Line, List<string> Cells, bool Open)> Split(string text, char delimiter)
    {
        var cell = new StringBuilder();
        var cells = new List<string>();
        var quoted = false;
        var fresh = true;
        var line = 1;
        var start = 1;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == '\n' || c == '\r' && !(i + 1 < text.Length && text[i + 1] == '\n')) line++;
            if (quoted)
            {
                if (c != '"') cell.Append(c);
                else if (i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[++i]);
                else quoted = false;
            }
            else if (c == '"' && fresh)
            {
                quoted = true;
                fresh = false;
            }
            else if (c == delimiter)
            {
                Finish();
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') continue;
                Finish();
                yield return (start, cells, false);
                cells = [];
                start = line;
            }
            else
            {
                cell.Append(c);
                // White space before a quotation mark does not hide it.
                if (!char.IsWhiteSpace(c)) fresh = false;
                else if (fresh) cell.Clear();
            }
        }
        if (cell.Length == 0 && cells.Count == 0 && !quoted) yield break;
        Finish();
        yield return (start, cells, quoted);

        void Finish()
        {
            cells.Add(cell.ToString().Trim());
            cell.Clear();
            fresh = true;
        }
    }
}
