using System.Security.Cryptography;
using System.Text;
using Microsoft.Data.Sqlite;

namespace Mandate.Server.SignIn;

/// <summary>A passkey: a key pair on somebody's device, of which the public half is kept here (Web Authentication Level 3).</summary>
/// <param name="Id">The credential id that the device chose.</param>
/// <param name="Handle">What the device knows the person by (<see cref="CardStore.Handle"/>).</param>
/// <param name="Name">What the person calls the device.</param>
/// <param name="PublicKey">COSE encoding.</param>
/// <param name="Count">Signatures that the device says it has made; 0 where it does not count.</param>
/// <param name="Eligible">It may be copied to other devices of the same person.</param>
/// <param name="Copied">It has been.</param>
/// <param name="Used">When somebody last signed in with it.</param>
public sealed record Passkey(byte[] Id, string Person, string Handle, string Name, byte[] PublicKey, uint Count, bool Eligible, bool Copied, DateTimeOffset Added, DateTimeOffset? Used);

/// <summary>
/// Passkeys lie beside the cards. Whoever found a card could add one: when a card ends at the desk, because it was lost or is replaced, the passkeys of that
/// person end with it.
/// </summary>
public sealed partial class CardStore
{
    /// <summary>Passkeys that one person may have: a phone, a computer, a key on a ring, and some to spare.</summary>
    public const int MostPasskeys = 10;

    private const string PasskeySchema = """
        CREATE TABLE IF NOT EXISTS passkey(
          id BLOB PRIMARY KEY, person TEXT NOT NULL, handle TEXT NOT NULL, name TEXT NOT NULL, public_key BLOB NOT NULL, count INTEGER NOT NULL,
          eligible INTEGER NOT NULL, copied INTEGER NOT NULL, added TEXT NOT NULL, used TEXT, ended TEXT, ended_by TEXT) STRICT;
        CREATE INDEX IF NOT EXISTS passkey_person ON passkey(person);
        """;

    private const string PasskeyColumns = "SELECT id, person, handle, name, public_key, count, eligible, copied, added, used FROM passkey WHERE ended IS NULL AND ";

    /// <summary>A name for a person that tells a device nothing, and differs from organisation to organisation on one server.</summary>
    public static string Handle(string slug, string person) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{slug}\n{person}")).AsSpan(0, 16));

    /// <summary>False where the person has as many as they may, or somebody has one with that id.</summary>
    public bool Add(Passkey passkey)
    {
        lock (gate)
        {
            using var transaction = connection.BeginTransaction(deferred: false);
            if (Read(PasskeyColumns + "person = $a", passkey.Person).Count >= MostPasskeys) return false;
            using (var known = Command("SELECT 1 FROM passkey WHERE id = $a", passkey.Id))
                if (known.ExecuteScalar() is not null) return false;
            Run("INSERT INTO passkey(id, person, handle, name, public_key, count, eligible, copied, added) VALUES ($a, $b, $c, $d, $e, $f, $g, $h, $i)",
                passkey.Id, passkey.Person, passkey.Handle, passkey.Name, passkey.PublicKey, (long)passkey.Count, passkey.Eligible, passkey.Copied, Text(passkey.Added));
            transaction.Commit();
            return true;
        }
    }

    public IReadOnlyList<Passkey> PasskeysOf(string person)
    {
        lock (gate) return Read(PasskeyColumns + "person = $a ORDER BY added, name", person);
    }

    /// <summary>Whose passkeys go under that handle; null where there is none.</summary>
    public string? PersonBehind(string handle)
    {
        lock (gate) return Read(PasskeyColumns + "handle = $a LIMIT 1", handle) is [var one] ? one.Person : null;
    }

    public Passkey? FindPasskey(byte[] id)
    {
        lock (gate) return Read(PasskeyColumns + "id = $a", id) is [var one] ? one : null;
    }

    /// <summary>Somebody signed in with it.</summary>
    public void UsedPasskey(byte[] id, uint count, bool copied, DateTimeOffset at)
    {
        lock (gate) Run("UPDATE passkey SET count = $b, copied = $c, used = $d WHERE id = $a", id, (long)count, copied, Text(at));
    }

    /// <summary>Ends a passkey of that person's; whoever is signed in with it is a visitor from now on.</summary>
    public bool EndPasskey(string person, byte[] id, DateTimeOffset at)
    {
        lock (gate)
        {
            using var command = Command("UPDATE passkey SET ended = $c, ended_by = $b WHERE id = $a AND person = $b AND ended IS NULL", id, person, Text(at));
            return command.ExecuteNonQuery() > 0;
        }
    }

    private void EndPasskeys(string person, string by, DateTimeOffset at) => Run("UPDATE passkey SET ended = $b, ended_by = $c WHERE person = $a AND ended IS NULL", person, Text(at), by);

    private List<Passkey> Read(string sql, object value)
    {
        using SqliteCommand command = Command(sql, value);
        using var rows = command.ExecuteReader();
        var all = new List<Passkey>();
        while (rows.Read())
            all.Add(new((byte[])rows.GetValue(0), rows.GetString(1), rows.GetString(2), rows.GetString(3), (byte[])rows.GetValue(4), (uint)rows.GetInt64(5),
                rows.GetBoolean(6), rows.GetBoolean(7), Moment(rows.GetString(8)), rows.IsDBNull(9) ? null : Moment(rows.GetString(9))));
        return all;
    }
}
