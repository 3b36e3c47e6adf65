using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Mandate.Ledger;
using Mandate.Node.Encodings;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Vaults;
using Mandate.Node.Verification;
using Mandate.Node.Witnessing;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Trust;

namespace Mandate.Node;

/// <summary>What a node takes from outside.</summary>
public sealed record NodeOptions
{
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Where the secret keys lie; null for where the folder says, or beside it.</summary>
    public string? Keys { get; init; }

    /// <summary>For a new organisation: its log's name for ever; null for one of its own making.</summary>
    public string? Origin { get; init; }

    /// <summary>Environment variable that holds <see cref="Postgres"/>, so that a password stands in no list of processes.</summary>
    public const string PostgresVariable = "MANDATE_POSTGRES";

    /// <summary>Connection string of the server of those logs that are kept in PostgreSQL. Several hosts: the one that is primary is taken.</summary>
    public string? Postgres { get; init; } = Environment.GetEnvironmentVariable(PostgresVariable) is { Length: > 0 } server ? server : null;

    /// <summary>New organisations are kept there and not in a file.</summary>
    public bool InPostgres { get; init; }

    /// <summary>
    /// This node has never signed, and its folder is a copy of another node's: the newest checkpoint that the database keeps becomes its
    /// record of what was signed. Said once, by a person.
    /// </summary>
    public bool NewNode { get; init; }

    /// <summary>For a new rehearsal: the time at which its clock starts. Refused for any other organisation.</summary>
    public DateTimeOffset? RehearsalStart { get; init; }
}

/// <summary>
/// Keeps one organisation: its log, the state the log makes, and the one writer. Readers take <see cref="Current"/> and keep it;
/// it never changes under them.
/// </summary>
public sealed partial class OrganisationNode : IAsyncDisposable
{
    private readonly ILedgerStore store;
    private readonly ICheckpointRecord? record;
    private readonly NoteSigner? signer;
    private readonly OrganisationClock clock;
    private readonly FileStream? held;
    private readonly bool startsAsRehearsal;
    private readonly Lock watching = new();
    private ImmutableArray<Channel<Publication>> watchers = [];
    private Sequencer? sequencer;
    private readonly CancellationTokenSource closing = new();
    private Task listening = Task.CompletedTask;
    private SnapshotFile? snapshot;
    private volatile Publication current;
    private State forgotten = State.Empty;

    private OrganisationNode(ILedgerStore store, ICheckpointRecord? record, VerifierKey key, NoteSigner? signer, OrganisationClock clock, FileStream? held, Publication current, bool startsAsRehearsal)
    {
        this.store = store;
        this.record = record;
        this.signer = signer;
        this.clock = clock;
        this.held = held;
        this.current = current;
        this.startsAsRehearsal = startsAsRehearsal;
        Key = key;
    }

    /// <summary>The ledger's verifier key; its name is the log's origin.</summary>
    public VerifierKey Key { get; }

    /// <summary>The folder; null for one kept in a store of another kind.</summary>
    public OrganisationFolder? Folder { get; private init; }

    /// <summary>Of which organisation this is a practice copy, and who may come in; null for an organisation of its own.</summary>
    public Rehearsals.Practice? Practice { get; private init; }

    /// <summary>Names and addresses; null where the organisation was opened to look, or is kept in a store of another kind.</summary>
    public Vault? Vault { get; private init; }

    /// <summary>Makes the pseudonyms of members; null where there is no vault.</summary>
    public Naming? Names => Vault is { } vault ? vault.Name : null;

    /// <summary>The newest state that is durable and signed.</summary>
    public Publication Current => current;

    public State State => current.State;

    /// <summary>The organisation's own time: real, or a rehearsal's.</summary>
    public DateTimeOffset Now => clock.Next(State);

    /// <summary>Whether acts can be put to it here; false where it was opened to look.</summary>
    public bool CanWrite => sequencer is not null;

