using System.Globalization;
using Mandate.Ledger;
using Npgsql;

namespace Mandate.Node.Stores;

/// <summary>
/// One organisation's log in a schema of a PostgreSQL database. The head row is the fence: an append compares and sets it, so that of
/// two writers one finds that it moved. The advisory lock only saves wasted work; indexes never come from a sequence.
/// </summary>
public sealed class PostgresStore : ILedgerStore
{
    private readonly NpgsqlDataSource database;
    private readonly string schema;

    private PostgresStore(NpgsqlDataSource database, string schema)
    {
        this.database = database;
        this.schema = schema;
    }

    /// <summary>Notified with the new size at every append.</summary>
    public string Channel => $"mandate_{schema}";

    /// <param name="name">The organisation: 1 to 40 lower-case letters, digits and underscores; its schema is <c>mandate_NAME</c>.</param>
    /// <param name="create">Make the schema where it is not there.</param>
    /// <exception cref="StoreFaultException">The server would lose acknowledged acts, or the schema is not there or of a newer version.</exception>
    public static PostgresStore Open(string connectionString, string name, bool create = false)
    {
        if (name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_'))
            throw new ArgumentException($"'{name}': 1 to 40 lower-case letters, digits and underscores", nameof(name));
        var place = $"mandate_{name}";
        var source = Connect(connectionString, place, out var several);
        try
        {
            PostgresSchema.RequireDurable(source, several);
            if (create) PostgresSchema.Create(source, place);
            PostgresSchema.RequireVersion(source, place);
            return new(source, place);
        }
        catch
        {
            source.Dispose();
            throw;
        }
    }

    /// <param name="several">More than one host is named: whichever of them is the primary is taken, also after a failover.</param>
    private static NpgsqlDataSource Connect(string connectionString, string place, out bool several)
    {
        try
        {
            var settings = new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = place, IncludeErrorDetail = false };
            if (settings.MaxAutoPrepare == 0) settings.MaxAutoPrepare = 32;
            several = settings.Host?.Contains(',', StringComparison.Ordinal) == true;
            if (several) settings.HostRecheckSeconds = 1;
            var builder = new NpgsqlDataSourceBuilder(settings.ToString());
            return several ? builder.BuildMultiHost().WithTargetSession(TargetSessionAttributes.Primary) : builder.Build();
        }
        catch (ArgumentException e)
        {
            // The string itself may hold a password, and is not repeated.
            throw new StoreFaultException($"the connection string of PostgreSQL cannot be used: {e.Message.Split('\n')[0]}", e);
        }
    }

    /// <summary>Removes a log that was never finished: what a failed import leaves.</summary>
    internal void Drop()
    {
        using var command = database.CreateCommand($"DROP SCHEMA {schema} CASCADE");
        command.ExecuteNonQuery();
    }

    public LedgerHead ReadHead()
    {
        using var connection = database.OpenConnection();
        return Head(connection, null);
    }

    public void Append(LedgerHead expected, LedgerBatch batch)
    {
        using var connection = database.OpenConnection();
        using var transaction = connection.BeginTransaction();
        // Three times to and fro: to wait and look, to write everything, to commit.
        var found = LockedHead(connection, transaction);
        if (found != expected) throw new HeadMovedException(expected, found);
        var tiles = batch.Tiles.Where(t => t.Path.IsFull).ToArray();
        using var writing = new NpgsqlBatch(connection, transaction);
        Add(writing, "INSERT INTO blob(sha256, bytes) SELECT * FROM unnest($1::text[], $2::bytea[]) ON CONFLICT DO NOTHING",
            batch.Blobs.Select(b => b.Key).ToArray(), batch.Blobs.Select(b => b.Value.ToArray()).ToArray());
        Add(writing, "INSERT INTO entry(idx, id, leaf, body) SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::bytea[])",
            batch.Entries.Select(e => e.Index).ToArray(), batch.Entries.Select(e => e.Id).ToArray(), batch.Entries.Select(e => e.Leaf.ToBytes()).ToArray(), batch.Entries.Select(e => e.Body.ToArray()).ToArray());
        Add(writing, "INSERT INTO tile(path, bytes) SELECT * FROM unnest($1::text[], $2::bytea[])", tiles.Select(t => t.Path.ToString()).ToArray(), tiles.Select(t => t.Bytes).ToArray());
        if (batch.Checkpoint is { } kept) Add(writing, KeepSql, kept.Size, kept.Note);
        Add(writing, "UPDATE head SET size = $1, root = $2 WHERE size = $3 AND root = $4", batch.Next.Size, batch.Next.Root.ToBytes(), expected.Size, expected.Root.ToBytes());
        Add(writing, "SELECT pg_notify($1, $2)", Channel, $"{batch.Next.Size}");
        writing.ExecuteNonQuery();
        if (writing.BatchCommands[^2].RecordsAffected != 1) throw new HeadMovedException(expected, Head(connection, transaction));
        transaction.Commit();
    }

