using System.Collections.Immutable;
using Mandate.Node.Chronologies;
using Mandate.Organisation;
using Mandate.Organisation.Guards;

namespace Mandate.Demo.Tests.PartyYear;

/// <summary>Plays a chronology through the rules, in memory.</summary>
internal static class Play
{
    public static Chronology Chronology(IEnumerable<ChronologyFile> files, IEnumerable<ChronologyFile>? shipped = null)
    {
        var reading = ChronologyReader.Read(files, shipped);
        Assert.True(reading.Chronology is not null, string.Join('\n', reading.Faults.Take(20)));
        return reading.Chronology!;
    }

    public static State State(IEnumerable<ChronologyFile> files, IEnumerable<ChronologyFile>? shipped = null)
    {
        var (state, refused, why) = ChronologyFounding.Try(Chronology(files, shipped));
        Assert.True(why is null, $"{refused}: {why}");
        return state;
    }

    /// <summary>The events of the findings of each guard, once all has happened.</summary>
    public static ImmutableDictionary<string, ImmutableHashSet<string>> Fired(State state) =>
        Findings.In(new FactView(state.Facts.All, DateOnly.MaxValue)).GroupBy(f => f.Guard.Name, StringComparer.Ordinal)
            .ToImmutableDictionary(g => g.Key, g => g.SelectMany(f => f.Events).ToImmutableHashSet(StringComparer.Ordinal), StringComparer.Ordinal);
}
