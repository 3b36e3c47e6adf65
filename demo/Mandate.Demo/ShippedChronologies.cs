using System.Collections.Immutable;
using Mandate.Node.Chronologies;

namespace Mandate.Demo;

/// <summary>The chronologies that come with the program, by the name of their folder.</summary>
public static class ShippedChronologies
{
    private const string Prefix = "chronologies/";

    public static ImmutableArray<string> Names { get; } =
        [.. Resources().Select(r => r.Split('/')[1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public static IEnumerable<ChronologyFile> Files(string name) =>
        Resources().Where(r => r.StartsWith($"{Prefix}{name}/", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(r => new ChronologyFile(r[Prefix.Length..], Read(r)));

    /// <summary>Constitutions under which the acts of a chronology can be looked at again: those of the time, then a sound one of today.</summary>
    public static ImmutableArray<string> Constitutions { get; } = ["rkp-1919", "rkp-1922", "party"];

    /// <summary>The YAML of one of <see cref="Constitutions"/>.</summary>
    public static string Constitution(string name) => Read("constitutions/" + name);

    private static IEnumerable<string> Resources() =>
        typeof(ShippedChronologies).Assembly.GetManifestResourceNames().Where(r => r.StartsWith(Prefix, StringComparison.Ordinal));

    private static string Read(string resource)
    {
        using var stream = typeof(ShippedChronologies).Assembly.GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
