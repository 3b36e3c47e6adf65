using Mandate.Organisation.Motions;
using Mandate.Organisation.Votes;
using Mandate.Server;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>The constitution in a browser: read, tried, amended.</summary>
public sealed class StatutesTests(Chromium chromium)
{
    private const string Notice = "procedure.default.notice";

    private static readonly Lazy<Task<Site>> Shared = new(() => Site.StartAsync(o => o with { Keeper = Federation.Kept }));

    public static TheoryData<string> Pages =>
    [
        "/check", "/check?template=open-source-foundation", "/o/federation/constitution/power", "/o/federation/constitution/editor", "/o/federation/constitution/propose", "/o/federation/constitution/propose?clause=bodies.council",
        "/o/federation/constitution/propose?clause=procedure.default&as=yaml", "/o/federation/constitution/propose?whole=yes", "/o/federation/constitution/correct", "/o/federation/constitution/correct?clause=procedure.default", "/o/federation/constitution/versions",
        "/o/federation/constitution/versions/1", "/o/federation/constitution/judgements", "/o/federation/constitution/procedure.by_object.remove_officer", "/o/federation/motions/notice",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_delegate_can_read_every_page(string page) => await ReadAsync(page, Look.Light);

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_delegate_can_read_every_page_on_a_phone_in_the_dark_and_in_Dutch(string page) => await ReadAsync(page, new Look(Dark: true, Width: 390, Language: "nl-BE"));

    [Fact]
    public async Task An_amendment_goes_from_the_form_to_the_changed_rule()
    {
        var kept = Cooperative.Play();
        await using var site = await Site.StartAsync(o => o with { Keeper = kept });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/o/dockside/as/b1-07");
        await page.GotoAsync("/o/dockside/constitution");
        await page.GetByRole(AriaRole.Link, new() { Name = "Propose an amendment of the constitution" }).ClickAsync();
        await page.Locator($"a[href$='?clause={Notice}']").ClickAsync();
        await page.Locator($"[name='v:{Notice}']").FillAsync("3");
        await page.Locator($"[name='u:{Notice}']").SelectOptionAsync("week");
        await page.Locator("[name=legal-en]").FillAsync("## Article 1. Notice {#procedure.default}\n\nMotions are noticed three weeks before.");
        await page.Locator("[name=session]").SelectOptionAsync("c1");
        await page.Locator("[name=title]").FillAsync("Three weeks of notice");
        await page.Locator("[name=text-en]").FillAsync("Members need time to read.");
        await LookAsync(page, "form");
        await page.GetByRole(AriaRole.Button, new() { Name = "See what it changes" }).ClickAsync();
        await Assertions.Expect(page.Locator("#clause-changes ~ * ins").First).ToContainTextAsync("3 weeks");
        await LookAsync(page, "preview");
        await page.GetByRole(AriaRole.Button, new() { Name = "File the amendment" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("Recorded as entry");
        await LookAsync(page, "motion");

        var motion = kept.State.Motions.All.Values.Single();
        Assert.Equal(ClassRule.Amendment, motion.Class);
        Cooperative.Decide(kept, motion.Id, Choice.Yes, Choice.Yes, Choice.No);
        await page.GotoAsync("/o/dockside/constitution/" + Notice);
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("3 weeks");
        await Assertions.Expect(page.Locator(".law")).ToContainTextAsync("three weeks before");
        await page.GotoAsync("/o/dockside/constitution/versions/2");
        await LookAsync(page, "version");
    }

    [Fact]
    public async Task Findings_follow_what_is_typed_and_a_remedy_is_tried()
    {
        await using var site = await Site.StartAsync();
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/check");
        var rules = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "constitutions", "rkp-1922", "constitution.yaml"), TestContext.Current.CancellationToken);
        var yaml = page.Locator("textarea[name=yaml]");
        await yaml.FillAsync(rules.Replace("\nbodies:", "\nbodys:", StringComparison.Ordinal));
        await Assertions.Expect(page.Locator("#editor-report")).ToContainTextAsync("Did you mean bodies?");
        await LookAsync(page, "editor-fault");
        await yaml.FillAsync(rules);
        await Assertions.Expect(page.Locator(".power-node[data-kernel]").First).ToBeVisibleAsync();
        await LookAsync(page, "editor-circle");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await Site.PictureAsync(page, "statutes-editor-print");
        await page.EmulateMediaAsync(new() { Media = Media.Screen });
        await page.Locator(".finding-clauses a[data-line]").First.ClickAsync();
        Assert.True(await yaml.EvaluateAsync<int>("e => e.selectionEnd - e.selectionStart") > 0);
        await page.Locator("button[name=try]").First.ClickAsync();
        await Assertions.Expect(page.Locator("#clause-changes")).ToBeVisibleAsync();
        await LookAsync(page, "editor-tried");
    }

    private async Task ReadAsync(string path, Look look)
    {
        var site = await Shared.Value;
        await using var context = await chromium.OpenAsync(site.Address, look);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/o/federation/as/" + Federation.Kept.State.Offices.Holders("congress", Federation.Kept.Now).OrderBy(t => t.Id, StringComparer.Ordinal).First().Person);
        var answer = await page.GotoAsync(path);
        Assert.Equal(200, answer!.Status);
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, $"statutes{path.Replace('/', '-').Replace('?', '-')}-{look}");
    }

    private static async Task LookAsync(IPage page, string name)
    {
        await Site.PictureAsync(page, "statutes-" + name);
        await Accessible.CheckAsync(page);
    }
}
