using Mandate.Node;
using Mandate.Node.Tests.Boxes;
using Mandate.Organisation.Documents;
using Mandate.SecretBallot.Sealing;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>A document is sealed in a browser, kept by a branch, and opened with shares that holders made in theirs.</summary>
public sealed class SealedDocumentTests(Chromium chromium)
{
    private const string Text = "What I have to say to the congress.";

    [Fact]
    public async Task A_document_is_sealed_deposited_kept_and_opened_on_its_pages()
    {
        await using var o = await SealedTestimony.FoundAsync(rehearsal: true, confirmed: false);
        await using var site = await Site.StartAsync(s => s with { Keeper = new NodeKeeper(o.Installation, (_, person) => person) });
        await using var context = await chromium.OpenAsync(site.Address, Look.Light);
        var page = await context.NewPageAsync();
        var sent = new List<IRequest>();
        page.Request += (_, request) => sent.Add(request);

        await As(SealedTestimony.Author);
        await page.GotoAsync("/o/dockside/documents/seal");
        await Assertions.Expect(page.GetByText("No sealing key stands yet")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Sealing keys" }).Last.ClickAsync();
        await page.GetByLabel("Record of the key").SetInputFilesAsync(File("holders.json", o.Key.Record));
        await page.GetByLabel("Holders, in the order of the record").FillAsync(string.Join("\n", SealedTestimony.Holders.Select(h => $"{h.Person} = {(h.Camp == "drawn" ? "control" : h.Camp)}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Put a sealing key on the record" }).ClickAsync();
        await Assertions.Expect(page.GetByText("“Control commission” would hold 4 shares and could open alone")).ToBeVisibleAsync();
        await page.GetByLabel("Record of the key").SetInputFilesAsync(File("holders.json", o.Key.Record));
        await page.GetByLabel("Holders, in the order of the record").FillAsync(string.Join("\n", SealedTestimony.Holders.Select(h => $"{h.Person} = {h.Camp}")));
        await page.GetByRole(AriaRole.Button, new() { Name = "Put a sealing key on the record" }).ClickAsync();
        await page.WaitForURLAsync("**/keys?done=*");
        foreach (var holder in SealedTestimony.Holders)
        {
            await As(holder.Person);
            await page.GotoAsync("/o/dockside/documents/keys");
            await page.GetByRole(AriaRole.Button, new() { Name = "Confirm my share of the key" }).ClickAsync();
            await page.WaitForURLAsync("**/keys?done=*");
        }
        await Site.PictureAsync(page, "seal-keys");
        await Accessible.CheckAsync(page);

        await As(SealedTestimony.Author);
        await page.GotoAsync("/o/dockside/documents/seal");
        var day = DateOnly.FromDateTime(o.Node.Now.UtcDateTime).AddDays(30);
        await page.GetByLabel("Title: everybody reads it").FillAsync("Letter to the congress");
        await page.GetByLabel("For whom").SelectOptionAsync("congress");
        await page.GetByLabel("Or write the text here").FillAsync(Text);
        await page.GetByLabel("On this day at the latest").FillAsync(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await page.GetByLabel("When a meeting of this body opens").SelectOptionAsync("congress");
        await Site.PictureAsync(page, "seal-write");
        await Accessible.CheckAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Seal it on this device" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Sealed. Save your copy, then deposit it." })).ToBeVisibleAsync();
        await Site.PictureAsync(page, "seal-done");
        await Accessible.CheckAsync(page);
        var saved = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Save my copy" }).ClickAsync());
        var copy = SealedDocument.Read(await System.IO.File.ReadAllBytesAsync(await saved.PathAsync(), TestContext.Current.CancellationToken));
        await page.GetByRole(AriaRole.Button, new() { Name = "Deposit it in the record" }).First.ClickAsync();
        await page.WaitForURLAsync("**/documents/document-*");
        var deposited = o.Node.State.Documents.All.Values.Single();
        Assert.Equal((copy.Name, day, "congress"), (deposited.Seal!.File, deposited.Release, deposited.Seal.Opens.Session));
        Assert.All(sent, r => Assert.DoesNotContain(Text, r.PostData ?? "", StringComparison.Ordinal));
        await Site.PictureAsync(page, "sealed-closed");
        await Accessible.CheckAsync(page);

        await As("b1-06");
        await page.GotoAsync($"/o/dockside/documents/{deposited.Id}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Say that our unit keeps a copy" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Listitem).GetByText("North Quay")).ToBeVisibleAsync();

