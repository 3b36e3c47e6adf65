using System.Globalization;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Motions;

/// <summary>Motions, amendments at the paragraph they touch, and the texts in force on any day.</summary>
public static class MotionsEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/motions", (string? on, int? filed, int? waiting, Visit visit) => new Page<MotionsPage>(new
        {
            Brought = filed is { } f && waiting is { } w ? (f, w) : ((int, int)?)null,
            On = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : visit.Today,
        })
        // What waits for its mover stands beside the record.
        { Version = visit.Person is null ? visit.Version() : null });
        group.MapGet("/motions/{id}", IResult (string id, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? new Page<MotionPage>(new { Motion = motion }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/motions/{id}/lines", IResult (string id, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? new Page<LinesPage>(new { Motion = motion }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/motions/{id}/draft", IResult (string id, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? new Page<DraftPage>(new { Motion = motion }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/motions/{id}/amendments/{amendment}", IResult (string id, string amendment, Visit visit) => visit.State.Motions.Find(id) is { } motion && motion.Amendment(amendment) is { } found
            ? new Page<AmendmentPage>(new { Motion = motion, Amendment = found }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
        MapDesk(group);
        group.MapGet("/sessions/{id}/contested", IResult (string id, Visit visit) => visit.State.Sessions.Find(id) is { } session
            // A reader's own notes change without an entry in the record.
            ? new Page<ContestedPage>(new { Session = session }) { NamesMembers = true }
            : Results.NotFound());
        group.MapAct("/sessions/{id}/contested", async Task<IResult> (string id, HttpContext http, Visit visit) => visit.State.Sessions.Find(id) is { } session
            ? await Notes.KeepAsync(http, visit, session)
            : Results.NotFound());
        group.MapGet("/sessions/{id}/composite", IResult (string id, string? of, Visit visit) => visit.State.Sessions.Find(id) is { } session
            ? new Page<CompositePage>(new { Session = session, Chosen = of }) { NamesMembers = true, Version = visit.Version() }
            : Results.NotFound());
    }

    private static void MapDesk(RouteGroupBuilder group)
    {
        group.MapGet("/motions/{id}/desk", IResult (string id, string? from, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? new Page<MergeDeskPage>(new { Motion = motion, From = MergeDesk.First(from) }) { NamesMembers = true }
            : Results.NotFound());
        group.MapAct("/motions/{id}/desk", async Task<IResult> (string id, HttpContext http, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? await MergeDesk.ProposeAsync(http, visit, motion)
            : Results.NotFound());
        group.MapAct("/motions/{id}/desk/carry-over", async Task<IResult> (string id, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? await MergeDesk.CarryOverAsync(visit, motion)
            : Results.NotFound());
        group.MapAct("/motions/{id}/desk/letters", async Task<IResult> (string id, HttpContext http, Visit visit, MoverLetters letters) => visit.State.Motions.Find(id) is { } motion
            ? new Page<MergeDeskPage>(new { Motion = motion, Told = await letters.SendAsync(http, visit, motion) }) { NamesMembers = true }
            : Results.NotFound());
    }
}
