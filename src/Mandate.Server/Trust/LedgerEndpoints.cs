using System.Text;
using Mandate.Ledger;
using Mandate.Node.Witnessing;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Trust;

/// <summary>
/// What anybody may have of a record: its key, its checkpoints, its policy of witnesses, and the proof that an entry is in it. The entry
/// itself goes into the receipt of whoever did it, and of acts of office.
/// </summary>
public static class LedgerEndpoints
{
    private const string PlainText = "text/plain; charset=utf-8";

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/ledger/key", (Visit visit) => visit.Kept.Node is { } node ? Results.Text(node.Key + "\n", PlainText) : Results.NotFound());
        group.MapGet("/ledger/checkpoint", (HttpContext http, Visit visit) => visit.Kept.Node is { } node
            ? Bytes(http, node.Witnessed is { Size: > 0 } ? node.Published!.Latest! : node.Current.Checkpoint, forEver: false)
            : Results.NotFound());
        group.MapGet("/ledger/checkpoints/{size:long}", (long size, HttpContext http, Visit visit) =>
            visit.Kept.Node?.Published?.Read(size) is { } note ? Bytes(http, note, forEver: true) : Results.NotFound());
        // What a member's device keeps and names as seen: only what the quorum has cosigned.
        group.MapGet("/ledger/witnessed", (HttpContext http, Visit visit) =>
            visit.Kept.Node is { Witnessed.Size: > 0 } node ? Bytes(http, node.Published!.Latest!, forEver: false) : Results.NotFound());
        group.MapGet("/ledger/policy", (Visit visit) =>
            visit.Kept.Node is { } node && visit.State.Trust.PolicyAt(visit.State.At) is { } policy && PolicyFiles.Of(node.Key, policy) is { } files
                ? Results.Text(files.ToString(), PlainText)
                : Results.NotFound());
        group.MapGet("/record/{index:long}/receipt", (long index, HttpContext http, Visit visit) => Receipt(index, http, visit));
    }

    private static IResult Receipt(long index, HttpContext http, Visit visit)
    {
        if (visit.Kept.Node is not { } node || index < 0 || index >= visit.State.Size) return Results.NotFound();
        var receipt = node.ReceiptOf(index);
        var entry = node.Entries(index, 1).Single().Entry;
        if (entry.By != visit.Person && !visit.State.Offices.Career(entry.By).Any()) receipt = receipt with { Extra = null };
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(receipt.ToBytes(), PlainText, $"{visit.Kept.Slug}-{index}{TlogProof.FileExtension}");
    }

    private static IResult Bytes(HttpContext http, byte[] note, bool forEver)
    {
        http.Response.Headers.CacheControl = forEver ? "public, max-age=31536000, immutable" : "public, max-age=2";
        return Results.Text(Encoding.UTF8.GetString(note), PlainText);
    }
}
