using System.Collections.Immutable;

namespace Mandate.Tally.Writers;

/// <summary>BLT as most counting programs read it; <c>=</c> for equal ranks, <c>-</c> for a rank left empty.</summary>
internal static class BltWriter
{
    public static string? Refuses(Ballots ballots)
    {
        if (ballots.MostPoints is not null) return "BLT holds ranks, not points";
        if (ballots.Candidates.Append(ballots.Title).FirstOrDefault(n => n.Contains('"', StringComparison.Ordinal)) is { } quoted) return $"BLT puts names in quotes and has no way to write one in a name: {quoted}";
        for (var line = 0; line < ballots.Lines; line++)
            if (ballots.Ranks(line).Length > ballots.Candidates.Length) return "BLT has no more ranks than candidates; a paper leaves so many empty that it has";
        return null;
    }

    public static void Write(Ballots ballots, ImmutableArray<PaperLine> papers, TextWriter to)
    {
        Line(to, $"{PapersWriter.Text(ballots.Candidates.Length)} {PapersWriter.Text(ballots.Seats ?? 0)}");
        Option(to, "tie", ballots.TieOrder.IsDefault ? [] : ballots.TieOrder);
        Option(to, "undeclared", ballots.Undeclared.Order());
        if (!ballots.Withdrawn.IsEmpty) Line(to, string.Join(' ', ballots.Withdrawn.Order().Select(c => "-" + PapersWriter.Text(c + 1))));
        foreach (var (number, ranks) in papers)
            Line(to, string.Join(' ', ranks.Select(r => r.IsEmpty ? "-" : string.Join('=', r.Select(c => PapersWriter.Text(c + 1)))).Prepend(PapersWriter.Text(number)).Append("0")));
        Line(to, "0");
        foreach (var name in ballots.Candidates.Append(ballots.Title)) Line(to, $"\"{PapersWriter.OneLine(name)}\"");
    }

    private static void Option(TextWriter to, string name, IEnumerable<int> candidates)
    {
        var numbers = candidates.Select(c => PapersWriter.Text(c + 1)).ToArray();
        if (numbers.Length > 0) Line(to, $"[{name} {string.Join(' ', numbers)}]");
    }

    private static void Line(TextWriter to, string text)
    {
        to.Write(text);
        to.Write('\n');
    }
}
