using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Record;

/// <summary>The record in words, entry by entry; each has an address for ever.</summary>
public static class RecordEndpoints
{
    private const int PerPage = 50;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/record", IResult (long? from, string? word, Visit visit) =>
        {
            var start = Math.Clamp(from ?? Math.Max(0, visit.State.Size - PerPage), 0, Math.Max(0, visit.State.Size - 1));
            var entries = visit.Kept.Entries(start, PerPage).Where(e => e.Index < visit.State.Size).ToList();
            return new Page<RecordPage>(new { From = start, PerPage, Entries = entries }) { Version = visit.Version() };
        });
        group.MapGet("/record/{index:long}", IResult (long index, Visit visit) =>
            index >= 0 && index < visit.State.Size && visit.Kept.Entries(index, 1).FirstOrDefault() is { Entry: not null } found
                ? new Page<EntryPage>(new { found.Index, found.Entry }) { Version = visit.Version() }
                : Results.NotFound());
    }
}
