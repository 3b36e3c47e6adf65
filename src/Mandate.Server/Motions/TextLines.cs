using System.Collections.Immutable;
using Mandate.Organisation.Motions;

namespace Mandate.Server.Motions;

/// <summary>Which numbered lines of a text a change of it touches; the lines are those of <see cref="NumberedLines"/>, on every paper and screen.</summary>
public static class TextLines
{
    /// <summary>The number of the first line of each paragraph, from 1, and after the last one that of the line that would follow.</summary>
    public static ImmutableArray<int> Starts(IReadOnlyList<string> paragraphs)
    {
        var starts = ImmutableArray.CreateBuilder<int>(paragraphs.Count + 1);
        var next = 1;
        foreach (var paragraph in paragraphs)
        {
            starts.Add(next);
            next += NumberedLines.LinesOf(paragraph).Length;
        }
        starts.Add(next);
        return starts.ToImmutable();
    }

    /// <summary>The first and last line that a change touches; where it only puts something in, the line after which it does.</summary>
    public static (int From, int To) Of(IReadOnlyList<string> paragraphs, ImmutableArray<int> starts, TextChange change)
    {
        if (change.Count == 0) return (Math.Max(1, starts[change.Start] - 1), Math.Max(1, starts[change.Start] - 1));
        var (from, to) = (starts[change.Start], starts[change.Start + change.Count] - 1);
        if (change is not { Count: 1, Instead: [var now] }) return (from, Math.Max(from, to));
        // Within one paragraph from the first to the last line that reads otherwise.
        var was = paragraphs[change.Start];
        var (head, tail) = (0, 0);
        while (head < was.Length && head < now.Length && was[head] == now[head]) head++;
        while (tail < was.Length - head && tail < now.Length - head && was[^(tail + 1)] == now[^(tail + 1)]) tail++;
        var lines = NumberedLines.LinesOf(was);
        return (from + LineAt(lines, head), from + LineAt(lines, Math.Max(head, was.Length - tail - 1)));
    }

    /// <summary>Index of the line in which a character of a paragraph stands.</summary>
    private static int LineAt(ImmutableArray<(int At, string Text)> lines, int at)
    {
        var line = 0;
        while (line + 1 < lines.Length && lines[line + 1].At <= at) line++;
        return line;
    }
}
