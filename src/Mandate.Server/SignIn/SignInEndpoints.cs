using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.SignIn;

/// <summary>Who somebody is. In a rehearsal anybody may stand in anybody's place; nothing there binds.</summary>
public static class SignInEndpoints
{
    private const int Most = 60;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sign-in", (string? q, Visit visit) => new Page<SignInPage>(new { Found = Find(visit, q), Query = q }) { NamesMembers = true });
        // The front page offers places to try: only in a rehearsal, where nothing binds.
        group.MapGet("/as/{person?}", (string? person, HttpContext http, Visit visit, PersonCookie cookie) =>
        {
            if (!visit.State.Founding.Rehearsal || (person is not null && visit.State.Roll.Member(person) is null)) return Results.NotFound();
            cookie.Write(http, visit.Kept.Slug, person);
            return Results.Redirect(visit.Address);
        });
        group.MapAct("/sign-in", async (HttpContext http, Visit visit, PersonCookie cookie) =>
        {
            var form = await http.Request.ReadFormAsync();
            // Outside a rehearsal a name is not enough.
            if (!visit.State.Founding.Rehearsal) return Results.StatusCode(StatusCodes.Status403Forbidden);
            var person = form["person"].ToString();
            if (person.Length > 0 && visit.State.Roll.Member(person) is null) return Results.NotFound();
            cookie.Write(http, visit.Kept.Slug, person.Length > 0 ? person : null);
            var back = form["return"].ToString();
            return Results.Redirect(back == visit.Address || back.StartsWith(visit.Address + "/", StringComparison.Ordinal) ? back : visit.Address);
        });
    }

    /// <summary>By part of a name or id; without a question, those who hold something.</summary>
    private static List<string> Find(Visit visit, string? query) => query is { Length: > 0 }
        ? [.. visit.State.Roll.Members.Keys.Order(StringComparer.Ordinal).Where(id => id.Contains(query, StringComparison.OrdinalIgnoreCase) || visit.Kept.NameOf(id)?.Contains(query, StringComparison.OrdinalIgnoreCase) == true).Take(Most)]
        : [.. visit.State.Offices.Tenures.Values.Where(t => t.HeldAt(visit.Now)).OrderBy(t => t.Seat.Of switch { "general_secretary" => 0, "congress" => 2, _ => 1 }).ThenBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal).Select(t => t.Person).Distinct(StringComparer.Ordinal).Take(Most)];
}