        // The day comes. Holders 1 and 2 make their shares on the page that works without a network, two others by the command.
        await Mandate.Node.Tests.Support.Dockside.Do(o.Node, "b1-01", new Mandate.Organisation.Founding.AdvanceClock(new(day.ToDateTime(new(9, 0)), TimeSpan.Zero)));
        await As("b1-12");
        for (var holder = 1; holder <= 4; holder++)
        {
            var share = holder <= 2 ? await ShareAsync(holder) : o.Share(copy, holder, OpeningReason.Session).ToString();
            await page.GotoAsync($"/o/dockside/documents/{deposited.Id}");
            if (holder == 3)
            {
                await Site.PictureAsync(page, "sealed-opening");
                await Accessible.CheckAsync(page);
            }
            await page.GetByLabel("Share of the opening").SetInputFilesAsync(File("share.json", share));
            await page.GetByRole(AriaRole.Button, new() { Name = "Bring a share of the opening" }).ClickAsync();
            await page.WaitForURLAsync("**/documents/*done=*");
        }
        await Assertions.Expect(page.GetByText(Text)).ToBeVisibleAsync();
        await Site.PictureAsync(page, "sealed-open");
        await Accessible.CheckAsync(page);
        Assert.True(o.Node.Verify().Holds);

        // And without this server: a copy and four shares, in a browser.
        var alone = await context.NewPageAsync();
        await alone.GotoAsync(new Uri(Path.Combine(Repository.Root, "src", "Mandate.Server", "assets", "trustee.html")).AbsoluteUri);
        await alone.Locator("#unseal-files").SetInputFilesAsync([File("copy.sealed", copy.ToString()), .. Enumerable.Range(3, 4).Select(h => File($"{h}.json", o.Share(copy, h, OpeningReason.Session).ToString()))]);
        await alone.Locator("#unseal button").ClickAsync();
        var opened = await alone.RunAndWaitForDownloadAsync(() => alone.Locator("#made a").ClickAsync());
        Assert.Equal(Text, await System.IO.File.ReadAllTextAsync(await opened.PathAsync(), TestContext.Current.CancellationToken));
        await Site.PictureAsync(alone, "holder-page");

        async Task As(string person) => await page.GotoAsync("/o/dockside/as/" + person);

        async Task<string> ShareAsync(int holder)
        {
            var own = await context.NewPageAsync();
            await own.GotoAsync(new Uri(Path.Combine(Repository.Root, "src", "Mandate.Server", "assets", "trustee.html")).AbsoluteUri);
            await own.Locator("#lend-files").SetInputFilesAsync([File("copy.sealed", copy.ToString()), File("my.key", Convert.ToHexStringLower(o.Secrets[holder - 1].ToBytes()) + "\n")]);
            await own.GetByLabel("Why it may open").SelectOptionAsync("session");
            await own.Locator("#lend button").ClickAsync();
            var made = await own.RunAndWaitForDownloadAsync(() => own.Locator("#made a").ClickAsync());
            await own.CloseAsync();
            return await System.IO.File.ReadAllTextAsync(await made.PathAsync(), TestContext.Current.CancellationToken);
        }
    }

    private static FilePayload File(string name, string content) => new() { Name = name, MimeType = "application/json", Buffer = SealedTestimony.Bytes(content) };
}
