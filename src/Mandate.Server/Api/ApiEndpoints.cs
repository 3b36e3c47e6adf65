using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Mandate.Node.Encodings;
using Mandate.Node.Sequencing;
using Mandate.Organisation.Acts;
using Mandate.Server.Keeping;
using Mandate.Server.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Mandate.Server.Api;

/// <summary>
/// The HTTP API below <c>/api</c>: every act and every question, with the refusals of the pages and the command line (docs/api.md). It
/// takes no cookie, so no page elsewhere can act through a browser that is signed in; programs send the code of a card.
/// </summary>
public static class ApiEndpoints
{
    /// <summary>Longest act with its files.</summary>
    private const int Maximum = 8 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/api/openapi.json", () => Results.Text(OpenApi.Document.ToJsonString(Indented), "application/json"));
        routes.MapGet("/api/o", (IKeeper keeper) => Json(new JsonArray([.. keeper.All.Where(k => k.State.Size > 0 && k.Practice is null).Select(k => (JsonNode)new JsonObject { ["organisation"] = k.Slug, ["entries"] = k.State.Size, ["rehearsal"] = k.State.Founding.Rehearsal })])));
        var group = routes.MapGroup("/api/o/{slug}");
        group.AddEndpointFilter(async (context, next) =>
        {
            var http = context.HttpContext;
            http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
            var parts = http.RequestServices;
            if (parts.GetRequiredService<IKeeper>().Find((string)http.Request.RouteValues["slug"]!) is not { Practice: null } kept) return Problem(404, "organisation", "There is no such organisation here.");
            if (ApiCaller.Of(http, kept) is not { } caller) return Problem(401, "code", "The code is not that of a card that is good here.");
            if (caller.Locked is { } until) return Problem(429, "locked", $"Too many wrong codes: none is looked at until {ActJson.Moment(until)}.");
            parts.GetRequiredService<Visit>().Set(kept, caller.Person);
            return await next(context);
        });
        group.MapGet("", (Visit visit) => Json(About(visit)));
        group.MapGet("/may", (Visit visit) => visit.Person is { } person ? Json(May(visit, person)) : NobodyKnown());
        group.MapPost("/acts", ActAsync);
        group.MapGet("/ask", AskFor);
        group.MapGet("/checkpoint", (Visit visit) => visit.Kept.Node is { } node ? Results.Bytes(node.Current.Checkpoint, "text/plain; charset=utf-8") : NotKept());
        group.MapGet("/entries/{index:long}", IResult (long index, Visit visit) => Entry(visit, index));
        group.MapGet("/entries/{index:long}/proof", IResult (long index, Visit visit) => visit.Kept.Node is not { } node ? NotKept()
            : index >= 0 && index < visit.State.Size ? Results.Bytes(node.Prove(index).ToBytes(), "text/plain; charset=utf-8") : Problem(404, "entry", "The record has no such entry."));
    }

    private static JsonObject About(Visit visit) => new()
    {
        ["organisation"] = visit.State.Founding.Id,
        ["title"] = visit.Version.Rules.Title.In(visit.Words.Language.Code),
        ["rehearsal"] = visit.State.Founding.Rehearsal,
        ["at"] = ActJson.Moment(visit.Now),
        ["entries"] = visit.State.Size,
        ["as"] = visit.Person,
        ["engine"] = Engine.Version,
    };

    private static JsonObject May(Visit visit, string person) => new()
    {
        ["organisation"] = visit.State.Founding.Id,
        ["at"] = ActJson.Moment(visit.Now),
        ["as"] = person,
        ["acts"] = new JsonArray([.. Offers.For(visit.State, person, visit.Now, visit.Kept.Names).Select(o => ActJson.Offer(person, o))]),
    };

    private static async Task<IResult> ActAsync(HttpContext http, Visit visit)
    {
        if (visit.Person is not { } person) return NobodyKnown();
        if (visit.Kept.Node is not { } node) return NotKept();
        if (http.Request.ContentLength > Maximum) return Problem(413, "size", "An act with its files has at most 8 MiB.");
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body, http.RequestAborted);
        if (body.Length > Maximum) return Problem(413, "size", "An act with its files has at most 8 MiB.");
        if (ApiAct.Read(body.ToArray(), out var fault) is not { } act) return Problem(400, "act", fault);
        if (act.By is { } by && by != person) return Problem(403, "by", $"The act says that {by} acts, and the caller is {person}.");
        var id = http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 } key ? key : act.Id ?? "api-" + Guid.CreateVersion7().ToString("N");
        var answer = await node.SubmitAsync(new Submission(person, act.Command, id) { Blobs = act.Blobs });
        return answer switch
        {
            Answer.Accepted => Json(ActJson.Answer(answer)),
            Answer.Refused { Refusal: var refusal } => Refused(visit, refusal),
            _ => Problem(503, "unknown", ((Answer.Unknown)answer).Reason + " Put it again with the same key to know."),
        };
    }

    private static IResult AskFor(string? question, string? id, string? at, Visit visit)
    {
        if (visit.Kept.Node is not { } node) return NotKept();
        if (question is null || !Answers.Questions.Contains(question, StringComparer.Ordinal)) return Problem(400, "question", $"question: one of {string.Join(", ", Answers.Questions)}");
        if (id is null && question is "person" or "body") return Problem(400, "id", $"id: which {question}?");
        string? meant = null;
        if (id is not null)
        {
            var reading = Asked.Read(node, question, id);
            if (reading.Id is null) return Problem(404, "id", reading.Message!);
            if (reading.Id != id) (meant, id) = (reading.Id, reading.Id);
        }
        // No dossiers: of ordinary members only what they themselves ask.
        if (question == "person" && id != visit.Person && visit.State.Roll.Member(id!) is not null && !visit.State.Offices.Career(id!).Any()) return Refused(visit, ProtocolRefusals.NotYours("", "self", visit.Person ?? ""), 403);
        var when = Asked.Moment(node, question) is var moment && moment < visit.Now ? moment : visit.Now;
        if (at is not null && !TryMoment(at, out when)) return Problem(400, "at", "at: a day such as 2026-12-14, or a moment such as 2026-12-14T09:00:00Z");
        var json = Asked.Of(node, node.StateAt(when), question, id, when).Json;
        if (meant is not null) json["meant"] = meant;
        return Json(json);
    }

    private static IResult Entry(Visit visit, long index)
    {
        if (index < 0 || index >= visit.State.Size) return Problem(404, "entry", "The record has no such entry.");
        var entry = visit.Kept.Entries(index, 1).Single().Entry;
        if (!ExportRight.Has(visit) && !InWords.IsOpen(visit, entry.By)) return Refused(visit, RecordEndpoints.Refused(visit), 403);
        return Results.Bytes(EntryText.Encode(entry), "application/json");
    }

    /// <summary>A day means its end, so that what happened on it is in.</summary>
    private static bool TryMoment(string text, out DateTimeOffset at)
    {
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            at = new DateTimeOffset(day, new TimeOnly(23, 59, 59), TimeSpan.Zero);
            return true;
        }
        return DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out at);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static IResult Json(JsonNode json) => Results.Text(json.ToJsonString(), "application/json", Encoding.UTF8);

    /// <summary>A refusal of the rules as problem details (RFC 9457): in words, and as the record of values that it is.</summary>
    private static IResult Refused(Visit visit, Refusal refusal, int status = StatusCodes.Status409Conflict)
    {
        var words = visit.Say(refusal);
        return Body(status, new JsonObject
        {
            ["type"] = "urn:mandate:refusal:" + refusal.Code,
            ["title"] = words.Sentence,
            ["status"] = status,
            ["clause"] = words.Clause,
            ["needs"] = words.Needs,
            ["given"] = words.Given,
            ["earliest"] = refusal.Earliest is { } earliest ? ActJson.Moment(earliest) : null,
            ["way"] = words.Way,
            ["refusal"] = ActJson.Refusal(refusal),
        });
    }

    private static IResult NobodyKnown() => Problem(401, "who", "Who acts? Send the code of a card: Authorization: Card CODE. In a rehearsal ?as=PERSON is enough.");

    private static IResult NotKept() => Problem(404, "not-kept", "This organisation is not kept on a disk here.");

    private static IResult Problem(int status, string code, string title) => Body(status, new JsonObject { ["type"] = "urn:mandate:problem:" + code, ["title"] = title, ["status"] = status });

    private static IResult Body(int status, JsonObject problem) => Results.Text(problem.ToJsonString(), "application/problem+json", Encoding.UTF8, status);
}
