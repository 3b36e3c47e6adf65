using System.Globalization;
using System.Text;
using Mandate.Node.Verification;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>
/// The golden path in a browser, on the demo as it is installed: a branch election on paper is finished, the congress opens with a
/// quorum, a motion and an amendment of the constitution are voted on, minutes are published, and the record verifies.
/// </summary>
public sealed class GoldenPathTests(Chromium chromium, DemoFolder demo)
{
    [Fact]
    public async Task A_federation_goes_from_its_last_branch_election_to_a_verified_record()
    {
        await using var site = await DemoSite.StartAsync(demo);
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        var congress = site.State.Sessions.All.Values.Single(s => s.Body == "congress").Id;

        await FinishBranchElection(site, page);
        await AMotionFiledTooLateIsRefusedWithItsClause(site, page, congress);
        await OpenTheCongress(site, page, congress);
        await using var hall = await chromium.OpenAsync(site.Address, Look.Light);
        var seat = await hall.NewPageAsync();
        await DemoSite.BeAsync(seat, Delegate(site, 5));
        await seat.GotoAsync(DemoSite.Path($"/sessions/{congress}"));
        await Vote(site, page, seat, congress, "strike-fund");
        await Vote(site, page, seat, congress, "notice");
        await TheConstitutionHasChanged(site, page);
        await CloseAndPublishMinutes(site, page, congress);

        var report = site.Node.Verify();
        Assert.True(report.Holds, string.Join("\n", report.Checks));
    }