    public IEnumerable<StoredEntry> Read(long from, int limit = int.MaxValue)
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, "SELECT idx, id, leaf, body FROM entry WHERE idx >= $1 ORDER BY idx LIMIT $2", from, (long)limit);
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return new(rows.GetInt64(0), rows.GetString(1), new Hash((byte[])rows.GetValue(2)), (byte[])rows.GetValue(3));
    }

    public IEnumerable<ReadOnlyMemory<byte>> Bodies(long from)
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, "SELECT body FROM entry WHERE idx >= $1 ORDER BY idx", from);
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return (byte[])rows.GetValue(0);
    }

    public IReadOnlyDictionary<string, long> Find(IReadOnlyCollection<string> ids)
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, "SELECT id, idx FROM entry WHERE id = ANY($1)", (object)ids.ToArray());
        using var rows = command.ExecuteReader();
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        while (rows.Read()) found.Add(rows.GetString(0), rows.GetInt64(1));
        return found;
    }

    public long? Find(string id) => (long?)Value("SELECT idx FROM entry WHERE id = $1", id);

    public byte[]? ReadTile(TilePath path) => (byte[]?)Value("SELECT bytes FROM tile WHERE path = $1", path.ToString());

    public ReadOnlyMemory<byte>? ReadBlob(string sha256) => (byte[]?)Value("SELECT bytes FROM blob WHERE sha256 = $1", sha256) is { } bytes ? bytes : default(ReadOnlyMemory<byte>?);

    public IEnumerable<string> BlobNames()
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, "SELECT sha256 FROM blob ORDER BY sha256 COLLATE \"C\"");
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return rows.GetString(0);
    }

    public void EraseBlob(string sha256) => Write("DELETE FROM blob WHERE sha256 = $1", sha256);

    public byte[]? ReadCheckpoint() => (byte[]?)Value("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1");

    public void KeepCheckpoint(KeptCheckpoint checkpoint) => Write(KeepSql, checkpoint.Size, checkpoint.Note);

    /// <summary>
    /// Calls back with the size of the log when somebody has written, until it is cancelled. A lost connection is taken up again; polling
    /// covers what was missed, with a size that is larger than any.
    /// </summary>
    public async Task ListenAsync(Action<long> moved, TimeSpan poll, CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenConnectionAsync(cancel);
                await using (var listen = new NpgsqlCommand($"LISTEN \"{Channel}\"", connection)) await listen.ExecuteNonQueryAsync(cancel);
                var size = 0L;
                connection.Notification += (_, notice) => size = long.TryParse(notice.Payload, NumberStyles.None, CultureInfo.InvariantCulture, out var told) ? Math.Max(size, told) : long.MaxValue;
                moved(long.MaxValue);
                while (true)
                {
                    size = 0;
                    moved(await connection.WaitAsync(poll, cancel) ? size : long.MaxValue);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception e) when (e is NpgsqlException or IOException or TimeoutException or AggregateException)
            {
                await Task.Delay(poll, cancel).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }
        }
    }

    public void Dispose() => database.Dispose();

    private const string KeepSql = "INSERT INTO checkpoint(size, note) VALUES ($1, $2) ON CONFLICT (size) DO UPDATE SET note = excluded.note";

    private object? Value(string sql, params object[] values)
    {
        using var connection = database.OpenConnection();
        using var command = Command(connection, sql, values);
        return command.ExecuteScalar() is { } found and not DBNull ? found : null;
    }

    private void Write(string sql, params object[] values)
    {
        using var connection = database.OpenConnection();
        Run(connection, null, sql, values);
    }

    private static void Run(NpgsqlConnection connection, NpgsqlTransaction? transaction, string sql, params object[] values)
    {
        using var command = Command(connection, sql, values);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    private static NpgsqlCommand Command(NpgsqlConnection connection, string sql, params object[] values)
    {
        var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }

    private static void Add(NpgsqlBatch batch, string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        batch.BatchCommands.Add(command);
    }

    /// <summary>The head once nobody else is writing. Each statement sees what was committed before it began.</summary>
    private LedgerHead LockedHead(NpgsqlConnection connection, NpgsqlTransaction transaction)
    {
        using var asking = new NpgsqlBatch(connection, transaction);
        Add(asking, "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))", schema);
        Add(asking, "SELECT size, root FROM head");
        using var rows = asking.ExecuteReader();
        return rows.NextResult() && rows.Read() ? new(rows.GetInt64(0), new Hash((byte[])rows.GetValue(1))) : throw new StoreFaultException("the log has no head");
    }

    private static LedgerHead Head(NpgsqlConnection connection, NpgsqlTransaction? transaction)
    {
        using var command = Command(connection, "SELECT size, root FROM head");
        command.Transaction = transaction;
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetInt64(0), new Hash((byte[])row.GetValue(1))) : throw new StoreFaultException("the log has no head");
    }
}
