using System.Collections.Immutable;
using Mandate.Node;

namespace Mandate.Demo;

/// <summary>Puts the demo into an installation that has nothing in it yet.</summary>
public static class DemoInstallation
{
    public const string Name = UnionFederation.Id;

    private const string Folder = "union-federation/";

    /// <summary>The constitution of the demo: its YAML, and its adopted text per language.</summary>
    public static (string Yaml, ImmutableSortedDictionary<string, string> Texts) Constitution { get; } = (
        Read(Folder + "constitution.yaml"),
        typeof(DemoInstallation).Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Folder + "text.", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(n => n.Split('.')[1], Read, StringComparer.Ordinal));

    /// <summary>Plays the demo where there is no organisation at all; says whether it did.</summary>
    public static bool PlayInto(Installation installation, DateOnly today)
    {
        if (installation.Organisations.Any()) return false;
        Unfinished.Begin(installation.Data, Name);
        var start = new DateTimeOffset(today.AddDays(-UnionFederation.FoundedDaysAgo), new TimeOnly(9, 0), TimeSpan.Zero);
        var node = installation.Create(Name, new NodeOptions { RehearsalStart = start });
        var floor = new NodeFloor(node);
        UnionFederation.Play(floor, Constitution.Yaml, Constitution.Texts, today);
        floor.Settle();
        Unfinished.Done(installation.Data, Name);
        return true;
    }

    private static string Read(string name)
    {
        using var stream = typeof(DemoInstallation).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
