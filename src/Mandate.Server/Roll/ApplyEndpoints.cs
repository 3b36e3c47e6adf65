using System.Collections.Immutable;
using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Mandate.Server.SignIn;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Roll;

/// <summary>
/// Applying to be admitted: whoever comes from outside sees what changes for them, each figure with its rule, before they consent (S323). Name and address go to
/// the vault; the body of the clause on admission decides.
/// </summary>
internal static class ApplyEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/members/apply", IResult (Visit visit) => IsOpen(visit) ? Show(Filled.Empty, null, StatusCodes.Status200OK) : Results.NotFound());
        group.MapAct("/members/apply", ApplyAsync);
        group.MapGet("/members/applied", IResult (Visit visit) => IsOpen(visit) ? new Page<AppliedPage>() : Results.NotFound());
    }

    /// <summary>Whether somebody can apply here: names can be kept, and the founding is over.</summary>
    public static bool IsOpen(Visit visit) => visit.Kept.Node?.Vault is not null && visit.State.Founding.Stage == Organisation.Founding.FoundingStage.Closed && !History.Chronicle.Is(visit.State);

    /// <summary>Units that take members, by name.</summary>
    public static IEnumerable<(string Id, string Name)> Units(Visit visit)
    {
        var kind = RollUnits.KindOfMembers(visit.State);
        return visit.State.Roll.Units.Values.Where(u => u.Until is null && u.Kind == kind).OrderBy(u => u.Name, StringComparer.Ordinal).Select(u => (u.Id, u.Name));
    }

    private static async Task<IResult> ApplyAsync(HttpContext http, Visit visit, SignInLimits limits)
    {
        if (!IsOpen(visit) || visit.Kept.Node?.Vault is not { } vault) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        string Text(string field) => form[field].ToString().Trim();
        var (name, email, unit, language) = (Text("applicant-name"), Text("email"), Text("unit"), Text("language"));
        if (name.Length is 0 or > 200) return Show(Filled.From(form, ("applicant-name", visit.Words["apply.needs-name"])), null, StatusCodes.Status422UnprocessableEntity);
        if (email.Length > 254) return Show(Filled.From(form, ("email", visit.Words["apply.needs-email"])), null, StatusCodes.Status422UnprocessableEntity);
        if (Text("agreed") != "yes") return Show(Filled.From(form, ("agreed", visit.Words["apply.needs-consent"])), null, StatusCodes.Status422UnprocessableEntity);
        // Nobody is known here yet: one network address applies so often and no more.
        if (limits.LockedUntil(http.Connection.RemoteIpAddress) is not null) return Show(Filled.From(form, ("applicant-name", visit.Words["apply.too-many"])), null, StatusCodes.Status429TooManyRequests);
        limits.Wrong(http.Connection.RemoteIpAddress);
        // Sent twice it is one application.
        var person = "p-" + (Guid.TryParseExact(form["act"], "N", out _) ? form["act"].ToString() : Guid.CreateVersion7().ToString("N"));
        if (visit.State.Roll.Applications.ContainsKey("a-" + person)) return Results.Redirect(visit.Address + "/members/applied");
        var command = new Apply("a-" + person, unit, language, new string('0', 64));
        if (visit.Kept.Ask(person, command) is Decision.Refused { Refusal: var refused }) return Show(Filled.From(form), refused, StatusCodes.Status422UnprocessableEntity);
        var fields = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("name", name);
        // The vault first: an applicant whose name is nowhere could not be decided on.
        var personal = vault.Keep(person, email.Length > 0 ? fields.Add("email", email) : fields);
        if (await visit.Kept.PutAsync(person, command with { Personal = personal }, form["act"].ToString()) is Put.Refused { Refusal: var refusal })
        {
            vault.Erase(person);
            return Show(Filled.From(form), refusal, StatusCodes.Status422UnprocessableEntity);
        }
        return Results.Redirect(visit.Address + "/members/applied");
    }

    private static Page<ApplyPage> Show(Filled filled, Refusal? refused, int status) => new(new { Filled = filled, Refused = refused }) { Status = status };
}
