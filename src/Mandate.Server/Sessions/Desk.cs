using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Sessions;

/// <summary>The credentials desk: who is meant by a number, a card or a name, and coming or going by typing one.</summary>
internal static class Desk
{
    private const int Most = 10;

    /// <summary>Among those who may sit here only: the desk is no register of members.</summary>
    public static IReadOnlyList<string> Find(Visit visit, Session session, string query) => query.Length == 0 ? [] : [.. Seated(visit, session)
        .Where(id => Exactly(visit, session, id, query) || (query.Length > 2 && visit.Name(id)?.Contains(query, StringComparison.OrdinalIgnoreCase) == true)).Take(Most)];

    /// <summary>A number or card says who it is: whoever is here leaves, whoever is not comes. Whoever needs something else first is shown.</summary>
    public static async Task<IResult> ToggleAsync(HttpContext http, Visit visit, string id)
    {
        if (visit.State.Sessions.Find(id) is not { } session) return Results.NotFound();
        var query = (await http.Request.ReadFormAsync())["number"].ToString().Trim();
        var page = $"{visit.Address}/sessions/{id}/desk";
        var found = Seated(visit, session).Where(p => Exactly(visit, session, p, query)).Take(2).ToList();
        if (visit.Person is not { } desk || found is not [var person]) return Results.Redirect(QueryHelpers.AddQueryString(page, "q", query));
        var present = session.Present.Contains(person);
        Command act = present ? new Depart(id, person) : new Arrive(id, person);
        var answer = await visit.Kept.PutAsync(desk, act, Guid.CreateVersion7().ToString("N"));
        return Results.Redirect(QueryHelpers.AddQueryString(page, answer is Put.Done done
            ? new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = person, ["now"] = present ? "gone" : "here", ["done"] = done.Index.ToString(CultureInfo.InvariantCulture) }
            : new Dictionary<string, string?>(StringComparer.Ordinal) { ["q"] = person }));
    }

    /// <summary>Substitutes for a seat in the order of the count, who are not seated yet.</summary>
    public static ImmutableArray<string> SubstitutesFor(Visit visit, Session session, Organisation.Offices.Tenure tenure) =>
        [.. visit.State.Offices.Substitutes.Where(s => s.Session == session.Id && s.Seat == tenure.Seat && !session.Credentials.ContainsKey(s.Person)).OrderBy(s => s.Order).Select(s => s.Person)];

    /// <summary>The id on the roll, the number of the card, or the member number of the organisation's own register.</summary>
    private static bool Exactly(Visit visit, Session session, string person, string query) =>
        person.Equals(query, StringComparison.OrdinalIgnoreCase) || session.Credentials.GetValueOrDefault(person)?.Card == query
        || visit.Kept.Personal(person)?.GetValueOrDefault("number")?.Equals(query, StringComparison.OrdinalIgnoreCase) == true;

    private static IEnumerable<string> Seated(Visit visit, Session session) => visit.State.Offices.Holders(session.Body, visit.Now).Select(t => t.Person)
        .Concat(visit.State.Offices.Substitutes.Where(s => s.Session == session.Id).Select(s => s.Person))
        .Concat(session.Credentials.Keys)
        .Concat(session.Unit is { } unit ? visit.State.Roll.Within(unit).Select(m => m.Id) : [])
        .Distinct(StringComparer.Ordinal);
}
