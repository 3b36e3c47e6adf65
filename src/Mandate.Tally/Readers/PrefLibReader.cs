using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads PrefLib's orders (preflib.org/format): <c>.soc .soi .toc .toi</c>, with <c>#</c> headers and lines <c>weight: 1,{2,3},4</c>, and the
/// format before 2022 (number, names, totals, lines <c>weight,1,{2,3},4</c>); and its categories, <c>.cat</c>, where there are two: the candidates of the first are marked, all at one
/// rank. A number of voters that does not agree with the lines is a fault:
/// the file is cut off or damaged.
/// </summary>
public static class PrefLibReader
{
    public static Read<Ballots> Read(Stream stream)
    {
        var lines = new LineSource(new(stream));
        var first = lines.Next();
        if (first is null) return lines.Fault ?? new InputFault(0, 0, "the file is empty");
        return first.StartsWith('#') ? Headed(lines, first) : Old(lines, first);
    }

    private static Read<Ballots> Headed(LineSource lines, string first)
    {
        var names = new SortedDictionary<int, string>();
        var title = "";
        long? voters = null;
        int? alternatives = null;
        long? categories = null;
        var line = first;
        for (; line is not null && line.StartsWith('#'); line = lines.Next())
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon < 0) continue;
            var key = line[1..colon].Trim();
            var value = line[(colon + 1)..].Trim();
            if (key == "TITLE") title = value;
            else if (key == "NUMBER VOTERS") voters = Whole(value);
            else if (key == "NUMBER CATEGORIES")
            {
                categories = Whole(value);
                if (categories != 2) return new InputFault(lines.Number, line.LastIndexOf(value, StringComparison.Ordinal) + 1, $"{value} categories; files of two, approved or not, can be counted");
            }
            else if (key == "NUMBER ALTERNATIVES") alternatives = (int?)Whole(value);
            else if (key.StartsWith("ALTERNATIVE NAME ", StringComparison.Ordinal) && Whole(key[17..]) is { } number) names[(int)number] = value;
        }
        if (names.Count == 0) return lines.Fault ?? new InputFault(lines.Number, 0, "no line '# ALTERNATIVE NAME 1: ...' names a candidate");
        if (alternatives is { } n && n != names.Count) return new InputFault(lines.Number, 0, FormattableString.Invariant($"the file states {n} alternatives and names {names.Count}"));
        return Orders(lines, line, names, ':', voters, title, onlyFirst: categories is not null);
    }

    private static Read<Ballots> Old(LineSource lines, string first)
    {
        if (Whole(first.Trim()) is not { } count || count < 1 || count > Ballots.MostCandidates)
            return new InputFault(1, 1, "a PrefLib file begins with '# FILE NAME: ...' or with the number of candidates");
        var names = new SortedDictionary<int, string>();
        for (var i = 0; i < count; i++)
        {
            var line = lines.Next();
            var comma = line?.IndexOf(',', StringComparison.Ordinal) ?? -1;
            if (comma < 0 || Whole(line![..comma].Trim()) is not { } number || !names.TryAdd((int)number, line[(comma + 1)..].Trim()))
                return lines.Fault ?? new InputFault(lines.Number, 0, FormattableString.Invariant($"a line 'number,name' is expected, {count - i} more"));
        }
        var totals = lines.Next()?.Split(',');
        if (totals is not { Length: 3 } || Whole(totals[0].Trim()) is not { } voters)
            return lines.Fault ?? new InputFault(lines.Number, 0, "a line 'voters,sum,orders' is expected after the names");
        return Orders(lines, lines.Next(), names, ',', voters, "");
    }

    private static Read<Ballots> Orders(LineSource lines, string? line, SortedDictionary<int, string> names, char afterWeight, long? voters, string title, bool onlyFirst = false)
    {
        var index = names.Keys.Select((number, i) => (number, i)).ToDictionary(x => x.number, x => x.i);
        var papers = new BallotsBuilder();
        var seen = new int[names.Count];
        for (; line is not null; line = lines.Next())
        {
            if (string.IsNullOrWhiteSpace(line) || line.StartsWith('#')) continue;
            if (Order(line, lines.Number, index, seen, papers, afterWeight, onlyFirst) is { } fault) return fault;
        }
        if (lines.Fault is { } damaged) return damaged;
        if (voters is { } stated && stated != papers.Papers)
            return new InputFault(lines.Number, 0, FormattableString.Invariant($"the file states {stated} voters and has {papers.Papers}; it is cut off or damaged"));
        return papers.Build(names.Values, title: title);
    }

    private static InputFault? Order(string line, int number, Dictionary<int, int> index, int[] seen, BallotsBuilder papers, char afterWeight, bool onlyFirst)
    {
        var colon = line.IndexOf(afterWeight, StringComparison.Ordinal);
        if (colon < 0 || Whole(line[..colon].Trim()) is not { } weight) return new(number, 1, $"a line begins with a number of voters and '{afterWeight}'");
        if (papers.Papers + weight > BltReader.MostPapers) return new(number, 1, FormattableString.Invariant($"more than {BltReader.MostPapers} papers"));
        var stamp = papers.Lines + 1;
        var (tied, any, rank) = (false, false, 0);
        for (var at = colon + 1; at < line.Length;)
        {
            var c = line[at];
            if (c is ' ' or ',' or '\t')
            {
                at++;
            }
            else if (c == '{' && !tied)
            {
                (tied, any) = (true, false);
                rank++;
                at++;
            }
            else if (c == '}' && tied)
            {
                tied = false;
                at++;
            }
            else
            {
                var end = at;
                while (end < line.Length && char.IsAsciiDigit(line[end])) end++;
                if (end == at) return new(number, at + 1, $"'{c}' stands where a candidate's number is expected");
                if (end - at > 9 || !index.TryGetValue(int.Parse(line.AsSpan(at, end - at), NumberStyles.None, CultureInfo.InvariantCulture), out var candidate))
                    return new(number, at + 1, $"{line[at..Math.Min(end, at + 20)]} names no candidate");
                if (seen[candidate] == stamp) return new(number, at + 1, $"candidate {line[at..end]} is ranked twice in one order");
                seen[candidate] = stamp;
                if (!tied) rank++;
                if (rank == 1 || !onlyFirst) papers.Mark(candidate, equal: tied && any);
                any = true;
                at = end;
            }
        }
        if (tied) return new(number, line.Length, "a tie is opened with { and not closed");
        papers.EndLine(weight);
        return null;
    }

    private static long? Whole(string text) =>
        text.Length <= 18 && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
