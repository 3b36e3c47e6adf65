using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Node.Chronologies;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>The data set beside the project, with what its authors expect of each guard. Only tests read these expectations.</summary>
internal sealed record Labels(Datum.Map Root, string Yaml)
{
    private const string Name = "replay-1923.yml";

    /// <summary>Skips where the data set is absent.</summary>
    public static Labels Read()
    {
        var file = Path.Combine(Path.GetDirectoryName(ConformanceData.Root) ?? "", Name);
        Assert.SkipUnless(File.Exists(file), $"{Name} is not there: expectations of guards are not checked");
        var yaml = File.ReadAllText(file);
        return new((Datum.Map)YamlTree.Read(yaml, [])!, yaml);
    }

    public ChronologyFile Chronology => new(Name, Yaml);

    public IEnumerable<Datum.Map> Section(string name) => ((Datum.List)Root[name]!).Items.Cast<Datum.Map>();

    /// <summary>Guard, whether it is of the core, the events where it ought to fire, and those that it is about without firing.</summary>
    public IEnumerable<(string Guard, bool Core, ImmutableHashSet<string> Fires, ImmutableHashSet<string> Concerned)> Guards =>
        Section("guards").Select(g => (Text(g, "name")!, Text(g, "priority") == "core", Ids(g, "fires_in"), Ids(g, "concerned_in")));

    public static string? Text(Datum.Map map, string key) => map[key] switch { Datum.Text t => t.Value, Datum.Number n => n.Canonical, Datum.Truth b => b.Value ? "true" : "false", _ => null };

    public static ImmutableHashSet<string> Ids(Datum.Map map, string key) =>
        map[key] is Datum.List list ? [.. list.Items.OfType<Datum.Text>().Select(t => t.Value)] : [];
}
