using Mandate.Demo;
using Mandate.Node;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;

namespace Mandate.Benchmarks;

/// <summary>The demo, 24,000 members in 120 branches: founding it, folding its log, opening it, verifying it.</summary>
internal static class DemoBenchmarks
{
    public static Task RunAsync(Settings settings)
    {
        using var place = new Workplace();
        var data = "";
        Table.Time("found the demo: 24,000 names sealed, every act decided, written, signed", "entries", settings.Runs, () =>
        {
            (data, var entries) = place.Demo();
            return entries;
        });
        var folder = Path.Combine(data, DemoInstallation.Name);
        var log = OrganisationFolder.Open(folder).LogFile;
        using (var store = SqliteStore.Open(log, readOnly: true))
        {
            var events = Replay.Events(store);
            Table.Time("replay its log: read, decode, fold", "events", settings.Runs * 2, () =>
            {
                Folding.Run(State.Empty, store);
                return events;
            });
        }
        Table.Time("open it as the writer: the log checked against what was signed, then replayed", "entries", settings.Runs, () => Opened(folder), prepare: () =>
        {
            closing.Wait();
            File.Delete(Path.Combine(folder, "state.snapshot"));
        });
        closing.Wait();
        Table.Time("verify: every decision again, every vote counted again", "entries", settings.Runs,
            () => OrganisationNode.VerifyFolder(folder) is { Holds: true } report ? report.Size : throw new InvalidOperationException("The log does not verify."));
        return Task.CompletedTask;
    }


    private static Task closing = Task.CompletedTask;

    /// <summary>Closing is not part of opening: it is waited for outside the time.</summary>
    private static long Opened(string folder)
    {
        var node = OrganisationNode.Open(folder);
        closing = node.DisposeAsync().AsTask();
        return node.State.Size;
    }
}
