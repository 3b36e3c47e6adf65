using System.Globalization;
using System.Text;
using Mandate.Node;
using Mandate.Organisation.Founding;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>From nothing to a founded organisation, by people with a browser.</summary>
public sealed class FoundingTests(Chromium chromium)
{
    private static readonly string Rules = Path.Combine(Repository.Root, "tests", "Mandate.Organisation.Tests", "Support", "small.yaml");

    [Fact]
    public async Task A_small_organisation_is_founded_for_real_and_its_members_sign_in_by_card()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-founding-").FullName;
        await using var installation = Installation.Open(Path.Combine(folder, "data"));
        await using var site = await Site.StartAsync(o => o with { Keeper = Keeper(installation) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var ada = await context.NewPageAsync();

        await ada.GotoAsync("/");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Found an organisation" }).ClickAsync();
        await LookAsync(ada, "found");
        await ada.GetByLabel("Constitution (YAML)").FillAsync((await File.ReadAllTextAsync(Rules, TestContext.Current.CancellationToken)).Replace("\nelectorates:", "\nelectorats:", StringComparison.Ordinal));
        await ada.GetByRole(AriaRole.Button, new() { Name = "Check only" }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Did you mean electorates?")).ToBeVisibleAsync();
        await LookAsync(ada, "found-faults");
        await ada.GetByLabel("Or a file").SetInputFilesAsync(Rules);
        await ada.GetByRole(AriaRole.Button, new() { Name = "Check and go on" }).ClickAsync();
        await LookAsync(ada, "found-details");
        await ada.GetByRole(AriaRole.Radio, new() { Name = "Real" }).CheckAsync();
        await ada.GetByRole(AriaRole.Textbox, new() { Name = "Founders" }).FillAsync("Ada Berg; 1\nBo Lind; 2");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Open the founding" }).ClickAsync();

        var founders = await ada.Locator(".card-code code").AllInnerTextsAsync();
        Assert.Equal(2, founders.Count);
        await LookAsync(ada, "cards-issued");
        await ada.EmulateMediaAsync(new() { Media = Media.Print });
        await Site.PictureAsync(ada, "cards-printed");
        await ada.EmulateMediaAsync(new() { Media = Media.Screen });
        await ada.GetByRole(AriaRole.Link, new() { Name = "They are printed: go on" }).ClickAsync();
        await LookAsync(ada, "desk-empty");

        await ada.GetByRole(AriaRole.Link, new() { Name = "Import the roll" }).ClickAsync();
        await LookAsync(ada, "import");
        await ada.GetByLabel("The register").SetInputFilesAsync(new FilePayload { Name = "roll.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Roll()) });
        await ada.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await LookAsync(ada, "import-preview");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Write 20 rows" }).ClickAsync();
        await Assertions.Expect(ada.GetByText("Written: 20 members, 2 units")).ToBeVisibleAsync();
        await LookAsync(ada, "import-written");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Back to the founding" }).ClickAsync();

        await OfficerAsync(ada, "1", "electoral");
        await OfficerAsync(ada, "3", "electoral");
        await OfficerAsync(ada, "4", "secretary");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Approve the founding" }).ClickAsync();
        await LookAsync(ada, "desk-waiting");

        await using (var second = await chromium.OpenAsync(site.Address, Look.Narrow))
        {
            var bo = await second.NewPageAsync();
            await bo.GotoAsync($"/o/dockside/sign-in?return=/o/dockside/founding#{founders[1]}");
            await Assertions.Expect(bo.GetByLabel("Code on your card")).ToHaveValueAsync(founders[1]);
            Assert.DoesNotContain("#", bo.Url, StringComparison.Ordinal);
            await LookAsync(bo, "sign-in");
            await bo.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
            await bo.GetByRole(AriaRole.Button, new() { Name = "Approve the founding" }).ClickAsync();
            await LookAsync(bo, "desk-phone");
        }
        await ada.ReloadAsync();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Close the founding" }).ClickAsync();
        await LookAsync(ada, "desk-closed");
        Assert.Equal(FoundingStage.Closed, installation.Find("dockside")!.State.Founding.Stage);

        // Ada is on the commission that keeps the register, so she goes on at the desk for cards.
        await ada.GotoAsync("/o/dockside/cards?unit=quay-street");
        await LookAsync(ada, "cards-desk");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Issue cards to the 8 without" }).ClickAsync();
        var code = await ada.Locator(".card", new() { HasText = "Member 5" }).Locator(".card-code code").InnerTextAsync();
        await using var third = await chromium.OpenAsync(site.Address, Look.Night with { Script = false });
        var member = await third.NewPageAsync();
        await member.GotoAsync("/o/dockside/sign-in");
        await member.GetByLabel("Code on your card").FillAsync(code.ToLowerInvariant());
        await member.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(member.GetByText("Member 5, member, Quay Street")).ToBeVisibleAsync();
        Assert.True(installation.Find("dockside")!.Verify().Holds);
    }

    [Fact]
    public async Task The_pages_of_the_founding_can_be_read_by_everybody_in_the_dark_on_a_phone_and_in_dutch()
    {
        var folder = Directory.CreateTempSubdirectory("mandate-founding-").FullName;
        await using var installation = Installation.Open(Path.Combine(folder, "data"));
        await using var site = await Site.StartAsync(o => o with { Keeper = Keeper(installation) });
        await using var context = await chromium.OpenAsync(site.Address, new Look(Dark: true, Width: 320, Language: "nl-BE", Script: true));
        var page = await context.NewPageAsync();
        await page.GotoAsync("/found");
        await LookAsync(page, "nl-found");
        await page.Locator("#f-yaml").FillAsync("mandate: \"0.1\"\nid: x\ntitel: Y\n");
        await page.Locator("button[name=step][value=check]:not([formaction])").ClickAsync();
        await LookAsync(page, "nl-faults");
        await page.Locator("#f-yaml").FillAsync(await File.ReadAllTextAsync(Rules, TestContext.Current.CancellationToken));
        await page.Locator("button[name=step][value=on]").ClickAsync();
        await LookAsync(page, "nl-details");
        await page.Locator("input[value=rehearsal]").CheckAsync();
        await page.Locator("#f-founders").FillAsync("Ada Berg; 1");
        await page.Locator("main form button[type=submit]").ClickAsync();
        await LookAsync(page, "nl-desk");
        await page.GotoAsync("/o/dockside/members/import");
        await page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload { Name = "leden.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(Roll() + "21;Dubbel;Harbour;;\n21;Dubbel;Harbour;;\n22;Weg;Harbour;;overleden\n") });
        await page.Locator("main form button[type=submit]").ClickAsync();
        await LookAsync(page, "nl-preview");
        await page.Locator(".import-write button").ClickAsync();
        await page.GotoAsync("/o/dockside/founding/member");
        await LookAsync(page, "nl-member");
        await page.GotoAsync("/o/dockside/cards?unit=harbour");
        await LookAsync(page, "nl-cards");
        await page.GotoAsync("/o/dockside/sign-in");
        await LookAsync(page, "nl-sign-in");
    }

    private static async Task OfficerAsync(IPage page, string number, string place)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Name a provisional officer" }).ClickAsync();
        await page.GetByLabel("Member", new() { Exact = true }).FillAsync(number);
        if (await page.Locator("select[name=place]").CountAsync() > 0) await page.Locator("select[name=place]").SelectOptionAsync(place);
        else await page.Locator($"input[name=place][value='{place}']").CheckAsync();
        await page.Locator("input[name=until]").FillAsync(DateTime.UtcNow.AddMonths(6).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await LookAsync(page, "officer-" + number);
        await page.Locator("main form button[type=submit]").ClickAsync();
    }

    private static NodeKeeper Keeper(Installation installation) => new(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name"));

    private static async Task LookAsync(IPage page, string name)
    {
        await Site.PictureAsync(page, "founding-" + name);
        await Accessible.CheckAsync(page);
    }

    /// <summary>Twenty members in two branches: numbers 1 to 10 in Quay Street.</summary>
    private static string Roll()
    {
        var roll = new StringBuilder("Number;Name;Branch;Member since;Status\n1;Ada Berg;Quay Street;2020-01-01;\n2;Bo Lind;Quay Street;2020-01-01;\n");
        for (var i = 3; i <= 20; i++) roll.Append(CultureInfo.InvariantCulture, $"{i};Member {i};{(i <= 10 ? "Quay Street" : "Harbour")};2021-05-01;{(i == 9 ? "in arrears" : "")}\n");
        return roll.ToString();
    }
}
