using System.Globalization;
using System.Text.RegularExpressions;
using Mandate.Node;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>
/// Suspension with an end (docs/decisions/0341) in the browser: of an officer while a complaint is open, of a member after a charge; who proposes,
/// the hearing, the refusal of one that would be too long, the appeal, and what the register says on each day.
/// </summary>
public sealed class SuspensionTests(Chromium chromium) : IAsyncDisposable
{
    private static readonly string Digest = new('a', 64);

    private readonly TemporaryFolder folder = new();
    private readonly SetTime time = new();
    private Installation installation = null!;
    private IPage page = null!;

    private OrganisationNode Node => installation.Find("dockside")!;

    public async ValueTask DisposeAsync()
    {
        await installation.DisposeAsync();
        folder.Dispose();
    }

    private async Task<(Site Site, IBrowserContext Context)> OpenAsync()
    {
        installation = Installation.Open(folder.At("data"), options: new() { Time = time });
        installation.Create("dockside", new() { RehearsalStart = time.Now });
        await Dockside.FoundAsync(Node, rehearsal: true);
        var site = await Site.StartAsync(s => s with { Keeper = new NodeKeeper(installation, (_, person) => person) });
        var context = await chromium.OpenAsync(site.Address, Look.Light);
        page = await context.NewPageAsync();
        return (site, context);
    }

    [Fact]
    public async Task An_officer_is_suspended_by_the_readers_with_an_end_and_the_register_says_so_until_it_is_over()
    {
        var (site, context) = await OpenAsync();
        await using var _ = site;
        await using var __ = context;
        await As("b1-09");
        await ActAsync("inspection.complain", "", ("complaint-kind", "Complaint"), ("against", "t-b1-05"), ("subject-line", "Blows in the hall"), ("commitment", Digest));
        var complaint = Node.State.Inspection.All.Keys.Single();

        // Nobody but its readers proposes it, least of all the accused.
        await As("b1-01");
        await RefusedAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", "Suspend", ("until", Day(20)), ("reasons", "I say so."));
        Assert.Empty(Node.State.Offices.Suspended);

        // Without an end there is none, and none lasts longer than thirty days.
        await As("b1-03");
        await RefusedAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", "Until: something is needed", ("reasons", "Witnesses are still to be heard."));
        await RefusedAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", Read(30), ("until", Day(31)), ("reasons", "Witnesses are still to be heard."));
        Assert.Empty(Node.State.Offices.Suspended);
        await ActAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", ("until", Day(20)), ("reasons", "Witnesses are still to be heard."));
        await As("b2-02");
        await ActAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", ("until", Day(30)), ("reasons", "So that nobody is pressed."));
        Assert.False(Node.State.Offices.Holds("b1-05", "secretary", Node.Now));

        // The register says it with its end, the earlier of the two.
        await page.GotoAsync("/o/dockside/rights/complaints");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Read(20));
        await Site.PictureAsync(page, "suspension-officer");
        await Accessible.CheckAsync(page);

        // Whoever is suspended answers and appeals on the same page; the place is still theirs.
        await As("b1-05");
        await ActAsync("inspection.reply", $"complaint={complaint}", ("commitment", Digest));
        await ActAsync("inspection.appeal", $"complaint={complaint}", ("commitment", Digest));
        await page.GotoAsync("/o/dockside/rights/complaints");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("ongress");
        Assert.Contains(Node.State.Offices.HeldBy("b1-05", Node.Now), t => t.Seat.Of == "secretary");

