using System.Buffers;
using System.Collections.Immutable;

namespace Mandate.Tally.Writers;

/// <summary>Our CSV (docs/formats/votes-csv.md): ranks or points, one candidate per column.</summary>
internal static class CsvWriter
{
    private static readonly SearchValues<char> NeedQuotes = SearchValues.Create("\",;\n\r#");

    public static string? Refuses(Ballots ballots)
    {
        if (!ballots.Undeclared.IsEmpty) return "our CSV has no way to say that a candidate was undeclared; JSON and BLT have";
        if (!ballots.TieOrder.IsDefaultOrEmpty) return "our CSV has no order for ties; JSON and BLT have";
        if (ballots.Candidates.GroupBy(n => n.Trim(), StringComparer.Ordinal).FirstOrDefault(g => g.Skip(1).Any()) is { } twice) return $"two columns cannot both be headed {twice.Key}; BLT keeps them apart";
        if (ballots.Candidates.FirstOrDefault(n => n.Trim().Length == 0) is not null) return "a column needs the candidate's name; one is empty";
        return ballots.Withdrawn.Select(w => ballots.Candidates[w]).FirstOrDefault(n => n.Contains(';', StringComparison.Ordinal)) is { } name ? $"our CSV lists withdrawn candidates with ; between them, which stands in the name {name}" : null;
    }

    public static void Write(Ballots ballots, ImmutableArray<PaperLine> papers, TextWriter to)
    {
        if (ballots.Title.Length > 0) Note(to, "title", ballots.Title);
        if (ballots.Seats is { } seats) Note(to, "seats", PapersWriter.Text(seats));
        if (ballots.MostPoints is { } most)
        {
            Note(to, "kind", "points");
            Note(to, "most", PapersWriter.Text(most));
        }
        if (!ballots.Withdrawn.IsEmpty) Note(to, "withdrawn", string.Join("; ", ballots.Withdrawn.Order().Select(w => ballots.Candidates[w])));
        // With both leading columns there, a candidate of such a name is not taken for one of them.
        Record(to, ballots.Candidates.Prepend("count").Prepend("id"));
        foreach (var (line, (number, ranks)) in papers.Index())
        {
            var cells = new string[ballots.Candidates.Length];
            foreach (var (place, rank) in ranks.Index())
                foreach (var candidate in rank) cells[candidate] = PapersWriter.Text(ballots.MostPoints is { } top ? top - place : place + 1);
            Record(to, cells.Prepend(PapersWriter.Text(number)).Prepend(PapersWriter.Text(line + 1)));
        }
    }

    private static void Note(TextWriter to, string key, string value) => to.Write($"# {key}: {PapersWriter.OneLine(value)}\n");

    private static void Record(TextWriter to, IEnumerable<string?> cells) => to.Write(string.Join(',', cells.Select(Quoted)) + "\n");

    private static string Quoted(string? cell) => cell is null ? "" : cell.AsSpan().ContainsAny(NeedQuotes) ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
