using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Founding;
using Mandate.Organisation.Roll;
using Mandate.Server.Acting;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.WebUtilities;

namespace Mandate.Server.Founding;

/// <summary>The founders' desk: what has been entered, who has approved, what is missing before the founding can close.</summary>
public static class FoundingDeskEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/founding", (Visit visit) => new Page<FoundingDeskPage> { NamesMembers = true });
        group.MapGet("/founding/member", (Visit visit) => Member(visit, Filled.Empty, null, StatusCodes.Status200OK));
        group.MapAct("/founding/member", EnterAsync);
    }

    /// <summary>A member by hand: name and address to the vault, the act with their commitment to the log.</summary>
    private static async Task<IResult> EnterAsync(HttpContext http, Visit visit)
    {
        var form = await http.Request.ReadFormAsync();
        if (visit.Person is not { } by) return Results.Redirect(visit.Address + "/sign-in?return=" + Uri.EscapeDataString(visit.Here.Path));
        if (visit.Kept.Node?.Vault is not { } vault) return Results.NotFound();
        var values = form.Where(f => !f.Key.StartsWith("__", StringComparison.Ordinal)).ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal);
        var filling = new Filling(visit, values);
        var founder = filling.TextOrNone("founder");
        var earlier = founder is not null && visit.State.IsFounding(founder) ? vault.Read(founder) : null;
        var name = filling.TextOrNone("full-name") ?? earlier?.GetValueOrDefault("name") ?? filling.Text("full-name");
        var unit = filling.Text("unit");
        var since = filling.DayOrNone("since") ?? visit.Today;
        var language = filling.TextOrNone("language") ?? visit.Version.Rules.Languages.Official[0];
        if (filling.TextOrNone("number") is { } number && vault.ReadAll().Any(p => p.Key != founder && p.Value.GetValueOrDefault("number") == number)) filling.Fail("number", "founding.number-taken", ("number", number));
        if (filling.Errors.Count > 0) return Member(visit, new(values, filling.Errors), null, StatusCodes.Status422UnprocessableEntity);

        var id = earlier is not null ? founder! : "m-" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        var member = new Member(id, unit, since, language, MemberStatus.Active, "");
        // Asked before the name is kept, so that a refusal leaves nothing in the vault.
        if (visit.Kept.Ask(by, new EnterMembers([member])) is Decision.Refused { Refusal: var refusal }) return Member(visit, new(values, []), refusal, StatusCodes.Status409Conflict);
        var personal = vault.Keep(id, Personal(filling, name, earlier));
        return await visit.Kept.PutAsync(by, new EnterMembers([member with { Personal = personal }]), "member-" + id) switch
        {
            Put.Done done => Results.Redirect(QueryHelpers.AddQueryString(visit.Address + (form["more"] == "yes" ? "/founding/member" : "/founding"), "done", done.Index.ToString(CultureInfo.InvariantCulture))),
            Put.Refused refused => Member(visit, new(values, []), refused.Refusal, StatusCodes.Status409Conflict),
            Put.Unknown unknown => Member(visit, new(values, [("full-name", unknown.Reason)]), null, StatusCodes.Status503ServiceUnavailable),
            _ => throw new InvalidOperationException("An act is done, refused or unknown."),
        };
    }

    private static ImmutableSortedDictionary<string, string> Personal(Filling filling, string name, ImmutableSortedDictionary<string, string>? earlier)
    {
        var fields = (earlier ?? ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal)).SetItem("name", name);
        foreach (var field in (string[])["number", "email", "address"])
            if (filling.TextOrNone(field) is { } text) fields = fields.SetItem(field, text);
        return fields;
    }

    private static Page<EnterMemberPage> Member(Visit visit, Filled filled, Refusal? refused, int status) => new(new
    {
        Filled = filled,
        Refused = refused ?? (visit.Person is { } person && visit.Kept.Ask(person, new EnterMembers([])) is Decision.Refused { Refusal: var before } ? before : null),
        AfterTheClick = refused is not null,
    })
    { NamesMembers = true, Status = status };
}
