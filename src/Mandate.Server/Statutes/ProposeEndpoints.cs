using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Server.Acting;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Statutes;

/// <summary>Proposing an amendment of the constitution: written, looked at with what the rules say of it, then filed.</summary>
public static class ProposeEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/constitution/propose", IResult (string? clause, Visit visit) =>
        {
            if (visit.State.Statutes.Versions.Length == 0 || (clause is { Length: > 0 } && Clauses.At(visit.Version.Rules, clause) is null)) return Results.NotFound();
            return Form(visit, new Filled(Start(visit, clause), []), null);
        });
        group.MapAct("/constitution/propose", async Task<IResult> (HttpContext http, Visit visit) =>
        {
            var address = visit.Address + "/constitution/propose";
            if (visit.Person is not { } person) return Results.Redirect(QueryHelpers.AddQueryString(visit.Address + "/sign-in", "return", address));
            var values = (await http.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
            if (values.GetValueOrDefault("step") == "edit") return Form(visit, new Filled(values, []), null);
            var filling = new Filling(visit, values);
            var draft = ProposeDraft.Of(visit, filling.Raw("clause"), values.GetValueOrDefault("yaml") ?? "");
            var written = draft.Command(filling);
            List<(string, string)> errors = [.. filling.Errors];
            if (!draft.Mistakes.IsEmpty) errors.Add(("yaml", visit.Words["propose.faults"]));
            else if (draft.Clauses.IsEmpty) errors.Add(("yaml", visit.Words["propose.unchanged"]));
            if (errors.Count > 0) return Form(visit, new Filled(values, errors), draft, StatusCodes.Status422UnprocessableEntity);
            var command = Acts.InWriting(filling, written);
            if (values.GetValueOrDefault("step") != "file")
                return Preview(visit, values, draft, command, (visit.Kept.Ask(person, command, filling.Blobs) as Decision.Refused)?.Refusal, false);
            return await visit.Kept.PutAsync(person, command, values.GetValueOrDefault("act") is { Length: > 0 } id ? id : Guid.CreateVersion7().ToString("N"), [.. filling.Blobs]) switch
            {
                Put.Done done => Results.Redirect(QueryHelpers.AddQueryString(command == written ? $"{visit.Address}/motions/{Uri.EscapeDataString(written.Motion)}" : visit.Address, "done", done.Index.ToString(CultureInfo.InvariantCulture))),
                // A new key: what comes back changed is another act.
                Put.Refused refused => Preview(visit, values.Where(v => v.Key != "act").ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), draft, command, refused.Refusal, true),
                Put.Unknown unknown => Form(visit, new Filled(values, [("title", unknown.Reason)]), draft, StatusCodes.Status503ServiceUnavailable),
                _ => throw new InvalidOperationException("An act is done, refused or unknown."),
            };
        });
    }

    /// <summary>What stands in the form at first: the words in force.</summary>
    private static Dictionary<string, string> Start(Visit visit, string? clause)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["yaml"] = clause is { Length: > 0 } ? Clauses.Lines(Clauses.At(visit.Version.Rules, clause)!) : visit.Text(visit.Version.Yaml) ?? "",
        };
        if (clause is { Length: > 0 }) values["clause"] = clause;
        foreach (var (language, sha256) in visit.Version.Texts) values["legal-" + language] = visit.Text(sha256) ?? "";
        return values;
    }

    private static Page<ProposePage> Form(Visit visit, Filled filled, ProposeDraft? draft, int status = StatusCodes.Status200OK) =>
        new(new { Filled = filled, Draft = draft, SignedIn = visit.Person is not null }) { Status = status };

    private static Page<ProposePreviewPage> Preview(Visit visit, Dictionary<string, string> values, ProposeDraft draft, Command command, Refusal? refusal, bool after) =>
        new(new { Filled = new Filled(values, []), Draft = draft, InWriting = command is not Mandate.Organisation.Motions.FileMotion, Refused = refusal is null ? null : visit.Say(refusal), AfterTheClick = after })
        { Status = after ? StatusCodes.Status409Conflict : StatusCodes.Status200OK };
}
