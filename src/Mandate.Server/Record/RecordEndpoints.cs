using System.Globalization;
using Mandate.Ledger;
using Mandate.Organisation.Acts;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Record;

/// <summary>The record in words, entry by entry; each has an address for ever. Its proofs, its verification, and the whole of it to take home.</summary>
public static class RecordEndpoints
{
    private const int PerPage = 50;

    /// <summary>How long the page waits for a verification before it says how far it is.</summary>
    private static readonly TimeSpan Wait = TimeSpan.FromSeconds(20);

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/record", IResult (long? before, HttpContext http, Visit visit) =>
        {
            var filter = RecordFilter.Of(http.Request.Query, visit);
            var start = Math.Clamp(before ?? visit.State.Size, 0, visit.State.Size);
            var (entries, next) = filter.Search(visit, start, PerPage);
            // What one person sees of a page without names is what all see, except their own acts.
            return new Page<RecordPage>(new { Filter = filter, Before = start, Entries = entries, Next = next }) { Version = visit.Version(), NamesMembers = filter.Mine };
        });
        group.MapGet("/record/{index:long}", IResult (long index, Visit visit) =>
            index >= 0 && index < visit.State.Size && visit.Kept.Entries(index, 1).FirstOrDefault() is { Entry: not null } found
                ? new Page<EntryPage>(new { found.Index, found.Entry }) { Version = visit.Version(), NamesMembers = InWords.IsOpen(visit, found.Entry.By) }
                : Results.NotFound());
        group.MapGet("/record/{index:long}/proof", IResult (long index, Visit visit) =>
            visit.Kept.Node is { } node && index >= 0 && index < visit.State.Size
                ? Results.File(node.Prove(index).ToBytes(), "text/plain; charset=utf-8", $"{visit.Kept.Slug}-{index.ToString(CultureInfo.InvariantCulture)}{TlogProof.FileExtension}")
                : Results.NotFound());
        group.MapGet("/record/checkpoint", IResult (Visit visit) => visit.Kept.Node is { } node ? Results.Bytes(node.Current.Checkpoint, "text/plain; charset=utf-8") : Results.NotFound());
        group.MapGet("/record/verification", (Visit visit, Verifications runs) => new Page<VerificationPage>(new { Run = runs.Last(visit) }));
        group.MapAct("/record/verification", async Task<IResult> (Visit visit, Verifications runs) =>
        {
            if (runs.Start(visit) is not { } run) return Results.NotFound();
            await Task.WhenAny(run.Report, Task.Delay(Wait));
            return Results.Redirect(visit.Address + "/record/verification");
        });
        group.MapGet("/record/reads", IResult (Visit visit, BulkReads reads) => visit.Person is null
            ? Results.Redirect(visit.Address + "/sign-in?return=" + Uri.EscapeDataString(visit.Address + "/record/reads"))
            : new Page<ReadsPage>(new { Reads = reads.For(visit) }) { NamesMembers = true });
        group.MapAct("/record/export", async Task<IResult> (HttpContext http, Visit visit, BulkReads reads, Exporting exporting) =>
        {
            if (visit.Kept.Node is null) return Results.NotFound();
            if (!ExportRight.Has(visit)) return new Page<ExportPage>(new { Refused = Refused(visit) }) { Status = StatusCodes.Status403Forbidden };
            reads.Note(visit, "export");
            return await exporting.ZipAsync(visit, http.RequestAborted);
        });
        group.MapGet("/record/export", (Visit visit) => new Page<ExportPage>(new { Refused = ExportRight.Has(visit) ? null : Refused(visit) }));
    }

    /// <summary>Why a visitor may not take the record.</summary>
    internal static Refusal Refused(Visit visit) => ProtocolRefusals.NotYours(ExportRight.Clause, "members", visit.Person ?? "");
}
