using Mandate.Server;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>The demo federation in a browser: every page for everybody, and acts through forms.</summary>
public sealed class FederationTests(Chromium chromium)
{
    private static readonly Lazy<Task<Site>> Shared = new(() => Site.StartAsync(o => o with { Keeper = Federation.Kept }));

    private static string Congress => "/o/federation/sessions/" + Federation.Cast.Congress;

    public static TheoryData<string> Pages =>
    [
        "/", "/o/federation", "/o/federation/constitution", "/o/federation/constitution/procedure.default.notice", "/o/federation/constitution/bodies.congress", "/o/federation/constitution/text/nl",
        "/o/federation/members", "/o/federation/members/{branch}", "/o/federation/offices", "/o/federation/offices/{tenure}", "/o/federation/offices/draws", "/o/federation/sessions", "{congress}", "{congress}/chair", "{congress}/desk?q={delegate}",
        "{congress}/screen", "{congress}/papers", "{congress}/minutes", "/o/federation/motions", "/o/federation/motions/{motion}", "/o/federation/votes", "/o/federation/votes/{election}", "/o/federation/votes/{election}/papers", "/o/federation/votes/{election}/count",
        "/o/federation/record", "/o/federation/record/300", "/o/federation/sign-in", "/o/federation/act/motions.file", "/o/federation/act/motions.amend?motion={motion}", "/o/federation/act/offices.resign?tenure={tenure}", "/o/federation/act/sessions.convene",
        "{congress}/contested", "{congress}/composite", "/o/federation/motions/night-work", "/o/federation/motions/night-work/desk", "/o/federation/motions/night-work/draft", "/o/federation/motions/night-work/lines",
        "/o/federation/motions/night-work/amendments/night-work-a1", "/o/federation/motions/open-books-and-accounts", "/o/federation/act/motions.propose-procedure?amendment=night-work-a1",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_delegate_can_read_every_page(string page) => await ReadAsync(page, Delegate, Look.Light);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task An_officer_can_read_every_page_in_the_dark_and_in_Dutch(string page) => await ReadAsync(page, Federation.Cast.Electoral[0], Look.Night with { Language = "nl-BE" });

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_visitor_can_read_every_page_in_a_narrow_window_and_in_Swedish(string page) => await ReadAsync(page, null, Look.Narrow with { Language = "sv-SE" });

    [Fact]
    public async Task A_delegate_proposes_an_amendment_with_the_keyboard_alone_and_finds_it_as_a_flag_at_the_paragraph()
    {
        var (kept, cast) = Federation.Play();
        await using var site = await Site.StartAsync(o => o with { Keeper = kept });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light with { Script = false });
        var page = await context.NewPageAsync();
        var motion = kept.State.Motions.Before(cast.Congress).Last(m => m is { Class: "ordinary", Stage: Mandate.Organisation.Motions.MotionStage.Filed });
        await page.GotoAsync($"/o/federation/as/{Delegate}");
        await page.GotoAsync("/o/federation/motions/" + motion.Id);
        await page.GetByRole(AriaRole.Link, new() { Name = "Propose an amendment" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        foreach (var language in kept.State.Statutes.Versions[0].Rules.Languages.Official)
        {
            await page.Locator($"#f-text-{language}").FocusAsync();
            await page.Keyboard.InsertTextAsync($"# {language}\n\nAnother text ({language}).");
        }
        await page.GetByRole(AriaRole.Button, new() { Name = "Propose an amendment" }).FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Recorded as entry");
        await Assertions.Expect(page.Locator(".flag").First).ToBeVisibleAsync();
        Assert.Single(kept.State.Motions.Find(motion.Id)!.Amendments, a => a.Mover == Delegate);
    }

    [Fact]
    public async Task A_refused_act_says_its_clause_before_the_click()
    {
        var site = await Shared.Value;
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync($"/o/federation/as/{Federation.Cast.Council[0]}");
        await page.GotoAsync($"{Congress}/chair");
        var refused = page.Locator(".act-refused", new() { HasTextString = "Open the meeting" });
        await Assertions.Expect(refused.Locator(".why")).ToBeVisibleAsync();
        await Assertions.Expect(refused.Locator("a.clause")).ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("/constitution/"));
        await Accessible.CheckAsync(page);
    }

    [Fact]
    public async Task A_form_that_was_made_elsewhere_is_turned_away()
    {
        var site = await Shared.Value;
        using var client = new HttpClient { BaseAddress = site.Address };
        var size = Federation.Kept.State.Size;
        var answer = await client.PostAsync(new Uri("/o/federation/act/motions.support", UriKind.Relative), new FormUrlEncodedContent([KeyValuePair.Create("motion", "m")]), TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(size, Federation.Kept.State.Size);
    }

    private static string Delegate => Federation.Kept.State.Offices.Holders("congress", Federation.Kept.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First().Person;

    private async Task ReadAsync(string path, string? person, Look look)
    {
        var site = await Shared.Value;
        await using var context = await chromium.OpenAsync(site.Address, look);
        var page = await context.NewPageAsync();
        if (person is not null) await page.GotoAsync($"/o/federation/as/{person}");
        var state = Federation.Kept.State;
        var address = path.Replace("{congress}", Congress, StringComparison.Ordinal)
            .Replace("{branch}", state.Roll.Member(Delegate)!.Unit, StringComparison.Ordinal)
            .Replace("{delegate}", Delegate, StringComparison.Ordinal)
            .Replace("{tenure}", state.Offices.HeldBy(Delegate, Federation.Kept.Now).First().Id, StringComparison.Ordinal)
            .Replace("{motion}", state.Motions.Before(Federation.Cast.Congress).First().Id, StringComparison.Ordinal)
            .Replace("{election}", state.Votes.All.Values.Where(v => v.IsElection).OrderBy(v => v.Id, StringComparer.Ordinal).First().Id, StringComparison.Ordinal);
        var answer = await page.GotoAsync(address);
        Assert.Equal(200, answer!.Status);
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, $"federation{address.Split('?')[0].Replace('/', '-')}-{look}");
    }
}
