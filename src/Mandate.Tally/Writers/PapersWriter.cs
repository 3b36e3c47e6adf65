using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally.Writers;

/// <summary>
/// Writes ranked papers for other programs. Equal papers are written once with their number, in the order of what they mark: a file tells
/// nothing about who voted when. What a format cannot hold is refused, never left out.
/// </summary>
public static class PapersWriter
{
    private sealed record Format(Func<Ballots, string?> Refuses, Action<Ballots, ImmutableArray<PaperLine>, TextWriter> Write);

    /// <summary>The endings of names of files that can be written.</summary>
    public static IEnumerable<string> Endings => ["blt", "csv", "json", "soc", "soi", "toc", "toi"];

    private static Format? Of(string ending) => ending switch
    {
        "blt" => new(BltWriter.Refuses, BltWriter.Write),
        "csv" => new(CsvWriter.Refuses, CsvWriter.Write),
        "json" => new(JsonWriter.Refuses, JsonWriter.Write),
        "soc" => PrefLib(complete: true, ties: false),
        "soi" => PrefLib(complete: false, ties: false),
        "toc" => PrefLib(complete: true, ties: true),
        "toi" => PrefLib(complete: false, ties: true),
        _ => null,
    };

    private static Format PrefLib(bool complete, bool ties)
    {
        var ending = (ties ? "to" : "so") + (complete ? "c" : "i");
        return new(b => PrefLibWriter.Refuses(b, complete, ties), (b, p, to) => PrefLibWriter.Write(ending, b, p, to));
    }

    /// <summary>Writes the papers; line ends are line feeds.</summary>
    /// <param name="ending">One of <see cref="Endings"/>.</param>
    /// <param name="ballots">The papers.</param>
    /// <param name="to">Where to.</param>
    /// <returns>Null where the file is written; otherwise what the format cannot hold, and nothing was written.</returns>
    public static string? Write(string ending, Ballots ballots, TextWriter to)
    {
        if (Of(ending) is not { } format) return $"no format ends in .{ending}; written are {string.Join(", ", Endings)}";
        if (ballots.AllCells.AsSpan(0, ballots.Starts[ballots.Lines]).Contains(Ballots.OvervotedRank)) return "papers with several marks at one rank, where the file does not say which, can be counted but not written";
        if (format.Refuses(ballots) is { } refusal) return refusal;
        format.Write(ballots, PaperLine.Grouped(ballots), to);
        return null;
    }

    internal static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A text on one line.</summary>
    internal static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>Equal papers.</summary>
internal sealed record PaperLine(long Papers, ImmutableArray<ImmutableArray<int>> Ranks)
{
    /// <summary>The papers of an election, equal ones together, in the order of their marks.</summary>
    public static ImmutableArray<PaperLine> Grouped(Ballots ballots)
    {
        var papers = new Dictionary<string, (long Papers, int Line)>(StringComparer.Ordinal);
        for (var line = 0; line < ballots.Lines; line++)
        {
            var key = string.Join('>', ballots.Ranks(line).Select(r => string.Join('=', r.Order().Select(c => c.ToString("D5", CultureInfo.InvariantCulture)))));
            papers[key] = (papers.GetValueOrDefault(key, (0, line)).Papers + ballots.Weight(line), line);
        }
        return [.. papers.Where(p => p.Value.Papers > 0).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => new PaperLine(p.Value.Papers, ballots.Ranks(p.Value.Line)))];
    }
}
