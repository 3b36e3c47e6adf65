using System.Globalization;
using Mandate.Node.Stores;
using Mandate.Organisation.Founding;
using Mandate.Server.Delivery;
using Mandate.Server.History;
using Mandate.Server.Keeping;
using Mandate.Server.Record;
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
        group.MapGet("/rehearsal", IResult (int? played, int? refused, Visit visit) => Chronicle.IsPlayable(visit.State)
            ? new Page<RehearsalPage>(new { Played = played, Refused = refused }) { NamesMembers = true }
            : Results.NotFound());
        group.MapGet("/rehearse", IResult (string? thrown, HttpContext http, Visit visit) => CanRehearse(visit)
            ? new Page<RehearsePage>(new { Thrown = thrown is not null, Base = PublicAddress.Of(http) }) { NamesMembers = true, Once = true }
            : Results.NotFound());
        group.MapAct("/rehearse", MakeAsync);
        group.MapAct("/rehearse/throw-away", ThrowAwayAsync);
        group.MapAct("/rehearsal/clock", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.MoveClock(v, form["to"].ToString())));
        group.MapAct("/rehearsal/hall", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.FillHall(v, form["session"].ToString())));
        group.MapAct("/rehearsal/vote", (HttpContext http, Visit visit) => PlayAsync(http, visit, (v, form) => Others.Vote(v, form["vote"].ToString())));
    }

    /// <summary>Every founded organisation with a folder, unless it is a practice copy itself.</summary>
    internal static bool CanRehearse(Visit visit) => visit.Kept is { Node.Folder: not null, Practice: null } && visit.State.Founding.Stage == FoundingStage.Closed && !Chronicle.Is(visit.State);

    private static async Task<IResult> MakeAsync(Visit visit, Practices practices)
    {
        if (!CanRehearse(visit)) return Results.NotFound();
        if (visit.Person is not { } person || !ExportRight.Has(visit)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (!practices.HasRoom(visit.Kept.Slug)) return Results.Redirect(visit.Address + "/rehearse");
        try
        {
            await practices.MakeAsync(visit.Kept.Slug, person);
        }
        catch (StoreFaultException)
        {
            // The page says why.
        }
        return Results.Redirect(visit.Address + "/rehearse");
    }

    private static async Task<IResult> ThrowAwayAsync(HttpContext http, Visit visit, Practices practices)
    {
        var slug = (await http.Request.ReadFormAsync())["practice"].ToString();
        if (practices.Of(visit.Kept.Slug).FirstOrDefault(p => p.Slug == slug).Practice is not { } practice) return Results.NotFound();
        if (visit.Person is not { } person || !ExportRight.Has(visit) || !practices.MayThrowAway(practice, person)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        await practices.ThrowAwayAsync(slug);
        return Results.Redirect(visit.Address + "/rehearse?thrown=1");
    }

    private static async Task<IResult> PlayAsync(HttpContext http, Visit visit, Func<Visit, IFormCollection, IEnumerable<(string By, Organisation.Acts.Command Command)>> acts)
    {
        if (!Chronicle.IsPlayable(visit.State)) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        // All at once: the one writer decides them in this order and makes them durable together.
        var answers = await Task.WhenAll(acts(visit, form).Select(a => visit.Kept.PutAsync(a.By, a.Command, Guid.CreateVersion7().ToString("N"))));
        var played = answers.Count(a => a is Put.Done);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/rehearsal?played={played}&refused={answers.Length - played}"));
    }
}
