using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Trust;

public static class TrustEvolve
{
    public static TrustState Evolve(this TrustState state, TrustEvent happened, Occasion occasion) => happened switch
    {
        // A change that had not come into force when the next was decided never does.
        WitnessesSet e => state with { Policies = [.. state.Policies.Where(p => p.From <= occasion.At), new(occasion.Index, e.From, e.Needed, e.Groups)] },
        KeyRegistered e => state with { Keys = state.Keys.SetItem(e.Person, state.KeysOf(e.Person).Add(new(e.Key, occasion.At, e.Demand, e.Replaces, null, null))) },
        KeyNotified e => state.Change(e.Person, keys => Began(keys, e)),
        KeyWithdrawn e => state.Change(e.Person, keys => [.. keys.Select(k => k.Key == e.Key ? k with { Ends = e.Ends } : k)]),
        EpochOpened e => state with { Epochs = state.Epochs.Add(new(e.Origin, e.Before, e.Size, e.Root, e.Lost, occasion.At)) },
        _ => throw new InvalidOperationException($"No fold for {happened.GetType().Name}."),
    };

    /// <summary>The key counts from its day on, and the one that it replaces until then.</summary>
    private static ImmutableArray<DeviceKey> Began(ImmutableArray<DeviceKey> keys, KeyNotified e)
    {
        var replaced = keys.First(k => k.Key == e.Key).Replaces;
        return [.. keys.Select(k => k.Key == e.Key ? k with { Counts = e.Counts } : k.Key == replaced && !(k.Ends <= e.Counts) ? k with { Ends = e.Counts } : k)];
    }

    private static TrustState Change(this TrustState state, string person, Func<ImmutableArray<DeviceKey>, ImmutableArray<DeviceKey>> change) =>
        state with { Keys = state.Keys.SetItem(person, change(state.KeysOf(person))) };
}
