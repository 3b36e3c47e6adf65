using System.Diagnostics;
using System.Net.Sockets;

namespace Mandate.Benchmarks;

/// <summary><c>mandate serve</c> as a process of its own: from its start until the first page has been answered.</summary>
internal static class ServeBenchmark
{
    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var empty = new List<double>();
        var founding = new List<double>();
        var again = new List<double>();
        var data = "";
        for (var run = 0; run < settings.Runs; run++) empty.Add(await StartAsync(place.New("data"), "--no-demo"));
        for (var run = 0; run < settings.Runs; run++) founding.Add(await StartAsync(data = place.New("data")));
        for (var run = 0; run < settings.Runs; run++) again.Add(await StartAsync(data));
        Table.Times("`serve --no-demo` on an empty folder", empty);
        Table.Times("`serve` on an empty folder: the demo is founded first", founding);
        Table.Times("`serve` again: the demo's log is checked and replayed", again);
    }

    private static async Task<double> StartAsync(string data, params string[] more)
    {
        var port = FreePort();
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "mandate.dll"), "serve", "--data", data, "--urls", $"http://127.0.0.1:{port}", .. more])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        })!;
        _ = process.StandardOutput.ReadToEndAsync();
        var said = process.StandardError.ReadToEndAsync();
        try
        {
            using var client = new HttpClient();
            while (true)
            {
                if (process.HasExited) throw new InvalidOperationException($"serve has ended: {await said}");
                try
                {
                    using var response = await client.GetAsync(new Uri($"http://127.0.0.1:{port}/"));
                    return Stopwatch.GetElapsedTime(start).TotalSeconds;
                }
                catch (HttpRequestException)
                {
                    await Task.Delay(5);
                }
            }
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }
}
