using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Live;
using Mandate.Server.Printing;
using Mandate.Server.Sessions.Convening;
using Mandate.Server.Sessions.Papers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Sessions;

/// <summary>Meetings: the page that follows the running item, the chair's desk, the credentials desk, the screen, the minutes.</summary>
public static class SessionsEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sessions", (Visit visit) => new Page<SessionsPage> { Version = visit.Version() });
        group.MapGet("/sessions/convene", (string? body, string? unit, string? demand, DateOnly? day, DateOnly? month, Visit visit) => new Page<ConvenePage>(new
        {
            Plan = body is null ? null : ConveningPlan.Of(visit.State, body, string.IsNullOrEmpty(unit) ? null : unit, string.IsNullOrEmpty(demand) ? null : demand, visit.Now),
            Day = day,
            Month = month,
        })
        { Version = visit.Version() });
        group.MapGet("/sessions/demands/{id}", IResult (string id, Visit visit) => visit.State.Sessions.Demands.TryGetValue(id, out var demand)
            ? new Page<DemandPage>(new { Demand = demand }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/sessions/{id}", IResult (string id, Visit visit) => Show<SessionPage>(visit, id));
        group.MapGet("/sessions/{id}/own-votes", IResult (string id, Visit visit) => Show<OwnVotes>(visit, id));
        group.MapGet("/sessions/{id}/chair", IResult (string id, Visit visit) => Show<ChairPage>(visit, id));
        group.MapGet("/sessions/{id}/screen", IResult (string id, string? @as, Visit visit) => visit.State.Sessions.Find(id) is { } session
            ? new Page<ScreenPage>(new { Session = session, AsText = @as == "text" }) { Version = visit.Version() }
            : Results.NotFound());
        group.MapGet("/sessions/{id}/minutes", IResult (string id, Visit visit) => Show<MinutesPage>(visit, id)).AsPaper();
        group.MapGet("/sessions/{id}/reports", IResult (string id, Visit visit) => Show<ReportsPage>(visit, id, namesMembers: true));
        group.MapGet("/sessions/{id}/papers", IResult (string id, Visit visit) => Show<PapersPage>(visit, id));
        group.MapGet("/sessions/{id}/papers/order", IResult (string id, Visit visit) => Show<OrderPaperPage>(visit, id)).AsPaper();
        group.MapGet("/sessions/{id}/papers/motions", IResult (string id, Visit visit) => Show<MotionsBookPage>(visit, id)).AsPaper();
        group.MapGet("/sessions/{id}/papers/credentials", IResult (string id, Visit visit) => Show<CredentialsPage>(visit, id, namesMembers: true)).AsPaper();
        group.MapGet("/sessions/{id}/papers/resolutions", IResult (string id, Visit visit) => Show<ResolutionsPage>(visit, id, namesMembers: true)).AsPaper();
        group.MapGet("/sessions/{id}/sheets", IResult (string id, Visit visit) => Show<SheetsPage>(visit, id)).AsPaper();
        group.MapAct("/sessions/{id}/desk/slip", SlipDesk.IssueAsync);
        group.MapAct("/sessions/{id}/desk", (HttpContext http, Visit visit, string id) => Desk.ToggleAsync(http, visit, id));
        group.MapGet("/sessions/{id}/desk", IResult (string id, string? q, string? now, Visit visit) => visit.State.Sessions.Find(id) is { } session
            ? new Page<DeskPage>(new { Session = session, Query = q?.Trim(), Now = now }) { NamesMembers = true }
            : Results.NotFound());
        group.MapGet("/live", IResult (string[] region, long? since, string? lang, Visit visit, LiveRegions regions) =>
            // Only regions of this organisation: what is in them is open to every reader of its pages.
            region.Length is 0 or > 16 || region.Any(r => !r.StartsWith(visit.Kept.Slug + "/", StringComparison.Ordinal))
                ? Results.NotFound()
                : new LiveStream(regions, region, Wording.Language.Find(lang) ?? visit.Here.Language, since ?? 0));
    }

    private static IResult Show<TPage>(Visit visit, string id, bool namesMembers = false) where TPage : IComponent =>
        visit.State.Sessions.Find(id) is { } session ? new Page<TPage>(new { Session = session }) { Version = visit.Version(), NamesMembers = namesMembers } : Results.NotFound();
}
