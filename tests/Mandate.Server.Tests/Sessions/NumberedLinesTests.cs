using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Server.Motions;
using Mandate.Server.Statutes;

namespace Mandate.Server.Tests.Sessions;

public sealed partial class NumberedLinesTests
{
    private static readonly string[] Words = ["congress", "the", "and", "*stress*", "**strong**", "_quiet_", "[a link](https://example.org/x)", "a", "undertakings", "§4", "1990.", "Ångström"];

    private static Gen<string> Line => from begin in Gen.Elements("", "", "## ", "- ", "1. ", "> ")
                                       from words in Gen.Elements(Words).NonEmptyListOf()
                                       select begin + string.Join(' ', words);

    private static Arbitrary<string[]> Paragraphs => Arb.From(Line.ArrayOf());

    [Fact]
    public void The_words_are_those_of_the_text_whatever_numbers_stand_beside_them() => Prop.ForAll(Paragraphs, paragraphs =>
        NumberedLines.Of(paragraphs, under: 0).Select(p => Plain(p.Html)).SequenceEqual(paragraphs.Select(p => Plain(AdoptedText.Html(p))), StringComparer.Ordinal)).QuickCheckThrowOnFailure();

    [Fact]
    public void Numbers_run_through_without_a_gap() => Prop.ForAll(Paragraphs, paragraphs =>
    {
        var numbered = NumberedLines.Of(paragraphs, under: 0);
        var numbers = numbered.SelectMany(p => Number().Matches(p.Html).Select(m => int.Parse(m.Groups["n"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture))).ToList();
        return numbers.SequenceEqual(Enumerable.Range(1, numbers.Count)) && numbered.Zip(numbered.Skip(1)).All(p => p.Second.First == p.First.Last + 1);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void No_line_is_longer_than_the_width_unless_it_is_one_word() => Prop.ForAll(Arb.From(Line), line =>
        NumberedLines.Lines(line).All(l => l.Length <= NumberedLines.Width || !l.Contains(' ', StringComparison.Ordinal))).QuickCheckThrowOnFailure();

    [Fact]
    public void A_table_keeps_its_cells_and_has_no_numbers()
    {
        var table = Assert.Single(NumberedLines.Of(["| a | b |\n| --- | --- |\n| 1 | 2 |"], under: 0));
        Assert.Contains("<table>", table.Html, StringComparison.Ordinal);
        Assert.True(table.Last < table.First);
    }

    [Fact]
    public void Emphasis_that_runs_over_the_end_of_a_line_stays_emphasis()
    {
        var words = string.Join(' ', Enumerable.Repeat("emphasis", 30));
        var html = NumberedLines.Of([$"_{words}_"], under: 0)[0].Html;
        Assert.Equal(words, Plain(html));
        Assert.Contains("<em>", html, StringComparison.Ordinal);
    }

    private static string Plain(string html) => Spaces().Replace(new HtmlParser().ParseDocument(html).Body!.TextContent, " ").Trim();

    [GeneratedRegex(@"data-n=""(?<n>\d+)""", RegexOptions.None, 1000)]
    private static partial Regex Number();

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();
}
