using System.Globalization;

namespace Mandate.Tally;

/// <summary>A count sheet as plain text.</summary>
public static class CountText
{
    public static IEnumerable<string> Lines(Count count)
    {
        var method = Methods.Find(count.Method);
        if (count.Title.Length > 0) yield return count.Title;
        yield return string.Create(CultureInfo.InvariantCulture, $"Method: {count.Method}{(method is null ? "" : $" ({method.Title}; {method.Source})")}");
        yield return string.Create(CultureInfo.InvariantCulture, $"{(count.Seats > 0 ? $"Seats: {count.Seats}   " : "")}Papers: {count.Papers}   Valid: {count.ValidPapers}{(count.Quota is { } q ? $"   Quota: {count.Text(q)}" : "")}");
        yield return "";
        if (count.Rounds.Length > 1)
        {
            foreach (var round in count.Rounds.Where(r => r.Number > 0))
                yield return string.Create(CultureInfo.InvariantCulture, $"Round {(round.Kind == RoundKind.Recount ? CountTables.Heading(count, round) + Who(count, round) : CountTables.Heading(count, round))}");
            yield return "";
        }
        foreach (var table in CountTables.Of(count, longHeadings: false))
        {
            foreach (var line in Sheets.TextTable.Lines(table)) yield return line;
            yield return "";
        }
        foreach (var tie in count.Ties)
            yield return string.Create(CultureInfo.InvariantCulture, $"Tie at round {tie.Round}, {tie.Question}: {string.Join(", ", tie.Tied.Select(count.Name))} -> {count.Name(tie.Chosen)} by {tie.By}");
        foreach (var warning in count.Warnings) yield return "Note: " + warning;
        if (count.Undecided is { } open)
            yield return string.Create(CultureInfo.InvariantCulture, $"Undecided at round {open.Round}, {open.Question}: {string.Join(", ", open.Tied.Select(count.Name))}. The stated rule for ties ({count.TieRule}) does not decide; draw a lot or state an order and count again.");
        yield return (count.Detail?.Outcome ?? "Elected") + ": " + (count.Elected.IsEmpty ? "none" : string.Join(", ", count.Elected.Select(count.Name)));
    }

    private static string Who(Count count, Round round) =>
        (round.Elected.IsEmpty ? "" : ", elected " + string.Join(", ", round.Elected.Select(count.Name)))
        + (round.Excluded.IsEmpty ? "" : ", excluded " + string.Join(", ", round.Excluded.Select(count.Name)));
}
