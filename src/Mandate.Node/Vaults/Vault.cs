using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Mandate.Node.Stores;
using Mandate.Organisation.Acts;
using Microsoft.Data.Sqlite;

namespace Mandate.Node.Vaults;

/// <summary>
/// Personal data of one organisation, outside its log: <c>vault.db</c>. Each person's fields are encrypted under a key of their own. Those
/// keys lie apart from the data, in <c>vault-keys.db</c> beside <c>vault.key</c>, which wraps them: a copy of the data holds no key, so
/// deleting a person's key makes every copy of their rows unreadable, however old.
/// </summary>
public sealed class Vault : IDisposable
{
    private const string Schema = """
        CREATE TABLE IF NOT EXISTS field(
          person TEXT NOT NULL,
          personal TEXT NOT NULL,
          name TEXT NOT NULL,
          salted BLOB NOT NULL,
          PRIMARY KEY (person, personal, name)) STRICT;
        CREATE TABLE IF NOT EXISTS reading(at TEXT NOT NULL, by TEXT NOT NULL, what TEXT NOT NULL, count INTEGER NOT NULL) STRICT;
        CREATE TABLE IF NOT EXISTS note(person TEXT NOT NULL, about TEXT NOT NULL, sealed BLOB NOT NULL, PRIMARY KEY (person, about)) STRICT;
        CREATE TABLE IF NOT EXISTS current(person TEXT PRIMARY KEY, personal TEXT NOT NULL) STRICT;
        """;

    private const string KeySchema = """
        PRAGMA keys.journal_mode = WAL;
        PRAGMA keys.synchronous = FULL;
        PRAGMA keys.secure_delete = ON;
        CREATE TABLE IF NOT EXISTS keys.person(id TEXT PRIMARY KEY, wrapped BLOB NOT NULL) STRICT;
        """;

    private readonly SqliteConnection connection;
    private readonly byte[] master;
    private readonly Lock gate = new();

    /// <summary>What has been read: a page of names asks for hundreds.</summary>
    private readonly Dictionary<string, ImmutableSortedDictionary<string, string>?> opened = new(StringComparer.Ordinal);

    /// <summary>The keys of pseudonyms, once they have been asked for.</summary>
    private Dictionary<string, byte[]>? registerKeys;

    private Vault(SqliteConnection connection, byte[] master)
    {
        this.connection = connection;
        this.master = master;
    }

    /// <summary>Where the keys of persons lie: beside the key that wraps them, apart from the data.</summary>
    internal static string KeysBeside(string keyFile) => Path.Combine(Path.GetDirectoryName(keyFile)!, "vault-keys.db");

    /// <exception cref="StoreFaultException">The key is missing or malformed, or the file is not a vault.</exception>
    internal static Vault Open(string file, string keyFile)
    {
        if (!File.Exists(keyFile)) throw new StoreFaultException($"{keyFile}: the key of the vault is missing; without it no name can be read");
        byte[] wrapping;
        try
        {
            wrapping = Convert.FromBase64String(File.ReadAllText(keyFile).Trim());
        }
        catch (FormatException e)
        {
            throw new StoreFaultException($"{keyFile}: needs 32 bytes in base64", e);
        }
        if (wrapping.Length != 32) throw new StoreFaultException($"{keyFile}: needs 32 bytes in base64, not {wrapping.Length}");
        var database = SqliteConnections.Open(file, writing: true, create: true);
        SqliteConnections.Run(database, Schema);
        using (var attach = database.CreateCommand())
        {
            attach.CommandText = "ATTACH DATABASE $keys AS keys";
            attach.Parameters.AddWithValue("$keys", KeysBeside(keyFile));
            attach.ExecuteNonQuery();
        }
        SqliteConnections.Run(database, KeySchema);
        return new(database, wrapping);
    }