    /// <summary>Puts an act to the organisation. The answer comes when it is durable and signed, or refused.</summary>
    public Task<Answer> SubmitAsync(Submission submission)
    {
        if (sequencer is null) throw new InvalidOperationException("The organisation is open to look only.");
        if (startsAsRehearsal && State.Size == 0 && submission.Command is not Mandate.Organisation.Founding.OpenFounding { Rehearsal: true })
            throw new InvalidOperationException("Only a rehearsal has a clock of its own; its first act opens the founding of a rehearsal.");
        if (submission.Seen is { } seen && Published?.Find(seen) is null) return Task.FromResult<Answer>(new Answer.Refused(TrustRefusals.SeenUnknown(seen)));
        if (submission.Command is Organisation.Votes.PrepareBox or Organisation.Votes.PublishBox) return SubmitBoxAsync(submission);
        return submission.Command is Organisation.Roll.ChargeMember or Organisation.Restrictions.EnterRestriction or Organisation.Offices.ProposeAct ? RecordingRefusalAsync(submission) : Sequence(submission);
    }

    /// <summary>The refusal of what would have made opinion an offence is itself an entry, in the name of whoever was refused (S373).</summary>
    private async Task<Answer> RecordingRefusalAsync(Submission submission)
    {
        var answer = await Sequence(submission);
        if (answer is Answer.Refused { Refusal: var why } && RefusedOffences.Of(submission.Command, why, RefusedOffences.IdOf(submission.Id)) is { } record)
            await Sequence(new(submission.By, record, record.Id));
        return answer;
    }

    private Task<Answer> Sequence(Submission submission)
    {
        if (halted is { } why) return Task.FromResult<Answer>(new Answer.Refused(TrustRefusals.Halted(why)));
        return sequencer!.SubmitAsync(submission);
    }

    /// <summary>Another node may have written to the same store: what it wrote is folded and published.</summary>
    public void Refresh() => sequencer?.Refresh();

    /// <inheritdoc cref="SubmitAsync(Submission)"/>
    public Task<Answer> SubmitAsync(string by, Command command, string id, params ImmutableArray<ReadOnlyMemory<byte>> blobs) =>
        SubmitAsync(new(by, command, id) { Blobs = blobs });

