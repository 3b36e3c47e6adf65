using System.Collections.Concurrent;
using Mandate.Server.Keeping;

namespace Mandate.Server.SignIn;

/// <summary>The cards of the organisations that are kept here.</summary>
public sealed class CardStores : IDisposable
{
    private readonly ConcurrentDictionary<string, Lazy<CardStore>> stores = new(StringComparer.Ordinal);

    /// <summary>Null for an organisation without a folder: it is a play, and nobody signs in to it.</summary>
    public CardStore? Of(IKept kept) => kept.SignInFile is { } path
        ? stores.GetOrAdd(path, file => new(() => CardStore.Open(file))).Value
        : null;

    /// <summary>Lets go of the cards of an organisation that is thrown away.</summary>
    public void Forget(IKept kept)
    {
        if (kept.SignInFile is { } path && stores.TryRemove(path, out var store) && store.IsValueCreated) store.Value.Dispose();
    }

    public void Dispose()
    {
        foreach (var store in stores.Values.Where(s => s.IsValueCreated)) store.Value.Dispose();
    }
}
