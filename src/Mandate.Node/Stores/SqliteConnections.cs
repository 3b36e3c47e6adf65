using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Mandate.Node.Stores;

/// <summary>Opens SQLite files so that a commit that returned survives a power cut, and refuses where that is not so.</summary>
internal static class SqliteConnections
{
    public static SqliteConnection Open(string file, bool writing, bool create = false)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Mode = create ? SqliteOpenMode.ReadWriteCreate : writing ? SqliteOpenMode.ReadWrite : SqliteOpenMode.ReadOnly,
            Pooling = false,
            DefaultTimeout = 10,
        }.ToString());
        try
        {
            connection.Open();
            Run(connection, "PRAGMA busy_timeout = 10000; PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA secure_delete = ON");
            if (writing) Run(connection, "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL");
            Require(connection, file, "foreign_keys", "1");
            if (writing)
            {
                Require(connection, file, "journal_mode", "wal");
                // 2 is FULL: with WAL, NORMAL loses acknowledged commits on a power cut.
                Require(connection, file, "synchronous", "2");
            }
            return connection;
        }
        catch (SqliteException e)
        {
            connection.Dispose();
            throw new StoreFaultException($"{file}: cannot be opened as SQLite ({e.Message})", e);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public static object? Value(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.AddWithValue(name, value);
        return command.ExecuteScalar() is { } found and not DBNull ? found : null;
    }

    private static void Require(SqliteConnection connection, string file, string pragma, string needs)
    {
        var found = Convert.ToString(Value(connection, $"PRAGMA {pragma}"), CultureInfo.InvariantCulture);
        if (found != needs) throw new StoreFaultException($"{file}: SQLite keeps {pragma} at {found}, and {needs} is needed for acts to be durable");
    }
}
