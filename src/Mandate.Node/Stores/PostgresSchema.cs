using System.Globalization;
using Mandate.Ledger;
using Npgsql;

namespace Mandate.Node.Stores;

/// <summary>The tables of one organisation's schema, and what a server must promise before acts are written to it.</summary>
internal static class PostgresSchema
{
    public const int Version = 1;

    public static void Create(NpgsqlDataSource database, string schema) => Run(database, $"""
        CREATE SCHEMA IF NOT EXISTS {schema};
        CREATE TABLE IF NOT EXISTS {schema}.entry(
          idx bigint PRIMARY KEY,
          id text NOT NULL UNIQUE,
          leaf bytea NOT NULL CHECK (octet_length(leaf) = 32),
          body bytea NOT NULL CHECK (octet_length(body) BETWEEN 1 AND 65535));
        CREATE TABLE IF NOT EXISTS {schema}.tile(path text PRIMARY KEY, bytes bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS {schema}.blob(sha256 text PRIMARY KEY CHECK (length(sha256) = 64), bytes bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS {schema}.head(one int PRIMARY KEY CHECK (one = 1), version int NOT NULL, size bigint NOT NULL, root bytea NOT NULL);
        CREATE TABLE IF NOT EXISTS {schema}.checkpoint(size bigint PRIMARY KEY, note bytea NOT NULL);
        INSERT INTO {schema}.head(one, version, size, root) VALUES (1, {Version}, 0, '\x{MerkleTree.EmptyRoot.ToHex()}') ON CONFLICT DO NOTHING;
        CREATE OR REPLACE FUNCTION {schema}.never() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '% of % is never allowed', TG_OP, TG_TABLE_NAME; END $$;
        CREATE OR REPLACE TRIGGER entry_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.entry EXECUTE FUNCTION {schema}.never();
        CREATE OR REPLACE TRIGGER tile_is_never_changed BEFORE UPDATE OR DELETE OR TRUNCATE ON {schema}.tile EXECUTE FUNCTION {schema}.never();
        CREATE OR REPLACE TRIGGER blob_is_never_changed BEFORE UPDATE ON {schema}.blob EXECUTE FUNCTION {schema}.never();
        """);

    /// <exception cref="StoreFaultException">A setting under which acknowledged acts can be lost; the message names it.</exception>
    /// <param name="several">Another server takes over when this one fails: then it must have every act before the act is acknowledged.</param>
    public static void RequireDurable(NpgsqlDataSource database, bool several)
    {
        Require("fsync", "on");
        Require("full_page_writes", "on");
        Require("synchronous_commit", "on", "remote_apply");
        Require("data_checksums", "on");
        if (several && Setting("synchronous_standby_names").Length == 0)
            throw new StoreFaultException("several PostgreSQL hosts are named, and synchronous_standby_names is empty: a failover would lose acts that were acknowledged");

        void Require(string setting, params string[] needs)
        {
            var found = Setting(setting);
            if (!needs.Contains(found, StringComparer.Ordinal))
                throw new StoreFaultException($"the PostgreSQL server has {setting} = {found}, and {string.Join(" or ", needs)} is needed for acts to be durable");
        }

        string Setting(string name)
        {
            using var command = database.CreateCommand($"SHOW {name}");
            return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
        }
    }

    public static void RequireVersion(NpgsqlDataSource database, string schema)
    {
        try
        {
            using var command = database.CreateCommand($"SELECT version FROM {schema}.head");
            var found = Convert.ToInt32(command.ExecuteScalar(), CultureInfo.InvariantCulture);
            if (found != Version) throw new StoreFaultException($"{schema}: has format {found}, and this program reads format {Version}");
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            throw new StoreFaultException($"{schema}: holds no log", e);
        }
    }

    private static void Run(NpgsqlDataSource database, string sql)
    {
        using var command = database.CreateCommand(sql);
        command.ExecuteNonQuery();
    }
}
