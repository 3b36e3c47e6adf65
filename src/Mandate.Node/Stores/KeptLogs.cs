namespace Mandate.Node.Stores;

/// <summary>The log of an organisation's folder, wherever it is kept: in the folder's own file, or in PostgreSQL.</summary>
internal static class KeptLogs
{
    private const string InPostgres = "postgres ";

    /// <exception cref="StoreFaultException">It is there already, or PostgreSQL is asked for and not to be had.</exception>
    public static ILedgerStore Create(OrganisationFolder folder, NodeOptions options)
    {
        if (!options.InPostgres) return SqliteStore.Create(folder.LogFile);
        var name = NameOf(folder);
        var store = PostgresStore.Open(Connection(folder, options), name, create: true);
        if (store.ReadHead().Size > 0)
        {
            store.Dispose();
            throw new StoreFaultException($"the database holds a log {name} already, and a log is never overwritten");
        }
        OrganisationFolder.WriteNew(folder.StoreFile, InPostgres + name + "\n");
        return store;
    }

    /// <exception cref="StoreFaultException">Not there, damaged, or its server is not to be had.</exception>
    public static ILedgerStore Open(OrganisationFolder folder, NodeOptions options, bool readOnly = false)
    {
        if (!File.Exists(folder.StoreFile)) return SqliteStore.Open(folder.LogFile, readOnly);
        var text = File.ReadAllText(folder.StoreFile).Trim();
        return text.StartsWith(InPostgres, StringComparison.Ordinal)
            ? PostgresStore.Open(Connection(folder, options), text[InPostgres.Length..])
            : throw new StoreFaultException($"{folder.StoreFile}: needs 'postgres NAME', and '{text}' stands there");
    }

    private static string Connection(OrganisationFolder folder, NodeOptions options) => options.Postgres
        ?? throw new StoreFaultException($"{folder.Path}: its log is kept in PostgreSQL, and {NodeOptions.PostgresVariable} does not say where (Host=...;Database=...;Username=...)");

    /// <summary>Its folder's name for people, and the ledger's key so that no two are the same: <c>dockside_1f3a5c7e</c>.</summary>
    private static string NameOf(OrganisationFolder folder)
    {
        var plain = string.Concat(folder.Name.Where(char.IsAscii).Select(char.ToLowerInvariant).Select(c => char.IsAsciiLetterOrDigit(c) ? c : '_'));
        return $"{(plain.Length > 30 ? plain[..30] : plain)}_{folder.ReadKey().KeyId:x8}";
    }
}
