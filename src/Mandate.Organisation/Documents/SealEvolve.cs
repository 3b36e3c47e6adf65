using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>The fold of sealing keys and sealed documents.</summary>
internal static class SealEvolve
{
    /// <summary>Null where the event is none of theirs.</summary>
    public static DocumentsState? Of(DocumentsState state, DocumentsEvent happened, Occasion occasion) => happened switch
    {
        KeyPrepared e => state with { Keys = state.Keys.SetItem(e.Key, new(e.Key, e.Threshold, e.Holders, occasion.At)) },
        KeyConfirmed e => state.ChangeKey(e.Key, k => k with { Confirmed = k.Confirmed.Add(e.Person) }),
        HoldingShown e => state.ChangeKey(e.Key, k => k with { Shown = k.Shown.SetItem(e.Holder, e.On) }),
        DocumentSealed e => state with { All = state.All.SetItem(e.Id, new(e.Id, e.Title, e.Sealed, e.To, e.Opens.On, occasion.By, occasion.At) { Seal = new(e.Sealed, e.Key, e.Opens) }) },
        CopyKept e => state.ChangeSeal(e.Document, s => s with { Copies = s.Copies.Add(new(e.Unit, occasion.By, occasion.At)) }),
        LifeShown e => state.ChangeSeal(e.Document, s => s with { LifeShown = occasion.At }),
        OpeningOrdered e => state.ChangeSeal(e.Document, s => s with { OrderedAt = occasion.At }),
        ShareLent e => state.ChangeSeal(e.Document, s => s with { Shares = s.Shares.SetItem(e.Holder, e.Share) }),
        DocumentUnsealed e => state.ChangeSeal(e.Document, s => s with { Name = e.Name }).Change(e.Document, d => d with { Text = e.Content, ReleasedAt = occasion.At }),
        _ => null,
    };

    private static DocumentsState ChangeKey(this DocumentsState state, string key, Func<SealingKey, SealingKey> change) => state with { Keys = state.Keys.SetItem(key, change(state.Keys[key])) };

    private static DocumentsState ChangeSeal(this DocumentsState state, string document, Func<Seal, Seal> change) => state.Change(document, d => d with { Seal = change(d.Seal!) });
}
