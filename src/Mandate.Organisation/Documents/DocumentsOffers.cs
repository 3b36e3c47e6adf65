using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Documents;

/// <summary>The acts of this register that a page can offer to one person, each put to the rules.</summary>
public static class DocumentsOffers
{
    public static IEnumerable<Offer> For(State state, string person, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        yield return Offer.Of(state, person, at, "new", new DepositDocument("offer", "-", new string('0', 64), [], day));
        foreach (var document in state.Documents.All.Values.Where(d => d.Text is null).OrderBy(d => d.Release).ThenBy(d => d.Id, StringComparer.Ordinal))
        {
            if (document.Addressees.Any(to => state.Offices.Holds(person, to, at))) yield return Offer.Of(state, person, at, document.Id, new ReceiveDocument(document.Id));
            if (document.Seal is null) yield return Offer.Of(state, person, at, document.Id, new ReleaseDocument(document.Id, document.Commitment));
            else if (document.Seal is { Opens.Silence: not null } && document.Depositor == person) yield return Offer.Of(state, person, at, document.Id, new GiveSignOfLife(document.Id));
            if (document.Seal is { Opens.Decision: { } body } && state.Offices.Holds(person, body, at)) yield return Offer.Of(state, person, at, document.Id, new OrderOpening(document.Id));
        }
        foreach (var key in state.Documents.Keys.Values.Where(k => k.Holders.Any(h => h.Person == person) && !k.Confirmed.Contains(person)).OrderBy(k => k.Id, StringComparer.Ordinal))
            yield return Offer.Of(state, person, at, key.Id, new ConfirmKey(key.Id));
    }
}
