using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Mandate.Server.SignIn;

/// <summary>A card that was issued.</summary>
/// <param name="Id">Its public part.</param>
/// <param name="By">Who issued it.</param>
/// <param name="Used">When somebody last signed in with it.</param>
public sealed record Card(string Id, string Person, string By, DateTimeOffset Issued, DateTimeOffset? Used);

/// <summary>What became of a code that was shown.</summary>
public abstract record Shown
{
    private Shown() { }

    public sealed record Accepted(string Person, string Card) : Shown;

    public sealed record Wrong : Shown;

    /// <summary>Too many wrong codes for that card: none is looked at until then.</summary>
    public sealed record Locked(DateTimeOffset Until) : Shown;
}

/// <summary>
/// Who may sign in with which card: <c>sign-in.db</c> in the organisation's folder, beside the vault and outside the log. It holds
/// no code, only salted hashes of them; a person has one card, and a new one ends the old one.
/// </summary>
public sealed partial class CardStore : IDisposable
{
    /// <summary>Wrong codes in a row after which a card is locked, and for how long.</summary>
    public const int Tries = 10;

    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    /// <summary>The secrets are random and long, so the hash need not be slow to keep them; it need only not be fast for nothing.</summary>
    private const int Rounds = 10_000;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS card(
          id TEXT PRIMARY KEY, person TEXT NOT NULL, salt BLOB NOT NULL, hash BLOB NOT NULL, rounds INTEGER NOT NULL,
          issued_by TEXT NOT NULL, issued TEXT NOT NULL, used TEXT, ended TEXT, ended_by TEXT,
          wrong INTEGER NOT NULL DEFAULT 0, wrong_at TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS card_person ON card(person);
        """;

    private readonly SqliteConnection connection;
    private readonly Lock gate = new();

    private CardStore(SqliteConnection connection) => this.connection = connection;

    public static CardStore Open(string file)
    {
        var opened = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false, DefaultTimeout = 10 }.ToString());
        opened.Open();
        var store = new CardStore(opened);
        store.Run("PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON");
        store.Run(Schema);
        store.Run(PassSchema);
        store.Run(PasskeySchema);
        return store;
    }

    /// <summary>Issues a card to each; their old ones end. The codes are given here and never again.</summary>
    public IReadOnlyList<(string Person, CardCode Code)> Issue(IEnumerable<string> persons, string by, DateTimeOffset at)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            var issued = new List<(string, CardCode)>();
            foreach (var person in persons)
            {
                End(person, by, at);
                var code = Free();
                var salt = RandomNumberGenerator.GetBytes(16);
                Run("INSERT INTO card(id, person, salt, hash, rounds, issued_by, issued) VALUES ($a, $b, $c, $d, $e, $f, $g)", code.Id, person, salt, Hash(code.Secret, salt, Rounds), Rounds, by, Text(at));
                issued.Add((person, code));
            }
            transaction.Commit();
            return issued;
        }
    }

    /// <summary>Ends a person's card; whoever is signed in with it is a visitor from now on.</summary>
    public bool Revoke(string person, string by, DateTimeOffset at)
    {
        lock (gate) return End(person, by, at) > 0;
    }

    public Shown Show(CardCode code, DateTimeOffset at)
    {
        lock (gate)
        {
            using var command = Command("SELECT person, salt, hash, rounds, wrong, wrong_at FROM card WHERE id = $a AND ended IS NULL", code.Id);
            using var row = command.ExecuteReader();
            if (!row.Read())
            {
                // As long as for a card that is there, so that the time tells nothing.
                Hash(code.Secret, new byte[16], Rounds);
                return new Shown.Wrong();
            }
            var wrong = row.GetInt32(4);
            if (wrong >= Tries && !row.IsDBNull(5) && Moment(row.GetString(5)) + LockedFor is var until)
            {
                if (at < until) return new Shown.Locked(until);
                wrong = 0;
            }
            if (CryptographicOperations.FixedTimeEquals(Hash(code.Secret, (byte[])row.GetValue(1), row.GetInt32(3)), (byte[])row.GetValue(2)))
            {
                Run("UPDATE card SET used = $b, wrong = 0 WHERE id = $a", code.Id, Text(at));
                return new Shown.Accepted(row.GetString(0), code.Id);
            }
            Run("UPDATE card SET wrong = $b, wrong_at = $c WHERE id = $a", code.Id, wrong + 1, Text(at));
            return new Shown.Wrong();
        }
    }

    /// <summary>Whether a card is still good, and that person's.</summary>
    public bool Holds(string card, string person)
    {
        lock (gate)
        {
            using var command = Command("SELECT 1 FROM card WHERE id = $a AND person = $b AND ended IS NULL", card, person);
            return command.ExecuteScalar() is not null;
        }
    }

    /// <summary>The cards that are good now, by person.</summary>
    public IReadOnlyDictionary<string, Card> Good()
    {
        lock (gate)
        {
            using var command = Command("SELECT id, person, issued_by, issued, used FROM card WHERE ended IS NULL");
            using var rows = command.ExecuteReader();
            var cards = new Dictionary<string, Card>(StringComparer.Ordinal);
            while (rows.Read()) cards[rows.GetString(1)] = new(rows.GetString(0), rows.GetString(1), rows.GetString(2), Moment(rows.GetString(3)), rows.IsDBNull(4) ? null : Moment(rows.GetString(4)));
            return cards;
        }
    }

    public void Dispose() => connection.Dispose();

    private CardCode Free()
    {
        while (true)
        {
            var code = CardCode.New();
            using var command = Command("SELECT 1 FROM card WHERE id = $a UNION ALL SELECT 1 FROM pass WHERE id = $a", code.Id);
            if (command.ExecuteScalar() is null) return code;
        }
    }

    private int End(string person, string by, DateTimeOffset at)
    {
        EndPasskeys(person, by, at);
        Run("UPDATE pass SET ended = $b WHERE person = $a AND kind <> 'slip' AND ended IS NULL", person, Text(at));
        using var command = Command("UPDATE card SET ended = $b, ended_by = $c WHERE person = $a AND ended IS NULL", person, Text(at), by);
        return command.ExecuteNonQuery();
    }

    private static byte[] Hash(string secret, byte[] salt, int rounds) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(secret), salt, rounds, HashAlgorithmName.SHA256, 32);

    private static string Text(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

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
