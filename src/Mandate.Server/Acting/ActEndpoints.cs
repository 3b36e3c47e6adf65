using System.Globalization;
using System.Text;
using Mandate.Node.Encodings;
using Mandate.Organisation.Acts;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Acting;

/// <summary>Every act has a page of its own: what it needs, what the rules say before the click, and the answer.</summary>
public static class ActEndpoints
{
    /// <summary>Longest file or text that a form takes.</summary>
    private const long Maximum = 8 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/act/{name}", IResult (string name, HttpContext http, Visit visit) =>
        {
            if (Acts.Find(name) is not { } act) return Results.NotFound();
            var values = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
            return Show(visit, act, new Filled(values, []), null, StatusCodes.Status200OK);
        });
        group.MapAct("/act/{name}", async Task<IResult> (string name, HttpContext http, Visit visit) =>
        {
            if (Acts.Find(name) is not { } act) return Results.NotFound();
            var values = await ReadAsync(http);
            if (visit.Person is not { } person) return Results.Redirect(QueryHelpers.AddQueryString(visit.Address + "/sign-in", "return", Return(visit, values)));
            var filling = new Filling(visit, values);
            var command = act.Make(filling);
            if (values.ContainsKey("preview")) return Show(visit, act, new Filled(Without(values, "preview"), []), null, StatusCodes.Status200OK);
            if (filling.Errors.Count > 0) return Show(visit, act, new Filled(values, filling.Errors), null, StatusCodes.Status422UnprocessableEntity);
            var id = values.GetValueOrDefault("act") is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
            if (values.ContainsKey("to-sign")) return ToSign(visit, person, id, command, values.GetValueOrDefault("seen"));
            // Durable before the act says that it is kept; left where the act is refused, it is nobody's reading and no document's.
            if (act.Keeps?.Invoke(filling) is ({ } about, { } kept)) visit.Kept.KeepNote(person, about, kept);
            return await visit.Kept.PutAsync(person, command, id, Signature(values), [.. filling.Blobs]) switch
            {
                Put.Done done => Results.Redirect(QueryHelpers.AddQueryString(Return(visit, values), "done", done.Index.ToString(CultureInfo.InvariantCulture))),
                // A new key: the act that comes back changed is another act.
                Put.Refused refused => Show(visit, act, new Filled(Without(values, "act", "sig", "seen"), []), refused, StatusCodes.Status409Conflict),
                Put.Unknown unknown => Show(visit, act, new Filled(values, [("act", unknown.Reason)]), null, StatusCodes.Status503ServiceUnavailable),
                _ => throw new InvalidOperationException("An act is done, refused or unknown."),
            };
        });
    }

    /// <summary>The bytes that a member's device signs for this act; the form is sent again with the signature.</summary>
    internal static IResult ToSign(Visit visit, string person, string id, Command command, string? seen) => visit.Kept.Node is { } node
        ? Results.Bytes(AuthorSignature.Message(node.SigningName, person, id, command, seen is { Length: > 0 } ? seen : null), "application/octet-stream")
        : Results.NotFound();

    /// <summary>The signature that came with the form; null where the device has no key.</summary>
    internal static OwnSignature? Signature(IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault("sig") is { Length: > 0 } sig ? new(sig, values.GetValueOrDefault("seen") is { Length: > 0 } seen ? seen : null) : null;

    private static Page<ActPage> Show(Visit visit, ActDefinition act, Filled filled, Put.Refused? refused, int status) => new(new
    {
        Act = act,
        Filled = filled,
        Refused = refused?.Refusal ?? (filled.Errors.Count == 0 ? Asking.Before(visit, act, filled.Values) : null),
        AfterTheClick = refused is not null,
    })
    { Status = status, NamesMembers = true };

    /// <summary>Where to go on: a page of this organisation, never an address from elsewhere.</summary>
    private static string Return(Visit visit, IReadOnlyDictionary<string, string> values) =>
        values.GetValueOrDefault("return") is { } path && (path == visit.Address || path.StartsWith(visit.Address + "/", StringComparison.Ordinal)) ? path : visit.Address;

    private static async Task<Dictionary<string, string>> ReadAsync(HttpContext http)
    {
        if (http.Request.ContentLength > Maximum) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        var form = await http.Request.ReadFormAsync();
        var values = http.Request.Query.ToDictionary(q => q.Key, q => q.Value.ToString(), StringComparer.Ordinal);
        foreach (var (name, value) in form) values[name] = value.ToString();
        foreach (var file in form.Files.Where(f => f.Length > 0))
        {
            using var reader = new StreamReader(file.OpenReadStream(), new UTF8Encoding(false));
            values[file.Name] = await reader.ReadToEndAsync();
        }
        return values;
    }

    private static Dictionary<string, string> Without(Dictionary<string, string> values, params string[] names) => values.Where(v => !names.Contains(v.Key, StringComparer.Ordinal)).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
}
