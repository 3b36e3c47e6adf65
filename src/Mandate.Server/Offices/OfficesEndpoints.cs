using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Offices;

/// <summary>Who holds what, since when, on what it rests, until when.</summary>
public static class OfficesEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/offices", (Visit visit) => new Page<OfficesPage> { Version = visit.Version() });
        group.MapGet("/offices/draws", (Visit visit) => new Page<DrawsPage> { Version = visit.Version(), NamesMembers = true });
        group.MapGet("/offices/review", (Visit visit) => new Page<ReviewPage> { Version = visit.Version(), NamesMembers = true });
        group.MapGet("/offices/pay", (Visit visit) => new Page<PayPage> { Version = visit.Version(), NamesMembers = true });
        group.MapGet("/offices/decisions", (Visit visit) => new Page<DecisionsPage> { Version = visit.Version(), NamesMembers = true });
        group.MapGet("/offices/{**tenure}", IResult (string tenure, Visit visit) => visit.State.Offices.Tenures.TryGetValue(tenure, out var found)
            ? new Page<TenurePage>(new { Tenure = found }) { Version = visit.Version() }
            : Results.NotFound());
    }
}
