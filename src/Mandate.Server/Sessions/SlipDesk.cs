using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.SignIn;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Sessions;

/// <summary>
/// Slips at the credentials desk: a code on paper that binds one phone to one seat until the meeting is closed. It needs no Internet, no
/// mailbox and no registered device.
/// </summary>
internal static class SlipDesk
{
    /// <summary>Whoever may let that person out of the hall is the desk, or is that person themself; only the desk hands out slips, and never to itself.</summary>
    public static bool May(Visit visit, Session session, string person) => visit.Person is { } desk && desk != person && visit.Kept.SignInFile is not null
        && session.Present.Contains(person) && visit.Kept.Ask(desk, new Depart(session.Id, person)) is Decision.Accepted;

    public static async Task<IResult> IssueAsync(string id, HttpContext http, Visit visit, CardStores stores, TimeProvider clock)
    {
        var person = (await http.Request.ReadFormAsync())["person"].ToString();
        if (visit.State.Sessions.Find(id) is not { } session || stores.Of(visit.Kept) is not { } cards) return Results.NotFound();
        if (!May(visit, session, person)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var code = cards.IssueSlip(person, id, visit.Person!, clock.GetUtcNow());
        return new Page<SlipPage>(new { Session = session, Person = person, Code = code, Base = PublicAddress.Of(http) }) { NamesMembers = true, Once = true };
    }
}
