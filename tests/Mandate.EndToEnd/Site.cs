using Mandate.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Mandate.EndToEnd;

/// <summary>The real server on a free loopback port with a data folder of its own, and a browser that visits it.</summary>
public sealed class Site : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string folder;

    private Site(WebApplication app, string folder, Uri address) => (this.app, this.folder, Address) = (app, folder, address);

    public Uri Address { get; }

    public static async Task<Site> StartAsync(Func<WebHostOptions, WebHostOptions>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("mandate-").FullName;
        var options = new WebHostOptions { Urls = ["http://127.0.0.1:0"], KeyFolder = Path.Combine(folder, "keys"), Zone = TimeZoneInfo.Utc };
        var app = WebHost.Build(with?.Invoke(options) ?? options);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new(app, folder, new Uri(address));
    }

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Keeps a picture of the page where MANDATE_PICTURES names a folder: for eyes, not for a comparison.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("MANDATE_PICTURES") is not { Length: > 0 } pictures) return;
        await page.ScreenshotAsync(new() { Path = Path.Combine(Directory.CreateDirectory(pictures).FullName, name + ".png"), FullPage = true });
    }
}
