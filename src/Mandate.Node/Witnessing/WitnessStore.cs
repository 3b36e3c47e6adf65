using System.Collections.Immutable;
using Mandate.Ledger;
using Mandate.Node.Stores;
using Microsoft.Data.Sqlite;

namespace Mandate.Node.Witnessing;

/// <summary>
/// What a witness remembers, durable before it answers. Check and change are one transaction; a second record outside the database
/// shows when an older copy of it has been put in place, and then nothing is cosigned for that log.
/// </summary>
public sealed class WitnessStore : IDisposable
{
    private const string Schema = "CREATE TABLE IF NOT EXISTS latest(origin TEXT PRIMARY KEY, size INTEGER NOT NULL, note BLOB NOT NULL) STRICT;";

    private readonly Lock gate = new();
    private readonly WitnessFolder folder;
    private readonly FileStream held;
    private readonly SqliteConnection connection;
    private readonly WitnessProtocol protocol;
    private readonly ImmutableDictionary<string, WitnessedLog> logs;

    private WitnessStore(WitnessFolder folder, FileStream held, SqliteConnection connection)
    {
        this.folder = folder;
        this.held = held;
        this.connection = connection;
        var followed = folder.Logs();
        logs = followed.ToImmutableDictionary(l => l.Origin, StringComparer.Ordinal);
        protocol = new([folder.Signer], followed);
    }

    /// <summary>Origins that are followed.</summary>
    public IEnumerable<string> Origins => logs.Keys.Order(StringComparer.Ordinal);

    /// <exception cref="StoreFaultException">In use by another process, or damaged.</exception>
    public static WitnessStore Open(WitnessFolder folder)
    {
        FileStream lockFile;
        try
        {
            lockFile = new(Path.Combine(folder.Path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1);
        }
        catch (IOException e) when (e is not (FileNotFoundException or DirectoryNotFoundException))
        {
            throw new StoreFaultException($"{folder.Path}: is in use by another process; one witness answers at a time", e);
        }
        try
        {
            var database = SqliteConnections.Open(Path.Combine(folder.Path, "witness.db"), writing: true, create: true);
            SqliteConnections.Run(database, Schema);
            return new(folder, lockFile, database);
        }
        catch
        {
            lockFile.Dispose();
            throw;
        }
    }

    /// <summary>Answers a request; whatever it promises is on the disk when this returns.</summary>
    /// <param name="now">POSIX seconds.</param>
    public WitnessAnswer Answer(string method, string path, ReadOnlySpan<byte> body, ulong now)
    {
        lock (gate)
        {
            try
            {
                var answer = protocol.Answer(method, path, body, State(), now);
                if (answer.Update is not { } update) return answer;
                var note = update.After.Note.ToBytes();
                if (note.Length > CheckpointFile.MaximumLength) return new(400, "text/plain; charset=utf-8", $"the checkpoint is longer than the {CheckpointFile.MaximumLength} bytes that are kept here\n");
                Store(update, note);
                return answer;
            }
            catch (StoreFaultException fault)
            {
                return new(503, "text/plain; charset=utf-8", fault.Message + "\n");
            }
        }
    }

    public void Dispose()
    {
        connection.Dispose();
        held.Dispose();
    }

    private WitnessState State()
    {
        var latest = WitnessState.Empty.Latest.ToBuilder();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT origin, note FROM latest";
        using var rows = command.ExecuteReader();
        while (rows.Read())
        {
            var origin = rows.GetString(0);
            if (!logs.TryGetValue(origin, out var log)) continue;
            if (Read((byte[])rows.GetValue(1)) is not { } cosigned || cosigned.Checkpoint.Origin != origin) throw new StoreFaultException($"{folder.Path}: what was cosigned last for '{log.Origin}' cannot be read");
            latest[origin] = cosigned;
        }
        foreach (var origin in logs.Keys) RequireNotSetBack(origin, latest.GetValueOrDefault(origin));
        return new(latest.ToImmutable());
    }

    private void RequireNotSetBack(string origin, CosignedCheckpoint? stored)
    {
        if (Recorded(origin) is not { } recorded) return;
        if (stored is not null && stored.Checkpoint.Size == recorded.Checkpoint.Size && stored.Checkpoint.Root == recorded.Checkpoint.Root) return;
        if (stored is not null && stored.Checkpoint.Size > recorded.Checkpoint.Size) return;
        throw new StoreFaultException(
            $"{folder.Path}: {recorded.Checkpoint.Size} entries of '{origin}' were cosigned, and {stored?.Checkpoint.Size ?? 0} are on record here: an older copy has been put in place. Nothing is cosigned until that is explained (docs/operator-guide.md, witnesses).");
    }

    private CosignedCheckpoint? Recorded(string origin)
    {
        var file = folder.RecordFile(origin);
        if (!File.Exists(file)) return null;
        using var record = CheckpointFile.Open(file, readOnly: true);
        return record.Read() is { } bytes ? Read(bytes) : null;
    }

    private static CosignedCheckpoint? Read(byte[] bytes) =>
        SignedNote.TryParse(bytes, out var note, out _) && Checkpoint.TryParse(note.Text, out var checkpoint, out _) ? new(checkpoint, note) : null;

    private void Store(WitnessUpdate update, byte[] note)
    {
        using (var transaction = connection.BeginTransaction(deferred: false))
        {
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO latest(origin, size, note) VALUES ($a, $b, $c) ON CONFLICT (origin) DO UPDATE SET size = excluded.size, note = excluded.note";
            command.Parameters.AddWithValue("$a", update.Origin);
            command.Parameters.AddWithValue("$b", (long)update.After.Checkpoint.Size);
            command.Parameters.AddWithValue("$c", note);
            command.ExecuteNonQuery();
            transaction.Commit();
        }
        using var record = CheckpointFile.Open(folder.RecordFile(update.Origin));
        record.Read();
        record.Keep(note);
    }
}
