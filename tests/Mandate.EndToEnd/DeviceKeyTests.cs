using Mandate.Node;
using Mandate.Node.Tests.Support;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>A member makes a key on their device; from the day it counts nobody acts in their name without it.</summary>
public sealed class DeviceKeyTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_key_is_made_notified_waits_counts_and_signs()
    {
        await using var installation = Installation.Open(folder.At("data"));
        var start = new DateTimeOffset(2026, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var node = installation.Create("dockside", new() { RehearsalStart = start });
        await Dockside.FoundAsync(node, rehearsal: true);
        await using var site = await Site.StartAsync(o => o with { Keeper = new NodeKeeper(installation, (_, _) => null) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();

        await page.GotoAsync("/o/dockside/as/b1-07");
        await page.GotoAsync("/o/dockside/keys");
        await Accessible.CheckAsync(page);
        await page.GetByRole(AriaRole.Checkbox).CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a key on this device" }).ClickAsync();
        await Assertions.Expect(page.GetByText("Waits until you are told")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-key-here]")).ToBeVisibleAsync();
        await Site.PictureAsync(page, "keys-registered");
        var key = Assert.Single(node.State.Trust.KeysOf("b1-07"));
        Assert.True(key.Demand);

        await using (var desk = await chromium.OpenAsync(site.Address, Look.Narrow))
        {
            var keeper = await desk.NewPageAsync();
            await keeper.GotoAsync("/o/dockside/as/b1-04");
            await keeper.GotoAsync("/o/dockside/keys");
            await Accessible.CheckAsync(keeper);
            await Site.PictureAsync(keeper, "keys-notices");
            await keeper.GetByRole(AriaRole.Link, new() { Name = "Record that the member was told" }).ClickAsync();
            await keeper.GetByLabel("How the member was told").FillAsync("by letter");
            await keeper.GetByRole(AriaRole.Button, new() { Name = "Record that the member was told" }).ClickAsync();
            await keeper.WaitForURLAsync("**/*done=*");
            Assert.NotNull(node.State.Trust.KeysOf("b1-07")[0].Counts);
        }

        await MoveAsync(page, "b2");
        Assert.NotNull(Last(node).Sig);
        await Dockside.Do(node, "b1-01", new AdvanceClock(start.AddDays(8)));
        await MoveAsync(page, "b1");
        Assert.Equal(("roll.transfer", true), (Last(node).Command is Transfer ? "roll.transfer" : "", Last(node).Sig is not null));

        // The server's word alone, or another device, is not enough any more.
        await using (var other = await chromium.OpenAsync(site.Address, Look.Night))
        {
            var elsewhere = await other.NewPageAsync();
            await elsewhere.GotoAsync("/o/dockside/as/b1-07");
            await MoveAsync(elsewhere, "b2", done: false);
            await Assertions.Expect(elsewhere.GetByText("nothing is done in your name without your device’s key").First).ToBeVisibleAsync();
        }
        var report = node.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
        Assert.StartsWith("2 acts are signed", report.Checks.Single(c => c.Name == "signatures").Text, StringComparison.Ordinal);
    }

    private static Node.Encodings.Entry Last(OrganisationNode node) => node.Entries(node.State.Size - 1, 1).Single().Entry;

    private static async Task MoveAsync(IPage page, string unit, bool done = true)
    {
        await page.GotoAsync("/o/dockside/act/roll.transfer?person=b1-07");
        await page.Locator($"[name=unit][value={unit}]").CheckAsync();
        await page.Locator("form.act-form button[type=submit]").First.ClickAsync();
        if (done) await page.WaitForURLAsync("**/*done=*");
        else await page.WaitForLoadStateAsync();
    }
}
