using Mandate.Node.Stores;

namespace Mandate.Node.Tests.Support;

/// <summary>The stores that every store test runs on. Without a PostgreSQL server its tests skip, or fail where it is required.</summary>
internal static class Engines
{
    public static TheoryData<string> All => ["memory", "sqlite", "postgres"];

    public static ILedgerStore Create(string engine, TemporaryFolder folder) => engine switch
    {
        "memory" => new MemoryStore(),
        "sqlite" => SqliteStore.Create(folder.At("log.db")),
        _ => PostgresStore.Open(Postgres, $"t{Guid.NewGuid():n}", create: true),
    };

    /// <summary>The server of MANDATE_TEST_POSTGRES.</summary>
    public static string Postgres
    {
        get
        {
            if (Environment.GetEnvironmentVariable("MANDATE_TEST_POSTGRES") is { Length: > 0 } server) return server;
            var required = (Environment.GetEnvironmentVariable("MANDATE_REQUIRE") ?? "").Split(',').Contains("postgres", StringComparer.Ordinal);
            if (required) Assert.Fail("PostgreSQL is required here, and MANDATE_TEST_POSTGRES names no server.");
            Assert.Skip("no PostgreSQL server (MANDATE_TEST_POSTGRES)");
            return "";
        }
    }
}
