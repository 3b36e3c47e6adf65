using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Roll;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Roll;

/// <summary>Those who wait to be admitted, also from a later import of the roll; decided by whom the clause on admission names, several at once.</summary>
public static class ApplicationsEndpoints
{
    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/members/applications", (int? page, int? decided, Visit visit) => new Page<ApplicationsPage>(new { PageNumber = page ?? 1, Decided = decided ?? 0 }) { NamesMembers = true });
        group.MapAct("/members/applications", DecideAsync);
    }

    /// <summary>The clause that says who admits.</summary>
    public static string Clause(Visit visit) => visit.Version.Rules.Electorates.Values.FirstOrDefault()?.Admit.Clause.Path ?? "electorates";

    private static async Task<IResult> DecideAsync(HttpContext http, Visit visit)
    {
        if (visit.Person is not { } person) return Results.Redirect(visit.Address + "/sign-in?return=" + Uri.EscapeDataString(visit.Address + "/members/applications"));
        var form = await http.Request.ReadFormAsync();
        var page = int.TryParse(form["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 1;
        var key = form["act"].ToString();
        var chosen = form["application"].OfType<string>().Distinct(StringComparer.Ordinal).Take(ApplicationsPage.PerPage).ToList();
        if (chosen.Count == 0) return new Page<ApplicationsPage>(new { PageNumber = page, Filled = Filled.From(form, ("application", visit.Words["applications.none-selected"])) }) { NamesMembers = true, Status = StatusCodes.Status422UnprocessableEntity };
        var decided = 0;
        foreach (var application in chosen)
        {
            Command command = form["decide"].ToString() switch
            {
                "admit" => new DecideApplication(application, true, null),
                "refuse" => new DecideApplication(application, false, null, form["reason"].ToString().Trim() is { Length: > 0 } reason ? reason : null),
                _ => new AdmitBySilence(application),
            };
            switch (await visit.Kept.PutAsync(person, command, $"{key}-{application}"))
            {
                case Put.Done:
                    decided++;
                    break;
                case Put.Refused refused:
                    visit.Set(visit.Kept, person);
                    return new Page<ApplicationsPage>(new { PageNumber = page, Decided = decided, Refused = refused.Refusal }) { NamesMembers = true, Status = StatusCodes.Status409Conflict };
                case Put.Unknown unknown:
                    return Results.Problem(unknown.Reason, statusCode: StatusCodes.Status503ServiceUnavailable);
            }
        }
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/members/applications?page={page}&decided={decided}"));
    }
}
