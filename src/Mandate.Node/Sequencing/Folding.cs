using System.Collections.Immutable;
using Mandate.Node.Encodings;
using Mandate.Node.Stores;
using Mandate.Organisation;
using Mandate.Organisation.Acts;

namespace Mandate.Node.Sequencing;

/// <summary>The state that a stored log makes.</summary>
public static class Folding
{
    /// <summary>Folds all entries from where the state stands.</summary>
    /// <exception cref="StoreFaultException">An entry cannot be read; the message says which and where.</exception>
    public static State Run(State state, ILedgerStore store) => Run(state, store, DateTimeOffset.MaxValue);

    /// <summary>The state that the entries up to a time make.</summary>
    public static State Until(ILedgerStore store, DateTimeOffset until) => Run(State.Empty, store, until);

    private static State Run(State state, ILedgerStore store, DateTimeOffset until)
    {
        var blobs = StoredBlobs.Of(store);
        // Reading and decoding take about as long as folding: each has a processor.
        foreach (var (at, by, events) in Ahead.Of(Decoded(store, state.Size)))
        {
            if (at > until) break;
            var index = state.Size;
            try
            {
                state = Decider.Evolve(state, events, new Occasion(index, at, by, blobs));
            }
            catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
            {
                throw new StoreFaultException($"entry {index} cannot be folded: {e.Message}", e);
            }
        }
        return state;
    }

    private static IEnumerable<(DateTimeOffset At, string By, ImmutableArray<Event> Events)> Decoded(ILedgerStore store, long from)
    {
        foreach (var body in store.Bodies(from))
        {
            yield return EntryText.TryDecodeEvents(body, out var at, out var by, out var events, out var error)
                ? (at, by, events)
                : throw new StoreFaultException($"entry {from} cannot be read: {error}");
            from++;
        }
    }
}
