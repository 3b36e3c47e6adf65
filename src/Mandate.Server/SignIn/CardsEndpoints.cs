using Mandate.Organisation.Founding;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Roll;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.SignIn;

/// <summary>
/// The desk for cards: the keeper of the register, or until it is closed a founder, issues and revokes them. Everybody may revoke
/// their own.
/// </summary>
public static class CardsEndpoints
{
    /// <summary>Cards printed in one go.</summary>
    private const int Most = 400;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/cards", (string? unit, int? page, Visit visit, CardStores stores) => stores.Of(visit.Kept) is { } cards
            ? (IResult)new Page<CardsPage>(new { Unit = unit, PageNumber = Math.Max(1, page ?? 1), Cards = cards.Good() }) { NamesMembers = true }
            : Results.NotFound());
        group.MapAct("/cards/issue", IssueAsync);
        group.MapAct("/cards/revoke", RevokeAsync);
    }

    private static async Task<IResult> IssueAsync(HttpContext http, Visit visit, CardStores stores, PersonCookie cookie, TimeProvider clock)
    {
        if (stores.Of(visit.Kept) is not { } cards) return Results.NotFound();
        if (!ImportRight.Has(visit)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var form = await http.Request.ReadFormAsync();
        var persons = Persons(visit, cards, form["person"].ToString(), form["unit"].ToString());
        if (persons.Count == 0) return Results.Redirect(Desk(visit, form["unit"]));
        return Issued(http, visit, cards, cookie, persons, clock.GetUtcNow());
    }

    /// <summary>The printed page: the only place where the codes ever stand.</summary>
    internal static IResult Issued(HttpContext http, Visit visit, CardStore cards, PersonCookie cookie, IReadOnlyList<string> persons, DateTimeOffset at)
    {
        var issued = cards.Issue(persons, visit.Person!, at);
        // Whoever issues a card to themselves stays signed in, with the new one.
        foreach (var (person, code) in issued)
            if (person == visit.Person && !visit.State.Founding.Rehearsal) cookie.Write(http, visit.Kept.Slug, person, code.Id);
        var site = PublicAddress.Of(http);
        return new Page<IssuedPage>(new { Issued = issued, Base = site, Local = IsLocal(new Uri(site).Host) }) { NamesMembers = true, Once = true };
    }

    private static async Task<IResult> RevokeAsync(HttpContext http, Visit visit, CardStores stores, TimeProvider clock)
    {
        if (stores.Of(visit.Kept) is not { } cards) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        var person = form["person"].ToString();
        if (visit.Person is not { } by || (person != by && !ImportRight.Has(visit))) return Results.StatusCode(StatusCodes.Status403Forbidden);
        cards.Revoke(person, by, clock.GetUtcNow());
        return Results.Redirect(person == by && !visit.State.Founding.Rehearsal ? visit.Address + "/sign-in" : Desk(visit, form["unit"]));
    }

    private static List<string> Persons(Visit visit, CardStore cards, string person, string unit)
    {
        if (person.Length > 0) return visit.State.Roll.Member(person) is not null || Founding.Founders.IsFounding(visit.State, person) ? [person] : [];
        var good = cards.Good();
        var all = unit.Length > 0
            ? visit.State.Roll.In(unit).Where(id => visit.State.Roll.Member(id) is { Counts: true })
            : visit.State.Founding.Stage == FoundingStage.Open ? visit.State.Founding.Founders : [];
        return [.. all.Where(id => !good.ContainsKey(id)).Take(Most)];
    }

    private static string Desk(Visit visit, string? unit) =>
        string.IsNullOrEmpty(unit) ? visit.Address + "/cards" : QueryHelpers.AddQueryString(visit.Address + "/cards", "unit", unit);

    private static bool IsLocal(string host) => host is "localhost" or "127.0.0.1" or "[::1]" or "::1";
}
