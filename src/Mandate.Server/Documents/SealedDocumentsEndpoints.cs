using System.Collections.Immutable;
using System.Security.Cryptography;
using Mandate.Node.Boxes;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Documents;
using Mandate.SecretBallot.Formats;
using Mandate.Server.Acting;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Documents;

/// <summary>Sealed documents: sealing in the browser, the file that everybody may take along, the holders' keys, shares and the opening.</summary>
public static class SealedDocumentsEndpoints
{
    /// <summary>Largest sealed file that a form takes: content of 16 MB, padded and in Base64.</summary>
    private const long LargestFile = SecretBallot.Sealing.SealedDocument.LargestFile;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/documents/seal", (Visit visit) => Sealing(visit, null, null));
        group.MapAct("/documents/seal", async Task<IResult> (HttpContext http, Visit visit) =>
        {
            var (file, act) = await FileAsync(http, "sealed-file");
            if (visit.Person is not { } person || file.Length == 0) return Sealing(visit, null, "sealed-file");
            var put = await visit.Kept.PutAsync(person, new SealDocument(NameOf(file)), act, file);
            return put switch
            {
                Put.Done done => Results.Redirect($"{visit.Address}/documents/{SealReading.Instance.Document(file).Id}?done={done.Index}"),
                Put.Refused refused => Sealing(visit, refused.Refusal, null),
                _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            };
        });
        group.MapGet("/documents/keys", (Visit visit) => Keys(visit, Filled.Empty, null));
        group.MapAct("/documents/keys", PrepareAsync);
        group.MapGet("/documents/keys/{key}.json", IResult (string key, Visit visit) => visit.State.Documents.Keys.ContainsKey(key) && visit.Kept.Blob(key) is { } record
            ? Results.Bytes(record, "application/json", "holders.json") : Results.NotFound());
        group.MapAct("/documents/keys/{key}/sign", async Task<IResult> (string key, HttpContext http, Visit visit) =>
        {
            var (file, act) = await FileAsync(http, "sign-file");
            if (visit.Person is not { } person || file.Length == 0) return Keys(visit, Missing(visit, "sign-file"), null);
            return await visit.Kept.PutAsync(person, new GiveSignOfHolding(key, NameOf(file)), act, file) switch
            {
                Put.Done done => Results.Redirect($"{visit.Address}/documents/keys?done={done.Index}"),
                Put.Refused refused => Keys(visit, Filled.Empty, refused.Refusal),
                _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
            };
        });
        DocumentEndpoints.Map(group);
        group.MapGet("/documents/{id}", IResult (string id, HttpContext http, Visit visit) => Find(visit, id) is { } document ? Show(document, null, StatusCodes.Status200OK)
            : visit.State.Documents.All.TryGetValue(id, out var plain) ? DocumentEndpoints.Show(plain, http) : Results.NotFound());
        group.MapGet("/documents/{id}/copy", IResult (string id, Visit visit) => visit.Member is { Counts: true } && Find(visit, id) is { Seal: { } seal } && visit.Kept.Blob(seal.File) is { } file
            ? Results.Bytes(file, "application/octet-stream", $"{id}.sealed") : Results.NotFound());
        group.MapGet("/documents/{id}/content", IResult (string id, Visit visit) => Find(visit, id) is { Seal.Name: { } name, Text: { } text } && visit.Kept.Blob(text) is { } content
            ? Results.Bytes(content, "application/octet-stream", name) : Results.NotFound());
        group.MapAct("/documents/{id}/share", LendAsync);
        group.MapAct("/documents/{id}/open", async Task<IResult> (string id, HttpContext http, Visit visit) =>
        {
            if (visit.Person is not { } person || Find(visit, id) is not { } document) return Results.NotFound();
            return Said(visit, id, await OpenAsync(visit, person, document, (await http.Request.ReadFormAsync())["act"].ToString()));
        });
    }

    private static Document? Find(Visit visit, string id) => visit.State.Documents.All.TryGetValue(id, out var document) && document.Seal is not null ? document : null;

    private static async Task<IResult> LendAsync(string id, HttpContext http, Visit visit)
    {
        var (file, act) = await FileAsync(http, "share-file");
        if (visit.Person is not { } person || Find(visit, id) is not { Seal: { } seal } document) return Results.NotFound();
        if (file.Length == 0) return Show(document, null, StatusCodes.Status422UnprocessableEntity);
        var put = await visit.Kept.PutAsync(person, new LendShare(id, seal.File, NameOf(file)), act, file);
        if (put is not Put.Done || visit.Kept.State.Documents.All[id] is not { Text: null } lent || lent.Seal!.Shares.Count < visit.State.Documents.Keys[seal.Key].Threshold) return Said(visit, id, put);
        // The last share that was needed opens it: nobody has to press anything more.
        return Said(visit, id, await OpenAsync(visit, person, lent, act + "-open"));
    }

    private static async Task<Put> OpenAsync(Visit visit, string person, Document document, string act)
    {
        var seal = document.Seal!;
        ImmutableArray<string> shares = [.. seal.Shares.Values];
        try
        {
            var content = visit.Kept.Blob(seal.File) is { } file ? SealReading.Content(file, shares.Select(s => visit.Kept.Blob(s) ?? default)).Bytes : [];
            return await visit.Kept.PutAsync(person, new UnsealDocument(document.Id, seal.File, shares, NameOf(content)), act, content);
        }
        catch (RecordException)
        {
            // Too few shares, or what was sealed does not open: the rules say which.
            return await visit.Kept.PutAsync(person, new UnsealDocument(document.Id, seal.File, shares, NameOf([])), act, Array.Empty<byte>());
        }
    }

    private static async Task<IResult> PrepareAsync(HttpContext http, Visit visit)
    {
        if (visit.Person is not { } person) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        var filling = new Filling(visit, form.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));
        var holders = CampLines.Read(visit, filling, "key-holders").Select(h => new KeyHolder(h.Person, h.Camp)).ToImmutableArray();
        var (record, act) = await FileAsync(http, "key-record");
        var errors = filling.Errors.ToList();
        if (record.Length == 0) errors.Add(("key-record", visit.Words.Say("form.needs", ("field", visit.Words["field.key-record"]))));
        if (errors.Count > 0) return Keys(visit, Filled.From(form, [.. errors]), null);
        return await visit.Kept.PutAsync(person, new PrepareKey(NameOf(record), holders), act, record) switch
        {
            Put.Done done => Results.Redirect($"{visit.Address}/documents/keys?done={done.Index}"),
            Put.Refused refused => Keys(visit, Filled.From(form), refused.Refusal),
            _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
        };
    }

    private static Page<SealPage> Sealing(Visit visit, Refusal? refused, string? missing) => new(new { Refused = refused, Filled = missing is null ? Filled.Empty : Missing(visit, missing) })
    { Status = refused is not null ? StatusCodes.Status409Conflict : missing is not null ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, NamesMembers = true };

    private static Page<SealingKeysPage> Keys(Visit visit, Filled filled, Refusal? refused) => new(new { Refused = refused, Filled = filled })
    { Status = refused is not null ? StatusCodes.Status409Conflict : filled.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK, NamesMembers = true };

    private static Page<SealedPage> Show(Document document, Refusal? refused, int status) => new(new { Document = document, Refused = refused }) { Status = status, NamesMembers = true };

    private static IResult Said(Visit visit, string id, Put put) => put switch
    {
        Put.Done done => Results.Redirect($"{visit.Address}/documents/{id}?done={done.Index}"),
        Put.Refused refused => Show(visit.State.Documents.All[id], refused.Refusal, StatusCodes.Status409Conflict),
        _ => Results.StatusCode(StatusCodes.Status503ServiceUnavailable),
    };

    private static Filled Missing(Visit visit, string field) => new(Filled.Empty.Values, [(field, visit.Words.Say("form.needs", ("field", visit.Words["field." + field])))]);

    private static string NameOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static async Task<(byte[] File, string Act)> FileAsync(HttpContext http, string name)
    {
        if (http.Request.ContentLength > LargestFile) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        var form = await http.Request.ReadFormAsync();
        var act = form["act"].ToString() is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
        if (form.Files.GetFile(name) is not { } file) return ([], act);
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        // Made with an editor or on another system, it may end with a line feed.
        return (bytes.AsSpan().TrimEnd("\r\n"u8).ToArray(), act);
    }
}
