using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.SignIn;

/// <summary>
/// Away to the organisation's own sign-in service and back. Nobody needs it: the card and the desk stay.
/// </summary>
public static class ProviderEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sign-in/provider", async (string? @return, HttpContext http, Visit visit, ProviderDoor door, CancellationToken cancel) =>
            !door.IsOpenFor(visit.Kept) ? Results.NotFound() : Results.Redirect(await door.LeaveAsync(http, visit.Kept, SignInEndpoints.Return(visit, @return ?? ""), cancel) ?? Not(visit)));
        group.MapGet("/sign-in/provider/back", BackAsync);
    }

    private static async Task<IResult> BackAsync(string? code, string? state, HttpContext http, Visit visit, ProviderDoor door, CardStores stores, PersonCookie cookie, SignInLimits limits, TimeProvider clock, CancellationToken cancel)
    {
        if (!door.IsOpenFor(visit.Kept) || stores.Of(visit.Kept) is not { } cards) return Results.NotFound();
        var from = http.Connection.RemoteIpAddress;
        if (limits.LockedUntil(from) is not null || await door.BackAsync(http, visit.Kept, code, state, cancel) is not var (person, back))
        {
            limits.Wrong(from);
            return Results.Redirect(Not(visit));
        }
        var pass = cards.Arrive(person, clock.GetUtcNow());
        cookie.Write(http, visit.Kept.Slug, person, SignedIn.Link + pass.Id);
        // The cookie is sent only from pages of this site, and this answer is to another's: one page between.
        return new Page<ProviderPage>(new { Address = SignInEndpoints.Return(visit, back) }) { NamesMembers = true, Once = true };
    }

    private static string Not(Visit visit) => visit.Address + "/sign-in?provider=not";
}
