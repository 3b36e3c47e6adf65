using System.Collections.Immutable;
using System.Text;

namespace Mandate.Node.Rolls;

/// <summary>A line of a roll, by heading. <paramref name="Fault"/> says what is wrong with the line as a line.</summary>
public sealed record RollLine(int Line, ImmutableArray<string> Cells, string? Fault);

/// <summary>
/// A CSV file as registers give them: comma, semicolon or tab; UTF-8 with or without a mark, or Windows-1252; detected.
/// </summary>
public sealed record RollFile(string Encoding, char Delimiter, ImmutableArray<string> Headings, ImmutableArray<RollLine> Lines)
{
    /// <exception cref="FormatException">Empty, without headings, or a heading stands twice.</exception>
    public static RollFile Read(byte[] bytes)
    {
        var (encoding, text) = Decode(bytes);
        if (text.Contains('\0')) throw new FormatException("the file is not text (it holds zero bytes); save the sheet as CSV");
        var delimiter = Detect(text);
        var records = CsvText.Split(text, delimiter).Where(r => r.Cells.Exists(c => c.Length > 0)).ToList();
        if (records.Count == 0) throw new FormatException("the file is empty; its first line needs the headings of the columns");
        ImmutableArray<string> headings = [.. records[0].Cells];
        var twice = headings.Where(h => h.Length > 0).GroupBy(h => h, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw new FormatException($"line {records[0].Line}: the heading '{twice.Key}' stands twice, so its column cannot be told");
        return new(encoding, delimiter, headings, [.. records.Skip(1).Select(r => new RollLine(r.Line, [.. r.Cells], Fault(r.Cells.Count, headings.Length, r.Open)))]);
    }

    private static string? Fault(int cells, int headings, bool open)
    {
        if (open) return "begins a quotation mark that is never closed, so that everything after it is one cell";
        return cells == headings ? null : $"has {cells} columns, and the headings are {headings}";
    }

    private static (string Name, string Text) Decode(byte[] bytes)
    {
        try
        {
            var strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
            return bytes.AsSpan().StartsWith("\uFEFF"u8) ? ("utf-8 with mark", strict.GetString(bytes, 3, bytes.Length - 3)) : ("utf-8", strict.GetString(bytes));
        }
        catch (DecoderFallbackException)
        {
            return ("windows-1252", CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetString(bytes));
        }
    }

    /// <summary>The sign that divides the heading line most often, outside quotation marks.</summary>
    private static char Detect(string text)
    {
        var counts = new Dictionary<char, int> { [','] = 0, [';'] = 0, ['\t'] = 0 };
        var quoted = false;
        foreach (var c in text)
        {
            if (c is '\n' or '\r' && !quoted) break;
            if (c == '"') quoted = !quoted;
            else if (!quoted && counts.TryGetValue(c, out var count)) counts[c] = count + 1;
        }
        return counts.MaxBy(c => c.Value).Key;
    }
}
