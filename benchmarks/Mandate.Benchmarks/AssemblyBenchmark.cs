using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mandate.Demo;
using Mandate.Node;
using Mandate.Organisation.Votes;
using Mandate.Server;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Benchmarks;

/// <summary>
/// A hall at the moment of a vote: ten thousand follow the live page over HTTP on the loopback, five thousand votes are cast within ten seconds
/// by the delegates of the demo's congress (who may change theirs until the vote closes, and do), then the result is declared and the time is
/// taken until it is on every screen.
/// </summary>
internal static class AssemblyBenchmark
{
    private static readonly TimeSpan Voting = TimeSpan.FromSeconds(10);

    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        await using var installation = Installation.Open(place.Demo().Data);
        var keeper = new NodeKeeper(installation, (found, person) => found.Vault?.Read(person)?.GetValueOrDefault("name"));
        await using var app = WebHost.Build(new WebHostOptions { Urls = ["http://127.0.0.1:0"], Keeper = keeper });
        var node = installation.Find(DemoInstallation.Name)!;
        var hall = await VoteBenchmark.OpenCongressAsync(node);
        await app.StartAsync();
        var address = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var watchers = Watch(new(address, $"/o/{DemoInstallation.Name}/live?region={DemoInstallation.Name}/{hall.Session}/now&lang=en"), settings.Watchers);
        var connecting = Stopwatch.GetTimestamp();
        var ready = await watchers.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The watchers have ended.");
        Table.Row($"connecting the watchers ({ready})", 1, Table.Text(Stopwatch.GetElapsedTime(connecting).TotalSeconds), "", Memory());

        await VoteBenchmark.Do(node, hall.Chair, new PutQuestion("v-hall", VoteKind.RollCall, hall.Session, null, hall.Motion, 1, "Shall it be adopted?"));
        await VoteBenchmark.Do(node, hall.Chair, new OpenVote("v-hall"));
        var latencies = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, settings.Votes).Select(async i =>
        {
            // Spread evenly over the time, as people press.
            await Task.Delay(Voting * ((double)i / settings.Votes));
            var cast = Stopwatch.GetTimestamp();
            await VoteBenchmark.Do(node, hall.Voters[i % hall.Voters.Count], new CastVote("v-hall", i / hall.Voters.Count % 2 == 0 ? Choice.No : Choice.Yes));
            latencies.Add(Stopwatch.GetElapsedTime(cast).TotalSeconds);
        }));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        var sorted = latencies.Order().ToArray();
        Table.Row($"{settings.Votes:#,0} votes acknowledged, all durable", 1, Table.Text(took), "", string.Create(CultureInfo.InvariantCulture, $"each {Table.Text(Table.At(sorted, 50))}, 99th {Table.Text(Table.At(sorted, 99))}"));
        await VoteBenchmark.Do(node, hall.Chair, new CloseVote("v-hall"));
        var closed = Stopwatch.GetTimestamp();
        await VoteBenchmark.Do(node, hall.Chair, new DeclareResult("v-hall"));
        var outcome = node.State.Votes.Find("v-hall")!.Outcome!;
        if (outcome.Figures.Sum != hall.Voters.Count) throw new InvalidOperationException($"{outcome.Figures.Sum} votes counted of {hall.Voters.Count}.");

        var arrived = await ArrivalsAsync(watchers);
        var times = arrived.Select(t => (t - closed) / (double)Stopwatch.Frequency).Order().ToArray();
        if (times.Length == 0) throw new InvalidOperationException("The result reached nobody.");
        Table.Row("from closing to the result on a screen", times.Length, Table.Text(Table.At(times, 50)), $"{Table.Text(times[0])} – {Table.Text(times[^1])}",
            string.Create(CultureInfo.InvariantCulture, $"99th {Table.Text(Table.At(times, 99))}; {times.Length:#,0} of {settings.Watchers:#,0} screens; {Memory()}"));
        await app.StopAsync();
    }

    private static string Memory() => string.Create(CultureInfo.InvariantCulture, $"server {Process.GetCurrentProcess().WorkingSet64 >> 20} MiB");

    private static Process Watch(Uri address, int count) => Process.Start(new ProcessStartInfo(Environment.ProcessPath!)
    {
        ArgumentList = { "watch", address.ToString(), count.ToString(CultureInfo.InvariantCulture) },
        UseShellExecute = false,
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
    })!;

    /// <summary>Asked once the slowest had time enough: whoever has nothing then has missed it.</summary>
    private static async Task<long[]> ArrivalsAsync(Process watchers)
    {
        await Task.Delay(TimeSpan.FromSeconds(10));
        await watchers.StandardInput.WriteLineAsync();
        var line = await watchers.StandardOutput.ReadLineAsync() ?? "";
        watchers.Kill();
        return [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => long.Parse(t, CultureInfo.InvariantCulture))];
    }
}
