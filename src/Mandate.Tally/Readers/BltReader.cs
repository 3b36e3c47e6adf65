using System.Collections.Immutable;
using System.Globalization;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads BLT, the ballot file of Hill, Wichmann and Woodall and of most counting programs since: candidates and seats; withdrawn
/// candidates as negative numbers; papers as <c>weight preference ... 0</c>; <c>0</c>; the names; the title. Read too: droop's
/// <c>[nick]</c>, <c>[withdrawn]</c>, <c>[tie]</c>, <c>[undeclared]</c> and ballot ids in parentheses; <c>=</c> for equal ranks and
/// <c>-</c> for a rank left empty; comments; commas; names with and without quotes; a byte order mark; UTF-8 and Windows-1252.
/// </summary>
public sealed class BltReader
{
    /// <summary>More papers than any electorate: files that state more are refused, so that no sum can overflow.</summary>
    public const long MostPapers = 1_000_000_000_000_000;

    private const int MostTokenBytes = 1024;
    private readonly ByteSource source;
    private readonly byte[] token = new byte[MostTokenBytes];
    private readonly Dictionary<string, int> nicks = new(StringComparer.Ordinal);
    private readonly HashSet<int> withdrawn = [];
    private readonly HashSet<int> undeclared = [];
    private readonly BallotsBuilder papers;
    private ImmutableArray<int> tieOrder = [];
    private int candidates;
    private int tokenLine;
    private int tokenColumn;
    private int[] seen = [];
    private int stamp;
    private ImmutableArray<string> warnings = [];
    private InputFault? fault;

    private BltReader(Stream stream)
    {
        source = new(stream);
        // A mark takes at least two bytes and a line six. Memory that is never written to costs nothing, a copy does.
        var bytes = stream.CanSeek ? Math.Min(stream.Length, 1L << 30) : 1 << 16;
        papers = new((int)(bytes / 6) + 16, (int)(bytes * 2 / 5) + 64);
    }

    public static Read<Ballots> Read(Stream stream)
    {
        var reader = new BltReader(stream);
        return reader.All() is { } ballots ? new Read<Ballots>(ballots, null) { Warnings = reader.warnings } : reader.fault!;
    }

    private Ballots? All()
    {
        if (source.Window is [0xEF, 0xBB, 0xBF, ..]) source.Take(3);
        if (!Whole("the number of candidates", 1, Ballots.MostCandidates, out var count)) return null;
        candidates = (int)count;
        seen = new int[candidates];
        if (!Whole("the number of seats", 0, int.MaxValue, out var seats)) return null;
        if (!Papers()) return null;
        var reader = new BltNames(source);
        if (reader.Read(candidates, out fault) is not { } names) return null;
        warnings = reader.Warnings;
        var ballots = papers.BuildTrusted(names.Take(candidates), seats == 0 ? null : (int)seats, names.Length > candidates ? names[candidates] : "");
        return ballots.With([.. withdrawn], [.. undeclared], tieOrder);
    }

    /// <summary>Options, withdrawn candidates and papers, to the 0 that ends them.</summary>
    private bool Papers()
    {
        var begun = false;
        var lineOfWithdrawals = 0;
        while (true)
        {
            if (Token() is not { } length) return false;
            if (length == 0) return Fail("the file ends before the 0 that closes the papers");
            if (tokenLine == lineOfWithdrawals && length == 1 && token[0] == (byte)'0') continue; // some programs close the line of those withdrawn as they close a paper
            if (!begun && token[0] == (byte)'[')
            {
                if (!Option(length)) return false;
                continue;
            }
            if (!begun && token[0] == (byte)'-')
            {
                if (!Digits(1, length, out var number) || number < 1 || number > candidates) return Fail($"'{Text(length)}' names no candidate to withdraw; there are {candidates}");
                if (!withdrawn.Add((int)number - 1)) return Fail($"candidate {number} is withdrawn twice");
                lineOfWithdrawals = tokenLine;
                continue;
            }
            begun = true;
            long weight = 1;
            if (token[0] == (byte)'(')
            {
                if (!BallotId(length)) return false;
            }
            else if (!Digits(0, length, out weight))
            {
                return Fail($"'{Text(length)}' is no weight; a line of papers begins with a whole number and the papers end with a 0");
            }
            if (weight == 0) return EndOfPapers();
            if (papers.Papers + weight > MostPapers) return Fail($"more than {MostPapers} papers");
            if (!Paper(weight)) return false;
            Fast();
        }
    }

    /// <summary>The 0 that ends the papers stands alone on its line; commas that a spreadsheet program left behind it mean nothing.</summary>
    private bool EndOfPapers()
    {
        while (source.Peek() is ' ' or '\t' or ',') source.Next();
        return source.Peek() is < 0 or '\r' or '\n' or '"' or '#' or '/'
            || Fail("a line begins with 0 and goes on; a 0 alone on its line ends the papers, and papers that nobody cast are left out");
    }

    /// <summary>Where a line ends, takes the plain lines that follow it in memory.</summary>
    private void Fast()
    {
        var window = source.Window;
        var end = window is [(byte)'\r', (byte)'\n', ..] ? 2 : window is [(byte)'\n', ..] ? 1 : 0;
        if (end == 0) return;
        for (var i = 0; i < end; i++) source.Next();
        var (bytes, lines) = BltLines.Read(source.Window, candidates, seen, ref stamp, papers);
        source.TakeLines(bytes, lines);
    }

