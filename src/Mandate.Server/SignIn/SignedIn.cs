using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.SignIn;

/// <summary>Whom a request acts for: in a rehearsal whom its cookie names, elsewhere only while the card behind the cookie is good.</summary>
public sealed class SignedIn(PersonCookie cookie, CardStores stores)
{
    public string? Person(HttpContext http, IKept kept)
    {
        if (cookie.Read(http, kept.Slug) is not var (person, card)) return null;
        if (card is null) return History.Chronicle.IsPlayable(kept.State) ? person : null;
        return stores.Of(kept)?.Holds(card, person) == true ? person : null;
    }
}
