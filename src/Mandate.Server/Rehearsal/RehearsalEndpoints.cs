using System.Globalization;
using Mandate.Server.Delivery;
using Mandate.Server.History;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Rehearsal;

/// <summary>
/// In a rehearsal one visitor plays a whole congress. These pages let the others come and vote: each act is put by the person who
/// does it, and the rules answer it like any other. Elsewhere the pages do not exist.
/// </summary>
public static class RehearsalEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/rehearsal", IResult (int? done, int? refused, Visit visit) => Chronicle.IsPlayable(visit.State)
            ? new Page<RehearsalPage>(new { Done = done, Refused = refused }) { NamesMembers = true }
            : Results.NotFound());
        group.MapAct("/rehearsal/clock", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.MoveClock(v, form["to"].ToString())));
        group.MapAct("/rehearsal/hall", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.FillHall(v, form["session"].ToString())));
        group.MapAct("/rehearsal/vote", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.Vote(v, form["vote"].ToString())));
    }

    private static async Task<IResult> PlayAsync(HttpContext http, Visit visit, Func<Visit, IFormCollection, IEnumerable<(string By, Organisation.Acts.Command Command)>> acts)
    {
        if (!Chronicle.IsPlayable(visit.State)) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        // All at once: the one writer decides them in this order and makes them durable together.
        var answers = await Task.WhenAll(acts(visit, form).Select(a => visit.Kept.PutAsync(a.By, a.Command, Guid.CreateVersion7().ToString("N"))));
        var done = answers.Count(a => a is Put.Done);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/rehearsal?done={done}&refused={answers.Length - done}"));
    }
}
