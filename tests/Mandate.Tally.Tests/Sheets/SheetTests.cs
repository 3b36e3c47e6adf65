using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace Mandate.Tally.Tests.Sheets;

public sealed class SheetTests
{
    private static readonly Ballots Papers = new BallotsBuilder().Add(10, 0, 1).Add(4, 1, 2).Add(3, 2, 1).Add(2, 3, 2).Build(["Ann <b>", "Bo & Co", "Cy", "Dee"], 2, "Board \"2026\"");

    private static Count Count(string method) => Methods.Ranked(method)!.Count(Papers, Methods.Ranked(method)!.MostSeats == 1 ? 1 : 2, TieRule.Order);

    public static TheoryData<string> Ranked => [.. Methods.All.OfType<RankedMethod>().Where(m => m.Unfit(Papers) is null).Select(m => m.Name)];

    [Theory]
    [MemberData(nameof(Ranked))]
    public void Json_has_what_other_programs_rely_on(string method)
    {
        var json = JsonNode.Parse(CountJson.Of(Count(method)).ToJsonString())!.AsObject();
        foreach (var name in new[] { "method", "seats", "quota", "elected", "rounds", "ties", "warnings" }) Assert.True(json.ContainsKey(name), name);
        Assert.Equal(method, (string?)json["method"]);
        Assert.NotEmpty(json["elected"]!.AsArray());
    }

    [Theory]
    [MemberData(nameof(Ranked))]
    public void The_page_is_well_formed_and_needs_nothing_from_elsewhere(string method)
    {
        var page = CountHtml.Page(Count(method), ["because <i>"]);
        var body = XElement.Parse(page[page.IndexOf("<main>", StringComparison.Ordinal)..(page.IndexOf("</main>", StringComparison.Ordinal) + 7)]);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
        Assert.All(body.Descendants("table"), t => Assert.NotNull(t.Element("caption")));
        Assert.All(body.Descendants().Where(e => e.Name.LocalName == "svg"), s => Assert.Equal("img", (string?)s.Attribute("role")));
        Assert.Contains("Ann <b>", body.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void The_rule_for_ties_stands_in_words_and_a_seed_as_it_was_written() => Assert.Contains(
        "votes of earlier rounds (previous), then seed:drawn, on 1 March<",
        CountHtml.Page(Count("scottish-stv") with { TieRule = "previous,seed:drawn, on 1 March" }), StringComparison.Ordinal);

    [Fact]
    public void Every_drawing_of_transfers_has_its_table()
    {
        var page = CountHtml.Page(Count("scottish-stv"));
        Assert.Contains("<svg", page, StringComparison.Ordinal);
        Assert.Contains("Transfers in numbers", page, StringComparison.Ordinal);
    }

    [Fact]
    public void The_text_sheet_ends_with_the_elected() => Assert.Equal("Elected: Ann <b>, Bo & Co", CountText.Lines(Count("scottish-stv")).Last());
}
