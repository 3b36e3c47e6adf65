using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.SignIn;

/// <summary>
/// Whom a request acts for: in a rehearsal whom its cookie names, elsewhere only while the card, slip, link or passkey behind the cookie is good.
/// </summary>
public sealed class SignedIn(PersonCookie cookie, CardStores stores)
{
    /// <summary>What a cookie names beside the id of a card.</summary>
    internal const string Slip = "slip:", Link = "link:", Passkey = "passkey:";

    public string? Person(HttpContext http, IKept kept)
    {
        if (cookie.Read(http, kept.Slug) is not var (person, card)) return null;
        if (card is null) return History.Chronicle.IsPlayable(kept.State) ? person : null;
        if (SlipOf(kept, person, card) is { } slip) return Lasts(kept, slip) ? person : null;
        if (card.StartsWith(Link, StringComparison.Ordinal)) return stores.Of(kept)?.PassOf(card[Link.Length..], person) is not null ? person : null;
        if (card.StartsWith(Passkey, StringComparison.Ordinal))
            return PasskeyEndpoints.TryId(card[Passkey.Length..]) is { } id && stores.Of(kept)?.FindPasskey(id) is { } passkey && passkey.Person == person ? person : null;
        return stores.Of(kept)?.Holds(card, person) == true ? person : null;
    }

    /// <summary>The session to which a slip binds this browser; null for whoever came in otherwise.</summary>
    public string? OnlyIn(HttpContext http, IKept kept) => cookie.Read(http, kept.Slug) is var (person, card) && card is not null ? SlipOf(kept, person, card)?.Session : null;

    /// <summary>
    /// Whether a slip opens that address: what belongs to the meeting, and signing out. A slip is handed over quickly in a crowd; it does not
    /// do for its holder what a card does.
    /// </summary>
    public static bool OpensTo(string path) => Opened.Any(o => path.StartsWith(o, StringComparison.Ordinal));

    private static readonly string[] Opened = ["/sessions/", "/votes/", "/act/sessions.", "/act/votes.", "/act/motions.", "/sign-in"];

    private Pass? SlipOf(IKept kept, string person, string card) => card.StartsWith(Slip, StringComparison.Ordinal) ? stores.Of(kept)?.PassOf(card[Slip.Length..], person) ?? new Pass("", person, "") : null;

    private static bool Lasts(IKept kept, Pass slip) => kept.State.Sessions.Find(slip.Session ?? "") is { Stage: not (SessionStage.Closed or SessionStage.Cancelled) };
}
