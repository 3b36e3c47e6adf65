using System.Collections.Immutable;
using System.Net;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Documents;
using Mandate.Server.Tests.Sessions;
using Mandate.Tests;

namespace Mandate.Server.Tests.Registers;

public sealed class ContestedPagesTests
{
    [Fact]
    public async Task Whoever_got_another_notice_contests_it_and_the_body_of_control_voids_the_meeting_before_everybodys_eyes()
    {
        await using var dockside = await Dockside.OpenAsync();
        var session = dockside.Convene();
        using var member = await dockside.AsAsync("b1-09");
        var told = session.FirstDay.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await member.GoAsync($"/o/dockside/sessions/c1/notice?told-day={told}");
        var contest = member.Page.QuerySelector("section[aria-labelledby=notice-check] a[href*='sessions.contest-notice']")!.GetAttribute("href")!;
        await member.GoAsync(contest);
        await member.SendAsync("/o/dockside/act/sessions.contest-notice", ("told-place", "Dockers' Hall"), ("told-text", "Come a day later."));
        Assert.Equal(HttpStatusCode.OK, member.Status);
        await member.GoAsync("/o/dockside/sessions/c1");
        var part = member.Page.QuerySelector("section[aria-labelledby=notice-contests]")!;
        Assert.Contains("Come a day later.", part.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("b1-09", part.TextContent, StringComparison.Ordinal);
        Assert.Null(part.QuerySelector("a[href*='sessions.judge-notices']"));
        Assert.Contains("[contested (case:", await TextAsync(dockside, "calendar.ics"), StringComparison.Ordinal);

        using var control = await dockside.AsAsync("b1-03");
        await control.GoAsync("/o/dockside/sessions/c1");
        Assert.NotNull(control.Page.QuerySelector("section[aria-labelledby=notice-contests] a[href*='sessions.judge-notices']"));
        dockside.Kept.Do("b1-03", new ProposeAct("j", "control", null, new JudgeNotices("c1", true, "Two notices went out.")));
        dockside.Kept.Do("b2-02", new SignAct("j", []));
        await member.GoAsync("/o/dockside/sessions/c1");
        part = member.Page.QuerySelector("section[aria-labelledby=notice-contests]")!;
        Assert.Contains("Two notices went out.", part.TextContent, StringComparison.Ordinal);
        Assert.Contains("earliest day", part.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contested_result_is_marked_with_its_case_in_minutes_feeds_and_tables_and_an_explanation_is_owed()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        var session = dockside.Convene();
        var text = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("en", kept.Put("The cranes are checked yearly.\n")).Add("nl", kept.Put("De kranen worden jaarlijks nagezien.\n"));
        kept.Do("b1-07", new FileMotion("m1", "c1", "ordinary", "Cranes", text, [], null, null, null, false));
        kept.Do("b1-09", new ContestNotice("c1", session.FirstDay.AddDays(1), "Dockers' Hall", "Come a day later."));
        dockside.Meet(session);
        kept.Do("b1-07", new TakeUp("c1", "motion:m1"));
        kept.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Shall it be adopted?"));
        kept.Do("b1-07", new OpenVote("v1"));
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) kept.Do(person, new CastVote("v1", Choice.Yes));
        kept.Do("b1-07", new CloseVote("v1"));
        kept.Do("b1-07", new DeclareResult("v1"));
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/sessions/c1/minutes");
        Assert.NotEmpty(member.Page.QuerySelectorAll(".minutes a[href$='/sessions/c1#notice-contests']"));
        foreach (var feed in new[] { "decisions.atom", "votes.csv", "motions.csv" }) Assert.Contains("contested (case:", await TextAsync(dockside, feed), StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/rights/decisions");
        var owed = Assert.Single(member.Page.QuerySelectorAll("table"), t => t.TextContent.Contains("Owed since", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Cranes", owed, StringComparison.Ordinal);
        Assert.Contains("English, Nederlands", owed, StringComparison.Ordinal);
        // Explained in one of the two languages, as questions and answers, the other one is still owed.
        kept.Do("b1-07", new CloseSession("c1"));
        await member.GoAsync("/o/dockside/motions/m1");
        Assert.Contains("English, Nederlands", member.Page.QuerySelector("section[aria-labelledby=plain]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_kept_here_opens_on_its_day_though_nobody_passes_it_on_and_nobody_reads_it_before()
    {
        await using var dockside = await Dockside.OpenAsync();
        var kept = dockside.Kept;
        using var depositor = await dockside.AsAsync("b1-07");
        var day = DateOnly.FromDateTime(kept.Now.UtcDateTime).AddDays(20);
        await depositor.GoAsync("/o/dockside/act/documents.deposit");
        await depositor.SendAsync("/o/dockside/act/documents.deposit", ("title", "Letter on the council"), ("kept-text", "Let it be larger."), ("kept-here", "yes"), ("to-body", "council"), ("release", day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        var document = Assert.Single(kept.State.Documents.All.Values);
        Assert.True(document.Kept);
        Assert.False(kept.Blob(document.Commitment) is { Length: > 0 });
        kept.Do("b1-01", new ReceiveDocument(document.Id));
        Assert.Equal(0, await DueDeliveries.DeliverAsync(kept));
        kept.MoveTo(new DateTimeOffset(day, new TimeOnly(0, 1), TimeSpan.Zero));
        await DueDeliveries.DeliverAsync(kept);
        Assert.True(kept.State.Documents.All[document.Id].ByItself);
        Assert.Empty(kept.NotesOf("b1-07")!);
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/documents/" + document.Id);
        Assert.Contains("Let it be larger.", member.Text, StringComparison.Ordinal);
        Assert.Contains("Had it and did not open it", member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_charge_on_opposition_is_refused_and_the_refusal_is_published_without_names()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var officer = await dockside.AsAsync("b1-01");
        var day = dockside.Kept.Now.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await officer.GoAsync("/o/dockside/act/roll.charge");
        await officer.SendAsync("/o/dockside/act/roll.charge", ("charged", "b1-09"), ("ground", "Opinion"), ("evidence-first", "Witness"), ("kept-text", "Spoke against the council."), ("broken-rule", "electorates.members"), ("done-on", day), ("charge-occasion", "The January meeting"));
        Assert.Equal(HttpStatusCode.Conflict, officer.Status);
        Assert.Equal(Ground.Opinion, Assert.Single(dockside.Kept.State.Decisions.Refused).Ground);
        using var member = await dockside.AsAsync("b2-08");
        await member.GoAsync("/o/dockside/rights/charges");
        var table = Assert.Single(member.Page.QuerySelectorAll("table"), t => t.TextContent.Contains("Refused by", StringComparison.Ordinal));
        Assert.NotNull(table.QuerySelector("a[href*='/constitution/']"));
        Assert.DoesNotContain("b1-0", table.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_honour_without_an_end_is_refused_where_it_would_be_entered()
    {
        await using var dockside = await Dockside.OpenAsync();
        using var member = await dockside.AsAsync("b1-09");
        await member.GoAsync("/o/dockside/rights/honours");
        Assert.Contains("until when?", member.Text, StringComparison.Ordinal);
        await member.GoAsync("/o/dockside/act/decisions.give-honour");
        await member.SendAsync("/o/dockside/act/decisions.give-honour", ("honour-kind", nameof(HonourKind.Name)), ("honour-what", "The hall, after Ada"), ("honour-motion", "m1"));
        Assert.Equal(HttpStatusCode.Conflict, member.Status);
        Assert.Contains("No honour is for ever", member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_finding_rests_on_is_told_by_name_with_its_page()
    {
        await using var serving = await Serving.StartAsync(Federation.Kept);
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await serving.Client.GetStringAsync(new Uri("/o/federation/rights/findings", UriKind.Relative), TestContext.Current.CancellationToken));
        var rests = page.QuerySelectorAll("article.register-row dd").Select(d => d.TextContent).ToList();
        Assert.NotEmpty(rests);
        Assert.DoesNotContain(rests, t => System.Text.RegularExpressions.Regex.IsMatch(t, "record, |\\b(tenure|vote|plan|order|undertaking|inspection|body|officials|relation):", System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)));
        foreach (var address in page.QuerySelectorAll("article.register-row dd a").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct(StringComparer.Ordinal))
            Assert.Equal(HttpStatusCode.OK, (await serving.Client.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
    }

    private static async Task<string> TextAsync(Dockside dockside, string path) =>
        (await dockside.Client.GetStringAsync(new Uri("/o/dockside/" + path, UriKind.Relative), TestContext.Current.CancellationToken)).Replace("\r\n ", "", StringComparison.Ordinal);
}
