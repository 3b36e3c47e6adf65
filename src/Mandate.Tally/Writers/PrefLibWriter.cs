using System.Collections.Immutable;

namespace Mandate.Tally.Writers;

/// <summary>PrefLib's orders (preflib.org/format, since 2022): strict or with ties, complete or not.</summary>
internal static class PrefLibWriter
{
    public static string? Refuses(Ballots ballots, bool complete, bool ties)
    {
        if (ballots.MostPoints is not null) return "PrefLib's orders hold ranks, not points";
        if (!ballots.Withdrawn.IsEmpty || !ballots.Undeclared.IsEmpty) return "PrefLib has no way to say that a candidate was withdrawn or undeclared";
        if (ballots.HasEqualRanks && !ties) return "papers with equal ranks need the endings toc or toi";
        for (var line = 0; line < ballots.Lines; line++)
        {
            var ranks = ballots.Ranks(line);
            if (ranks.Any(r => r.IsEmpty)) return "PrefLib has no way to say that a rank was left empty";
            if (complete && ranks.Sum(r => r.Length) < ballots.Candidates.Length) return "papers that do not rank all candidates need the endings soi or toi";
        }
        return null;
    }

    public static void Write(string kind, Ballots ballots, ImmutableArray<PaperLine> papers, TextWriter to)
    {
        Head(to, "FILE NAME", $"papers.{kind}");
        Head(to, "TITLE", PapersWriter.OneLine(ballots.Title));
        Head(to, "DATA TYPE", kind);
        Head(to, "NUMBER ALTERNATIVES", PapersWriter.Text(ballots.Candidates.Length));
        Head(to, "NUMBER VOTERS", PapersWriter.Text(ballots.Papers));
        Head(to, "NUMBER UNIQUE ORDERS", PapersWriter.Text(papers.Length));
        foreach (var (number, name) in ballots.Candidates.Index()) Head(to, $"ALTERNATIVE NAME {PapersWriter.Text(number + 1)}", PapersWriter.OneLine(name));
        foreach (var (number, ranks) in papers)
            to.Write($"{PapersWriter.Text(number)}: {string.Join(',', ranks.Select(r => r.Length == 1 ? PapersWriter.Text(r[0] + 1) : "{" + string.Join(',', r.Select(c => PapersWriter.Text(c + 1))) + "}"))}\n");
    }

    private static void Head(TextWriter to, string key, string value) => to.Write($"# {key}: {value}\n");
}
