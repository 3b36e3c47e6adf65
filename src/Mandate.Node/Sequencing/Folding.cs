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
        foreach (var stored in store.Read(state.Size))
        {
            if (!EntryText.TryDecodeEvents(stored.Body, out var at, out var by, out var events, out var error))
                throw new StoreFaultException($"entry {stored.Index} cannot be read: {error}");
            if (at > until) break;
            try
            {
                state = Decider.Evolve(state, events, new Occasion(stored.Index, at, by, blobs));
            }
            catch (Exception e) when (e is InvalidOperationException or KeyNotFoundException)
            {
                throw new StoreFaultException($"entry {stored.Index} cannot be folded: {e.Message}", e);
            }
        }
        return state;
    }
}
