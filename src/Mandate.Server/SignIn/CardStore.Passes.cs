using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace Mandate.Server.SignIn;

/// <summary>A slip or a link that somebody signed in with: good for a while, never twice.</summary>
/// <param name="Session">For a slip: the session it binds to.</param>
public sealed record Pass(string Id, string Person, string? Session);

/// <summary>
/// What signs in once: a slip from the credentials desk, which binds a phone to a seat for one meeting, a link sent by e-mail, which is
/// bound to the browser that asked, and the word of the organisation's own sign-in service. Slips and links are kept as hashes and used up by the first who shows them.
/// </summary>
public sealed partial class CardStore
{
    /// <summary>How long a link is good: long enough to open a mailbox.</summary>
    public static readonly TimeSpan LinkLasts = TimeSpan.FromMinutes(15);

    private const string PassSchema = """
        CREATE TABLE IF NOT EXISTS pass(
          id TEXT PRIMARY KEY, kind TEXT NOT NULL, person TEXT NOT NULL, session TEXT, salt BLOB NOT NULL, hash BLOB NOT NULL, browser BLOB,
          issued_by TEXT NOT NULL, issued TEXT NOT NULL, used TEXT, ended TEXT, wrong INTEGER NOT NULL DEFAULT 0) STRICT;
        CREATE INDEX IF NOT EXISTS pass_person ON pass(person);
        """;

    /// <summary>A slip for somebody's seat in a session; an earlier one of theirs for it ends.</summary>
    public CardCode IssueSlip(string person, string session, string by, DateTimeOffset at)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            Run("UPDATE pass SET ended = $c WHERE kind = 'slip' AND person = $a AND session = $b AND ended IS NULL", person, session, Text(at));
            var code = Free();
            var salt = RandomNumberGenerator.GetBytes(16);
            Run("INSERT INTO pass(id, kind, person, session, salt, hash, issued_by, issued) VALUES ($a, 'slip', $b, $c, $d, $e, $f, $g)", code.Id, person, session, salt, Hash(code.Secret, salt, Rounds), by, Text(at));
            transaction.Commit();
            return code;
        }
    }

    /// <summary>The slip with that code, used up by this; null where it is wrong, used already or ended.</summary>
    public Pass? TakeSlip(CardCode code, DateTimeOffset at)
    {
        lock (gate) return Take("slip", code.Id, salt => Hash(code.Secret, salt, Rounds), null, null, at);
    }

    /// <summary>A link for somebody, good only in the browser that holds <paramref name="browser"/>. Its token is given here and never again.</summary>
    public string IssueLink(string person, ReadOnlySpan<byte> browser, DateTimeOffset at)
    {
        var (id, secret) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        lock (gate)
        {
            // The secret has 128 random bits: one round of hashing keeps it as well as many.
            Run("INSERT INTO pass(id, kind, person, salt, hash, browser, issued_by, issued) VALUES ($a, 'link', $b, $c, $d, $e, $b, $f)", id, person, Array.Empty<byte>(), LinkHash(secret), SHA256.HashData(browser), Text(at));
            return id + secret;
        }
    }

    /// <summary>The link with that token, used up by this; null where it is wrong, too old, used already, or of another browser.</summary>
    public Pass? TakeLink(string token, ReadOnlySpan<byte> browser, DateTimeOffset at)
    {
        if (token.Length != 48) return null;
        var hash = SHA256.HashData(browser);
        lock (gate) return Take("link", token[..16], _ => LinkHash(token[16..]), hash, at - LinkLasts, at);
    }

    /// <summary>Somebody whom the organisation's own sign-in service names came in.</summary>
    public Pass Arrive(string person, DateTimeOffset at)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        lock (gate) Run("INSERT INTO pass(id, kind, person, salt, hash, issued_by, issued, used) VALUES ($a, 'service', $b, $c, $c, $b, $d, $d)", id, person, Array.Empty<byte>(), Text(at));
        return new(id, person, null);
    }

    /// <summary>The pass that a cookie names, while it is that person's and has not ended.</summary>
    public Pass? PassOf(string id, string person)
    {
        lock (gate)
        {
            using var command = Command("SELECT session FROM pass WHERE id = $a AND person = $b AND used IS NOT NULL AND ended IS NULL", id, person);
            using var row = command.ExecuteReader();
            return row.Read() ? new(id, person, row.IsDBNull(0) ? null : row.GetString(0)) : null;
        }
    }

    /// <param name="browser">What the browser must hold; null where any may show it.</param>
    /// <param name="since">It was issued after that; null where it does not grow old.</param>
    private Pass? Take(string kind, string id, Func<byte[], byte[]> hash, byte[]? browser, DateTimeOffset? since, DateTimeOffset at)
    {
        using var transaction = connection.BeginTransaction(deferred: false);
        var pass = Find(kind, id, hash, browser, since);
        if (pass is not null) Run("UPDATE pass SET used = $b WHERE id = $a", id, Text(at));
        transaction.Commit();
        return pass;
    }

    private Pass? Find(string kind, string id, Func<byte[], byte[]> hash, byte[]? browser, DateTimeOffset? since)
    {
        using SqliteCommand command = Command("SELECT person, session, salt, hash, browser, issued FROM pass WHERE id = $a AND kind = $b AND used IS NULL AND ended IS NULL AND wrong < $c", id, kind, Tries);
        using var row = command.ExecuteReader();
        if (!row.Read())
        {
            // As long as for one that is there, so that the time tells nothing.
            hash(new byte[16]);
            return null;
        }
        var right = CryptographicOperations.FixedTimeEquals(hash((byte[])row.GetValue(2)), (byte[])row.GetValue(3))
            & (browser is null || CryptographicOperations.FixedTimeEquals(browser, (byte[])row.GetValue(4)));
        var pass = new Pass(id, row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1));
        var old = since is { } earliest && Moment(row.GetString(5)) < earliest;
        row.Close();
        if (!right) Run("UPDATE pass SET wrong = wrong + 1 WHERE id = $a", id);
        return right && !old ? pass : null;
    }

    private static byte[] LinkHash(string secret) => SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(secret));
}
