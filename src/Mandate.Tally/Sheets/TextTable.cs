using System.Text;

namespace Mandate.Tally.Sheets;

/// <summary>A table in plain text: the first column to the left, numbers to the right.</summary>
internal static class TextTable
{
    public static IEnumerable<string> Lines(SheetTable table)
    {
        yield return table.Title;
        var widths = table.Headings.Select((h, i) => table.Rows.Select(r => Width(r[i])).Append(Width(h)).Max()).ToArray();
        yield return Line(table.Headings, widths);
        foreach (var row in table.Rows) yield return Line(row, widths);
        if (table.Note.Length > 0) yield return table.Note;
    }

    private static string Line(IReadOnlyList<string> cells, int[] widths)
    {
        var line = new StringBuilder();
        for (var i = 0; i < cells.Count; i++)
        {
            var blank = new string(' ', widths[i] - Width(cells[i]));
            if (i > 0) line.Append("  ").Append(blank).Append(cells[i]);
            else line.Append(cells[i]).Append(blank);
        }
        return line.ToString().TrimEnd();
    }

    private static int Width(string text) => new System.Globalization.StringInfo(text).LengthInTextElements;
}
