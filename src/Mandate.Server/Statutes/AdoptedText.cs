using Markdig;
using Markdig.Syntax;

namespace Mandate.Server.Statutes;

/// <summary>
/// The adopted legal text: Markdown whose headings name the clause they stand for, <c>## Article 5 {#bodies.congress}</c>. No raw
/// HTML passes.
/// </summary>
public static class AdoptedText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseGenericAttributes().UsePipeTables().Build();

    public static string Html(string markdown) => Markdown.ToHtml(markdown, Pipeline);

    /// <summary>The same under a heading of the page: its own headings stand that many levels lower.</summary>
    public static string Html(string markdown, int under)
    {
        var document = Markdown.Parse(markdown, Pipeline);
        foreach (var heading in document.Descendants<HeadingBlock>()) heading.Level = Math.Min(heading.Level + under, 6);
        return document.ToHtml(Pipeline);
    }

    /// <summary>A part as <see cref="Of"/> gives it, its own heading on the second level wherever it stood in the whole.</summary>
    public static string PartHtml(string part) => Html(part, 2 - Math.Max(1, Depth(part)));

    /// <summary>
    /// The part under the heading of that clause, or of the nearest clause above it that has a heading; null where there is none.
    /// </summary>
    public static string? Of(string markdown, string clause)
    {
        var lines = Lines(markdown);
        return Place(lines, clause) is var (from, to) ? string.Join('\n', lines[from..to]).TrimEnd() : null;
    }

    /// <summary>The text with another wording of that part. Where there is no such part, the new wording stands at the end.</summary>
    public static string With(string markdown, string clause, string part)
    {
        var lines = Lines(markdown);
        var (from, to) = Place(lines, clause) ?? (lines.Length, lines.Length);
        string[] pieces = [string.Join('\n', lines[..from]).TrimEnd(), part.ReplaceLineEndings("\n").Trim(), string.Join('\n', lines[to..]).Trim()];
        return string.Join("\n\n", pieces.Where(p => p.Length > 0)) + "\n";
    }

    private static string[] Lines(string markdown) => markdown.ReplaceLineEndings("\n").Split('\n');

    /// <summary>First line of the part, and the line after its last.</summary>
    private static (int From, int To)? Place(string[] lines, string clause)
    {
        for (var path = clause; path.Length > 0; path = Above(path))
        {
            var start = Array.FindIndex(lines, l => l.StartsWith('#') && (l.Contains($"{{#{path}}}", StringComparison.Ordinal) || l.Contains($"[{path}]", StringComparison.Ordinal)));
            if (start < 0) continue;
            var depth = Depth(lines[start]);
            var end = Array.FindIndex(lines, start + 1, l => l.StartsWith('#') && Depth(l) <= depth);
            return (start, end < 0 ? lines.Length : end);
        }
        return null;
    }

    private static int Depth(string heading) => heading.TakeWhile(c => c == '#').Count();

    /// <summary>The clause path one step up; empty at the top.</summary>
    internal static string Above(string path)
    {
        var cut = Math.Max(path.LastIndexOf('.'), path.LastIndexOf('['));
        return cut <= 0 ? "" : path[..cut];
    }
}
