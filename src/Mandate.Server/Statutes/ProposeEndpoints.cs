using System.Globalization;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Server.Acting;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Statutes;

/// <summary>
/// Amending the constitution, and correcting an error of its encoding: a clause is chosen, rewritten, looked at with what the rules
/// say of it, then put. Nothing is kept here between the pages: what is written travels with the form.
/// </summary>
public static class ProposeEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        Map(group, Purpose.Amend, "/constitution/propose");
        Map(group, Purpose.Correct, "/constitution/correct");
    }

    private static void Map(RouteGroupBuilder group, Purpose purpose, string path)
    {
        group.MapGet(path, IResult (string? clause, string? @as, string? whole, Visit visit) =>
        {
            if (visit.State.Statutes.Versions.Length == 0 || History.Chronicle.Is(visit.State)) return Results.NotFound();
            if (clause is not { Length: > 0 } && whole is null) return new Page<ProposeChoosePage>(new { Purpose = purpose }) { Version = visit.State.Size.ToString(CultureInfo.InvariantCulture) };
            if (clause is { Length: > 0 } && Clauses.At(visit.Version.Rules, clause) is null) return Results.NotFound();
            return Form(visit, purpose, new Filled(Start(visit, clause, @as), []), null);
        });
        group.MapAct(path, async Task<IResult> (HttpContext http, Visit visit) =>
        {
            if (visit.State.Statutes.Versions.Length == 0) return Results.NotFound();
            if (visit.Person is not { } person) return Results.Redirect(QueryHelpers.AddQueryString(visit.Address + "/sign-in", "return", visit.Address + path));
            var values = (await http.Request.ReadFormAsync()).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
            var draft = ProposeDraft.Of(visit, values);
            if (values.GetValueOrDefault("step") == "edit") return Form(visit, purpose, new Filled(values, []), null);
            return await PutAsync(visit, purpose, person, values, draft);
        });
    }

    private static async Task<IResult> PutAsync(Visit visit, Purpose purpose, string person, Dictionary<string, string> values, ProposeDraft draft)
    {
        var filling = new Filling(visit, values);
        Command written = purpose == Purpose.Amend ? draft.Motion(filling, values) : Correction.Command(visit, draft, filling);
        List<(string, string)> errors = [.. filling.Errors, .. draft.Errors];
        if (!draft.Mistakes.IsEmpty) errors.Add(("yaml", visit.Words["propose.faults"]));
        else if (draft.Clauses.IsEmpty && draft.Errors.IsEmpty) errors.Add(("yaml", visit.Words["propose.unchanged"]));
        if (errors.Count > 0) return Form(visit, purpose, new Filled(values, errors), draft, StatusCodes.Status422UnprocessableEntity);
        var command = Acts.InWriting(filling, written);
        if (values.GetValueOrDefault("step") != "file")
            return Preview(visit, purpose, values, draft, command, (visit.Kept.Ask(person, command, filling.Blobs) as Decision.Refused)?.Refusal, false);
        var id = values.GetValueOrDefault("act") is { Length: > 0 } given ? given : Guid.CreateVersion7().ToString("N");
        if (values.ContainsKey("to-sign")) return ActEndpoints.ToSign(visit, person, id, command, values.GetValueOrDefault("seen"));
        return await visit.Kept.PutAsync(person, command, id, ActEndpoints.Signature(values), [.. filling.Blobs]) switch
        {
            Put.Done done => Results.Redirect(QueryHelpers.AddQueryString(After(visit, written, command), "done", done.Index.ToString(CultureInfo.InvariantCulture))),
            // A new key: what comes back changed is another act.
            Put.Refused refused => Preview(visit, purpose, values.Where(v => v.Key is not ("act" or "sig" or "seen")).ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal), draft, command, refused.Refusal, true),
            Put.Unknown unknown => Form(visit, purpose, new Filled(values, [("title", unknown.Reason)]), draft, StatusCodes.Status503ServiceUnavailable),
            _ => throw new InvalidOperationException("An act is done, refused or unknown."),
        };
    }

    /// <summary>Where it can be seen: the motion, the versions, or at home what waits for signatures.</summary>
    private static string After(Visit visit, Command written, Command put) => put != written ? visit.Address
        : written is FileMotion motion ? $"{visit.Address}/motions/{Uri.EscapeDataString(motion.Motion)}" : visit.Address + "/constitution/versions";

    /// <summary>What stands in the form at first: the words in force.</summary>
    private static Dictionary<string, string> Start(Visit visit, string? clause, string? @as)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (language, sha256) in visit.Version.Texts)
            if (visit.Text(sha256) is { } text) values["legal-" + language] = clause is { Length: > 0 } ? AdoptedText.Of(text, clause) ?? text : text;
        if (clause is not { Length: > 0 })
        {
            values["yaml"] = visit.Text(visit.Version.Yaml) ?? "";
            return values;
        }
        values["clause"] = clause;
        values["yaml"] = Clauses.Lines(Clauses.At(visit.Version.Rules, clause)!);
        values["as"] = @as != "yaml" && ProposeDraft.Form(visit.Version.Rules, clause) is not null ? "plain" : "yaml";
        return values;
    }

    private static Page<ProposePage> Form(Visit visit, Purpose purpose, Filled filled, ProposeDraft? draft, int status = StatusCodes.Status200OK) =>
        new(new { Purpose = purpose, Filled = filled, Draft = draft, SignedIn = visit.Person is not null }) { Status = status };

    private static Page<ProposePreviewPage> Preview(Visit visit, Purpose purpose, Dictionary<string, string> values, ProposeDraft draft, Command command, Refusal? refusal, bool after) =>
        new(new { Purpose = purpose, Filled = new Filled(values, []), Draft = draft, InWriting = command is Mandate.Organisation.Offices.ProposeAct, Refused = refusal is null ? null : visit.Say(refusal), AfterTheClick = after })
        { Status = after ? StatusCodes.Status409Conflict : StatusCodes.Status200OK };
}

/// <summary>Why a clause is rewritten.</summary>
public enum Purpose
{
    /// <summary>The organisation is to have other rules.</summary>
    Amend,

    /// <summary>The rules as encoded do not say what the adopted text says.</summary>
    Correct,
}
