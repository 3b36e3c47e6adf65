using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Tally.Sheets;

namespace Mandate.Tally;

/// <summary>
/// A count sheet as one HTML page that needs nothing else: no script, no font, no picture from elsewhere. Headings and tables carry everything;
/// each drawing has a table beside it; colours never stand alone.
/// </summary>
public static class CountHtml
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #767676; --soft: #f2f2ee; --ink: #1b1b1b; --paper: #ffffff; --mark: #e4efe0; }
        @media (prefers-color-scheme: dark) { :root { --line: #9a9a9a; --soft: #262626; --ink: #ededed; --paper: #161616; --mark: #22361f; } }
        body { font: 1rem/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); margin: 0 auto; padding: 1rem; max-width: 76rem; }
        h1 { font-size: 1.6rem; margin: 0 0 .5rem; } h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; }
        dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; } dt { font-weight: 600; } dd { margin: 0; }
        .wide { overflow-x: auto; } .wide:focus-visible { outline: 3px solid #0072B2; outline-offset: 2px; }
        table { border-collapse: collapse; margin: .5rem 0; } caption { text-align: start; font-weight: 600; padding: .25rem 0; }
        th, td { border: 1px solid var(--line); padding: .25rem .5rem; text-align: end; font-variant-numeric: tabular-nums; white-space: nowrap; }
        td.text, th.text { text-align: start; white-space: normal; min-width: 8rem; }
        thead th { background: var(--soft); white-space: normal; vertical-align: bottom; max-width: 10rem; } th[scope=row], thead th:first-child { text-align: start; } th[scope=row] { font-weight: 500; } th[scope=row]:has(+ td.text:last-child) { white-space: normal; width: 30%; }
        tr.elected th, tr.elected td { background: var(--mark); } .note { margin: .25rem 0; } svg { max-width: 100%; height: auto; } svg text { font: 12px system-ui, sans-serif; fill: var(--ink); } svg .round { font-weight: 600; }
        @media (max-width: 40rem) { th[scope=row], th.text { white-space: normal; min-width: 5rem; } td.text { min-width: 11rem; } }
        @media print { body { max-width: none; padding: 0; } .wide { overflow: visible; } }
        """;

    /// <param name="count">The count.</param>
    /// <param name="explanations">Answers to "why was X not elected", one paragraph each; empty where nobody asked.</param>
    public static string Page(Count count, IEnumerable<string>? explanations = null)
    {
        var html = new StringBuilder();
        var title = count.Title.Length > 0 ? count.Title : "Count";
        html.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        html.Append(CultureInfo.InvariantCulture, $"<title>{Html.Escape(title)}: count sheet</title>\n<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>{Html.Escape(title)}</h1>\n");
        Head(html, count);
        Result(html, count);
        foreach (var table in CountTables.Of(count)) Table(html, table, count);
        Flow(html, count);
        Section(html, "Ties", [.. count.Ties.Select(t => Tie(count, t))]);
        Section(html, count.Detail is Apportionment.AllocationDetail ? "What would have brought each one seat more" : "Why others were not elected, and what would have changed it", [.. explanations ?? []]);
        Section(html, "Notes", count.Warnings);
        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    /// <summary>The drawing of the transfers alone, as SVG to stand in another page; null where nothing moves or it would be too large to read.</summary>
    /// <param name="title">What it is, for those who hear it.</param>
    /// <param name="description">Where the same numbers stand.</param>
    public static string? Drawing(Count count, string title, string description) => TransferDrawing.Svg(count, title, description);

    private static void Head(StringBuilder html, Count count)
    {
        html.Append("<dl>\n");
        var method = Methods.Find(count.Method);
        Term("Method", method is null ? count.Method : $"{method.Title} ({count.Method})");
        if (method is not null) Term("Rule text", method.Source);
        if (count.Seats > 0) Term("Seats", count.Seats.ToString(CultureInfo.InvariantCulture));
        Term("Papers", string.Create(CultureInfo.InvariantCulture, $"{count.Papers}, of which {count.ValidPapers} valid"));
        if (count.Quota is { } quota) Term("Quota", count.Text(quota));
        if (count.TieRule.Length > 0) Term("Rule for ties", TieWords(count.TieRule));
        html.Append("</dl>\n");

        void Term(string name, string value) => html.Append(CultureInfo.InvariantCulture, $"<dt>{name}</dt><dd>{Html.Escape(value)}</dd>\n");
    }

    /// <summary>The steps that have no words of their own, in words. A seed is the last step and stays as it was written, commas included.</summary>
    private static string TieWords(string rule)
    {
        var seed = rule.IndexOf("seed:", StringComparison.Ordinal);
        var steps = (seed < 0 ? rule : rule[..seed]).Split(',', StringSplitOptions.RemoveEmptyEntries).Select(step => step switch
        {
            "previous" => "votes of earlier rounds (previous)",
            "order" => "order of the candidates (order)",
            "chair" => "the chair's order (chair)",
            _ => step,
        });
        return string.Join(", then ", seed < 0 ? steps : steps.Append(rule[seed..]));
    }

    private static void Result(StringBuilder html, Count count)
    {
        html.Append(CultureInfo.InvariantCulture, $"<h2>{count.Detail?.Outcome ?? "Elected"}</h2>\n");
        if (count.Undecided is { } open)
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\"><strong>Undecided.</strong> In round {open.Round}, {Html.Escape(open.Question)}: {Html.Escape(string.Join(", ", open.Tied.Select(count.Name)))} are equal and the stated rule for ties does not decide. The count goes on when a lot or an order is given.</p>\n");
        if (count.Elected.IsEmpty)
        {
            html.Append("<p class=\"note\">None.</p>\n");
            return;
        }
        if (count.Detail is Apportionment.AllocationDetail)
        {
            html.Append("<ul>\n");
            foreach (var list in count.Elected.CountBy(c => c)) html.Append(CultureInfo.InvariantCulture, $"<li>{Html.Escape(Label(count, list.Key))}: {list.Value} {(list.Value == 1 ? "seat" : "seats")}</li>\n");
            html.Append("</ul>\n");
            return;
        }
        html.Append("<ol>\n");
        foreach (var c in count.Elected) html.Append(CultureInfo.InvariantCulture, $"<li>{Html.Escape(Label(count, c))}</li>\n");
        html.Append("</ol>\n");
    }

    private static void Table(StringBuilder html, SheetTable table, Count count)
    {
        var elected = count.Elected.Select(count.Name).ToHashSet(StringComparer.Ordinal);
        html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"{Html.Escape(table.Title)}\">\n<table>\n<caption>{Html.Escape(table.Title)}</caption>\n<thead><tr>");
        var words = Enumerable.Range(0, table.Headings.Length).Select(column => table.Rows.Any(row => IsWords(row[column]))).ToArray();
        foreach (var (column, heading) in table.Headings.Index())
            html.Append(heading.Length == 0 ? "<td></td>" : string.Create(CultureInfo.InvariantCulture, $"<th scope=\"col\"{Class(column)}>{Html.Escape(heading)}</th>"));
        html.Append("</tr></thead>\n<tbody>\n");
        foreach (var row in table.Rows)
        {
            html.Append(elected.Contains(row[0]) ? "<tr class=\"elected\">" : "<tr>");
            html.Append(CultureInfo.InvariantCulture, $"<th scope=\"row\">{Html.Escape(row[0])}</th>");
            for (var column = 1; column < row.Length; column++) html.Append(CultureInfo.InvariantCulture, $"<td{Class(column)}>{Html.Escape(row[column])}</td>");
            html.Append("</tr>\n");
        }
        html.Append("</tbody>\n</table>\n</div>\n");
        if (table.Note.Length > 0) html.Append(CultureInfo.InvariantCulture, $"<p class=\"note\">{Html.Escape(table.Note)}</p>\n");

        string Class(int column) => column > 0 && words[column] ? " class=\"text\"" : "";
    }

    /// <summary>Figures stand at the end of their cell, words at its start.</summary>
    private static bool IsWords(string cell) => cell.Length > 3 && char.IsLetter(cell[0]);

    private static void Flow(StringBuilder html, Count count)
    {
        if (!count.Rounds.Any(r => !r.Transfers.IsEmpty)) return;
        html.Append("<h2>Transfers</h2>\n");
        if (TransferDrawing.Svg(count) is { } svg) html.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\" tabindex=\"0\" role=\"region\" aria-label=\"Drawing of the transfers\">\n{svg}</div>\n");
        var rows = count.Rounds.SelectMany(r => r.Transfers.Select(t => ImmutableArray.Create(
            r.Number.ToString(CultureInfo.InvariantCulture), count.Name(t.From), t.To < 0 ? "no further preference" : count.Name(t.To),
            t.Papers.ToString(CultureInfo.InvariantCulture), count.Text(t.Votes))));
        Table(html, new("Transfers in numbers", ["Round", "From", "To", "Papers", "Votes"], [.. rows]), count);
    }

    private static string Tie(Count count, TieBreak tie) => string.Create(CultureInfo.InvariantCulture,
        $"Round {tie.Round}, {tie.Question}: {string.Join(", ", tie.Tied.Select(c => Label(count, c)))} were equal; {Label(count, tie.Chosen)} by {tie.By}.");

    private static string Label(Count count, int candidate) => count.Detail?.Label(count, candidate) ?? count.Name(candidate);

    private static void Section(StringBuilder html, string heading, ImmutableArray<string> paragraphs)
    {
        if (paragraphs.IsEmpty) return;
        html.Append(CultureInfo.InvariantCulture, $"<h2>{heading}</h2>\n<ul>\n");
        foreach (var text in paragraphs) html.Append(CultureInfo.InvariantCulture, $"<li>{Html.Escape(text)}</li>\n");
        html.Append("</ul>\n");
    }
}
