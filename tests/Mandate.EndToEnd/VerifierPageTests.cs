using System.Diagnostics;
using Mandate.Node;
using Mandate.Node.Tests.Support;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>The page that lies in every export, in a browser without a connection.</summary>
public sealed class VerifierPageTests(Chromium chromium) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private async Task<string> ExportAsync()
    {
        await using var node = OrganisationNode.Create(folder.At("o"));
        await Dockside.FoundAsync(node);
        for (var i = 0; i < 270; i++) await Dockside.Do(node, "b1-07", new Mandate.Organisation.Roll.Transfer("b1-07", i % 2 == 0 ? "b2" : "b1"));
        await File.WriteAllBytesAsync(folder.At("mine.tlog-proof"), node.ReceiptOf(265).ToBytes(), TestContext.Current.CancellationToken);
        node.Export(folder.At("export"));
        return node.Key.ToString();
    }

    private async Task<IPage> OpenAsync(IBrowserContext context)
    {
        await context.SetOfflineAsync(true);
        var page = await context.NewPageAsync();
        page.Console += (_, message) => Assert.True(message.Type != "error", message.Text);
        await page.GotoAsync(new Uri(folder.At("export", "verify", "index.html")).ToString());
        return page;
    }

    private async Task<ILocator> CheckAsync(IPage page)
    {
        await page.Locator("#folder").SetInputFilesAsync(folder.At("export"));
        var result = page.Locator("#result[data-holds]");
        await result.WaitForAsync();
        return result;
    }

    [Fact]
    public async Task A_good_export_holds_and_says_what_was_not_checked()
    {
        var key = await ExportAsync();
        await using var context = await chromium.OpenAsync(new Uri("file:///"), Look.Light);
        var page = await OpenAsync(context);
        await page.Locator("#known").FillAsync(key);
        await page.Locator("#receipt").SetInputFilesAsync(folder.At("mine.tlog-proof"));
        var result = await CheckAsync(page);
        Assert.True(await result.GetAttributeAsync("data-holds") == "true", await result.InnerTextAsync());
        foreach (var check in (string[])["key", "checkpoint", "tree", "manifest", "blobs", "receipt"])
            await Assertions.Expect(page.Locator($"tr[data-check={check}]")).ToHaveAttributeAsync("data-outcome", "holds");
        await Assertions.Expect(page.Locator("tr[data-check=decisions]")).ToHaveAttributeAsync("data-outcome", "not-checked");
        await Assertions.Expect(page.Locator("tr[data-check=personal-data]")).ToHaveAttributeAsync("data-outcome", "withheld");
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, "verifier-page-good");

        // A browser lets nobody empty the choice of a folder; a reader begins anew.
        await page.ReloadAsync();
        await page.Locator("#known").FillAsync(key.Replace("mandate.invalid", "other.invalid", StringComparison.Ordinal));
        await page.Locator("#folder").SetInputFilesAsync(folder.At("export"));
        await Assertions.Expect(page.Locator("tr[data-check=key]")).ToHaveAttributeAsync("data-outcome", "fails");
    }

    [Theory]
    [InlineData("tile/entries/000", "en-GB", "entry")]
    [InlineData("tile/0/000", "sv-SE", "tile/")]
    [InlineData("manifest", "nl-BE", "manifest")]
    [InlineData("checkpoint", "fr-FR", "checkpoint")]
    [InlineData("README.txt", "en-GB", "README.txt")]
    public async Task A_flipped_byte_is_named_by_its_place(string file, string language, string named)
    {
        await ExportAsync();
        var path = folder.At(["export", .. file.Split('/')]);
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        bytes[bytes.Length / 3] ^= 1;
        await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken);
        await using var context = await chromium.OpenAsync(new Uri("file:///"), Look.Narrow with { Language = language });
        var page = await OpenAsync(context);
        var result = await CheckAsync(page);
        Assert.Equal("false", await result.GetAttributeAsync("data-holds"));
        Assert.Contains(named, await page.Locator("#result > p").First.InnerTextAsync(), StringComparison.Ordinal);
        await Accessible.CheckAsync(page);
        await Site.PictureAsync(page, $"verifier-page-{file.Replace('/', '-')}");
    }

    [Fact]
    public async Task A_file_that_is_missing_or_too_many_is_named()
    {
        await ExportAsync();
        File.Delete(folder.At("export", "README.txt"));
        await File.WriteAllTextAsync(folder.At("export", "more.txt"), "more", TestContext.Current.CancellationToken);
        await using var context = await chromium.OpenAsync(new Uri("file:///"), Look.Night);
        var page = await OpenAsync(context);
        var text = await (await CheckAsync(page)).InnerTextAsync();
        Assert.Contains("README.txt: is missing", text, StringComparison.Ordinal);
        Assert.Contains("more.txt: is not listed", text, StringComparison.Ordinal);
    }

    /// <summary>Needs Node and the packages of <c>web/</c>; where they are not installed this skips, visibly.</summary>
    [Fact]
    public void The_page_is_what_its_sources_make()
    {
        var web = Path.Combine(Repository.Root, "web");
        if (!Directory.Exists(Path.Combine(web, "node_modules", "esbuild"))) Assert.Skip("the packages of web/ are not installed (npm ci)");
        using var process = Process.Start(new ProcessStartInfo("node", ["build-verify.mjs", "--check"]) { WorkingDirectory = web, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, errors);
    }
}
