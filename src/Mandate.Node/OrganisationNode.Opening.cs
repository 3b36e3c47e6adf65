using Mandate.Ledger;
using Mandate.Node.Exports;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Organisation;

namespace Mandate.Node;

public sealed partial class OrganisationNode
{
    /// <summary>How often a node looks for what others wrote where no notice of it came.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(2);

    /// <summary>Makes the folder of a new organisation, with an empty log. Its first act is <c>founding.open</c>.</summary>
    /// <exception cref="StoreFaultException">Something is there already.</exception>
    public static OrganisationNode Create(string path, NodeOptions? options = null)
    {
        options ??= new();
        var folder = OrganisationFolder.Create(path, options.Keys, options.Origin);
        var taken = folder.TakeLock();
        ILedgerStore? ledger = null;
        try
        {
            ledger = KeptLogs.Create(folder, options);
            var last = CheckpointFile.Create(folder.RecordFile);
            return Start(ledger, last, folder.ReadSigner(), options, fresh: true, taken, folder);
        }
        catch
        {
            ledger?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Takes up an organisation where it was left, as its one writer.</summary>
    /// <exception cref="StoreFaultException">Not there, damaged, or in use by another process.</exception>
    /// <exception cref="RollbackException">The log is not the one that was signed last.</exception>
    public static OrganisationNode Open(string path, NodeOptions? options = null)
    {
        options ??= new();
        var folder = OrganisationFolder.Open(path, options.Keys);
        var signing = folder.ReadSigner();
        var taken = folder.TakeLock();
        ILedgerStore? ledger = null;
        ICheckpointRecord? last = null;
        try
        {
            ledger = KeptLogs.Open(folder, options);
            last = CheckpointFile.Open(folder.RecordFile);
            if (options.NewNode && last.Read() is null && ledger.ReadCheckpoint() is { } kept) last.Keep(kept);
            return Start(ledger, last, signing, options, fresh: false, taken, folder);
        }
        catch
        {
            last?.Dispose();
            ledger?.Dispose();
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Opens an organisation to look at it, also while another process writes. No secret key is read, nothing can be put to it.</summary>
    public static OrganisationNode Look(string path, NodeOptions? options = null)
    {
        options ??= new();
        var folder = OrganisationFolder.Open(path, options.Keys);
        var ledger = KeptLogs.Open(folder, options, readOnly: true);
        var state = Folding.Run(SnapshotFile.Read(folder.SnapshotFile, ledger) ?? State.Empty, ledger);
        return new(ledger, null, folder.ReadKey(), null, new OrganisationClock(options.Time, options.RehearsalStart), null, new(state, NewestCheckpoint(folder, ledger)), false) { Folder = folder, Published = new(folder.CheckpointsFolder), halted = EvidenceIn(folder) };
    }

    /// <summary>Opens an export to look at it. Its tree is hashed against its own signed checkpoint; whether the rules were followed only verification says.</summary>
    /// <exception cref="StoreFaultException">It holds no entries under its checkpoint, or others than were signed.</exception>
    public static OrganisationNode LookAtExport(string path, NodeOptions? options = null)
    {
        options ??= new();
        var (ledger, key, checkpoint) = ExportReader.Read(path);
        return new(ledger, null, key, null, new OrganisationClock(options.Time, options.RehearsalStart), null, new(Folding.Run(State.Empty, ledger), checkpoint), false);
    }

    /// <summary>From the record beside the data; without it from the log, where it stands one batch behind.</summary>
    private static byte[] NewestCheckpoint(OrganisationFolder folder, ILedgerStore ledger)
    {
        byte[]? checkpoint = null;
        if (File.Exists(folder.RecordFile))
        {
            using var last = CheckpointFile.Open(folder.RecordFile, readOnly: true);
            checkpoint = last.Read();
        }
        return checkpoint ?? ledger.ReadCheckpoint() ?? [];
    }

    /// <summary>An organisation in a store of another kind.</summary>
    /// <param name="fresh">The store is empty and the organisation is new.</param>
    public static OrganisationNode Start(ILedgerStore ledger, ICheckpointRecord last, NoteSigner signer, bool fresh, NodeOptions? options = null) =>
        Start(ledger, last, signer, options ?? new(), fresh, null, null);

    private static OrganisationNode Start(ILedgerStore ledger, ICheckpointRecord last, NoteSigner signer, NodeOptions options, bool fresh, FileStream? taken, OrganisationFolder? folder)
    {
        var log = fresh ? SignedLog.Begin(ledger, last, signer) : SignedLog.Open(ledger, last, signer);
        var start = folder is null || fresh ? State.Empty : SnapshotFile.Read(folder.SnapshotFile, ledger) ?? State.Empty;
        var state = Folding.Run(start, ledger);
        var time = new OrganisationClock(options.Time, options.RehearsalStart);
        var vault = folder?.OpenVault();
        var node = new OrganisationNode(ledger, last, signer.Key, signer, time, taken, new(state, log.Checkpoint), fresh && options.RehearsalStart is not null)
        {
            Folder = folder, Practice = folder is null ? null : Rehearsals.Practice.Read(folder.PracticeFile), Vault = vault, Published = folder is null ? null : new(folder.CheckpointsFolder), halted = folder is null ? null : EvidenceIn(folder),
        };
        if (folder is not null) node.snapshot = new(folder.SnapshotFile, start.Size);
        node.Forget(state);
        node.sequencer = new(ledger, last, signer, log, state, time, vault, node.Publish);
        if (ledger is PostgresStore shared) node.listening = shared.ListenAsync(size => { if (size > node.State.Size) node.Refresh(); }, Poll, node.closing.Token);
        return node;
    }
}