    /// <summary>
    /// Keeps personal data of many persons, durable when it returns, and gives each one's commitment for the log. What was kept before
    /// stays, for the entries that committed to it.
    /// </summary>
    public ImmutableDictionary<string, string> Keep(IEnumerable<KeyValuePair<string, ImmutableSortedDictionary<string, string>>> persons)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var commitments = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var (person, fields) in persons) commitments[person] = Keep(person, fields);
            transaction.Commit();
            return commitments.ToImmutable();
        }
    }

    /// <inheritdoc cref="Keep(IEnumerable{KeyValuePair{string, ImmutableSortedDictionary{string, string}}})"/>
    public string Keep(string person, IEnumerable<KeyValuePair<string, string>> fields) =>
        Keep([KeyValuePair.Create(person, fields.ToImmutableSortedDictionary(StringComparer.Ordinal))])[person];

    /// <summary>A person's fields as kept last; null where there are none, or they have been erased.</summary>
    public ImmutableSortedDictionary<string, string>? Read(string person)
    {
        lock (gate)
        {
            if (opened.TryGetValue(person, out var known)) return known;
            var found = KeyOf(person) is { } key && Current(person) is { } personal
                ? Fields(person, personal, key).ToImmutableSortedDictionary(f => f.Key, f => f.Value.Text, StringComparer.Ordinal)
                : null;
            opened[person] = found;
            return found;
        }
    }

    /// <summary>All persons with their fields, in order of id.</summary>
    public ImmutableSortedDictionary<string, ImmutableSortedDictionary<string, string>> ReadAll()
    {
        lock (gate)
        {
            var persons = new List<(string Id, byte[] Wrapped, string Personal)>();
            using (var command = Command("SELECT p.id, p.wrapped, c.personal FROM keys.person p JOIN current c ON c.person = p.id"))
            using (var rows = command.ExecuteReader())
                while (rows.Read()) persons.Add((rows.GetString(0), (byte[])rows.GetValue(1), rows.GetString(2)));
            return persons.ToImmutableSortedDictionary(
                p => p.Id,
                p => Fields(p.Id, p.Personal, Unwrap(p.Id, p.Wrapped)).ToImmutableSortedDictionary(f => f.Key, f => f.Value.Text, StringComparer.Ordinal),
                StringComparer.Ordinal);
        }
    }

    /// <summary>What the person may keep to prove what the log commits to; null where that is not (or no longer) here.</summary>
    public Disclosure? Disclose(string person, string personal)
    {
        lock (gate)
        {
            if (KeyOf(person) is not { } key) return null;
            var fields = Fields(person, personal, key).ToImmutableSortedDictionary(StringComparer.Ordinal);
            return fields.IsEmpty ? null : new(person, personal, fields);
        }
    }

    /// <summary>Deletes a person's key and rows, also from the files' free pages and their write-ahead logs.</summary>
    public bool Erase(string person)
    {
        lock (gate)
        {
            opened.Remove(person);
            registerKeys?.Remove(person);
            using (var transaction = connection.BeginTransaction(deferred: false))
            {
                using var command = Command("DELETE FROM keys.person WHERE id = $a", person);
                var known = command.ExecuteNonQuery() > 0;
                Run("DELETE FROM field WHERE person = $a", person);
                Run("DELETE FROM current WHERE person = $a", person);
                Run("DELETE FROM note WHERE person = $a", person);
                transaction.Commit();
                if (!known) return false;
            }
            SqliteConnections.Run(connection, "PRAGMA wal_checkpoint(TRUNCATE)");
            return true;
        }
    }

    /// <summary>
    /// The pseudonym of a person in a matter. Whoever has no key yet gets one, durable before it is used: a pseudonym must be the same
    /// for ever. After an erasure none can be made again.
    /// </summary>
    public string Name(string person, string matter)
    {
        lock (gate)
        {
            if (registerKeys is null) ReadRegisterKeys();
            if (!registerKeys!.TryGetValue(person, out var key)) registerKeys[person] = key = Pseudonyms.RegisterKey(NewKey(person));
            return Pseudonyms.Of(key, matter);
        }
    }

    /// <summary>Gives a key to all who have none, at once: a register opens with all its members.</summary>
    public void Ensure(IEnumerable<string> persons)
    {
        lock (gate)
        {
            if (registerKeys is null) ReadRegisterKeys();
            var missing = persons.Where(p => !registerKeys!.ContainsKey(p)).ToList();
            if (missing.Count == 0) return;
            using var transaction = connection.BeginTransaction(deferred: false);
            var keys = missing.ToDictionary(p => p, p => Pseudonyms.RegisterKey(NewKey(p)), StringComparer.Ordinal);
            transaction.Commit();
            foreach (var (person, key) in keys) registerKeys![person] = key;
        }
    }

    /// <summary>Ids of all persons, in order.</summary>
    public ImmutableArray<string> Persons
    {
        get
        {
            lock (gate)
            {
                using var command = Command("SELECT id FROM keys.person ORDER BY id");
                using var rows = command.ExecuteReader();
                var found = ImmutableArray.CreateBuilder<string>();
                while (rows.Read()) found.Add(rows.GetString(0));
                return found.ToImmutable();
            }
        }
    }

    /// <summary>Writes down that somebody took out the data of many persons: a list of addresses, letters.</summary>
    public void NoteReading(string by, string what, int count, DateTimeOffset at)
    {
        if (count == 0) return;
        lock (gate) Run("INSERT INTO reading(at, by, what, count) VALUES ($a, $b, $c, $d)", at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture), by, what, count);
    }

    /// <summary>Who took out the data of many, the latest first.</summary>
    public IReadOnlyList<Reading> Readings(int limit)
    {
        lock (gate)
        {
            using var command = Command("SELECT at, by, what, count FROM reading ORDER BY rowid DESC LIMIT $a", limit);
            using var rows = command.ExecuteReader();
            var found = new List<Reading>();
            while (rows.Read()) found.Add(new(DateTimeOffset.Parse(rows.GetString(0), CultureInfo.InvariantCulture), rows.GetString(1), rows.GetString(2), rows.GetInt32(3)));
            return found;
        }
    }

    /// <summary>Keeps a person's own note under their key; an empty one deletes it.</summary>
    public void KeepNote(string person, string about, string text)
    {
        lock (gate)
        {
            if (text.Length == 0) Run("DELETE FROM note WHERE person = $a AND about = $b", person, about);
            else
            {
                Run("INSERT INTO note(person, about, sealed) VALUES ($a, $b, $c) ON CONFLICT (person, about) DO UPDATE SET sealed = excluded.sealed", person, about,
                    Sealing.Seal(KeyOf(person) ?? NewKey(person), Encoding.UTF8.GetBytes(text), $"{person}/note/{about}"));
            }
        }
    }

    /// <summary>A person's own notes, by what they are about.</summary>
    public ImmutableSortedDictionary<string, string> NotesOf(string person)
    {
        lock (gate)
        {
            var notes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            if (KeyOf(person) is not { } key) return notes.ToImmutable();
            using var command = Command("SELECT about, sealed FROM note WHERE person = $a", person);
            using var rows = command.ExecuteReader();
            while (rows.Read())
            {
                var about = rows.GetString(0);
                try
                {
                    notes[about] = Encoding.UTF8.GetString(Sealing.Open(key, (byte[])rows.GetValue(1), $"{person}/note/{about}"));
                }
                catch (CryptographicException e)
                {
                    throw new StoreFaultException($"vault: a note of {person} cannot be opened; it was changed, or it is another vault's", e);
                }
            }
            return notes.ToImmutable();
        }
    }

    internal void BackUp(string target)
    {
        lock (gate)
        {
            using var copy = SqliteConnections.Open(target, writing: true, create: true);
            connection.BackupDatabase(copy);
        }
    }

    public void Dispose() => connection.Dispose();

    private string Keep(string person, ImmutableSortedDictionary<string, string> fields)
    {
        opened.Remove(person);
        var key = KeyOf(person) ?? NewKey(person);
        registerKeys?.TryAdd(person, Pseudonyms.RegisterKey(key));
        var salts = fields.ToDictionary(f => f.Key, _ => RandomNumberGenerator.GetBytes(Commitment.SaltLength), StringComparer.Ordinal);
        var personal = Commitment.OfFields(fields.Select(f => KeyValuePair.Create(f.Key, Commitment.Of(salts[f.Key], f.Value))));
        foreach (var (name, text) in fields)
            Run("INSERT INTO field(person, personal, name, salted) VALUES ($a, $b, $c, $d)", person, personal, name,
                Sealing.Seal(key, [.. salts[name], .. Encoding.UTF8.GetBytes(text)], $"{person}/{name}"));
        Run("INSERT INTO current(person, personal) VALUES ($a, $b) ON CONFLICT (person) DO UPDATE SET personal = excluded.personal", person, personal);
        return personal;
    }

    private List<KeyValuePair<string, DisclosedField>> Fields(string person, string personal, byte[] key)
    {
        using var command = Command("SELECT name, salted FROM field WHERE person = $a AND personal = $b", person, personal);
        using var rows = command.ExecuteReader();
        var found = new List<KeyValuePair<string, DisclosedField>>();
        while (rows.Read())
        {
            var name = rows.GetString(0);
            byte[] plain;
            try
            {
                plain = Sealing.Open(key, (byte[])rows.GetValue(1), $"{person}/{name}");
            }
            catch (CryptographicException e)
            {
                throw new StoreFaultException($"vault: the field {name} of {person} cannot be opened; it was changed, or it is another vault's", e);
            }
            found.Add(KeyValuePair.Create(name, new DisclosedField(Encoding.UTF8.GetString(plain.AsSpan(Commitment.SaltLength)), Convert.ToHexStringLower(plain.AsSpan(0, Commitment.SaltLength)))));
        }
        return found;
    }

    private byte[] NewKey(string person)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        Run("INSERT INTO keys.person(id, wrapped) VALUES ($a, $b)", person, Sealing.Seal(master, key, person));
        return key;
    }

    private void ReadRegisterKeys()
    {
        registerKeys = new(StringComparer.Ordinal);
        using var command = Command("SELECT id, wrapped FROM keys.person");
        using var rows = command.ExecuteReader();
        while (rows.Read()) registerKeys[rows.GetString(0)] = Pseudonyms.RegisterKey(Unwrap(rows.GetString(0), (byte[])rows.GetValue(1)));
    }

    private byte[]? KeyOf(string person)
    {
        using var command = Command("SELECT wrapped FROM keys.person WHERE id = $a", person);
        return command.ExecuteScalar() is byte[] wrapped ? Unwrap(person, wrapped) : null;
    }

    private byte[] Unwrap(string person, byte[] wrapped)
    {
        try
        {
            return Sealing.Open(master, wrapped, person);
        }
        catch (CryptographicException e)
        {
            throw new StoreFaultException($"vault: the key of {person} cannot be opened; vault.key belongs to another vault", e);
        }
    }

    private string? Current(string person)
    {
        using var command = Command("SELECT personal FROM current WHERE person = $a", person);
        return (string?)command.ExecuteScalar();
    }

    private void Run(string sql, params ReadOnlySpan<object> values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    private SqliteCommand Command(string sql, params ReadOnlySpan<object> values)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++) command.Parameters.AddWithValue($"${(char)('a' + i)}", values[i]);
        return command;
    }
}
