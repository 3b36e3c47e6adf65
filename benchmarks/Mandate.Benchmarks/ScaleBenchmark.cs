using System.Diagnostics;
using System.Globalization;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;

namespace Mandate.Benchmarks;

/// <summary>A large organisation: founding, a long log, and what it takes to replay, open and verify it.</summary>
internal static class ScaleBenchmark
{
    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var folder = place.New("union");
        var motions = settings.Entries / Math.Max(1, settings.Members - 1) + 1;
        await MakeAsync(folder, settings, motions);
        var log = OrganisationFolder.Open(folder).LogFile;
        Table.Row("the log on the disk", 1, string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(log).Length / 1048576.0:#,0} MiB"), "", "");
        using (var store = SqliteStore.Open(log, readOnly: true))
        {
            var events = Replay.Events(store);
            State? state = null;
            Table.Time("replay: read, decode, fold", "events", settings.Runs, () =>
            {
                state = Folding.Run(State.Empty, store);
                return events;
            }, prepare: () => state = null, warm: false);
            GC.Collect();
            Table.Row("memory of the state, after collection", 1, string.Create(CultureInfo.InvariantCulture, $"{GC.GetTotalMemory(true) / 1048576.0:#,0} MiB"), "", "");
            GC.KeepAlive(state);
        }
        Table.Time("verify: every decision again", "entries", Math.Min(settings.Runs, 3),
            () => OrganisationNode.VerifyFolder(folder) is { Holds: true } report ? report.Size : throw new InvalidOperationException("The log does not verify."), warm: false);
    }

    private static async Task MakeAsync(string folder, Settings settings, int motions)
    {
        await using var node = OrganisationNode.Create(folder);
        var union = new LargeUnion(node, settings.Members);
        var start = Stopwatch.GetTimestamp();
        await union.FoundAsync(motions);
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"found an organisation of {settings.Members:#,0} members"), [Stopwatch.GetElapsedTime(start).TotalSeconds]);
        start = Stopwatch.GetTimestamp();
        var pending = new List<Task<Answer>>();
        foreach (var (by, command) in union.Signatures(motions).Take(settings.Entries))
        {
            pending.Add(node.SubmitAsync(by, command, $"s-{pending.Count}-{by}-{command.GetHashCode()}"));
            if (pending.Count % 2048 == 0) await pending[^1];
        }
        foreach (var answer in await Task.WhenAll(pending))
            if (answer is not Answer.Accepted) throw new InvalidOperationException($"A signature was not accepted: {answer}");
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"{pending.Count:#,0} acts more, put without waiting"), [seconds], string.Create(CultureInfo.InvariantCulture, $"{pending.Count / seconds:#,0} acts/s"));
    }
}
