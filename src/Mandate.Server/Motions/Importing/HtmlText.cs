using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Mandate.Server.Motions.Importing;

/// <summary>The text of a motion out of the HTML that other systems export: paragraphs, headings, lists, emphasis, links; nothing else passes.</summary>
public static partial class HtmlText
{
    /// <returns>Markdown; text without any tag comes back as it stands.</returns>
    public static string Of(string html)
    {
        if (!html.Contains('<', StringComparison.Ordinal)) return html.ReplaceLineEndings("\n").Trim();
        var text = new StringBuilder();
        Blocks(new HtmlParser().ParseDocument(html).Body!, text, "");
        return Gaps().Replace(text.ToString(), "\n\n").Trim();
    }

    private static void Blocks(INode parent, StringBuilder text, string indent)
    {
        foreach (var node in parent.ChildNodes)
        {
            switch (node.NodeName.ToLowerInvariant())
            {
                case "script" or "style" or "template" or "#comment":
                    break;
                case "p" or "div" or "section" or "article" or "blockquote" when node.ChildNodes.Any(IsBlock):
                    Blocks(node, text, indent);
                    break;
                case "ul" or "ol":
                    List((IElement)node, text, indent);
                    text.Append('\n');
                    break;
                case ['h', >= '1' and <= '6'] heading:
                    Block(new string('#', heading[1] - '0') + " " + Inline(node), text, indent);
                    break;
                case "blockquote":
                    Block("> " + Inline(node), text, indent);
                    break;
                case "table":
                    foreach (var row in ((IElement)node).QuerySelectorAll("tr")) Block(string.Join(" | ", row.Children.Select(c => Inline(c).Trim())), text, indent);
                    break;
                default:
                    Block(Inline(node), text, indent);
                    break;
            }
        }
    }

    private static void Block(string inline, StringBuilder text, string indent)
    {
        var trimmed = inline.Trim();
        if (trimmed.Length > 0) text.Append(indent).Append(trimmed).Append("\n\n");
    }

    private static void List(IElement list, StringBuilder text, string indent)
    {
        var number = int.TryParse(list.GetAttribute("start"), out var start) ? start : 1;
        foreach (var item in list.Children.Where(c => c.LocalName == "li"))
        {
            var mark = list.LocalName == "ol" ? $"{number++}. " : "- ";
            text.Append(indent).Append(mark).Append(string.Concat(item.ChildNodes.Where(n => !IsList(n)).Select(InlineOf)).Trim()).Append('\n');
            foreach (var inner in item.Children.Where(IsList)) List(inner, text, indent + new string(' ', mark.Length));
        }
    }

    private static string Inline(INode node) => node is IText ? Spaces().Replace(node.TextContent, " ") : string.Concat(node.ChildNodes.Select(InlineOf));

    private static string InlineOf(INode node) => node.NodeName.ToLowerInvariant() switch
    {
        "#text" => Spaces().Replace(node.TextContent, " "),
        "#comment" or "script" or "style" => "",
        "br" => "\n",
        "strong" or "b" => Around(node, "**"),
        "em" or "i" => Around(node, "*"),
        "a" when ((IElement)node).GetAttribute("href") is { } href && href.StartsWith("http", StringComparison.OrdinalIgnoreCase) => $"[{Inline(node).Trim()}]({href.Replace(")", "%29", StringComparison.Ordinal)})",
        _ => Inline(node),
    };

    private static string Around(INode node, string mark) => Inline(node) is var inner && inner.Trim() is { Length: > 0 } trimmed
        ? $"{(char.IsWhiteSpace(inner[0]) ? " " : "")}{mark}{trimmed}{mark}{(char.IsWhiteSpace(inner[^1]) ? " " : "")}"
        : inner;

    private static bool IsList(INode node) => node.NodeName.ToLowerInvariant() is "ul" or "ol";

    private static bool IsBlock(INode node) => node.NodeName.ToLowerInvariant() is "p" or "div" or "ul" or "ol" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "blockquote" or "section" or "article" or "table";

    [GeneratedRegex(@"\n{3,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Gaps();

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Spaces();
}
