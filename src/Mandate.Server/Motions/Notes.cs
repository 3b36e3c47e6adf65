using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Motions;

/// <summary>A delegate's own notes on what comes up: kept in the vault under the delegate's key, never in the log.</summary>
internal static class Notes
{
    /// <summary>Most characters of one note.</summary>
    public const int Most = 4_000;

    public static async Task<IResult> KeepAsync(HttpContext http, Visit visit, Session session)
    {
        var form = await http.Request.ReadFormAsync();
        var (about, text) = (form["about"].ToString(), form["note"].ToString().ReplaceLineEndings("\n").Trim());
        if (visit.Person is not { } person || visit.Kept.NotesOf(person) is null) return Results.NotFound();
        if (visit.State.Motions.Find(about) is null && visit.State.Motions.FindAmendment(about) is null) return Results.NotFound();
        if (text.Length > Most)
            return new Page<ContestedPage>(new { Session = session, Fault = visit.Words.Say("contested.note-too-long", ("most", Most)) }) { Status = StatusCodes.Status422UnprocessableEntity, NamesMembers = true };
        visit.Kept.KeepNote(person, about, text);
        return Results.Redirect($"{visit.Address}/sessions/{session.Id}/contested#c-{about}");
    }
}
