using System.Globalization;
using Mandate.Server.Delivery;
using Mandate.Server.History;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.SignIn;

/// <summary>
/// Who somebody is: by a printed card; in a rehearsal anybody may stand in anybody's place, because nothing there binds.
/// </summary>
public static class SignInEndpoints
{
    private const int Most = 60;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sign-in", IResult (string? q, string? slip, string? mail, string? passkey, string? provider, Visit visit, CardStores cards) => Chronicle.Is(visit.State)
            ? Results.NotFound()
            : Show(visit, cards, q, Filled.Empty, StatusCodes.Status200OK, (slip, mail, passkey, provider) switch
            {
                ("only", _, _, _) => "slip.only", (_, "sent", _, _) => "mail-link.sent", (_, "not", _, _) => "mail-link.not",
                (_, _, "added" or "not-added" or "removed" or "not", _) => "passkey.said." + passkey, (_, _, _, "not") => "provider.not", _ => null,
            }));
        // The front page offers places to try: only in a rehearsal, where nothing binds.
        group.MapGet("/as/{person?}", (string? person, string? to, HttpContext http, Visit visit, PersonCookie cookie) =>
        {
            if (!Chronicle.IsPlayable(visit.State) || (person is not null && !Known(visit, person))) return Results.NotFound();
            cookie.Write(http, visit.Kept.Slug, person);
            return Results.Redirect(Return(visit, to ?? ""));
        });
        group.MapAct("/sign-in", async (HttpContext http, Visit visit, PersonCookie cookie) =>
        {
            var form = await http.Request.ReadFormAsync();
            var person = form["person"].ToString();
            // Outside a rehearsal a name is not enough; to leave is free to everybody.
            if (person.Length > 0 && !Chronicle.IsPlayable(visit.State)) return Results.StatusCode(StatusCodes.Status403Forbidden);
            if (person.Length > 0 && !Known(visit, person)) return Results.NotFound();
            cookie.Write(http, visit.Kept.Slug, person.Length > 0 ? person : null);
            return Results.Redirect(Return(visit, form));
        });
        group.MapAct("/sign-in/card", CardAsync);
        MailLinkEndpoints.Map(group);
        PasskeyEndpoints.Map(group);
        ProviderEndpoints.Map(group);
    }

    private static async Task<IResult> CardAsync(HttpContext http, Visit visit, PersonCookie cookie, CardStores stores, SignInLimits limits, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync();
        if (stores.Of(visit.Kept) is not { } cards) return Results.NotFound();
        var from = http.Connection.RemoteIpAddress;
        if (limits.LockedUntil(from) is { } until) return Locked(http, visit, stores, until, clock);
        if (CardCode.Parse(form["code"]) is not { } code)
            return Show(visit, stores, null, new(Values(form), [("code", visit.Words["sign-in.code.form"])]), StatusCodes.Status422UnprocessableEntity);
        switch (cards.Show(code, clock.GetUtcNow()))
        {
            case Shown.Accepted(var person, var card) when Known(visit, person):
                cookie.Write(http, visit.Kept.Slug, person, card);
                return Results.Redirect(Return(visit, form));
            case Shown.Locked(var end):
                return Locked(http, visit, stores, end, clock);
            case Shown.Wrong when cards.TakeSlip(code, clock.GetUtcNow()) is { } slip && Known(visit, slip.Person):
                cookie.Write(http, visit.Kept.Slug, slip.Person, SignedIn.Slip + slip.Id);
                return Results.Redirect($"{visit.Address}/sessions/{slip.Session}");
            default:
                limits.Wrong(from);
                return Show(visit, stores, null, new(Values(form), [("code", visit.Words["sign-in.code.wrong"])]), StatusCodes.Status422UnprocessableEntity);
        }
    }

    /// <summary>The code does not come back in the page; where to go on does.</summary>
    private static Dictionary<string, string> Values(IFormCollection form) => new(StringComparer.Ordinal) { ["return"] = form["return"].ToString() };

    private static Page<SignInPage> Locked(HttpContext http, Visit visit, CardStores cards, DateTimeOffset until, TimeProvider clock)
    {
        http.Response.Headers.RetryAfter = ((long)Math.Ceiling((until - clock.GetUtcNow()).TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return Show(visit, cards, null, new(new Dictionary<string, string>(StringComparer.Ordinal), [("code", visit.Words.Say("sign-in.code.locked", ("until", visit.Words.Time(until))))]), StatusCodes.Status429TooManyRequests);
    }

    private static Page<SignInPage> Show(Visit visit, CardStores cards, string? query, Filled filled, int status, string? said = null) => new(new
    {
        Found = visit.State.Founding.Rehearsal ? Find(visit, query) : [],
        Query = query,
        Filled = filled,
        Card = visit.Person is { } person ? cards.Of(visit.Kept)?.Good().GetValueOrDefault(person) : null,
        Passkeys = visit.Person is { } owner ? cards.Of(visit.Kept)?.PasskeysOf(owner) ?? [] : [],
        ByCard = visit.Kept.SignInFile is not null,
        Said = said,
    })
    { NamesMembers = true, Status = status };

    internal static bool Known(Visit visit, string person) => visit.State.Roll.Member(person) is not null || Founding.Founders.IsFounding(visit.State, person);

    /// <summary>Where to go on: a page of this organisation, never an address from elsewhere.</summary>
    private static string Return(Visit visit, IFormCollection form) => Return(visit, form["return"].ToString());

    internal static string Return(Visit visit, string back) =>
        back == visit.Address || back.StartsWith(visit.Address + "/", StringComparison.Ordinal) ? back : visit.Address;

    /// <summary>By part of a name or id; without a question, founders and those who hold something.</summary>
    private static List<string> Find(Visit visit, string? query)
    {
        if (query is { Length: > 0 })
            return [.. visit.State.Roll.Members.Keys.Order(StringComparer.Ordinal).Where(id => id.Contains(query, StringComparison.OrdinalIgnoreCase) || visit.Kept.NameOf(id)?.Contains(query, StringComparison.OrdinalIgnoreCase) == true).Take(Most)];
        var founders = visit.State.Founding.Founders.Where(f => Founding.Founders.IsFounding(visit.State, f));
        var holders = visit.State.Offices.Tenures.Values.Where(t => t.HeldAt(visit.Now)).OrderBy(t => t.Seat.Of switch { "general_secretary" => 0, "congress" => 2, _ => 1 }).ThenBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person);
        return [.. founders.Concat(holders).Distinct(StringComparer.Ordinal).Take(Most)];
    }
}
