using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Mandate.Ed25519;
using Mandate.Ledger;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation.Acts;

namespace Mandate.Benchmarks;

/// <summary>
/// Acts put at the same time by 1, 16 and 256 members, each waiting for the receipt of one before putting the next. Every act is decided by
/// the organisation's rules, durable, read back, signed and recorded apart before it is answered. A fresh organisation per run.
/// </summary>
internal static class ClientsBenchmark
{
    private const int Members = 24_000;
    private const int Motions = 4;

    private static readonly (int Clients, int Acts)[] Loads = [(1, 2_000), (16, 20_000), (256, 60_000)];

    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        foreach (var (clients, acts) in Loads)
        {
            var engines = new List<(string Name, Func<Task<Sample>> Run)> { ("SQLite", () => RunAsync(Sqlite(place), clients, acts)) };
            if (settings.Postgres is { } server) engines.Add(("PostgreSQL", () => RunAsync(Postgres(server, place), clients, acts)));
            if (settings.Beside is { } beside) engines.Add((Path.GetFileName(beside), () => BesideAsync(beside, clients, acts)));
            // In turn, so that all of them meet the same load of the machine.
            var samples = engines.ToDictionary(e => e.Name, _ => new List<Sample>(), StringComparer.Ordinal);
            for (var run = -1; run < settings.Runs; run++)
                foreach (var (name, once) in engines)
                    if (await once() is var sample && run >= 0) samples[name].Add(sample);
            foreach (var (name, _) in engines) Show(name, clients, samples[name]);
        }
    }

    private sealed record Sample(double ActsPerSecond, double Median, double Late);

    private static void Show(string engine, int clients, List<Sample> samples)
    {
        var rate = samples.Select(s => s.ActsPerSecond).Order().ToArray();
        Table.Row($"{engine}, {clients} {(clients == 1 ? "client" : "clients")}", samples.Count,
            string.Create(CultureInfo.InvariantCulture, $"{Table.At(rate, 50):#,0} acts/s"),
            string.Create(CultureInfo.InvariantCulture, $"{rate[0]:#,0} – {rate[^1]:#,0}"),
            $"latency: median {Table.Text(Table.Median(samples.Select(s => s.Median)))}, 99th {Table.Text(Table.Median(samples.Select(s => s.Late)))}");
    }

    private static async Task<Sample> RunAsync(OrganisationNode opened, int clients, int acts)
    {
        await using var node = opened;
        var union = new LargeUnion(node, Members);
        await union.FoundAsync(Motions);
        // Up to the threshold of a petition each signature counts those before it; the measured ones come after that.
        await PutAsync(node, union.Signatures(1).Take(Members / 100 + 100), 256);
        var (seconds, latencies) = await PutAsync(node, union.Signatures(Motions).Skip(Members / 100 + 100).Take(acts), clients);
        return new(latencies.Length / seconds, Table.At(latencies, 50), Table.At(latencies, 99));
    }

    private static async Task<(double Seconds, double[] Latencies)> PutAsync(OrganisationNode node, IEnumerable<(string By, Command Command)> work, int clients)
    {
        var waiting = new ConcurrentQueue<(string By, Command Command)>(work);
        var times = new ConcurrentBag<double>();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, clients).Select(_ => Task.Run(async () =>
        {
            while (waiting.TryDequeue(out var next))
            {
                var put = Stopwatch.GetTimestamp();
                var answer = await node.SubmitAsync(next.By, next.Command, Guid.NewGuid().ToString("N"));
                if (answer is not Answer.Accepted) throw new InvalidOperationException($"{next.Command} by {next.By}: {answer}");
                times.Add(Stopwatch.GetElapsedTime(put).TotalSeconds);
            }
        })));
        return (Stopwatch.GetElapsedTime(start).TotalSeconds, [.. times.Order()]);
    }

    private static OrganisationNode Sqlite(Workplace place) => OrganisationNode.Create(place.New("sqlite"));

    /// <summary>The record of the last checkpoint is a file beside, as for a node on SQLite.</summary>
    private static OrganisationNode Postgres(string server, Workplace place)
    {
        var signer = NoteSigner.Ed25519("benchmark.invalid/ledger", PrivateKey.FromSeed(new byte[32]));
        return OrganisationNode.Start(PostgresStore.Open(server, $"b{Guid.NewGuid():n}", create: true), CheckpointFile.Create(place.New("record")), signer, fresh: true);
    }

    private static async Task<Sample> BesideAsync(string program, int clients, int acts)
    {
        using var process = Process.Start(new ProcessStartInfo(program, [clients.ToString(CultureInfo.InvariantCulture), acts.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        var figures = said.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        return process.ExitCode == 0 && figures is [var rate, var median, var late] ? new(rate, median / 1000, late / 1000) : throw new InvalidOperationException($"{program}: {said}");
    }
}
