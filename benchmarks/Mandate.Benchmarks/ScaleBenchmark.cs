using System.Diagnostics;
using System.Globalization;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;

namespace Mandate.Benchmarks;

/// <summary>A large organisation: founding, a long log, and what it takes to replay, open and verify it.</summary>
internal static class ScaleBenchmark
{
    public static async Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var folder = place.New("union");
        var motions = (settings.Entries + settings.Entries / 10) / Math.Max(1, settings.Members - 1) + 1;
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
        Table.Time("open it as the writer, from the copy of its state", "entries", settings.Runs, () => Opened(folder), prepare: () => closing.Wait(), warm: false);
        Table.Row("that copy on the disk", 1, string.Create(CultureInfo.InvariantCulture, $"{new FileInfo(Path.Combine(folder, "state.snapshot")).Length / 1048576.0:#,0} MiB"), "", "");
        await CatchUpAsync(folder, settings, motions);
        Table.Time("open it as the writer, without a copy", "entries", settings.Runs, () => Opened(folder), prepare: () =>
        {
            closing.Wait();
            File.Delete(Path.Combine(folder, "state.snapshot"));
        }, warm: false);
        await closing;
        Table.Time("verify: every decision again", "entries", Math.Min(settings.Runs, 3),
            () => OrganisationNode.VerifyFolder(folder) is { Holds: true } report ? report.Size : throw new InvalidOperationException("The log does not verify."), warm: false);
    }

    private static Task closing = Task.CompletedTask;

    /// <summary>Closing is not part of opening: it is waited for outside the time.</summary>
    private static long Opened(string folder)
    {
        var node = OrganisationNode.Open(folder);
        closing = node.DisposeAsync().AsTask();
        return node.State.Size;
    }

    /// <summary>The copy is older than the log by a tenth: the rest is folded onto it.</summary>
    private static async Task CatchUpAsync(string folder, Settings settings, int motions)
    {
        var old = File.ReadAllBytes(Path.Combine(folder, "state.snapshot"));
        await closing;
        await using (var node = OrganisationNode.Open(folder)) await PutAsync(node, new LargeUnion(node, settings.Members).Signatures(motions).Skip(settings.Entries).Take(settings.Entries / 10));
        Table.Time("the same with a copy that is a tenth of the acts behind", "entries", settings.Runs, () => Opened(folder), prepare: () =>
        {
            closing.Wait();
            File.WriteAllBytes(Path.Combine(folder, "state.snapshot"), old);
        }, warm: false);
    }

    private static async Task MakeAsync(string folder, Settings settings, int motions)
    {
        await using var node = OrganisationNode.Create(folder);
        var union = new LargeUnion(node, settings.Members);
        var start = Stopwatch.GetTimestamp();
        await union.FoundAsync(motions);
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"found an organisation of {settings.Members:#,0} members"), [Stopwatch.GetElapsedTime(start).TotalSeconds]);
        start = Stopwatch.GetTimestamp();
        var put = await PutAsync(node, union.Signatures(motions).Take(settings.Entries));
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Table.Times(string.Create(CultureInfo.InvariantCulture, $"{put:#,0} acts more, put without waiting"), [seconds], string.Create(CultureInfo.InvariantCulture, $"{put / seconds:#,0} acts/s"));
    }

    /// <summary>Puts acts one after the other with up to two thousand unanswered.</summary>
    private static async Task<int> PutAsync(OrganisationNode node, IEnumerable<(string By, Command Command)> acts)
    {
        var pending = new Queue<Task<Answer>>();
        var put = 0;
        foreach (var (by, command) in acts)
        {
            pending.Enqueue(node.SubmitAsync(by, command, $"s-{by}-{((SupportMotion)command).Motion}"));
            put++;
            if (pending.Count >= 2048) await OneAsync();
        }
        while (pending.Count > 0) await OneAsync();
        return put;

        async Task OneAsync()
        {
            if (await pending.Dequeue() is var answer and not Answer.Accepted) throw new InvalidOperationException($"A signature was not accepted: {answer}");
        }
    }
}
