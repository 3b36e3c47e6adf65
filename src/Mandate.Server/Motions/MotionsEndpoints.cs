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
        group.MapGet("/motions", (string? on, Visit visit) => new Page<MotionsPage>(new
        {
            On = DateOnly.TryParseExact(on, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : visit.Today,
        })
        { Version = visit.Version() });
        group.MapGet("/motions/{id}", IResult (string id, Visit visit) => visit.State.Motions.Find(id) is { } motion
            ? new Page<MotionPage>(new { Motion = motion }) { Version = visit.Version() }
            : Results.NotFound());
    }
}
