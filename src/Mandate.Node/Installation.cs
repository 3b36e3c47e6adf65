using System.Collections.Concurrent;
using Mandate.Node.Sequencing;
using Mandate.Node.Stores;

namespace Mandate.Node;

/// <summary>A data folder with one folder per organisation, and their secret keys in a folder outside it.</summary>
public sealed class Installation : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, OrganisationNode> organisations = new(StringComparer.Ordinal);
    private readonly NodeOptions options;

    private Installation(string data, string keys, NodeOptions options)
    {
        Data = data;
        Keys = keys;
        this.options = options;
    }

    public string Data { get; }

    public string Keys { get; }

    /// <summary>Organisations that could not be opened, and why: the others run all the same.</summary>
    public ConcurrentDictionary<string, string> Faults { get; } = new(StringComparer.Ordinal);

    /// <summary>Those that run, by folder name, in order.</summary>
    public IEnumerable<KeyValuePair<string, OrganisationNode>> Organisations => organisations.OrderBy(o => o.Key, StringComparer.Ordinal);

    /// <summary>Opens the folder, which is made where it is not there, and every organisation in it.</summary>
    /// <param name="keys">Where secret keys lie: one folder per organisation; null for beside the data folder.</param>
    /// <param name="options">The clock, and where logs are kept.</param>
    /// <exception cref="StoreFaultException">The keys would lie within the data.</exception>
    public static Installation Open(string data, string? keys = null, NodeOptions? options = null)
    {
        data = Path.GetFullPath(data);
        keys = Path.GetFullPath(keys ?? OrganisationFolder.DefaultKeys(data));
        if (keys == data || keys.StartsWith(data + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            throw new StoreFaultException($"{keys}: secret keys must not lie within the data folder {data}, or a copy of the data is a copy of the keys");
        Directory.CreateDirectory(data);
        OrganisationFolder.MakePrivate(keys);
        var installation = new Installation(data, keys, options ?? new());
        foreach (var folder in Directory.EnumerateDirectories(data).Where(OrganisationFolder.IsOne).Order(StringComparer.Ordinal)) installation.Take(folder);
        return installation;
    }

    public OrganisationNode? Find(string name) => organisations.GetValueOrDefault(name);

    /// <summary>Makes a new organisation with an empty log in a folder of that name.</summary>
    /// <exception cref="ArgumentException">The name is not 1 to 64 lower-case letters, digits and hyphens.</exception>
    /// <exception cref="StoreFaultException">There is one of that name.</exception>
    public OrganisationNode Create(string name, NodeOptions? options = null)
    {
        if (!IsName(name)) throw new ArgumentException($"'{name}': the name of an organisation's folder is 1 to 64 lower-case letters, digits and hyphens", nameof(name));
        var node = OrganisationNode.Create(Path.Combine(Data, name), (options ?? new()) with { Time = this.options.Time, Keys = Path.Combine(Keys, name), Postgres = this.options.Postgres, InPostgres = this.options.InPostgres });
        organisations[name] = node;
        return node;
    }

    public static bool IsName(string name) => name.Length is > 0 and <= 64 && name[0] != '-' && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, node) in organisations) await node.DisposeAsync();
        organisations.Clear();
    }

    private void Take(string folder)
    {
        var name = Path.GetFileName(folder);
        try
        {
            organisations[name] = OrganisationNode.Open(folder, options);
        }
        catch (Exception e) when (e is StoreFaultException or RollbackException or System.Data.Common.DbException or IOException or UnauthorizedAccessException)
        {
            Faults[name] = e.Message;
        }
    }
}
