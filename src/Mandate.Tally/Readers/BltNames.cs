using System.Collections.Immutable;

namespace Mandate.Tally.Readers;

/// <summary>
/// The names and the title at the end of a BLT file: one a line, or several in quotes on one line; without quotes, with one pair
/// or (as spreadsheet programs leave them) with several. What follows the title is not part of the election.
/// </summary>
internal sealed class BltNames(ByteSource source)
{
    private const int MostBytes = 4096;

    /// <summary>
    /// A name too few or too many cannot be told from a title that is missing or stands on several lines: the names are taken in order, and this
    /// says what was taken for what.
    /// </summary>
    public ImmutableArray<string> Warnings { get; private set; } = [];

    /// <summary>The names, and after them the title where there is one.</summary>
    public ImmutableArray<string>? Read(int candidates, out InputFault? fault)
    {
        var names = ImmutableArray.CreateBuilder<string>(candidates + 1);
        fault = null;
        var last = 0;
        while (names.Count <= candidates)
        {
            if (!BltBlanks.Skip(source, commas: false))
            {
                fault = new(source.Line, source.Column, "a comment is opened with /* and not closed");
                return null;
            }
            var (line, column) = (source.Line, source.Column);
            if (source.Peek() < 0) break;
            if (Line() is not { } text)
            {
                fault = new(line, column, FormattableString.Invariant($"a name of more than {MostBytes} bytes"));
                return null;
            }
            names.AddRange(Split(text));
            last = line;
        }
        if (names.Count == candidates)
            Warnings = [FormattableString.Invariant($"line {last}: no title follows the {candidates} names; if the name of a candidate is missing, '{names[^1]}' is the title and the names before it are not in their places")];
        else if (names.Count > candidates && More(names, candidates, last) is (var at, var more))
            Warnings = [FormattableString.Invariant($"line {at}: '{more}' after the title '{names[candidates]}' is not read; if it is the title, a name too many stands before it")];
        if (names.Count >= candidates) return names.ToImmutable();
        fault = new(source.Line, source.Column, FormattableString.Invariant($"the file ends after {names.Count} of {candidates} names"));
        return null;
    }

    /// <summary>What stands after the title, and its line; null for nothing.</summary>
    private (int Line, string Text)? More(ImmutableArray<string>.Builder names, int candidates, int last)
    {
        if (names.Count > candidates + 1) return (last, names[candidates + 1]);
        if (!BltBlanks.Skip(source, commas: true) || source.Peek() < 0) return null;
        var line = source.Line;
        var text = Line() ?? "a very long line";
        return (line, text.Length <= 60 ? text : text[..60] + "...");
    }

    private string? Line()
    {
        var bytes = new List<byte>();
        for (int b; (b = source.Next()) is >= 0 and not '\n';)
        {
            if (bytes.Count == MostBytes) return null;
            bytes.Add((byte)b);
        }
        return TextBytes.Decode(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(bytes)).Trim();
    }

    private static IEnumerable<string> Split(string line)
    {
        if (!line.StartsWith('"')) return [Plain(line)];
        var parts = new List<string>();
        for (var rest = line; rest.StartsWith('"');)
        {
            var opening = rest.Length - rest.TrimStart('"').Length;
            if (opening == rest.Length)
            {
                parts.Add(""); // nothing but quotes: an empty name
                break;
            }
            var close = Closing(rest, opening);
            parts.Add(rest[opening..close].Trim());
            rest = rest[close..].TrimStart('"').TrimStart(' ', '\t', ',');
        }
        return parts;
    }

    /// <summary>A quote closes a name when only white space, a comment or another quoted name follows on the line.</summary>
    private static int Closing(string text, int from)
    {
        for (var i = from; i < text.Length; i++)
        {
            if (text[i] != '"') continue;
            var after = text.AsSpan(i).TrimStart('"');
            var gap = after.TrimStart(" \t,");
            if (gap.IsEmpty || gap[0] == '#' || (gap[0] == '"' && gap.Length < after.Length)) return i;
        }
        return text.Length;
    }

    private static string Plain(string line)
    {
        var comment = line.IndexOf(" #", StringComparison.Ordinal);
        return (comment < 0 ? line : line[..comment]).Trim().TrimEnd('"');
    }
}
