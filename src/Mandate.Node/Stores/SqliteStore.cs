using System.Globalization;
using Mandate.Ledger;
using Microsoft.Data.Sqlite;

namespace Mandate.Node.Stores;

/// <summary>
/// One organisation's log in one SQLite file: write-ahead log, <c>synchronous=FULL</c>, one writing connection. Reads use
/// connections of their own, so that what was written is read back from the file.
/// </summary>
public sealed class SqliteStore : ILedgerStore
{
    /// <summary>Up to this many entries are read at once; more are streamed over a connection of their own.</summary>
    private const int Short = 1024;

    private readonly string file;
    private readonly SqliteConnection? writer;
    private readonly SqliteConnection reader;
    private readonly Lock writing = new();
    private readonly Lock reading = new();

    private SqliteStore(string file, SqliteConnection? writer, SqliteConnection reader)
    {
        this.file = file;
        this.writer = writer;
        this.reader = reader;
    }

    /// <exception cref="StoreFaultException">There is a file already.</exception>
    public static SqliteStore Create(string file)
    {
        if (File.Exists(file)) throw new StoreFaultException($"{file}: is there already, and a log is never overwritten");
        using (var made = SqliteConnections.Open(file, writing: true, create: true))
        {
            SqliteConnections.Run(made, $"""
                BEGIN IMMEDIATE; {SqliteSchema.Text}
                INSERT INTO head(one, size, root) VALUES (1, 0, x'{MerkleTree.EmptyRoot.ToHex()}');
                PRAGMA user_version = {SqliteSchema.Version}; COMMIT
                """);
        }
        return Open(file);
    }

    /// <param name="readOnly">Only to look: no act can be written, and no lock is taken.</param>
    /// <exception cref="StoreFaultException">No such file, not one of ours, of a newer version, or not durable.</exception>
    public static SqliteStore Open(string file, bool readOnly = false)
    {
        if (!File.Exists(file)) throw new StoreFaultException($"{file}: no such file; an organisation's folder has its log here");
        var forWriting = readOnly ? null : SqliteConnections.Open(file, writing: true);
        SqliteConnection? forReading = null;
        try
        {
            forReading = SqliteConnections.Open(file, writing: false);
            var version = Convert.ToInt32(SqliteConnections.Value(forReading, "PRAGMA user_version"), CultureInfo.InvariantCulture);
            return version == SqliteSchema.Version
                ? new(file, forWriting, forReading)
                : throw new StoreFaultException($"{file}: has format {version}, and this program reads format {SqliteSchema.Version}");
        }
        catch
        {
            forReading?.Dispose();
            forWriting?.Dispose();
            throw;
        }
    }

    public LedgerHead ReadHead()
    {
        lock (reading) return Head(reader);
    }

    public void Append(LedgerHead expected, LedgerBatch batch)
    {
        lock (writing)
        {
            var to = writer ?? throw new InvalidOperationException("The store is open to look only.");
            using var transaction = to.BeginTransaction(deferred: false);
            var found = Head(to);
            if (found != expected) throw new HeadMovedException(expected, found);
            foreach (var (name, bytes) in batch.Blobs) Insert(to, "INSERT INTO blob(sha256, bytes) VALUES ($a, $b) ON CONFLICT DO NOTHING", name, bytes.ToArray());
            using (var insert = to.CreateCommand())
            {
                insert.CommandText = "INSERT INTO entry(idx, id, leaf, body) VALUES ($idx, $id, $leaf, $body)";
                var idx = insert.Parameters.Add("$idx", SqliteType.Integer);
                var id = insert.Parameters.Add("$id", SqliteType.Text);
                var leaf = insert.Parameters.Add("$leaf", SqliteType.Blob);
                var body = insert.Parameters.Add("$body", SqliteType.Blob);
                foreach (var entry in batch.Entries)
                {
                    idx.Value = entry.Index;
                    id.Value = entry.Id;
                    leaf.Value = entry.Leaf.ToBytes();
                    body.Value = entry.Body.ToArray();
                    insert.ExecuteNonQuery();
                }
            }
            foreach (var tile in batch.Tiles)
                if (tile.Path.IsFull) Insert(to, "INSERT INTO tile(path, bytes) VALUES ($a, $b)", tile.Path.ToString(), tile.Bytes);
            if (batch.Checkpoint is { } checkpoint) Keep(to, checkpoint);
            Insert(to, "UPDATE head SET size = $a, root = $b", batch.Next.Size, batch.Next.Root.ToBytes());
            transaction.Commit();
        }
    }

    public IEnumerable<StoredEntry> Read(long from, int limit = int.MaxValue)
    {
        if (limit > Short) return Stream(from, limit);
        lock (reading) return [.. Rows(reader, from, limit)];
    }

