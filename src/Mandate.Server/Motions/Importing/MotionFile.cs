using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Mandate.Node.Rolls;

namespace Mandate.Server.Motions.Importing;

/// <summary>A motion as another system exported it.</summary>
/// <param name="Line">Line of a CSV file, or place in a JSON file, from 1.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Fault">Why it cannot be used, as a stable name; null where it can.</param>
public sealed record MotionRow(int Line, string Number, string Title, string Text, ImmutableArray<string> Submitters, string? Fault = null);

/// <summary>Which column of a CSV file holds what.</summary>
public sealed record MotionColumns(string Title, string Text)
{
    public string? Number { get; init; }

    public string? Reason { get; init; }

    public string? Submitters { get; init; }

    /// <summary>The columns that the headings of OpenSlides and Antragsgrün suggest, in the languages they export in; null where title or text is not found.</summary>
    public static MotionColumns? Suggest(IReadOnlyList<string> headings)
    {
        string? Find(params string[] words) => words.Select(w => headings.FirstOrDefault(h => h.Trim().Replace('_', ' ').Equals(w, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(h => h is not null);
        return Find("title", "titel", "titre", "rubrik") is { } title && Find("text", "motion text", "antragstext", "tekst", "texte") is { } text
            ? new(title, text)
            {
                Number = Find("number", "nummer", "identifier", "bezeichner", "prefix", "antragsnummer", "kürzel", "numéro"),
                Reason = Find("reason", "begründung", "motivering", "toelichting", "exposé des motifs"),
                Submitters = Find("submitters", "submitter", "antragsteller/in", "antragsteller/innen", "antragsteller*innen", "antragstellende", "initiators", "proposers", "inlämnare", "indieners", "auteurs"),
            }
            : null;
    }

    public bool Fits(IReadOnlyList<string> headings) => new[] { Title, Text, Number, Reason, Submitters }.OfType<string>().All(c => headings.Contains(c, StringComparer.Ordinal));
}

/// <summary>
/// Motions as other systems export them: the CSV of OpenSlides and of Antragsgrün, and the JSON of a motion (or a list of them) that
/// Antragsgrün's interface gives.
/// </summary>
public sealed class MotionFile
{
    private readonly ImmutableArray<MotionRow> json;

    private MotionFile(RollFile? csv, ImmutableArray<MotionRow> json) => (Csv, this.json) = (csv, json);

    /// <summary>Null for JSON, whose fields have fixed names.</summary>
    public RollFile? Csv { get; }

    /// <exception cref="FormatException">It can be read as neither; the message says where and why.</exception>
    public static MotionFile Read(byte[] bytes)
    {
        var start = bytes.AsSpan().TrimStart(" \t\r\n\uFEFF"u8);
        if (start.Length == 0) throw new FormatException("the file is empty");
        return start[0] is (byte)'{' or (byte)'[' ? new(null, Json(start.ToArray())) : new(RollFile.Read(bytes), []);
    }

    /// <param name="columns">Null for JSON.</param>
    public IEnumerable<MotionRow> Rows(MotionColumns? columns) => Csv is null || columns is null ? json : Csv.Lines.Select(l => Row(Csv, columns, l));

    private static MotionRow Row(RollFile file, MotionColumns columns, RollLine line)
    {
        string Cell(string? column) => column is not null && file.Headings.IndexOf(column) is >= 0 and var i && i < line.Cells.Length ? line.Cells[i] : "";
        return Made(line.Line, Cell(columns.Number), Cell(columns.Title), Cell(columns.Text), Cell(columns.Reason), Names(Cell(columns.Submitters)), line.Fault is null ? null : "columns");
    }

    private static MotionRow Made(int line, string number, string title, string html, string reason, ImmutableArray<string> submitters, string? fault)
    {
        var text = HtmlText.Of(html);
        var why = HtmlText.Of(reason);
        return new(line, number, HtmlText.Of(title).ReplaceLineEndings(" "), why.Length == 0 ? text : $"{text}\n\n> {why.Replace("\n", "\n> ", StringComparison.Ordinal)}", submitters,
            fault ?? (title.Length == 0 ? "no-title" : text.Length == 0 ? "no-text" : null));
    }

    /// <summary>Names parted by commas or semicolons; what stands in brackets is a unit or an office.</summary>
    private static ImmutableArray<string> Names(string text) =>
        [.. text.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(n => n.Split('(', 2)[0].Trim()).Where(n => n.Length > 0)];

    private static ImmutableArray<MotionRow> Json(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var root = document.RootElement;
            var items = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().ToList()
                : root.TryGetProperty("motions", out var list) && list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray()] : [root];
            var rows = items.Select((item, i) => Motion(item, i + 1)).ToImmutableArray();
            return rows.IsEmpty ? throw new FormatException("the file holds no motion") : rows;
        }
        catch (JsonException e)
        {
            throw new FormatException($"line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: {e.Message}", e);
        }
    }

    private static MotionRow Motion(JsonElement item, int place)
    {
        if (item.ValueKind != JsonValueKind.Object) throw new FormatException($"item {place}: needs the fields of a motion, and is {item.ValueKind}");
        if (!item.TryGetProperty("sections", out var sections) || sections.ValueKind != JsonValueKind.Array)
            throw new FormatException($"item {place}: has no list 'sections'; a consultation names its motions only, each has an address url_json of its own to be saved");
        var parts = sections.EnumerateArray().Where(s => Text(s, "type") is "TextSimple" or "TextHTML").Select((s, i) => (Heading: Text(s, "title"), Html: Text(s, "html"), First: i == 0)).ToList();
        var html = string.Concat(parts.Select(p => p.First || p.Heading.Length == 0 ? p.Html : $"<h2>{System.Net.WebUtility.HtmlEncode(p.Heading)}</h2>{p.Html}"));
        var names = item.TryGetProperty("initiators", out var initiators) && initiators.ValueKind == JsonValueKind.Array ? initiators.EnumerateArray().Select(n => Text(n, "name")).Where(n => n.Length > 0).ToImmutableArray() : [];
        return Made(place, Text(item, "prefix"), Text(item, "title"), html, "", names, Text(item, "type") == "amendment" ? "amendment" : null);
    }

    private static string Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
