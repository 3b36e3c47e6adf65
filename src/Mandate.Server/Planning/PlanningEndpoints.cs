using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Planning;

/// <summary>What shall we spend, and on what: the plan questions, each with its alternatives, its choice and what became of it; the price watch.</summary>
public static class PlanningEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/plan", (Visit visit) => new Page<PlansPage> { Version = visit.Version() });
        group.MapGet("/plan/prices", (Visit visit) => new Page<PricesPage> { Version = visit.Version() });
        group.MapGet("/plan/{id}", IResult (string id, Visit visit) => visit.State.Planning.Plans.TryGetValue(id, out var plan)
            ? new Page<PlanPage>(new { Plan = plan }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
    }
}