    private bool Paper(long weight)
    {
        stamp++;
        var ranks = 0;
        while (true)
        {
            if (Token() is not { } length) return false;
            if (length == 0) return Fail("the file ends inside a paper; each paper ends with a 0");
            if (length == 1 && token[0] == (byte)'0') break;
            if (length == 1 && token[0] == (byte)'-')
            {
                if (++ranks > candidates) return Fail($"more ranks than the {candidates} candidates");
                papers.Skip();
                continue;
            }
            ranks++;
            for (var from = 0; from <= length;)
            {
                var equals = token.AsSpan(from, length - from).IndexOf((byte)'=');
                var to = equals < 0 ? length : from + equals;
                if (!Candidate(from, to, out var candidate)) return false;
                if (seen[candidate] == stamp) return Fail($"candidate {candidate + 1} is ranked twice on one paper");
                seen[candidate] = stamp;
                papers.Mark(candidate, equal: from > 0);
                from = to + 1;
            }
        }
        papers.EndLine(weight);
        return true;
    }

    private bool Option(int length)
    {
        var name = Text(length).TrimStart('[').TrimEnd(']');
        var words = new List<string>();
        for (var closed = token[length - 1] == (byte)']'; !closed;)
        {
            if (Token() is not { } more) return false;
            if (more == 0) return Fail($"the option [{name} is not closed with ]");
            closed = token[more - 1] == (byte)']';
            if (Text(more).TrimEnd(']') is { Length: > 0 } word) words.Add(word);
            if (words.Count > Ballots.MostCandidates) return Fail($"the option [{name} lists more than {Ballots.MostCandidates} words");
        }
        switch (name)
        {
            case "nick":
                if (words.Count != candidates || words.Distinct(StringComparer.Ordinal).Count() != candidates)
                    return Fail($"[nick] must give each of the {candidates} candidates one name of its own");
                for (var i = 0; i < candidates; i++) nicks[words[i]] = i;
                return true;
            case "tie":
                if (!Listed(words, out var order)) return false;
                if (order.Count != candidates) return Fail($"[tie] must name each of the {candidates} candidates once");
                tieOrder = [.. order];
                return true;
            case "withdrawn":
                if (!Listed(words, out var left)) return false;
                withdrawn.UnionWith(left);
                return true;
            case "undeclared":
                if (!Listed(words, out var unknown)) return false;
                undeclared.UnionWith(unknown);
                return true;
            case "droop":
                return true; // settings of another program's arithmetic; the method named by the caller decides here
            default:
                return Fail($"[{name}] is no option; known are nick, tie, withdrawn, undeclared, droop");
        }
    }

    private bool Listed(List<string> words, out List<int> found)
    {
        found = [];
        foreach (var word in words)
        {
            if (!nicks.TryGetValue(word, out var candidate))
            {
                if (!int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number < 1 || number > candidates)
                    return Fail($"'{word}' names no candidate");
                candidate = number - 1;
            }
            if (found.Contains(candidate)) return Fail($"'{word}' is listed twice");
            found.Add(candidate);
        }
        return true;
    }

    private bool Candidate(int from, int to, out int candidate)
    {
        candidate = 0;
        if (Digits(from, to, out var number))
        {
            if (number < 1 || number > candidates) return Fail($"{number} names no candidate; there are {candidates}");
            candidate = (int)number - 1;
            return true;
        }
        var word = TextBytes.Decode(token.AsSpan(from, to - from));
        if (nicks.TryGetValue(word, out candidate)) return true;
        return Fail(word.Length == 0 ? "a candidate is missing beside =" : $"'{word}' names no candidate; a preference is a number from 1 to {candidates}");
    }

    private bool BallotId(int length)
    {
        for (var closed = token[length - 1] == (byte)')'; !closed;)
        {
            if (Token() is not { } more) return false;
            if (more == 0) return Fail("a ballot id is not closed with )");
            closed = token[more - 1] == (byte)')';
        }
        return true;
    }

    private bool Whole(string what, long least, long most, out long value)
    {
        value = 0;
        if (Token() is not { } length) return false;
        if (length == 0) return Fail($"the file ends where {what} is expected");
        if (!Digits(0, length, out value) || value < least || value > most) return Fail($"'{Text(length)}' stands where {what} is expected, a whole number from {least} to {most}");
        return true;
    }

    private bool Digits(int from, int to, out long value)
    {
        value = 0;
        if (to <= from || to - from > 18) return false;
        for (var i = from; i < to; i++)
        {
            var digit = token[i] - '0';
            if ((uint)digit > 9) return false;
            value = value * 10 + digit;
        }
        return true;
    }

    /// <summary>The length of the next word in <see cref="token"/>; 0 at the end of the file; null after a fault.</summary>
    private int? Token()
    {
        if (!BltBlanks.Skip(source, commas: true))
        {
            (tokenLine, tokenColumn) = (source.Line, source.Column);
            Fail("a comment is opened with /* and not closed");
            return null;
        }
        (tokenLine, tokenColumn) = (source.Line, source.Column);
        var length = 0;
        for (int b; (b = source.Peek()) >= 0 && !BltBlanks.IsBlank(b, commas: true); source.Next())
        {
            if (length == MostTokenBytes)
            {
                Fail($"a word of more than {MostTokenBytes} bytes; this is no BLT file or it is damaged");
                return null;
            }
            token[length++] = (byte)b;
        }
        return length;
    }

    private string Text(int length)
    {
        var text = TextBytes.Decode(token.AsSpan(0, length));
        return text.Length <= 40 ? text : text[..40] + "...";
    }

    private bool Fail(FormattableString message)
    {
        fault ??= new(tokenLine, tokenColumn, FormattableString.Invariant(message));
        return false;
    }

    private bool Fail(string message)
    {
        fault ??= new(tokenLine, tokenColumn, message);
        return false;
    }
}