    /// <summary>The second teller enters the papers of branch 52, and the branch secretary publishes the count.</summary>
    private static async Task FinishBranchElection(DemoSite site, IPage page)
    {
        var election = site.State.Votes.Find("e-b-052")!;
        var first = election.Entries.Single();
        var papers = first.Papers;
        await DemoSite.BeAsync(page, election.Tellers.Single(t => t != first.Teller));
        await DemoSite.ActAsync(page, "votes.enter-papers", "vote=e-b-052", ("ballots", Encoding.UTF8.GetString(site.Node.Blobs.Read(first.Ballots)!.Value.Span)),
            ("issued", Text(papers.Issued)), ("counted", Text(papers.Counted)), ("blank", Text(papers.Blank)), ("spoiled", Text(papers.Spoiled)), ("unused", Text(papers.Unused)));

        var secretary = site.State.Offices.Holders("branch.secretary", site.Node.Now, "b-052").Single().Person;
        await DemoSite.BeAsync(page, secretary);
        await DemoSite.ActAsync(page, "votes.publish-result", $"vote=e-b-052&papers={first.Ballots}");
        var elected = site.State.Votes.Find("e-b-052")!.Outcome!.Elected;
        Assert.All(elected, person => Assert.True(site.State.Offices.Holds(person, "congress", site.Node.Now)));
        await page.GotoAsync(DemoSite.Path("/votes/e-b-052"));
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "golden-election");
    }

    private static async Task AMotionFiledTooLateIsRefusedWithItsClause(DemoSite site, IPage page, string congress)
    {
        await DemoSite.BeAsync(page, Delegate(site, 3));
        await page.GotoAsync(DemoSite.Path($"/act/motions.file?session={congress}"));
        await page.Locator("[name='title']").FillAsync("Late");
        foreach (var language in new[] { "nl", "fr" }) await page.Locator($"[name='text-{language}']").FillAsync("Te laat / trop tard");
        foreach (var (name, value) in new[] { ("class", "ordinary"), ("urgent", "no"), ("session", congress) })
            if (await page.Locator($"[name='{name}'][value='{value}']").CountAsync() > 0) await page.Locator($"[name='{name}'][value='{value}']").CheckAsync();
        await page.Locator("form.act-form button[type=submit]").First.ClickAsync();
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("procedure.default.notice");
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "golden-refused");
    }

    private static async Task OpenTheCongress(DemoSite site, IPage page, string congress)
    {
        var secretary = site.State.Offices.Holders("council", site.Node.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First().Person;
        await DemoSite.BeAsync(page, secretary);
        await page.GotoAsync(DemoSite.Path("/rehearsal"));
        await page.Locator("form[action$='/rehearsal/clock'] button[type=submit]").ClickAsync();
        Assert.Equal(site.State.Sessions.Find(congress)!.Opens, site.Node.Now);

        // Nobody is in the hall yet: the opening is refused, and says which quorum is missing.
        await page.GotoAsync(DemoSite.Path($"/act/sessions.open?session={congress}"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("bodies.congress.quorum.opening");

        await page.GotoAsync(DemoSite.Path("/rehearsal"));
        await page.Locator("form[action$='/rehearsal/hall'] button[type=submit]").First.ClickAsync();
        await DemoSite.ActAsync(page, "sessions.open", $"session={congress}");
        await DemoSite.ActAsync(page, "sessions.announce-chair", $"session={congress}", ("person", Delegate(site, 0)));
        Assert.Equal(SessionStage.Open, site.State.Sessions.Find(congress)!.Stage);
        await page.GotoAsync(DemoSite.Path($"/sessions/{congress}"));
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "golden-session");
    }

    /// <summary>
    /// The chair reads the question back and opens the vote; a delegate, whose page of the meeting has been open all the time, is given
    /// the ballot and votes; the others follow, the result is declared.
    /// </summary>
    private static async Task Vote(DemoSite site, IPage page, IPage seat, string congress, string motion)
    {
        var chair = site.State.Sessions.Find(congress)!.ChairPerson!;
        var item = site.State.Sessions.Find(congress)!.Agenda.Single(i => i.Reference == motion).Id;
        await DemoSite.BeAsync(page, chair);
        await DemoSite.ActAsync(page, "sessions.take-up", $"session={congress}&item={Uri.EscapeDataString(item)}");
        foreach (var side in new[] { SpeechSides.For, SpeechSides.Against })
            await DemoSite.ActAsync(page, "sessions.declare-silence", $"session={congress}&item={Uri.EscapeDataString(item)}&side={side}");
        await DemoSite.ActAsync(page, "votes.put", $"session={congress}&subject={motion}&version=1", ("question", "Shall it be adopted?"), ("kind-of-vote", nameof(VoteKind.RollCall)));
        var vote = site.State.Votes.All.Values.Single(v => v.Question.Subject == motion && v.Session == congress).Id;
        await DemoSite.ActAsync(page, "votes.open", $"vote={vote}");

        await seat.Locator($".ballot:has(input[value='{vote}']) button[value={nameof(Choice.No)}]").ClickAsync();
        await Assertions.Expect(seat.Locator(".ballot [role=status]")).ToBeVisibleAsync();
        await page.GotoAsync(DemoSite.Path("/rehearsal"));
        await page.Locator("form[action$='/rehearsal/vote'] button[type=submit]").First.ClickAsync();

        await DemoSite.BeAsync(page, chair);
        await DemoSite.ActAsync(page, "votes.close", $"vote={vote}");
        await DemoSite.ActAsync(page, "votes.declare", $"vote={vote}");
        var outcome = site.State.Votes.Find(vote)!.Outcome!;
        Assert.True(outcome.Carried);
        Assert.Equal(Choice.No, site.State.Votes.Find(vote)!.Casts[Delegate(site, 5)]);
        await Assertions.Expect(seat.Locator(".ballot")).ToHaveCountAsync(0);
        await page.GotoAsync(DemoSite.Path($"/votes/{vote}"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Text(outcome.Figures.Yes));
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, $"golden-vote-{motion}");
        await DemoSite.ActAsync(page, "sessions.finish-item", $"session={congress}&item={Uri.EscapeDataString(item)}");
    }

    private static async Task TheConstitutionHasChanged(DemoSite site, IPage page)
    {
        Assert.Equal(MotionStage.Adopted, site.State.Motions.Find("notice")!.Stage);
        Assert.Equal(28, site.State.Statutes.At(site.Node.Now).Procedure.Default.Notice!.Count);
        await page.GotoAsync(DemoSite.Path("/constitution/procedure.default.notice"));
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("28");
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "golden-clause");
    }

    private static async Task CloseAndPublishMinutes(DemoSite site, IPage page, string congress)
    {
        await DemoSite.BeAsync(page, site.State.Sessions.Find(congress)!.ChairPerson!);
        await DemoSite.ActAsync(page, "sessions.close", $"session={congress}");
        await DemoSite.ActAsync(page, "sessions.publish-minutes", $"session={congress}");
        await page.GotoAsync(DemoSite.Path($"/sessions/{congress}/minutes"));
        await Accessible.CheckAsync(page);
        await Assertions.Expect(page.Locator("ol.minutes")).ToContainTextAsync("The meeting was opened with");
        await Site.PictureAsync(page, "golden-minutes");
    }

    private static string Delegate(DemoSite site, int n) =>
        site.State.Offices.Tenures.Values.Where(t => t.Seat.Of == "congress").OrderBy(t => t.Id, StringComparer.Ordinal).ElementAt(n).Person;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
