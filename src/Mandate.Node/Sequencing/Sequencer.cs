using System.Threading.Channels;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Node.Vaults;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Sequencing;

/// <summary>
/// The one writer of a log. It takes what is queued, without waiting for more, decides each act on a tentative state, writes all
/// that was accepted in one transaction, and answers when it is durable and signed.
/// </summary>
internal sealed class Sequencer : IAsyncDisposable
{
    /// <summary>Most acts in one transaction: enough to spread the cost of a disk flush, few enough that nobody waits for long.</summary>
    private const int MaximumBatch = 512;

    /// <summary>How often a batch is decided again because another node wrote first.</summary>
    private const int MostAttempts = 50;

    private readonly Channel<Waiter> queue = Channel.CreateUnbounded<Waiter>(new() { SingleReader = true });
    private readonly ILedgerStore store;
    private readonly ICheckpointRecord record;
    private readonly NoteSigner signer;
    private readonly OrganisationClock clock;
    private readonly Vault? vault;
    private readonly Action<Publication> publish;
    private readonly Task running;
    private SignedLog log;
    private State state;
    private string? failed;

    public Sequencer(ILedgerStore store, ICheckpointRecord record, NoteSigner signer, SignedLog log, State state, OrganisationClock clock, Vault? vault, Action<Publication> publish)
    {
        this.vault = vault;
        this.store = store;
        this.record = record;
        this.signer = signer;
        this.log = log;
        this.state = state;
        this.clock = clock;
        this.publish = publish;
        running = Task.Factory.StartNew(RunAsync, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap();
    }

    /// <param name="Submission">Null only asks to look whether another node has written.</param>
    private sealed record Waiter(Submission? Submission, TaskCompletionSource<Answer> Answer);

    public Task<Answer> SubmitAsync(Submission submission)
    {
        var waiter = new Waiter(submission, new(TaskCreationOptions.RunContinuationsAsynchronously));
        if (!queue.Writer.TryWrite(waiter)) waiter.Answer.SetResult(new Answer.Unknown("The organisation is being closed; nothing was written. Put it again."));
        return waiter.Answer.Task;
    }

    /// <summary>Answers what is queued, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await running;
    }

    private async Task RunAsync()
    {
        var batch = new List<Waiter>();
        while (await queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            var moved = false;
            while (batch.Count < MaximumBatch && queue.Reader.TryRead(out var waiter))
            {
                if (waiter.Submission is null) moved = true;
                else batch.Add(waiter);
            }
            if (moved && failed is null) CatchUp();
            if (failed is null || TryReload()) Run(batch);
            else
                foreach (var waiter in batch) waiter.Answer.SetResult(new Answer.Unknown(failed));
        }
    }

    /// <summary>Another node may have written: what it wrote is folded before anything else is decided.</summary>
    public void Refresh() => queue.Writer.TryWrite(new(null, new(TaskCreationOptions.RunContinuationsAsynchronously)));

    private void Run(List<Waiter> batch)
    {
        for (var attempt = 0; !TryRun(batch); attempt++)
        {
            // Another node was faster. Nothing of ours is written: decide again on what is true now.
            if (attempt < MostAttempts && TryReload()) continue;
            foreach (var waiter in batch) waiter.Answer.TrySetResult(new Answer.Unknown(failed ?? "Other nodes write without end; nothing of this was written. Put it again."));
            return;
        }
    }

    /// <summary>False where the head had moved and nothing was written.</summary>
    private bool TryRun(List<Waiter> batch)
    {
        var deciding = new Deciding(state, store, clock, vault);
        var accepted = new List<(Waiter Waiter, long Index, Entry Entry, bool Repeated)>();
        var refused = new List<(Waiter Waiter, Refusal Refusal)>();
        var inBatch = new Dictionary<string, (long Index, Entry Entry)>(StringComparer.Ordinal);
        try
        {
            var waiting = batch.FindAll(w => !w.Answer.Task.IsCompleted);
            // Keys too long to be keys are refused when they are decided, and not looked for.
            var stored = store.Find(waiting.Select(w => w.Submission!.Id).Where(Deciding.IsId).ToHashSet(StringComparer.Ordinal));
            foreach (var waiter in waiting) Decide(waiter, deciding, stored, accepted, refused, inBatch);
            if (deciding.Accepted.Count > 0)
            {
                log.Append(deciding.Accepted);
                state = deciding.State;
                publish(new(state, log.Checkpoint));
            }
        }
        catch (HeadMovedException)
        {
            return false;
        }
        catch (Exception fault)
        {
            // After a failed write only the disk knows. Whoever waits is told so, and the log is read again from the start.
            failed = $"The machine failed while writing ({fault.Message}); it is not known whether the act is in the log. Put it again with the same id to know.";
            foreach (var waiter in batch) waiter.Answer.TrySetResult(new Answer.Unknown(failed));
            return true;
        }
        foreach (var (waiter, refusal) in refused) waiter.Answer.TrySetResult(new Answer.Refused(refusal));
        foreach (var (waiter, index, entry, repeated) in accepted)
            waiter.Answer.TrySetResult(new Answer.Accepted(new(index, entry.Id, entry.At, entry.Clause, entry.Events, log.Checkpoint, log.Size, repeated)));
        return true;
    }

    private static void Decide(
        Waiter waiter, Deciding deciding, IReadOnlyDictionary<string, long> stored, List<(Waiter, long, Entry, bool)> accepted, List<(Waiter, Refusal)> refused, Dictionary<string, (long Index, Entry Entry)> inBatch)
    {
        var submission = waiter.Submission!;
        if ((inBatch.TryGetValue(submission.Id, out var known) ? known : stored.TryGetValue(submission.Id, out var at) ? deciding.Stored(at) : null) is { } earlier)
        {
            if (deciding.IsSame(submission, earlier.Entry)) accepted.Add((waiter, earlier.Index, earlier.Entry, true));
            else refused.Add((waiter, ProtocolRefusals.Taken("act", submission.Id)));
            return;
        }
        try
        {
            var index = deciding.State.Size;
            var (refusal, entry) = deciding.Decide(submission);
            if (entry is null)
            {
                refused.Add((waiter, refusal!));
                return;
            }
            inBatch.Add(submission.Id, (index, entry));
            accepted.Add((waiter, index, entry, false));
        }
        catch (InvalidOperationException broken)
        {
            // A fault of the rules' own code stops this act, not the organisation: the tentative state is as it was.
            waiter.Answer.SetException(broken);
        }
    }

    /// <summary>Where nobody has written, or the store cannot be asked now, things stay as they are.</summary>
    private void CatchUp()
    {
        try
        {
            if (store.ReadHead().Size == log.Size) return;
        }
        catch (Exception e) when (e is System.Data.Common.DbException or IOException or TimeoutException)
        {
            return;
        }
        TryReload();
    }

    private bool TryReload()
    {
        try
        {
            log = SignedLog.Open(store, record, signer);
            // The log continues what was published: opening it has just shown that.
            var before = state.Size;
            state = Folding.Run(state, store);
            if (state.Size > before) publish(new(state, log.Checkpoint));
            failed = null;
            return true;
        }
        catch (Exception fault)
        {
            failed = $"The organisation cannot be written: {fault.Message}";
            return false;
        }
    }
}
