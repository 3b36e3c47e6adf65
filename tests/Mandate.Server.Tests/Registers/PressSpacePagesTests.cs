using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Press;
using Mandate.Organisation.Works;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

public sealed class PressSpacePagesTests
{
    private static Task<Dockside> WithJournalAsync() => Dockside.OpenAsync(y => y
        .Replace("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda", StringComparison.Ordinal)
        .Replace("rights:\n", "rights:\n  discussion: {who: any member, gives: {before: congress, days: 90, words: 300}}\n", StringComparison.Ordinal));

    [Fact]
    public async Task Whoever_is_quoted_is_told_at_home_and_replies()
    {
        await using var dockside = await WithJournalAsync();
        var kept = dockside.Kept;
        kept.Do("b1-09", new WriteLetter("l", "On the nights", kept.Put("Nobody works two nights in a row.\n\nThe rest follows.\n")));
        kept.Do("b1-10", new WriteLetter("q", "On a letter", kept.Put("It says “nobody works two nights” (piece:l).\n")));
        kept.MoveTo(kept.Now.AddDays(3));
        using var quoted = await dockside.AsAsync("b1-09");
        await quoted.GoAsync("/o/dockside");
        var told = quoted.Page.QuerySelector("#for-you ~ ul a")!;
        Assert.Contains("“On a letter” quotes you", told.TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/rights/press#q", told.GetAttribute("href"), StringComparison.Ordinal);
        await quoted.GoAsync("/o/dockside/rights/press");
        Assert.NotNull(quoted.Page.QuerySelector("#q a[href*='press.reply']"));
        using var other = await dockside.AsAsync("b1-11");
        await other.GoAsync("/o/dockside");
        Assert.Null(other.Page.QuerySelector("#for-you"));
        kept.Do("b1-09", new ReplyToPiece("r", "q", "More", kept.Put("Read it all.\n")));
        await quoted.GoAsync("/o/dockside");
        Assert.Null(quoted.Page.QuerySelector("#for-you"));
    }

    [Fact]
    public async Task A_discussion_that_a_clause_opened_is_written_in_and_counted_day_by_day()
    {
        await using var dockside = await WithJournalAsync();
        var kept = dockside.Kept;
        dockside.Convene();
        var discussion = Assert.Single(Discussions.All(kept.State));
        kept.Do("b1-09", new SubmitPiece("p", "On the nights", kept.Put("Let them rotate.\n"), true, discussion.Id, null, []));
        kept.MoveTo(kept.Now.AddDays(8));
        using var member = await dockside.AsAsync("b1-08");
        await member.GoAsync("/o/dockside/rights/press");
        Assert.Contains("the clause, when the meeting was convened", member.Page.QuerySelector("#" + discussion.Id)!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1", "1", "3"], member.Page.QuerySelectorAll("table")[0].QuerySelectorAll("tbody td").Select(c => c.TextContent.Trim()));
    }

    [Fact]
    public async Task A_paraphrase_stands_beside_its_source_once_that_is_open()
    {
        await using var dockside = await WithJournalAsync();
        var kept = dockside.Kept;
        var day = DateOnly.FromDateTime(kept.Now.UtcDateTime);
        kept.Do("b1-07", new DepositDocument("d", "A letter", kept.Put("The council decides too much.\n"), ["council"], day.AddDays(3)));
        kept.Do("b1-10", new WriteLetter("q", "On the council", kept.Put("Somebody finds the council too strong (cf. document:d).\n")));
        kept.MoveTo(kept.Now.AddDays(4));
        using var member = await dockside.AsAsync("b1-08");
        await member.GoAsync("/o/dockside/documents/d");
        Assert.Contains("Somebody finds the council too strong", member.Page.QuerySelector("section[aria-labelledby=drawn] blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("decides too much", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        kept.Do("b1-07", new ReleaseDocument("d", kept.Put("The council decides too much.\n")));
        await member.GoAsync("/o/dockside/documents/d");
        Assert.Contains("decides too much", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/rights/press");
        Assert.Contains("The council decides too much.", member.Page.QuerySelector("#q")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_was_told_is_compared_with_the_notice_for_all()
    {
        await using var dockside = await Dockside.OpenAsync();
        var session = dockside.Convene();
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync($"/o/dockside/sessions/{session.Id}/notice?told-day={session.FirstDay:yyyy-MM-dd}");
        Assert.Contains("The same", member.Page.QuerySelector("section[aria-labelledby=notice-check] [role=status]")!.TextContent, StringComparison.Ordinal);
        await member.GoAsync($"/o/dockside/sessions/{session.Id}/notice?told-day={session.FirstDay.AddDays(1):yyyy-MM-dd}");
        Assert.Contains("Something else", member.Page.QuerySelector("section[aria-labelledby=notice-check] [role=status]")!.TextContent, StringComparison.Ordinal);
        await member.GoAsync($"/o/dockside/sessions/{session.Id}/notice?told-day={session.FirstDay:yyyy-MM-dd}&told-place=elsewhere");
        Assert.Contains("Something else", member.Page.QuerySelector("section[aria-labelledby=notice-check] [role=status]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_link_of_the_constitution_stands_on_every_page()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b1-09");
        foreach (var page in new[] { "", "/motions", "/rights", "/members" })
        {
            await member.GoAsync("/o/dockside" + page);
            Assert.NotNull(member.Page.QuerySelector(".missing-links a[href$='/constitution#links']"));
        }
        await using var complete = await WithJournalAsync();
        using var other = await complete.AsAsync("b1-09");
        await other.GoAsync("/o/dockside");
        Assert.Null(other.Page.QuerySelector(".missing-links"));
    }

    [Fact]
    public async Task Gaps_of_a_decision_and_the_line_of_education_are_shown()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        dockside.Convene();
        kept.MoveTo(kept.Now.AddDays(200));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/decisions");
        Assert.NotEmpty(member.Page.QuerySelectorAll("table a[href*='/sessions/']"));
        await member.GoAsync("/o/dockside/rights/accounts");
        Assert.DoesNotContain("Education of members", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        kept.Do("b1-01", new Mandate.Organisation.Offices.ProposeAct("w", "council", null, new OpenFund("strike", "Strike fund", "EUR", "secretary")));
        kept.Do("b1-02", new Mandate.Organisation.Offices.SignAct("w", []));
        await member.GoAsync("/o/dockside/rights/accounts");
        Assert.Contains("Education of members", member.Page.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_association_shows_its_works_and_how_many_belong_to_it_and_nobodys_name()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        kept.Do("b1-08", new FoundAssociation("choir", "The night choir", "Sing in the halls."));
        kept.Do("b1-08", new BeginWork("songs", "Songs of the docks", Mandate.Organisation.Facts.Culture.Art, Association: "choir"));
        kept.Do("b1-08", new LeaveDirections("will", DirectionMatter.Name, new string('a', 64), "b1-11"));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/works");
        var row = member.Page.QuerySelector("#choir")!;
        Assert.Contains("Songs of the docks", row.TextContent, StringComparison.Ordinal);
        Assert.NotNull(row.QuerySelector("a[href*='works.join-association'], form[action*='works.join-association']"));
        Assert.DoesNotContain("b1-08", row.InnerHtml, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/rights/documents");
        Assert.Contains("directions:will", member.Page.QuerySelector("#will")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("b1-11", member.Page.QuerySelector("#will")!.InnerHtml, StringComparison.Ordinal);
        using var trustee = await dockside.AsAsync("b1-11");
        await trustee.GoAsync("/o/dockside");
        Assert.Contains("Somebody trusts you with directions", trustee.Page.QuerySelector("#for-you ~ ul")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_tells_how_hard_it_is_and_is_read_aloud_and_in_large_print()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        dockside.Convene();
        kept.Do("b1-01", new Mandate.Organisation.Motions.FileMotion("m1", "c1", "ordinary", "Cranes", ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", kept.Put("The cranes are checked yearly.\n")), [], null, null, null, false));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/motions/m1");
        Assert.Contains("LIX", member.Page.QuerySelector(".reading")!.TextContent, StringComparison.Ordinal);
        var aloud = member.Page.QuerySelector("button[data-read-aloud]")!;
        Assert.Contains("cranes", member.Page.GetElementById(aloud.GetAttribute("data-read-aloud")!)!.TextContent, StringComparison.Ordinal);
        // Without a voice on the device there is no button.
        Assert.True(aloud.HasAttribute("hidden"));
        Assert.DoesNotContain("large", member.Page.Body!.ClassName ?? "", StringComparison.Ordinal);
        await member.GoAsync(member.Page.QuerySelector(".reading a")!.GetAttribute("href")!);
        Assert.Contains("large", member.Page.Body!.ClassName!, StringComparison.Ordinal);
    }
}
