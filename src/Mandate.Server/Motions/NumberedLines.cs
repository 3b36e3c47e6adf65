using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Mandate.Server.Statutes;

namespace Mandate.Server.Motions;

/// <summary>A paragraph with the numbers of its lines.</summary>
/// <param name="Html">Each line begins with <c>&lt;i class="ln" data-n="12"&gt;</c>.</param>
/// <param name="Last">Less than <paramref name="First"/> where it has no numbered line: a table.</param>
public sealed record NumberedParagraph(string Html, int First, int Last);

/// <summary>
/// Lines of a text that are the same on every paper and screen: broken after at most <see cref="Width"/> characters of what was filed,
/// between words, and numbered through. "Line 34" is then the same words for everybody.
/// </summary>
public static partial class NumberedLines
{
    /// <summary>Characters in a line; fits an A4 page in the size of the papers.</summary>
    public const int Width = 80;

    /// <summary>Stands for the beginning of a line while the text is made into HTML. Of the private use area, where no text has a character.</summary>
    private const char Mark = '\uE000';

    /// <summary>Numbers paragraphs through.</summary>
    /// <param name="paragraphs">Markdown, one paragraph each.</param>
    /// <param name="under">Levels of headings that stand above the text: the page's own, and the motion's where there are several.</param>
    public static ImmutableArray<NumberedParagraph> Of(IEnumerable<string> paragraphs, int under)
    {
        var next = 1;
        var numbered = ImmutableArray.CreateBuilder<NumberedParagraph>();
        foreach (var paragraph in paragraphs)
        {
            var first = next;
            var html = AdoptedText.Html(Marked(paragraph.Replace(Mark.ToString(), "", StringComparison.Ordinal)), under);
            numbered.Add(new(MarkAndSpace().Replace(html, _ => string.Create(CultureInfo.InvariantCulture, $"<i class=\"ln\" data-n=\"{next++}\"></i>")), first, next - 1));
        }
        return numbered.ToImmutable();
    }

    /// <summary>The numbered lines of a paragraph as plain text, each with where its first character stands in what was filed; none where it is a table or a listing.</summary>
    public static ImmutableArray<(int At, string Text)> LinesOf(string paragraph)
    {
        var lines = paragraph.Split('\n');
        if (IsSetAsIs(lines)) return [];
        var found = ImmutableArray.CreateBuilder<(int, string)>();
        var from = 0;
        foreach (var line in lines)
        {
            var at = from + Beginning().Match(line).Length;
            foreach (var text in Lines(line[(at - from)..]))
            {
                var first = true;
                foreach (var word in text.Split(' '))
                {
                    at = paragraph.IndexOf(word, at, StringComparison.Ordinal);
                    if (first) found.Add((at, text));
                    (at, first) = (at + word.Length, false);
                }
            }
            from += line.Length + 1;
        }
        return found.ToImmutable();
    }

    /// <summary>The lines of a paragraph, without what makes it a heading or a list.</summary>
    public static IEnumerable<string> Lines(string line)
    {
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var current = new StringBuilder();
        foreach (var word in words)
        {
            if (current.Length > 0 && current.Length + 1 + word.Length > Width)
            {
                yield return current.ToString();
                current.Clear();
            }
            if (current.Length > 0) current.Append(' ');
            current.Append(word);
        }
        if (current.Length > 0) yield return current.ToString();
    }

    private static string Marked(string paragraph)
    {
        var lines = paragraph.Split('\n');
        if (IsSetAsIs(lines)) return paragraph;
        return string.Join('\n', lines.Select(line =>
        {
            var start = Beginning().Match(line).Length;
            return line[..start] + string.Join(' ', Lines(line[start..]).Select(l => $"{Mark} {l}"));
        }));
    }

    /// <summary>The marks would break the cells of a table and the text of a listing.</summary>
    private static bool IsSetAsIs(string[] lines) =>
        lines.Any(l => l.TrimStart().StartsWith('|') || l.TrimStart().StartsWith("```", StringComparison.Ordinal) || l.StartsWith("    ", StringComparison.Ordinal));

    /// <summary>What makes a line a heading, an item of a list or a quotation.</summary>
    [GeneratedRegex(@"^\s*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])(?:\s+|$)|>\s?)*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Beginning();

    [GeneratedRegex("\uE000 ?", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex MarkAndSpace();
}
