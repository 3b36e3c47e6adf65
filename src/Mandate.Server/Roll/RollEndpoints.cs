using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Roll;

/// <summary>Members and units. Ordinary members are listed to members of their own unit only, and cannot be searched.</summary>
public static class RollEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/members", (Visit visit) => new Page<MembersPage> { Version = visit.Version() });
        ApplicationsEndpoints.Map(group);
        ApplyEndpoints.Map(group);
        group.MapGet("/members/{unit}", IResult (string unit, Visit visit) => visit.State.Roll.Unit(unit) is { } found
            ? new Page<UnitPage>(new { Unit = found }) { Version = visit.Version(), NamesMembers = true }
            : Results.NotFound());
    }
}
