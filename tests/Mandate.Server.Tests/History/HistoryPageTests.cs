using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Mandate.Organisation.Guards;
using Mandate.Server.History;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.History;

public sealed class HistoryPageTests(Cannery cannery) : IClassFixture<Cannery>
{
    [Fact]
    public async Task The_timeline_tells_the_events_in_order_with_the_guard_beside_the_one_that_is_the_breach()
    {
        var page = await ReadAsync("/history");
        Assert.Equal("The quarrel at the cannery", page.QuerySelector("h1")!.TextContent);
        Assert.Equal(["A quiet day", "A vote at night", "Groups are forbidden"], page.QuerySelectorAll(".story h4").Select(h => h.TextContent.Trim()));
        Assert.Contains("Put to the vote before its notice had run", page.QuerySelector("#event-vote-at-night .margin")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("No end date is recorded", page.QuerySelector("#event-groups-forbidden .margin")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The secretary, lines 14–20", Text(page.QuerySelector("#event-vote-at-night .sources")!), StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("#event-a-quiet-day .margin"));
        Assert.NotNull(page.QuerySelector("#event-a-quiet-day [data-basis=narrative]"));
        Assert.True(page.QuerySelectorAll(".chain > li").Length >= 2);
    }

    [Fact]
    public async Task A_filter_shows_the_events_of_one_guard_or_one_link()
    {
        Assert.Equal(["A vote at night"], (await ReadAsync("/history?guard=surprise-motion")).QuerySelectorAll(".story h4").Select(h => h.TextContent.Trim()));
        var all = (await ReadAsync("/history?only=yes")).QuerySelectorAll(".story h4").Select(h => h.TextContent.Trim()).ToList();
        Assert.DoesNotContain("A quiet day", all);
        Assert.Contains("Groups are forbidden", (await ReadAsync("/history?link=rights")).QuerySelectorAll(".story h4").Select(h => h.TextContent.Trim()));
    }

    [Theory]
    [InlineData("/history/events/vote-at-night", "midnight")]
    [InlineData("/history/restrictions?day=2026-03-03", "Its text states no end.")]
    [InlineData("/history/restrictions?day=2026-03-01", "No restriction is on record by this day.")]
    [InlineData("/history/power", "elects")]
    [InlineData("/history/documents", "The offer for the hall")]
    [InlineData("/history/documents/offer", "Did not reach The branch meeting")]
    [InlineData("/history/people", "Bo")]
    [InlineData("/history/people/bo", "treasurer")]
    [InlineData("/history/strength", "9 for, 3 against")]
    [InlineData("/history/contradictions", "The secretary: nine")]
    public async Task Each_view_answers_its_question(string path, string says)
    {
        Assert.Contains(says, Text((await ReadAsync(path)).Body!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_constitution_says_of_an_act_what_it_refuses_and_at_which_clause()
    {
        var page = await ReadAsync("/history/under");
        var row = page.QuerySelectorAll("tr").Single(r => r.QuerySelector(".under-question")?.TextContent == "Had enough notice been given?");
        Assert.Contains("A vote at night", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("[data-status=refused]"));
        // The clause stands in words, and leads to its text below.
        var clause = row.QuerySelector("[data-status=refused] ~ .under-clause a")!;
        var text = page.GetElementById(Uri.UnescapeDataString(clause.GetAttribute("href")!.TrimStart('#')))!;
        Assert.StartsWith("procedure.", text.QuerySelector("dt code")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(text.QuerySelector("pre")!.TextContent);
    }

    [Theory]
    [InlineData("/history/events/none")]
    [InlineData("/history/documents/bo")]
    [InlineData("/history/people/offer")]
    [InlineData("/history?guard=none")]
    [InlineData("/history?link=none")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        using var answer = await cannery.AnswerAsync(path);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_is_told_there_is_no_history()
    {
        await using var desk = await Desk.OpenAsync();
        using var founder = await FoundTests.FoundAsync(desk, "rehearsal");
        await founder.GoAsync("/o/dockside/history");
        Assert.Equal(HttpStatusCode.NotFound, founder.Status);
    }

    [Fact]
    public async Task A_case_study_is_read_and_nobody_acts_in_it()
    {
        var size = cannery.Node.State.Size;
        var recorder = cannery.Node.State.Founding.Founders[0];
        foreach (var path in new[] { "/sign-in", "/rehearsal", $"/as/{recorder}" })
        {
            using var answer = await cannery.AnswerAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        }
        using (var home = await cannery.AnswerAsync("")) Assert.Equal("/o/cannery/history", home.Headers.Location?.ToString());
        using var content = new StringContent("""{"kind":"facts.name","id":"x","what":"person","names":{"en":"X"},"notes":{},"sources":[]}""", System.Text.Encoding.UTF8, "application/json");
        using var put = await cannery.Client.PostAsync(new Uri($"/api/cannery/acts?as={recorder}", UriKind.Relative), content, TestContext.Current.CancellationToken);
        Assert.False(put.IsSuccessStatusCode);
        Assert.Equal(size, cannery.Node.State.Size);
    }

    [Fact]
    public async Task The_front_page_leads_to_it_below_everything_else()
    {
        foreach (var path in new[] { "/", "/cases" })
        {
            var text = await cannery.Client.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Contains("/o/cannery/history", text, StringComparison.Ordinal);
            Assert.Contains("A branch loses its hall.", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_guard_watches_one_link_of_the_chain_and_says_what_it_asks_for()
    {
        Assert.Equal(GuardCatalogue.All.Select(g => g.Name).Order(StringComparer.Ordinal), Safeguards.Chain.SelectMany(l => l.Guards).Order(StringComparer.Ordinal));
        Assert.All(GuardCatalogue.All, g => Assert.True(Server.Wording.Catalogue.Ours.Has("safeguard." + g.Name), g.Name));
        Assert.All(Safeguards.Chain, l => Assert.True(Server.Wording.Catalogue.Ours.Has("link." + l.Key) && Server.Wording.Catalogue.Ours.Has("link.short." + l.Key), l.Key));
    }

    private async Task<IHtmlDocument> ReadAsync(string path)
    {
        using var answer = await cannery.AnswerAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await new HtmlParser().ParseDocumentAsync(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
    }

    private static string Text(AngleSharp.Dom.INode node) => string.Join(' ', node.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
