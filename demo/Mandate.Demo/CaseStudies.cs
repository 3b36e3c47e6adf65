using Mandate.Node;
using Mandate.Node.Chronologies;

namespace Mandate.Demo;

/// <summary>Puts the chronologies that come with the program beside the demo, each as an organisation of its own.</summary>
public static class CaseStudies
{
    /// <summary>Plays those that are not there yet. One that was interrupted is removed by <see cref="Unfinished.Remove"/> and made again.</summary>
    public static async Task PlayIntoAsync(Installation installation, CancellationToken cancel = default)
    {
        foreach (var name in ShippedChronologies.Names.Where(n => installation.Find(n) is null && !installation.Faults.ContainsKey(n)))
        {
            var chronology = ChronologyReader.Read(ShippedChronologies.Files(name)).Chronology ?? throw new InvalidOperationException($"the chronology {name} that comes with the program has faults");
            Unfinished.Begin(installation.Data, name);
            await ChronologyFounding.PlayAsync(installation.Create(name, new NodeOptions { RehearsalStart = ChronologyFounding.Start(chronology) }), chronology, cancel: cancel);
            Unfinished.Done(installation.Data, name);
        }
    }
}
