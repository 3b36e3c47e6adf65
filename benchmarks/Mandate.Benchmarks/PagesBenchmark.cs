using System.Diagnostics;
using System.Globalization;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Server;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Benchmarks;

/// <summary>Pages of the demo over HTTP, one request after the other, asked for by a visitor on the same machine.</summary>
internal static class PagesBenchmark
{
    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        await using var installation = Installation.Open(place.Demo().Data);
        var keeper = new NodeKeeper(installation, (node, person) => node.Vault?.Read(person)?.GetValueOrDefault("name"));
        await using var app = WebHost.Build(new WebHostOptions { Urls = ["http://127.0.0.1:0"], Keeper = keeper });
        await app.StartAsync();
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        using var client = new HttpClient { BaseAddress = new(address) };
        foreach (var page in await LinkedAsync(client)) await TimeAsync(client, page, settings.Runs * 40);
        await app.StopAsync();
    }

    /// <summary>The front page and every page that the organisation's own front page links to.</summary>
    private static async Task<IReadOnlyList<string>> LinkedAsync(HttpClient client)
    {
        var home = $"/o/{DemoInstallation.Name}";
        var html = await client.GetStringAsync(new Uri(home, UriKind.Relative));
        var links = html.Split("href=\"").Skip(1).Select(part => part.Split('"', '#', '?')[0]).Where(l => l.StartsWith(home + "/", StringComparison.Ordinal) && l.Count(c => c == '/') == 3);
        return ["/", home, .. links.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    private static async Task TimeAsync(HttpClient client, string page, int runs)
    {
        var seconds = new List<double>();
        var (first, bytes) = (0.0, 0L);
        for (var run = -1; run < runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.GetAsync(new Uri(page, UriKind.Relative));
            bytes = (await response.Content.ReadAsByteArrayAsync()).Length;
            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            if (!response.IsSuccessStatusCode) throw new InvalidOperationException($"{page}: {(int)response.StatusCode}");
            if (run < 0) first = took;
            else seconds.Add(took);
        }
        Table.Times($"`{page}`", seconds, string.Create(CultureInfo.InvariantCulture, $"first {Table.Text(first)}, 99th {Table.Text(Table.At([.. seconds.Order()], 99))}, {bytes / 1024.0:0} KiB"));
    }
}