        // It ends by its date, without anybody writing it, and never comes back.
        await LaterAsync(21);
        Assert.True(Node.State.Offices.Holds("b1-05", "secretary", Node.Now));
        await As("b1-03");
        await RefusedAsync("inspection.suspend", $"complaint={complaint}&tenure=t-b1-05", "", ("until", Day(5)), ("reasons", "Once more."));
        Assert.True(Node.Verify().Holds);
    }

    [Fact]
    public async Task A_member_is_suspended_after_charge_answer_and_secret_vote_for_the_days_of_the_charge()
    {
        var (site, context) = await OpenAsync();
        await using var _ = site;
        await using var __ = context;
        await As("b1-01");
        await RefusedAsync("roll.charge", "", "90", ("charged", "b1-09"), ("ground", "Conduct"), ("broken-rule", "electorates.members"), ("done-on", Day(0)), ("charge-occasion", "The evening in the hall"), ("evidence-first", "Witness"), ("suspend-days", "91"), ("commitment", Digest));
        await ActAsync("roll.charge", "", ("charged", "b1-09"), ("ground", "Conduct"), ("broken-rule", "electorates.members"), ("done-on", Day(0)), ("charge-occasion", "The evening in the hall"), ("evidence-first", "Witness"), ("suspend-days", "10"), ("commitment", Digest));
        var charge = Node.State.Roll.Charges.Keys.Single();
        await As("b1-09");
        await ActAsync("roll.answer-charge", $"charge={charge}", ("commitment", Digest));
        await page.GotoAsync("/o/dockside/rights/charges");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("days: 10");
        await Site.PictureAsync(page, "suspension-charge");
        await Accessible.CheckAsync(page);

        // The branch meets after the notice of the clause and decides in secret.
        await LaterAsync(15);
        var opens = Node.Now.AddDays(10);
        await Dockside.Do(Node, "b1-06", new ConveneSession("bm", "branch.meeting", "b1", "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null));
        string[] members = [.. Enumerable.Range(1, 12).Select(i => $"b1-{i:00}")];
        await Dockside.Do(Node, "b1-06", new RecordService("bm", [.. members], ServiceOutcome.Posted, "post", DateOnly.FromDateTime(Node.Now.UtcDateTime), "en"));
        await LaterAsync(10);
        foreach (var member in members.Take(11)) await Dockside.Do(Node, member, new Arrive("bm", member));
        await Dockside.Do(Node, "b1-06", new OpenSession("bm"));
        await Dockside.Do(Node, "b1-06", new AnnounceChair("bm", "b1-10", null));
        await As("b1-10");
        await page.GotoAsync("/o/dockside/act/votes.record-paper-decision?session=bm");
        await Dockside.Do(Node, "b1-10", new RecordPaperDecision("v", "bm", charge, null, "Shall the member be suspended?", Node.Now, new(8, 1, 0), 11, true, ["b1-07", "b1-08"], null));
        await ActAsync("roll.suspend", $"charge={charge}", ("vote", "v"));
        await page.GotoAsync("/o/dockside/rights/charges");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(Read(10));
        Assert.False(Node.State.Roll.Member("b1-09")!.InGoodStanding);
        await Site.PictureAsync(page, "suspension-member");

        await As("b1-09");
        await ActAsync("roll.appeal-expulsion", $"charge={charge}");
        await LaterAsync(11);
        await ActAsync("petitions.start", "", ("to-body", "council"), ("asks", "Hear both sides."));
        Assert.True(Node.Verify().Holds);
    }

    private async Task As(string person) => await page.GotoAsync("/o/dockside/as/" + person);

    private string Day(int ahead) => DateOnly.FromDateTime(Node.Now.UtcDateTime).AddDays(ahead).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The day as pages write it.</summary>
    private string Read(int ahead) => DateOnly.FromDateTime(Node.Now.UtcDateTime).AddDays(ahead).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    private async Task LaterAsync(int days) => await Dockside.Do(Node, "b1-01", new AdvanceClock(Node.Now.AddDays(days)));

    private async Task ActAsync(string act, string query, params (string Field, string Value)[] fields)
    {
        await FillAsync(act, query, fields);
        try
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]done="), new() { Timeout = 30_000 });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{act} was not done:\n{await page.Locator("main").InnerTextAsync()}");
        }
    }

    private async Task RefusedAsync(string act, string query, string says, params (string Field, string Value)[] fields)
    {
        await FillAsync(act, query, fields);
        Assert.DoesNotContain("done=", page.Url, StringComparison.Ordinal);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(says);
    }

    private async Task FillAsync(string act, string query, (string Field, string Value)[] fields)
    {
        await page.GotoAsync($"/o/dockside/act/{act}?{query}");
        foreach (var (field, value) in fields)
        {
            var input = page.Locator($"[name='{field}']").First;
            if (await page.Locator($"[name='{field}'][value='{value}']").CountAsync() > 0 && await input.GetAttributeAsync("type") is "radio" or "checkbox") await page.Locator($"[name='{field}'][value='{value}']").CheckAsync();
            else if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT") await input.SelectOptionAsync(value);
            else await input.FillAsync(value);
        }
        var submit = page.Locator("form.act-form button[type=submit]").First;
        // Where the form is refused before it is filled, there is nothing to press and the reason stands there.
        if (await submit.CountAsync() > 0) await submit.EvaluateAsync("b => { b.form.noValidate = true; b.click(); }");
        await page.WaitForLoadStateAsync();
    }
}
