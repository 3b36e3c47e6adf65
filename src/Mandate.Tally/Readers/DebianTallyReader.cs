using System.Text;

namespace Mandate.Tally.Readers;

/// <summary>
/// Reads Debian's tally sheets: lines <c>Option 1---&gt;: Name</c> and <c>V: 2-1 token</c>, where sign i is the rank of option i and <c>-</c> is unranked.
/// </summary>
public static class DebianTallyReader
{
    private const int MostLineLength = 10_000;

    public static Read<Ballots> Read(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var names = new List<string>();
        var papers = new BallotsBuilder();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (line.Length > MostLineLength) return new InputFault(number, 0, $"a line of more than {MostLineLength} characters; this is no tally sheet");
            if (Option(line) is { } name)
            {
                if (papers.Lines > 0) return new InputFault(number, 0, "an option is named after the first vote");
                names.Add(name);
            }
            else if (line.StartsWith("V:", StringComparison.Ordinal))
            {
                if (Vote(line, number, names.Count, papers) is { } fault) return fault;
            }
        }
        if (names.Count == 0) return new InputFault(0, 0, "no line names an option ('Option 1--->: Name')");
        return papers.Build(names, seats: 1);
    }

    private static string? Option(string line)
    {
        var at = line.IndexOf("Option ", StringComparison.Ordinal);
        var colon = line.IndexOf("->:", StringComparison.Ordinal);
        return at < 0 || colon < at ? null : line[(colon + 3)..].Trim();
    }

    private static InputFault? Vote(string line, int number, int options, BallotsBuilder papers)
    {
        var vote = line.AsSpan(2).TrimStart(" \t");
        var column = line.Length - vote.Length + 1;
        var end = vote.IndexOfAny(' ', '\t');
        if (end >= 0) vote = vote[..end];
        if (vote.Length != options) return new InputFault(number, column, $"a vote of {vote.Length} signs for {options} options");
        for (var i = 0; i < vote.Length; i++)
            if (vote[i] != '-' && Rank(vote[i]) == 0) return new InputFault(number, column + i, $"'{vote[i]}' is no rank: 1 to 9, A to Z for 10 and more, - for none");
        for (var rank = 1; rank <= 35; rank++)
        {
            var any = false;
            for (var i = 0; i < vote.Length; i++)
            {
                if (Rank(vote[i]) != rank) continue;
                papers.Mark(i, equal: any);
                any = true;
            }
        }
        papers.EndLine(1);
        return null;
    }

    private static int Rank(char sign) => sign is >= '1' and <= '9' ? sign - '0' : sign is >= 'A' and <= 'Z' ? sign - 'A' + 10 : 0;
}
