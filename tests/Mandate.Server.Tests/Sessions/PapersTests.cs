using System.Collections.Immutable;
using System.Net;
using System.Text;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Printing;

namespace Mandate.Server.Tests.Sessions;

public sealed class PapersTests
{
    public static TheoryData<string> Papers => ["papers/order", "papers/motions", "papers/credentials", "papers/resolutions", "minutes", "sheets"];

    [Theory]
    [MemberData(nameof(Papers))]
    public async Task Every_paper_of_a_meeting_is_there_in_every_official_language_and_leaves_the_readers_own(string paper)
    {
        await using var dockside = await OpenAsync();
        using var member = await dockside.AsAsync("b1-07");
        foreach (var language in new[] { "en", "nl" })
        {
            await member.GoAsync($"/o/dockside/sessions/c1/{paper}?in={language}");
            Assert.Equal(HttpStatusCode.OK, member.Status);
            Assert.Equal(language, member.Page.DocumentElement.GetAttribute("lang"));
            Assert.NotNull(member.Page.QuerySelector(".rehearsal-mark"));
        }
        await member.GoAsync("/o/dockside/sessions/c1/papers");
        Assert.Equal("en", member.Page.DocumentElement.GetAttribute("lang"));
        Assert.Contains(member.Page.QuerySelectorAll(".paper-links a"), a => a.GetAttribute("href") == $"/o/dockside/sessions/c1/{paper}?in=nl&as=pdf");
    }

    [Fact]
    public async Task The_book_of_motions_numbers_lines_and_names_the_lines_that_an_amendment_changes()
    {
        await using var dockside = await OpenAsync();
        using var member = await dockside.AsAsync("b1-07");
        await member.GoAsync("/o/dockside/sessions/c1/papers/motions");
        Assert.Equal(["1", "2", "3", "4"], member.Page.QuerySelectorAll(".ln").Select(l => l.GetAttribute("data-n")));
        Assert.StartsWith("Line 4", member.Page.QuerySelector(".book-amendment h4")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("four.", member.Page.QuerySelector(".book-amendment ins")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_ballot_paper_carries_all_languages_so_that_none_tells_who_speaks_which()
    {
        await using var dockside = await OpenAsync();
        dockside.Kept.Do("b1-07", new TakeUp("c1", "motion:m1"));
        dockside.Kept.Do("b1-07", new PutQuestion("v1", VoteKind.Paper, "c1", null, "a1", 1, "Shall it be amended?"));
        using var member = await dockside.AsAsync("b1-07");
        await member.GoAsync("/o/dockside/votes/v1/papers");
        var paper = Assert.Single(member.Page.QuerySelectorAll(".ballot-paper"));
        Assert.Equal(["en", "nl"], paper.QuerySelectorAll("[lang]").Select(e => e.GetAttribute("lang")));
        Assert.Equal(3, paper.QuerySelectorAll(".paper-box").Length);
        Assert.Contains("Ja", paper.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paper_is_printed_as_PDF_by_the_browser_that_is_installed_or_says_how_to_have_one()
    {
        await using var dockside = await OpenAsync();
        using var member = await dockside.AsAsync("b1-07");
        await member.GoAsync("/o/dockside/sessions/c1/papers/motions?as=pdf");
        if (Browsers.Find() is null)
        {
            Assert.Equal(HttpStatusCode.NotImplemented, member.Status);
            Assert.NotNull(member.Page.QuerySelector("a[href='/o/dockside/sessions/c1/papers/motions']"));
            Assert.Skip("no browser that can print");
        }
        Assert.Equal("application/pdf", member.Answer!.Content.Headers.ContentType!.MediaType);
        var bytes = await member.Answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.Equal("%PDF-", Encoding.ASCII.GetString(bytes, 0, 5));
    }

    [Fact]
    public async Task Without_a_paper_there_is_no_PDF()
    {
        await using var dockside = await OpenAsync();
        using var member = await dockside.AsAsync("b1-07");
        await member.GoAsync("/o/dockside/sessions/c9/papers/order?as=pdf");
        Assert.Equal(HttpStatusCode.NotFound, member.Status);
    }

    [Fact]
    public void A_page_for_the_printer_fetches_nothing_and_runs_nothing()
    {
        var html = SelfContained.Of("<html><head><link rel=\"stylesheet\" href=\"/assets/1/style.css\"><script type=\"module\" src=\"/assets/1/app.js\"></script></head><body><a href=\"/o/x\">x</a></body></html>", "http://hall.example");
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", html, StringComparison.Ordinal);
        Assert.DoesNotContain("url(./", html, StringComparison.Ordinal);
        Assert.Contains("<base href=\"http://hall.example/\">", html, StringComparison.Ordinal);
        Assert.Contains("url(data:font/woff2;base64,", html, StringComparison.Ordinal);
    }

    /// <summary>A congress that sits, with a motion of four lines and an amendment to the last.</summary>
    private static async Task<Dockside> OpenAsync()
    {
        var dockside = await Dockside.OpenAsync();
        var session = dockside.Convene();
        dockside.Kept.Do("b1-07", new FileMotion("m1", "c1", "ordinary", "Lights on the quay", Texts(dockside, "One.\n\nTwo\nthree.\n\nThe last line says three.\n"), [], null, null, null, false));
        dockside.Kept.Do("b1-08", new AmendMotion("a1", "m1", Texts(dockside, "One.\n\nTwo\nthree.\n\nThe last line says four.\n")));
        dockside.Meet(session);
        return dockside;
    }

    private static ImmutableSortedDictionary<string, string> Texts(Dockside dockside, string text) => ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", dockside.Kept.Put(text));
}
