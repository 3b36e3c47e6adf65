using System.Globalization;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads our CSV of ranked papers, points or approvals (docs/formats/votes-csv.md): notes <c># seats: 2</c>, then a record of headings (<c>id</c> and
/// <c>count</c> where there are such columns, then one candidate per column), then one record per line of papers with a rank, points or a mark in each cell.
/// </summary>
public sealed class CsvReader
{
    private static readonly string[] IdHeadings = ["id", "ballot", "paper"];
    private static readonly string[] CountHeadings = ["count", "papers", "weight"];
    private readonly CsvRecords records;
    private readonly Dictionary<string, string> notes = new(StringComparer.OrdinalIgnoreCase);
    private readonly BallotsBuilder papers = new();
    private readonly List<string> candidates = [];
    private readonly List<(long Number, int Candidate)> marks = [];
    private int first;
    private int countColumn = -1;
    private int mostPoints;
    private InputFault? fault;

    private CsvReader(Stream stream)
    {
        var source = new ByteSource(stream);
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        records = new(source);
    }

    public static Read<Ballots> Read(Stream stream)
    {
        var reader = new CsvReader(stream);
        return reader.All() is { } ballots ? ballots : reader.fault!;
    }

    private Ballots? All()
    {
        if (!Head()) return null;
        var kind = notes.GetValueOrDefault("kind", "ranks");
        if (kind is not ("ranks" or "points" or "approvals")) return Fail(0, 0, $"'# kind: {kind}' is unknown; it is ranks, points or approvals");
        var seats = 0;
        if (notes.TryGetValue("seats", out var stated) && (!int.TryParse(stated, NumberStyles.None, CultureInfo.InvariantCulture, out seats) || seats < 1))
            return Fail(0, 0, $"'# seats: {stated}' is no number of seats");
        if (kind == "points" && (!notes.TryGetValue("most", out var most) || !int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out mostPoints) || mostPoints is < 1 or > 10_000))
            return Fail(0, 0, "a file of points states the most that can be given, e.g. '# most: 5' (1 to 10000)");
        while (records.Next())
        {
            if (records.Fields.Count == 1 && records.Fields[0].Trim().Length == 0) continue;
            if (!Paper(kind)) return null;
        }
        if (records.Fault is { } damaged) return Fail(damaged);
        var ballots = papers.Build(candidates, seats == 0 ? null : seats, notes.GetValueOrDefault("title", ""));
        if (kind == "points") ballots = ballots.With(mostPoints: mostPoints);
        return Withdrawn() is { } withdrawn ? ballots.With(withdrawn: [.. withdrawn]) : null;
    }

    private List<int>? Withdrawn()
    {
        var found = new List<int>();
        foreach (var name in notes.GetValueOrDefault("withdrawn", "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var candidate = candidates.IndexOf(name);
            if (candidate < 0)
            {
                Fail(0, 0, $"'# withdrawn: {name}' names no candidate");
                return null;
            }
            found.Add(candidate);
        }
        return found;
    }

    private bool Head()
    {
        while (Ready() && records.Next())
        {
            var start = records.Fields[0].TrimStart();
            if (start.StartsWith('#'))
            {
                var note = string.Join(records.Separator, records.Fields).Trim()[1..];
                var colon = note.IndexOf(':', StringComparison.Ordinal);
                if (colon > 0) notes[note[..colon].Trim()] = note[(colon + 1)..].Trim();
                continue;
            }
            if (records.Fields.Count == 1 && start.Length == 0) continue;
            return Headings();
        }
        Fail(records.Fault ?? new(0, 0, "the file has no record of headings"));
        return false;
    }

    /// <summary>Notes have no separator; the headings say it for all that follows.</summary>
    private bool Ready()
    {
        records.FindSeparator();
        return true;
    }

    private bool Headings()
    {
        var headings = records.Fields;
        for (; first < headings.Count; first++)
        {
            var heading = headings[first].Trim();
            if (CountHeadings.Contains(heading, StringComparer.OrdinalIgnoreCase) && countColumn < 0) countColumn = first;
            else if (!IdHeadings.Contains(heading, StringComparer.OrdinalIgnoreCase)) break;
        }
        for (var i = first; i < headings.Count; i++)
        {
            if (headings[i].Trim().Length == 0) return Fail(records.Place(i), "a candidate's column has no name");
            candidates.Add(headings[i].Trim());
        }
        if (candidates.Count == 0) return Fail(records.Place(0), "no column names a candidate");
        return true;
    }

    private bool Paper(string kind)
    {
        if (records.Fields.Count > first + candidates.Count) return Fail(records.Place(first + candidates.Count), $"a record of {records.Fields.Count} fields under {first + candidates.Count} headings");
        long weight = 1;
        if (countColumn >= 0 && (countColumn >= records.Fields.Count || !Number(records.Fields[countColumn], out weight)))
            return Fail(records.Place(Math.Min(countColumn, records.Fields.Count - 1)), "the number of papers is not a whole number");
        if (papers.Papers + weight > BltReader.MostPapers) return Fail(records.Place(0), $"more than {BltReader.MostPapers} papers");
        marks.Clear();
        for (var i = first; i < records.Fields.Count; i++)
        {
            var cell = records.Fields[i].Trim();
            if (cell.Length == 0) continue;
            if (!Mark(kind, cell, out var rank)) return Fail(records.Place(i), Expected(kind, cell));
            if (rank > 0) marks.Add((rank, i - first));
        }
        marks.Sort();
        long at = 0;
        foreach (var (rank, candidate) in marks)
        {
            for (; at + 1 < rank; at++) papers.Skip();
            papers.Mark(candidate, equal: at == rank);
            at = rank;
        }
        papers.EndLine(weight);
        return true;
    }

    /// <summary>The rank that a cell means; 0 for none.</summary>
    private bool Mark(string kind, string cell, out long rank)
    {
        rank = 1;
        if (kind == "approvals" && cell is "x" or "X") return true;
        if (!Number(cell, out var number)) return false;
        if (kind == "ranks")
        {
            rank = number;
            return number >= 1 && number <= Math.Max(candidates.Count, 100);
        }
        if (kind == "approvals")
        {
            rank = number;
            return number <= 1;
        }
        rank = number == 0 ? 0 : mostPoints - number + 1;
        return number <= mostPoints;
    }

    private string Expected(string kind, string cell) => kind switch
    {
        "ranks" => $"'{cell}' is no rank: a whole number from 1, or nothing",
        "points" => $"'{cell}' is no number of points from 0 to {mostPoints}",
        _ => $"'{cell}' is no approval: x or 1, 0 or nothing",
    };

    private static bool Number(string text, out long number)
    {
        number = 0;
        var trimmed = text.Trim();
        return trimmed.Length <= 15 && long.TryParse(trimmed, NumberStyles.None, CultureInfo.InvariantCulture, out number);
    }

    private bool Fail((int Line, int Column) place, FormattableString message) => Fail(place, FormattableString.Invariant(message));

    private bool Fail((int Line, int Column) place, string message)
    {
        fault ??= new(place.Line, place.Column, message);
        return false;
    }

    private Ballots? Fail(int line, int column, string message) => Fail(new InputFault(line, column, message));

    private Ballots? Fail(InputFault damaged)
    {
        fault ??= damaged;
        return null;
    }
}
