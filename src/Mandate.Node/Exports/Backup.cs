using System.Security.Cryptography;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;
using Mandate.Node.Vaults;
using Mandate.Node.Verification;
using Mandate.Organisation;

namespace Mandate.Node.Exports;

/// <summary>
/// Copies of an organisation's data, taken while it runs and verified before they count. Neither the secret keys nor the record of
/// the last signed checkpoint are in one: with them an old copy could pass for the newest.
/// </summary>
public static class Backup
{
    private static readonly string[] Small = ["key", "keys-at"];

    /// <returns>The verification of the copy.</returns>
    /// <exception cref="StoreFaultException">The place is taken, or no organisation lies there.</exception>
    public static VerificationReport Make(string path, string target, string? keys = null, IProgress<long>? progress = null)
    {
        var folder = OrganisationFolder.Open(path, keys);
        target = RequireFree(target);
        var unfinished = $"{target}.unfinished-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
        Directory.CreateDirectory(unfinished);
        try
        {
            using (var store = KeptLogs.Open(folder, new(), readOnly: true)) CopyLog(store, folder, Path.Combine(unfinished, "log.db"));
            if (File.Exists(folder.VaultFile) && File.Exists(folder.VaultKeyFile))
            {
                using var vault = Vault.Open(folder.VaultFile, folder.VaultKeyFile);
                vault.BackUp(Path.Combine(unfinished, "vault.db"));
            }
            CopyCards(folder, unfinished);
            Copy(folder.CheckpointsFolder, Path.Combine(unfinished, "checkpoints"));
            if (File.Exists(folder.ContinuesFile)) File.Copy(folder.ContinuesFile, Path.Combine(unfinished, "continues"));
            if (File.Exists(folder.BulkReadsFile)) File.Copy(folder.BulkReadsFile, Path.Combine(unfinished, Path.GetFileName(folder.BulkReadsFile)));
            foreach (var name in Small) File.Copy(Path.Combine(folder.Path, name), Path.Combine(unfinished, name));
            var report = Verify(unfinished, folder, progress);
            if (!report.Holds)
            {
                Directory.Delete(unfinished, recursive: true);
                return report;
            }
            if (Directory.Exists(target)) Directory.Delete(target);
            Directory.Move(unfinished, target);
            return report;
        }
        catch
        {
            if (Directory.Exists(unfinished)) Directory.Delete(unfinished, recursive: true);
            throw;
        }
    }

    /// <summary>A log in PostgreSQL is copied into a file too: the backup needs no server to be read.</summary>
    private static void CopyLog(ILedgerStore store, OrganisationFolder folder, string file)
    {
        if (store is SqliteStore own)
        {
            own.BackUp(file);
            return;
        }
        var checkpoint = store.ReadCheckpoint();
        using var copy = SqliteStore.Create(file);
        using var source = new StoreSource(store, checkpoint ?? [], folder.ReadKey());
        ExportReader.Fill(copy, source, store.ReadHead().Size);
        if (checkpoint is not null && Ledger.Checkpoint.TryOpen(checkpoint, folder.ReadKey().Name, folder.ReadKey(), [], out var signed, out _)) copy.KeepCheckpoint(new((long)signed.Checkpoint.Size, checkpoint));
    }

    /// <summary>Files that are never changed once they are there.</summary>
    private static void Copy(string from, string to)
    {
        if (!Directory.Exists(from)) return;
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from).Where(f => !f.EndsWith(".part", StringComparison.Ordinal))) File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
    }

    /// <summary>Who may sign in with which card, where the server has issued any: without it every member would need a new one.</summary>
    private static void CopyCards(OrganisationFolder folder, string target)
    {
        if (!File.Exists(folder.SignInFile)) return;
        using var cards = SqliteConnections.Open(folder.SignInFile, writing: false);
        using var copy = SqliteConnections.Open(Path.Combine(target, Path.GetFileName(folder.SignInFile)), writing: true, create: true);
        cards.BackupDatabase(copy);
    }

    /// <summary>Puts a copy in place of a folder that is gone, and says whether it is the log that was signed last.</summary>
    /// <param name="keys">The folder of the secret keys; null for beside the target.</param>
    /// <returns>Null where the log can go on; otherwise why nothing may be signed on it. The data are in place either way, to be looked at.</returns>
    /// <exception cref="StoreFaultException">The place is taken, or the backup is none.</exception>
    public static string? Restore(string backup, string target, string? keys = null)
    {
        if (!OrganisationFolder.IsOne(backup)) throw new StoreFaultException($"{backup}: holds no backup (there is no log.db)");
        target = RequireFree(target);
        Directory.CreateDirectory(target);
        foreach (var file in Directory.EnumerateFiles(backup)) File.Copy(file, Path.Combine(target, Path.GetFileName(file)));
        keys = Path.GetFullPath(keys ?? OrganisationFolder.DefaultKeys(target));
        Copy(Path.Combine(backup, "checkpoints"), Path.Combine(target, "checkpoints"));
        File.WriteAllText(Path.Combine(target, "keys-at"), Path.GetRelativePath(target, keys) + "\n");
        var folder = OrganisationFolder.Open(target, keys);
        if (!File.Exists(folder.SecretKeyFile)) return $"{folder.SecretKeyFile}: the ledger's secret key is not there; the organisation can be looked at, and nothing can be signed.";
        try
        {
            using var held = folder.TakeLock();
            using var store = SqliteStore.Open(folder.LogFile);
            using var record = CheckpointFile.Open(folder.RecordFile);
            SignedLog.Open(store, record, folder.ReadSigner());
            return null;
        }
        catch (RollbackException e)
        {
            return e.Message;
        }
    }

    private static VerificationReport Verify(string copy, OrganisationFolder folder, IProgress<long>? progress)
    {
        using var store = SqliteStore.Open(Path.Combine(copy, "log.db"), readOnly: true);
        byte[]? checkpoint = null;
        if (File.Exists(folder.RecordFile))
        {
            using var record = CheckpointFile.Open(folder.RecordFile, readOnly: true);
            checkpoint = record.Read();
        }
        // Acts go on while the copy is made: it is verified against the newest checkpoint that it is not behind.
        var size = store.ReadHead().Size;
        var key = folder.ReadKey();
        if (checkpoint is null || !Ledger.Checkpoint.TryOpen(checkpoint, key.Name, key, [], out var signed, out _) || (long)signed.Checkpoint.Size > size) checkpoint = store.ReadCheckpoint();
        using var source = new StoreSource(store, checkpoint ?? [], key) { Witnessed = new(Path.Combine(copy, "checkpoints")) };
        return Verifier.Run(source, new(key), progress);
    }

    private static string RequireFree(string target)
    {
        target = Path.GetFullPath(target);
        return (Directory.Exists(target) ? Directory.EnumerateFileSystemEntries(target).Any() : File.Exists(target))
            ? throw new StoreFaultException($"{target}: is not empty, and nothing is overwritten")
            : target;
    }
}
