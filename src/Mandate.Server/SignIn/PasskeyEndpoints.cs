using System.Globalization;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.SignIn;

/// <summary>
/// Sign-in with a passkey. The page's script asks for what the device must sign, and sends the answer with the form. Nobody needs one: the card and the
/// desk stay. Whoever is there by a slip for one meeting cannot add one.
/// </summary>
public static class PasskeyEndpoints
{
    private const int LongestName = 60;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapAct("/sign-in/passkey/options", async (HttpContext http, Visit visit, PasskeyDoor door) =>
            door.IsOpenFor(http, visit.Kept) ? Json(await door.AskAsync(http, visit.Kept)) : Results.NotFound());
        group.MapAct("/sign-in/passkey", SignInAsync);
        group.MapAct("/sign-in/passkey/add/options", async (HttpContext http, Visit visit, PasskeyDoor door, SignedIn signed) =>
            door.IsOpenFor(http, visit.Kept) && MayAdd(http, visit, signed) is { } person ? Json(await door.MakeAsync(http, visit.Kept, person, Label(visit, person))) : Results.StatusCode(StatusCodes.Status403Forbidden));
        group.MapAct("/sign-in/passkey/add", AddAsync);
        group.MapAct("/sign-in/passkey/remove", RemoveAsync);
    }

    private static async Task<IResult> SignInAsync(HttpContext http, Visit visit, PasskeyDoor door, PersonCookie cookie, SignInLimits limits, TimeProvider clock)
    {
        if (!door.IsOpenFor(http, visit.Kept)) return Results.NotFound();
        var from = http.Connection.RemoteIpAddress;
        var form = await http.Request.ReadFormAsync();
        if (limits.LockedUntil(from) is null && await door.SignedAsync(http, visit.Kept, form["credential"].ToString(), clock.GetUtcNow()) is var (person, id) && SignInEndpoints.Known(visit, person))
        {
            cookie.Write(http, visit.Kept.Slug, person, SignedIn.Passkey + WebEncoders.Base64UrlEncode(id));
            return Results.Redirect(SignInEndpoints.Return(visit, form["return"].ToString()));
        }
        limits.Wrong(from);
        return Said(visit, "not");
    }

    private static async Task<IResult> AddAsync(HttpContext http, Visit visit, PasskeyDoor door, SignedIn signed, CardStores stores, TimeProvider clock)
    {
        if (!door.IsOpenFor(http, visit.Kept) || MayAdd(http, visit, signed) is not { } person) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await http.Request.ReadFormAsync();
        var now = clock.GetUtcNow();
        var name = form["device"].ToString().Trim() is { Length: > 0 and <= LongestName } given ? given : now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var made = await door.MadeAsync(http, visit.Kept, person, name, form["credential"].ToString(), now);
        return Said(visit, made is not null && stores.Of(visit.Kept)!.Add(made) ? "added" : "not-added");
    }

    private static async Task<IResult> RemoveAsync(HttpContext http, Visit visit, CardStores stores, TimeProvider clock)
    {
        if (visit.Person is not { } person || stores.Of(visit.Kept) is not { } cards) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await http.Request.ReadFormAsync();
        return Said(visit, TryId(form["passkey"].ToString()) is { } id && cards.EndPasskey(person, id, clock.GetUtcNow()) ? "removed" : null);
    }

    /// <summary>Who may add a passkey for themself; null for a visitor, and for whoever a slip let in for one meeting.</summary>
    private static string? MayAdd(HttpContext http, Visit visit, SignedIn signed) => signed.OnlyIn(http, visit.Kept) is null ? visit.Person : null;

    /// <summary>What the device shows: a server may keep several organisations.</summary>
    private static string Label(Visit visit, string person) =>
        $"{visit.NameOrId(person)}, {visit.State.Statutes.VersionAt(visit.Now)?.Rules.Title.In(visit.Words.Language.Code) ?? visit.Kept.Slug}";

    internal static byte[]? TryId(string text)
    {
        try
        {
            return WebEncoders.Base64UrlDecode(text);
        }
        catch (FormatException)
        {
            // No id of ours.
            return null;
        }
    }

    private static IResult Json(string json) => Results.Text(json, "application/json");

    private static IResult Said(Visit visit, string? what) => Results.Redirect(what is null ? visit.Address + "/sign-in" : QueryHelpers.AddQueryString(visit.Address + "/sign-in", "passkey", what));
}
