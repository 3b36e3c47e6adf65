using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally;

/// <summary>The tables of a count sheet, the same in text and HTML.</summary>
public static class CountTables
{
    private const int RoundsPerTable = 8;

    /// <param name="count">The count.</param>
    /// <param name="longHeadings">Whether a round's heading says what it did, or is its number only.</param>
    public static IEnumerable<SheetTable> Of(Count count, bool longHeadings = true)
    {
        if (!count.Rounds.IsEmpty && count.Candidates.Length > 0)
        {
            // As few tables as fit the page, and none of them with a single round left over.
            var tables = (count.Rounds.Length + RoundsPerTable - 1) / RoundsPerTable;
            for (var i = 0; i < tables; i++)
                yield return Rounds(count, count.Rounds[(i * count.Rounds.Length / tables)..((i + 1) * count.Rounds.Length / tables)], longHeadings);
        }
        if (count.Detail is { } detail)
            foreach (var table in detail.Tables(count)) yield return table;
    }

    /// <summary>One column per round: votes, what happened to the candidate, and what no candidate has.</summary>
    public static SheetTable Rounds(Count count, ImmutableArray<Round> rounds, bool longHeadings = true)
    {
        var last = count.Rounds[^1];
        var order = Enumerable.Range(0, count.Candidates.Length)
            .OrderBy(c => count.Elected.Contains(c) ? count.Elected.IndexOf(c) : count.Elected.Length)
            .ThenByDescending(c => LastSeen(count, c)).ThenByDescending(c => last.Votes[c]).ToArray();
        var rows = order.Select(c => ImmutableArray.Create([count.Name(c), .. rounds.Select(r => Cell(count, r, c))])).ToList();
        if (count.Rounds.Any(r => r.Exhausted.Sign != 0)) rows.Add(["no further preference", .. rounds.Select(r => count.Text(r.Exhausted))]);
        if (count.Rounds.Any(r => r.Residue.Sign != 0)) rows.Add(["lost to rounding", .. rounds.Select(r => count.Text(r.Residue))]);
        if (count.Rounds.Any(r => r.Quota is not null)) rows.Add(["quota", .. rounds.Select(r => r.Quota is { } q ? count.Text(q) : "")]);
        if (count.Rounds.Any(r => r.Needed is not null && r.Needed != r.Quota)) rows.Add(["suffices for election", .. rounds.Select(r => r.Needed is { } n ? count.Text(n) : "")]);
        var title = count.Rounds.Length == 1 ? "Result by candidate"
            : rounds.Length == count.Rounds.Length ? "Votes after each round"
            : string.Create(CultureInfo.InvariantCulture, $"Votes after each round: {(rounds[0].Number == 0 ? "first count" : rounds[0].Number)} to {rounds[^1].Number}");
        return new(title, ["Candidate", .. rounds.Select(r => longHeadings || count.Rounds.Length == 1 ? Heading(count, r) : r.Number == 0 ? "first" : r.Number.ToString(CultureInfo.InvariantCulture))], [.. rows], count.Rounds.Length == 1 ? "E elected" : "E elected in this round, X excluded in this round");
    }

    /// <summary>What a round did, in a few words.</summary>
    public static string Heading(Count count, Round round) => round.Kind switch
    {
        RoundKind.First => "first count",
        RoundKind.Surplus => string.Create(CultureInfo.InvariantCulture, $"{round.Number}: surplus of {Who(count, round)}"),
        RoundKind.Exclusion => string.Create(CultureInfo.InvariantCulture, $"{round.Number}: from {Who(count, round)}"),
        RoundKind.Recount => string.Create(CultureInfo.InvariantCulture, $"{round.Number}: {(round.Note.Length > 0 ? round.Note : "counted again")}"),
        _ => round.Note.Length > 0 ? round.Note : "result",
    };

    private static string Who(Count count, Round round) => string.Join(", ", round.From.Select(count.Name));

    private static string Cell(Count count, Round round, int c)
    {
        var mark = round.Elected.Contains(c) ? " E" : round.Excluded.Contains(c) ? " X" : "";
        if (round.Standings[c] == Standing.Withdrawn) return "does not stand";
        return round.Standings[c] == Standing.Excluded && round.Votes[c].Sign == 0 && mark.Length == 0 ? "-" : count.Text(round.Votes[c]) + mark;
    }

    private static int LastSeen(Count count, int c) => count.Rounds.TakeWhile(r => !r.Excluded.Contains(c)).Count();
}
