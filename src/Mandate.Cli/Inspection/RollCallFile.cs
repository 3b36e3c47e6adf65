using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Mandate.Cli.Contract;
using Mandate.Organisation.Inspection;

namespace Mandate.Cli.Inspection;

/// <summary>
/// Votes by name in a CSV file: the first column says who, each further one is a vote. Marks are words (<c>yes</c>, <c>no</c>, <c>abstain</c>,
/// <c>absent</c>, <c>outside</c>) or the numbers of published data sets: 1 yes, 9 absent, and no is 6 where the file knows it (then 0 is not a
/// member), else 0.
/// </summary>
internal static class RollCallFile
{
    private static readonly Dictionary<string, VoteMark> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = VoteMark.Yes, ["yea"] = VoteMark.Yes, ["y"] = VoteMark.Yes, ["no"] = VoteMark.No, ["nay"] = VoteMark.No, ["n"] = VoteMark.No,
        ["abstain"] = VoteMark.Abstained, ["abstained"] = VoteMark.Abstained, ["a"] = VoteMark.Abstained, ["absent"] = VoteMark.Absent, [""] = VoteMark.Absent, ["NA"] = VoteMark.Absent, ["outside"] = VoteMark.Outside,
    };

    public static NamedVotes Read(string file, TextReader text)
    {
        var rows = Rows(file, text);
        if (rows.Count < 2 || rows[0].Cells.Length < 2) throw CommandException.BadInput($"{file}: a line of headings and at least one of votes, with a name and a vote in each, expected");
        var width = rows[0].Cells.Length;
        foreach (var (line, cells) in rows)
            if (cells.Length != width) throw CommandException.BadInput($"{file}, line {line}: {width} fields as in the first line expected, {cells.Length} given");
        if (rows.Skip(1).GroupBy(r => r.Cells[0], StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice) throw CommandException.BadInput($"{file}, line {twice.Last().Line}: '{twice.Key}' stands twice");
        var six = rows.Skip(1).Any(r => r.Cells.Skip(1).Any(c => Number(c) == 6));
        return new(
            [.. rows.Skip(1).Select(r => r.Cells[0])], [.. rows[0].Cells.Skip(1)],
            [.. rows.Skip(1).Select(r => r.Cells.Skip(1).Select((c, i) => MarkOf(file, r.Line, i + 2, c, six)).ToImmutableArray())]);
    }

    /// <summary>Who belongs to which group: by the heading <c>party</c> or <c>group</c>, and the column in which the names of the votes stand.</summary>
    public static Dictionary<string, string> Groups(string file, TextReader text, NamedVotes votes)
    {
        var rows = Rows(file, text);
        var heads = rows.Count > 0 ? rows[0].Cells : [];
        var group = Array.FindIndex(heads, h => h.Equals("party", StringComparison.OrdinalIgnoreCase) || h.Equals("group", StringComparison.OrdinalIgnoreCase));
        if (group < 0) throw CommandException.BadInput($"{file}, line 1: a column 'party' or 'group' expected, {string.Join(", ", heads)} given");
        var persons = votes.Persons.ToHashSet(StringComparer.Ordinal);
        var who = Enumerable.Range(0, heads.Length).OrderByDescending(c => rows.Skip(1).Count(r => c < r.Cells.Length && persons.Contains(r.Cells[c]))).First();
        return rows.Skip(1).Where(r => r.Cells.Length > Math.Max(who, group) && persons.Contains(r.Cells[who])).GroupBy(r => r.Cells[who], StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Cells[group], StringComparer.Ordinal);
    }

    private static VoteMark MarkOf(string file, int line, int column, string cell, bool six) => Words.TryGetValue(cell, out var mark) ? mark : Number(cell) switch
    {
        1 => VoteMark.Yes,
        6 => VoteMark.No,
        0 => six ? VoteMark.Outside : VoteMark.No,
        9 => VoteMark.Absent,
        >= 0 and < 10 => VoteMark.Other,
        _ => throw CommandException.BadInput($"{file}, line {line}, column {column}: yes, no, abstain, absent, outside or one of 0 to 9 expected, '{cell}' given"),
    };

    private static int? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number == Math.Truncate(number) && Math.Abs(number) < 1000 ? (int)number : null;

    private static List<(int Line, string[] Cells)> Rows(string file, TextReader text)
    {
        var rows = new List<(int, string[])>();
        for (var line = 1; text.ReadLine() is { } read; line++)
            if (read.Trim().Length > 0) rows.Add((line, Cells(file, line, line == 1 ? read.TrimStart('\uFEFF') : read)));
        return rows;
    }

    private static string[] Cells(string file, int line, string text)
    {
        var (cells, cell, quoted) = (new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '"' && quoted && i + 1 < text.Length && text[i + 1] == '"') cell.Append(text[i++]);
            else if (text[i] == '"') quoted = !quoted;
            else if (text[i] == ',' && !quoted)
            {
                cells.Add(cell.ToString().Trim());
                cell.Clear();
            }
            else cell.Append(text[i]);
        }
        if (quoted) throw CommandException.BadInput($"{file}, line {line}: a quotation mark is not closed");
        cells.Add(cell.ToString().Trim());
        return [.. cells];
    }
}
