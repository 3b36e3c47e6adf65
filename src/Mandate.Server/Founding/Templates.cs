using System.Collections.Immutable;
using System.Reflection;
using Mandate.Constitutions.Reader;

namespace Mandate.Server.Founding;

/// <summary>A ready-made constitution to begin with.</summary>
/// <param name="Texts">The legal text beside it, by language.</param>
public sealed record Template(string Id, string Yaml, ImmutableSortedDictionary<string, string> Texts)
{
    /// <summary>Those of the folder <c>constitutions</c>, which are inside the program.</summary>
    public static ImmutableArray<Template> All { get; } = Embedded(typeof(Template).Assembly);

    public static Template? Find(string? id) => All.FirstOrDefault(t => t.Id == id);

    /// <summary>What the organisation is called in it, in that language.</summary>
    public string Title(string language) => ConstitutionReader.Read(Yaml).Constitution?.Title.In(language) ?? Id;

    private static ImmutableArray<Template> Embedded(Assembly assembly)
    {
        const string prefix = "constitutions/";
        var files = assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal)).ToList();
        return [.. files.Where(f => f.EndsWith("/constitution.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(f =>
        {
            var folder = f[..(f.LastIndexOf('/') + 1)];
            return new Template(folder[prefix.Length..^1], Read(f), files.Where(t => t.StartsWith(folder + "text.", StringComparison.Ordinal)).ToImmutableSortedDictionary(t => t[(folder.Length + 5)..^3], Read, StringComparer.Ordinal));
        })];

        string Read(string name)
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            return reader.ReadToEnd();
        }
    }
}
