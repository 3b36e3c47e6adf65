using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Tests;

/// <summary>A server on a free loopback port, for as long as a test needs it.</summary>
internal sealed class Serving : IAsyncDisposable
{
    private readonly WebApplication app;

    private Serving(WebApplication app, HttpClient client) => (this.app, Client) = (app, client);

    public HttpClient Client { get; }

    public IServiceProvider Parts => app.Services;

    public static async Task<Serving> StartAsync(IKeeper? keeper = null, Action<WebApplication>? more = null, Func<WebHostOptions, WebHostOptions>? with = null)
    {
        var options = new WebHostOptions { Urls = ["http://127.0.0.1:0"], Keeper = keeper ?? new EmptyKeeper(), Zone = TimeZoneInfo.Utc };
        var app = WebHost.Build(with?.Invoke(options) ?? options);
        more?.Invoke(app);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };
        return new(app, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