    private IEnumerable<StoredEntry> Stream(long from, int limit)
    {
        using var own = SqliteConnections.Open(file, writing: false);
        foreach (var entry in Rows(own, from, limit)) yield return entry;
    }

    private static IEnumerable<StoredEntry> Rows(SqliteConnection from, long first, int limit)
    {
        using var command = from.CreateCommand();
        command.CommandText = "SELECT idx, id, leaf, body FROM entry WHERE idx >= $from ORDER BY idx LIMIT $limit";
        command.Parameters.AddWithValue("$from", first);
        command.Parameters.AddWithValue("$limit", limit);
        using var rows = command.ExecuteReader();
        while (rows.Read())
            yield return new(rows.GetInt64(0), rows.GetString(1), new Hash((byte[])rows.GetValue(2)), (byte[])rows.GetValue(3));
    }

    public IEnumerable<ReadOnlyMemory<byte>> Bodies(long from)
    {
        using var own = SqliteConnections.Open(file, writing: false);
        using var command = own.CreateCommand();
        command.CommandText = "SELECT body FROM entry WHERE idx >= $from ORDER BY idx";
        command.Parameters.AddWithValue("$from", from);
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return (byte[])rows.GetValue(0);
    }

    public IReadOnlyDictionary<string, long> Find(IReadOnlyCollection<string> ids)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        lock (reading)
        {
            using var command = reader.CreateCommand();
            command.CommandText = "SELECT idx FROM entry WHERE id = $id";
            var asked = command.Parameters.Add("$id", SqliteType.Text);
            foreach (var id in ids)
            {
                asked.Value = id;
                if (command.ExecuteScalar() is long index) found[id] = index;
            }
        }
        return found;
    }

    public long? Find(string id)
    {
        lock (reading) return (long?)SqliteConnections.Value(reader, "SELECT idx FROM entry WHERE id = $id", ("$id", id));
    }

    public byte[]? ReadTile(TilePath path)
    {
        lock (reading) return (byte[]?)SqliteConnections.Value(reader, "SELECT bytes FROM tile WHERE path = $path", ("$path", path.ToString()));
    }

    public ReadOnlyMemory<byte>? ReadBlob(string sha256)
    {
        lock (reading) return (byte[]?)SqliteConnections.Value(reader, "SELECT bytes FROM blob WHERE sha256 = $name", ("$name", sha256)) is { } bytes ? bytes : default(ReadOnlyMemory<byte>?);
    }

    public IEnumerable<string> BlobNames()
    {
        using var own = SqliteConnections.Open(file, writing: false);
        using var command = own.CreateCommand();
        command.CommandText = "SELECT sha256 FROM blob ORDER BY sha256";
        using var rows = command.ExecuteReader();
        while (rows.Read()) yield return rows.GetString(0);
    }

    public void EraseBlob(string sha256)
    {
        Write("DELETE FROM blob WHERE sha256 = $a AND $b = ''", sha256, "");
        // Also from the write-ahead log, which keeps pages as they were.
        lock (writing) SqliteConnections.Run(writer!, "PRAGMA wal_checkpoint(TRUNCATE)");
    }

    public byte[]? ReadCheckpoint()
    {
        lock (reading) return (byte[]?)SqliteConnections.Value(reader, "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1");
    }

    public void KeepCheckpoint(KeptCheckpoint checkpoint)
    {
        lock (writing) Keep(writer ?? throw new InvalidOperationException("The store is open to look only."), checkpoint);
    }

    private static void Keep(SqliteConnection connection, KeptCheckpoint checkpoint) =>
        Insert(connection, "INSERT INTO checkpoint(size, note) VALUES ($a, $b) ON CONFLICT (size) DO UPDATE SET note = excluded.note", checkpoint.Size, checkpoint.Note);

    /// <summary>A consistent copy of the whole file while it is in use (SQLite's online backup).</summary>
    public void BackUp(string target)
    {
        using var copy = SqliteConnections.Open(target, writing: true, create: true);
        using var own = SqliteConnections.Open(file, writing: false);
        own.BackupDatabase(copy);
    }

    public void Dispose()
    {
        reader.Dispose();
        writer?.Dispose();
    }

    private void Write(string sql, object a, object b)
    {
        lock (writing) Insert(writer ?? throw new InvalidOperationException("The store is open to look only."), sql, a, b);
    }

    private static void Insert(SqliteConnection connection, string sql, object a, object b)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("$a", a);
        command.Parameters.AddWithValue("$b", b);
        command.ExecuteNonQuery();
    }

    private static LedgerHead Head(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT size, root FROM head";
        using var row = command.ExecuteReader();
        if (!row.Read()) throw new StoreFaultException("the log has no head");
        return new(row.GetInt64(0), new Hash((byte[])row.GetValue(1)));
    }
}
