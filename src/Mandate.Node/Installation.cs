using System.Collections.Concurrent;
using System.Security.Cryptography;
using Mandate.Node.Rehearsals;
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
        installation.RemoveUnfinished();
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

    /// <summary>Makes a practice copy of an organisation that is kept here: a rehearsal with a log and keys of its own, to be thrown away.</summary>
    /// <param name="maker">Who makes it; an id on that organisation's roll.</param>
    /// <exception cref="StoreFaultException">There is none of that name, or an act of its record cannot be repeated in a rehearsal. Nothing is left behind.</exception>
    public OrganisationNode Rehearse(string of, string maker)
    {
        var source = Find(of) ?? throw new StoreFaultException($"{of}: no such organisation is kept here");
        if (source.Practice is not null) throw new StoreFaultException($"{of}: is a practice copy itself");
        var name = $"{(of.Length > 40 ? of[..40].TrimEnd('-') : of)}-practice-{RandomNumberGenerator.GetHexString(6, lowercase: true)}";
        var (path, keys) = (Path.Combine(Data, name), Path.Combine(Keys, name));
        try
        {
            var folder = OrganisationFolder.Create(path, keys, origin: null);
            var practice = Practice.New(of, maker, options.Time.GetUtcNow());
            practice.Write(folder.PracticeFile);
            RehearsalCopy.Make(source, folder);
            (practice with { Complete = true }).Write(folder.PracticeFile);
            return organisations[name] = OrganisationNode.Open(path, options with { Keys = null });
        }
        catch
        {
            Remove(path, keys);
            throw;
        }
    }

    /// <summary>Throws a practice copy away, with its keys. Nothing else can be.</summary>
    /// <returns>False where there is no practice copy of that name.</returns>
    public async Task<bool> ThrowAwayAsync(string name)
    {
        if (Find(name) is not { Practice: not null } node || !organisations.TryRemove(KeyValuePair.Create(name, node))) return false;
        await node.DisposeAsync();
        Remove(Path.Combine(Data, name), Path.Combine(Keys, name));
        return true;
    }

    /// <summary>Practice copies whose making was interrupted.</summary>
    private void RemoveUnfinished()
    {
        foreach (var path in Directory.EnumerateDirectories(Data))
            if (Practice.Read(Path.Combine(path, OrganisationFolder.Practice)) is { Complete: false }) Remove(path, Path.Combine(Keys, Path.GetFileName(path)));
    }

    private static void Remove(string path, string keys)
    {
        foreach (var folder in (string[])[path, keys])
            if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
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
