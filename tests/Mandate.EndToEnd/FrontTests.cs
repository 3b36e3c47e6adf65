using Microsoft.Playwright;

namespace Mandate.EndToEnd;

public sealed class FrontTests(Chromium chromium)
{
    public static TheoryData<string, bool, int, string> Readers
    {
        get
        {
            var readers = new TheoryData<string, bool, int, string>();
            foreach (var path in new[] { "/", "/about", "/verify", "/nowhere" })
            {
                readers.Add(path, false, 1280, "en-GB");
                readers.Add(path, true, 1280, "nl-BE");
                readers.Add(path, false, 320, "sv-SE");
                readers.Add(path, true, 320, "fr-BE");
            }
            return readers;
        }
    }

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Everybody_can_read_the_pages_of_the_installation(string path, bool dark, int width, string language)
    {
        await using var site = await Site.StartAsync();
        var look = new Look(dark, width, language);
        await using var context = await chromium.OpenAsync(site.Address, look);
        var page = await context.NewPageAsync();
        await page.GotoAsync(path);
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, $"front{path.Replace('/', '-')}-{look}");
    }

    [Fact]
    public async Task The_first_tab_stop_leads_past_the_head_to_the_page()
    {
        await using var site = await Site.StartAsync();
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        await page.GotoAsync("/about");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("main")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Language_and_look_are_chosen_without_script_and_kept()
    {
        await using var site = await Site.StartAsync();
        await using var context = await chromium.OpenAsync(site.Address, Look.Light with { Script = false });
        var page = await context.NewPageAsync();
        await page.GotoAsync("/about");
        await page.GetByRole(AriaRole.Link, new() { Name = "Nederlands" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Donker" }).ClickAsync();
        await page.GotoAsync("/");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("lang", "nl");
        await Assertions.Expect(page.Locator("html")).ToHaveAttributeAsync("data-color-scheme", "dark");
    }

    [Fact]
    public async Task The_browser_finds_nothing_that_the_security_policy_forbids()
    {
        await using var site = await Site.StartAsync();
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        var complaints = new List<string>();
        page.Console += (_, message) => { if (message.Type is "error" or "warning") complaints.Add(message.Text); };
        page.RequestFailed += (_, request) => complaints.Add(request.Url);
        foreach (var path in new[] { "/", "/about", "/verify" }) await page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
        Assert.Empty(complaints);
    }
}
