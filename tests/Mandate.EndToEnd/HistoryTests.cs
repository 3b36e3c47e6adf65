using Mandate.Constitutions.Reader;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>The case studies that come with the program, played once for the tests that read them.</summary>
public sealed class CaseFolder : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("mandate-cases-").FullName;

    public Installation Installation { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Installation = Installation.Open(Path.Combine(folder, "data"));
        await CaseStudies.PlayIntoAsync(Installation, TestContext.Current.CancellationToken);
    }

    public Task<Site> ServeAsync() => Site.StartAsync(o => o with { Keeper = new NodeKeeper(Installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name")), Compared = [.. ShippedChronologies.Constitutions.Select(c => ConstitutionReader.Read(ShippedChronologies.Constitution(c)).Constitution!)] });

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

public sealed class HistoryTests(Chromium chromium, CaseFolder cases) : IClassFixture<CaseFolder>
{
    [Theory]
    [InlineData(false, 1280, "en-GB")]
    [InlineData(true, 1280, "nl-BE")]
    [InlineData(false, 390, "fr-BE")]
    [InlineData(true, 320, "sv-SE")]
    public async Task Everybody_can_read_a_case_study(bool dark, int width, string language)
    {
        await using var site = await cases.ServeAsync();
        var look = new Look(dark, width, language);
        await using var context = await chromium.OpenAsync(site.Address, look);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/cases");
        await Accessible.CheckAsync(page);
        await page.Locator(".organisations h3 a").First.ClickAsync();
        var views = await page.Locator(".tab-links > ul a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.True(views.Length > 5);
        foreach (var view in views)
        {
            await page.GotoAsync(view);
            await Accessible.CheckAsync(page);
            await Site.PictureAsync(page, $"history-{view.Split('/').Last()}-{look}");
        }
        // One of each kind of page that the views lead to.
        foreach (var kind in new[] { "events", "documents", "people" })
        {
            await page.GotoAsync(views[0]);
            if (kind != "events") await page.GotoAsync(views.Single(v => v.EndsWith("/" + kind, StringComparison.Ordinal)));
            await page.GotoAsync((await page.Locator($"main a[href*='/history/{kind}/']").First.GetAttributeAsync("href"))!);
            await Accessible.CheckAsync(page);
            await Site.PictureAsync(page, $"history-{kind}-one-{look}");
        }
    }

    [Fact]
    public async Task A_reader_without_script_follows_the_chain_to_an_event_and_its_source()
    {
        await using var site = await cases.ServeAsync();
        await using var context = await chromium.OpenAsync(site.Address, Look.Light with { Script = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/");
        await page.Locator(".organisations h3 a").Last.ClickAsync();
        await Assertions.Expect(page.Locator(".chain > li").First).ToBeVisibleAsync();
        await page.Locator(".chain a[href*='link=']").First.ClickAsync();
        var told = page.Locator(".story > li").First;
        await Assertions.Expect(told.Locator(".margin li").First).ToBeVisibleAsync();
        await told.Locator("h4 a").ClickAsync();
        await Assertions.Expect(page.Locator("main .margin li").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("main .sources").First).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".works li").First).ToBeVisibleAsync();
    }
}