    /// <summary>What the rules would answer to an act put now, without putting it.</summary>
    public Decision Ask(string by, Command command, params ImmutableArray<ReadOnlyMemory<byte>> blobs)
    {
        var own = blobs.ToDictionary(b => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(b.Span)), StringComparer.Ordinal);
        if (Veil.OpensRegister(command)) Vault?.Ensure(State.Roll.Members.Keys);
        var veiled = Veil.Over(State, new Act("", Now, by, command) { SignedWith = State.Trust.Counting(by, Now)?.Key, Blobs = new(name => own.TryGetValue(name, out var bytes) ? bytes : StoredBlobs.Read(store, name), Boxes.BoxReading.Contents, Boxes.SealReading.Instance) }, Names);
        return veiled.Refusal is { } hidden ? hidden : Decider.Decide(State, veiled.Act);
    }

    /// <summary>Entries from an index on, as they stand in the log.</summary>
    public IEnumerable<(long Index, Entry Entry)> Entries(long from = 0, int limit = int.MaxValue)
    {
        var end = State.Size;
        foreach (var stored in store.Read(from, (int)Math.Min(limit, Math.Max(0, end - from))))
            yield return EntryText.TryDecode(stored.Body, out var entry, out var error)
                ? (stored.Index, entry)
                : throw new StoreFaultException($"entry {stored.Index} cannot be read: {error}");
    }

    /// <summary>The state as it was at that time: the fold of all entries up to then.</summary>
    public State StateAt(DateTimeOffset at) => at >= State.At ? State : Folding.Until(store, at);

    /// <summary>Payloads beside the log, by SHA-256.</summary>
    public Blobs Blobs => StoredBlobs.Of(store);

    /// <summary>The proof that an entry is in the tree of the newest checkpoint: a <c>.tlog-proof</c> to keep and check offline.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The log has no such entry.</exception>
    public TlogProof Prove(long index)
    {
        var (state, checkpoint) = current;
        var tree = Tree(state.Size);
        return SignedNote.TryParse(checkpoint, out var note, out var fault)
            ? new((ulong)index, tree.InclusionProof((ulong)index, (ulong)state.Size), note)
            : throw new StoreFaultException($"the newest checkpoint cannot be read: {fault}");
    }

    /// <summary>Each new publication from now on, the newest only where the reader is slow: for live pages.</summary>
    public async IAsyncEnumerable<Publication> WatchAsync([EnumeratorCancellation] CancellationToken cancel = default)
    {
        var channel = Channel.CreateBounded<Publication>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        lock (watching) watchers = watchers.Add(channel);
        try
        {
            await foreach (var publication in channel.Reader.ReadAllAsync(cancel)) yield return publication;
        }
        finally
        {
            lock (watching) watchers = watchers.Remove(channel);
        }
    }

    /// <summary>Writes the organisation as a folder that anybody can verify.</summary>
    /// <exception cref="StoreFaultException">The place is taken, or the ledger's secret key is not at hand.</exception>
    public ExportResult Export(string target, IProgress<long>? progress = null)
    {
        // Where the log names witnesses, what they have not seen is not handed out as if they had.
        var checkpoint = Witnessed is { Size: > 0 } ? Published!.Latest! : current.Checkpoint;
        var policy = State.Trust.PolicyAt(State.At) is { Groups.Length: > 0 } named ? PolicyFiles.Of(Key, named) : null;
        var result = ExportWriter.Write(store, checkpoint, signer ?? Folder!.ReadSigner(), target, new(policy, Published, Continues), progress);
        if (Folder is not null) File.WriteAllBytes(Folder.ExportedFile, checkpoint);
        return result;
    }

    /// <summary>Verifies an organisation's folder without folding it first: whatever is wrong with it is named.</summary>
    /// <param name="pinned">What the verifying person knows from elsewhere.</param>
    public static VerificationReport VerifyFolder(string path, NodeOptions? options = null, Pinned? pinned = null, IProgress<long>? progress = null)
    {
        var folder = OrganisationFolder.Open(path, options?.Keys);
        using var opened = KeptLogs.Open(folder, options ?? new(), readOnly: true);
        using var source = new StoreSource(opened, NewestCheckpoint(folder, opened), folder.ReadKey()) { Witnessed = new(folder.CheckpointsFolder) };
        return Verifier.Run(source, pinned, progress);
    }

    /// <summary>Verifies what the store holds: everything but the manifest, which only an export has.</summary>
    public VerificationReport Verify(IProgress<long>? progress = null)
    {
        using var source = new StoreSource(store, current.Checkpoint, Key) { Witnessed = Published };
        return Verifier.Run(source, new(Key), progress);
    }

    /// <summary>Erases a member's personal data: the act first, then key and rows, before the answer comes.</summary>
    public Task<Answer> EraseAsync(string person, string id) =>
        SubmitAsync(person, new Organisation.Roll.Erase(person), id);

    internal ILedgerStore Store => store;

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await listening;
        closing.Dispose();
        if (sequencer is not null) await sequencer.DisposeAsync();
        foreach (var board in boards.Values) board.Value.Dispose();
        if (snapshot is not null) await snapshot.CloseAsync(current, Key);
        foreach (var watcher in watchers) watcher.Writer.TryComplete();
        Vault?.Dispose();
        record?.Dispose();
        store.Dispose();
        if (held is not null) await held.DisposeAsync();
    }

    /// <summary>What the log says is erased goes from store and vault. Where the machine stops in between, the next opening does the rest.</summary>
    private void Forget(State state)
    {
        foreach (var person in state.Roll.Erased.Except(forgotten.Roll.Erased)) Vault?.Erase(person);
        foreach (var text in state.Motions.Erased.Except(forgotten.Motions.Erased)) store.EraseBlob(text);
        forgotten = state;
    }

    private void Publish(Publication publication)
    {
        Forget(publication.State);
        current = publication;
        snapshot?.Offer(publication, Key);
        foreach (var watcher in watchers) watcher.Writer.TryWrite(publication);
    }
}
