using System.Globalization;
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
        group.MapGet("/plan/gained", (string? of, Visit visit) => new Page<GainedPage>(new { Of = of }) { Version = $"{visit.Version()}/{of}" });
        group.MapGet("/plan/exchange", (string? first, string? second, int? @base, Visit visit) => new Page<ExchangePage>(new { First = first, Second = second, Base = @base }) { Version = $"{visit.Version()}/{first}/{second}/{@base}" });
        group.MapGet("/plan/joining", (string? delivered, Visit visit) =>
        {
            var given = long.TryParse(delivered, NumberStyles.None, CultureInfo.InvariantCulture, out var many) ? Math.Min(many, 1_000_000_000) : 100;
            return new Page<JoiningPage>(new { Delivered = given * 100 }) { Version = $"{visit.Version()}/{given}" };
        });
        group.MapGet("/plan/{id}", IResult (string id, Visit visit) => visit.State.Planning.Plans.TryGetValue(id, out var plan)
            ? new Page<PlanPage>(new { Plan = plan }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
    }
}
