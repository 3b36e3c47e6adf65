using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Mandate.Node.Boxes;
using Mandate.Node.Tests.Boxes;
using Mandate.Organisation.Votes;
using Mandate.SecretBallot.Making;

namespace Mandate.Faults;

/// <summary>The server is killed (SIGKILL) while ballots pour in, again and again.</summary>
public sealed class KilledBoxTests
{
    private const int PerRound = 300;

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("MANDATE_FAULT_ROUNDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : 3;

    [Fact]
    public async Task No_ballot_that_was_acknowledged_is_lost_and_the_result_verifies()
    {
        await using var o = await SealedVote.RehearsedQuestionAsync();
        var ballots = Enumerable.Range(0, PerRound * Rounds).AsParallel().AsOrdered().Select(i => o.Seal(i % 12, new ChoiceVote(i / 12 % 3))).ToArray();
        var acknowledged = new ConcurrentDictionary<int, string>();
        await o.RestartAsync(async () =>
        {
            var random = new Random(8);
            for (var round = 0; round < Rounds; round++)
                await PourAsync(o.DataFolder, Enumerable.Range(PerRound * round, PerRound), i => ballots[i].ToString(), acknowledged, random.Next(1, 60), TimeSpan.FromMilliseconds(random.Next(30)));
        });

        Assert.NotEmpty(acknowledged);
        Assert.All(acknowledged, a => Assert.Equal(ballots[a.Key].Tracker, a.Value));
        Assert.All(acknowledged, a => Assert.NotNull(o.Board.Find(a.Value)));
        Assert.Null(BoxReading.Contents(o.Board.Bytes()).Fault);
        // Whoever was not told brings the ballot again: it is taken, or it was.
        foreach (var i in Enumerable.Range(0, 24))
            Assert.True((await o.TakeAsync(ballots[i].ToString())).Fault is null or "this ballot is in the box already");
        Assert.All(ballots[..24], b => Assert.NotNull(o.Board.Find(b.Tracker)));
        await o.CloseAsync();
        foreach (var owner in new[] { 1, 3 }) Assert.Null((await o.DecryptAsync(owner)).Fault);
        await o.PublishAsync();
        var counted = Enumerable.Range(0, ballots.Length).Where(i => o.Board.Find(ballots[i].Tracker) is { Counts: true }).CountBy(i => i / 12 % 3).ToDictionary();
        Assert.Equal(12, counted.Values.Sum());
        Assert.Equal(new Figures(counted.GetValueOrDefault(0), counted.GetValueOrDefault(1), counted.GetValueOrDefault(2)), o.Node.State.Votes.Find("q1")!.Outcome!.Figures);
        var report = o.Node.Verify();
        Assert.True(report.Holds, string.Join('\n', report.Faults));
    }

    /// <summary>Eight voters at a time, until the server is gone.</summary>
    private static async Task PourAsync(string data, IEnumerable<int> which, Func<int, string> ballot, ConcurrentDictionary<int, string> acknowledged, int enough, TimeSpan more)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "mandate.dll"), "serve", "--data", data, "--no-demo", "--urls", "http://127.0.0.1:0" },
            RedirectStandardOutput = true,
        };
        using var server = Process.Start(start)!;
        try
        {
            var line = await server.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            Assert.StartsWith("Open ", line, StringComparison.Ordinal);
            using var client = new HttpClient { BaseAddress = new Uri(line!["Open ".Length..]) };
            var taken = 0;
            await Parallel.ForEachAsync(which, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, async (i, cancel) =>
            {
                try
                {
                    using var body = new StringContent(ballot(i), Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
                    using var answer = await client.PostAsync(new Uri("/o/dockside/votes/q1/box/ballots", UriKind.Relative), body, cancel);
                    var said = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(cancel)).RootElement;
                    Assert.True(answer.IsSuccessStatusCode, said.ToString());
                    acknowledged[i] = said.GetProperty("number").GetString()!;
                    if (Interlocked.Increment(ref taken) != enough) return;
                    await Task.Delay(more, cancel);
                    server.Kill();
                }
                catch (HttpRequestException)
                {
                    // The server is gone: this ballot was not acknowledged.
                }
            });
            Assert.True(taken >= enough, $"only {taken} ballots were taken");
        }
        finally
        {
            server.Kill();
            await server.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
    }
}
