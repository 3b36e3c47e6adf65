using System.Collections.Concurrent;
using Mandate.Node.Verification;
using Mandate.Server.Keeping;

namespace Mandate.Server.Record;

/// <summary>A verification that was started from the page.</summary>
/// <param name="Size">Entries that the record had.</param>
public sealed record VerificationRun(long Size, DateTimeOffset Started, Task<VerificationReport> Report)
{
    private long done;

    /// <summary>Entries executed so far.</summary>
    public long Done => Interlocked.Read(ref done);

    internal void Tell(long entries) => Interlocked.Exchange(ref done, entries);
}

/// <summary>
/// Verifications run on this server, one at a time for an organisation. It is the same program that a sceptic runs on their own
/// machine; here it proves only what this server says about itself, and the page says so.
/// </summary>
public sealed class Verifications(TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, VerificationRun> runs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    public VerificationRun? Last(Visit visit) => runs.GetValueOrDefault(visit.Kept.Slug);

    /// <summary>Starts one, unless one is running or the record has not grown since the last. Null where nothing can be verified.</summary>
    public VerificationRun? Start(Visit visit)
    {
        if (visit.Kept.Node is not { } node) return null;
        lock (gate)
        {
            if (Last(visit) is { } last && (!last.Report.IsCompleted || (last.Size == node.State.Size && last.Report.IsCompletedSuccessfully))) return last;
            VerificationRun? run = null;
            var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var report = Task.Run(async () =>
            {
                await begun.Task;
                return node.Verify(new Telling(run!));
            });
            run = new(node.State.Size, clock.GetUtcNow(), report);
            runs[visit.Kept.Slug] = run;
            begun.SetResult();
            return run;
        }
    }

    private sealed class Telling(VerificationRun run) : IProgress<long>
    {
        public void Report(long value) => run.Tell(value);
    }
}
