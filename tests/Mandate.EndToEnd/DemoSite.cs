using System.Text.RegularExpressions;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Organisation;
using Mandate.Server;
using Mandate.Server.Keeping;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Mandate.EndToEnd.DemoFolder))]

namespace Mandate.EndToEnd;

/// <summary>The demo, played once for the whole run; each test that changes it takes a copy.</summary>
public sealed class DemoFolder : IAsyncLifetime
{
    public static readonly DateOnly Today = new(2027, 3, 1);

    public string Folder { get; } = Directory.CreateTempSubdirectory("mandate-demo-").FullName;

    public async ValueTask InitializeAsync()
    {
        await using var installation = Installation.Open(Path.Combine(Folder, "data"));
        DemoInstallation.PlayInto(installation, Today);
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(Folder, recursive: true);
        return ValueTask.CompletedTask;
    }
}

/// <summary>The demo's server, and a browser in which somebody stands in somebody's place.</summary>
public sealed class DemoSite : IAsyncDisposable
{
    private readonly Site site;
    private readonly string folder;

    private DemoSite(Site site, Installation installation, string folder) => (this.site, Installation, this.folder) = (site, installation, folder);

    public Installation Installation { get; }

    public OrganisationNode Node => Installation.Find(DemoInstallation.Name)!;

    public State State => Node.State;

    public Uri Address => site.Address;

    public static string Path(string path) => $"/o/{DemoInstallation.Name}{path}";

    public static async Task<DemoSite> StartAsync(DemoFolder played)
    {
        var folder = Directory.CreateTempSubdirectory("mandate-").FullName;
        foreach (var file in Directory.EnumerateFiles(played.Folder, "*", SearchOption.AllDirectories))
        {
            var to = System.IO.Path.Combine(folder, System.IO.Path.GetRelativePath(played.Folder, file));
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
        var installation = Installation.Open(System.IO.Path.Combine(folder, "data"));
        Assert.Empty(installation.Faults);
        var site = await Site.StartAsync(o => o with { Keeper = new NodeKeeper(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name")) });
        return new(site, installation, folder);
    }

    /// <summary>Takes somebody's place, as the page for it does.</summary>
    public static async Task BeAsync(IPage page, string person)
    {
        await page.GotoAsync(Path("/sign-in?q=" + person));
        await page.Locator($"button[name=person][value='{person}']").ClickAsync();
    }

    /// <summary>Does an act on its page, filling what it asks for, and expects it to be done.</summary>
    public static async Task ActAsync(IPage page, string act, string query, params (string Field, string Value)[] fields)
    {
        await page.GotoAsync(Path($"/act/{act}?{query}"));
        foreach (var (field, value) in fields) await FillAsync(page, field, value);
        await page.Locator("form.act-form button[type=submit]").First.ClickAsync();
        // The address says when the answer is there: waiting for a load can miss one that follows another at once.
        try
        {
            await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?&]done="), new() { Timeout = 60_000 });
        }
        catch (PlaywrightException)
        {
            Assert.Fail($"{act} was not done:\n{await page.Locator("main").InnerTextAsync()}");
        }
    }

    private static async Task FillAsync(IPage page, string field, string value)
    {
        var input = page.Locator($"[name='{field}']").First;
        switch (await input.GetAttributeAsync("type"))
        {
            case "radio":
                await page.Locator($"[name='{field}'][value='{value}']").CheckAsync();
                break;
            case "file":
                await input.SetInputFilesAsync(new FilePayload { Name = "papers.blt", MimeType = "text/plain", Buffer = System.Text.Encoding.UTF8.GetBytes(value) });
                break;
            default:
                if (await input.EvaluateAsync<string>("e => e.tagName") == "SELECT") await input.SelectOptionAsync(value);
                else await input.FillAsync(value);
                break;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await Installation.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
