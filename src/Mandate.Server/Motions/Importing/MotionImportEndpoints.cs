using System.Globalization;
using System.Text;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Motions.Importing;

/// <summary>Motions from other systems: send the file, choose the columns, see every motion's fate, then write. And the drafts that wait for their movers.</summary>
public static class MotionImportEndpoints
{
    private const long Longest = 24 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/motions/import", (Visit visit) => Start(visit, Filled.Empty, StatusCodes.Status200OK));
        group.MapAct("/motions/import", SendAsync);
        group.MapGet("/motions/import/{id}", (string id, Visit visit, MotionImport import) => import.Find(id, visit) is { } upload ? Show(visit, upload, import, Filled.Empty, StatusCodes.Status200OK) : Gone(visit));
        group.MapAct("/motions/import/{id}/columns", ColumnsAsync);
        group.MapAct("/motions/import/{id}/write", WriteAsync);
        group.MapAct("/motions/drafts/{id}/file", FileAsync);
        group.MapAct("/motions/drafts/{id}/drop", Drop);
    }

    private static async Task<IResult> SendAsync(HttpContext http, Visit visit, MotionImport import)
    {
        if (visit.Person is null) return Start(visit, Filled.Empty, StatusCodes.Status403Forbidden);
        if (visit.Kept.Node?.Folder is null) return Results.NotFound();
        if (http.Request.ContentLength > Longest) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        var form = await http.Request.ReadFormAsync();
        var (session, language) = (form["session"].ToString(), form["language"].ToString());
        if (Sessions(visit).All(s => s.Id != session)) return Start(visit, Filled.From(form, ("session", visit.Words["motion-import.needs-session"])), StatusCodes.Status422UnprocessableEntity);
        if (!visit.Version.Rules.Languages.Official.Contains(language, StringComparer.Ordinal)) return Start(visit, Filled.From(form, ("language", visit.Words["motion-import.needs-language"])), StatusCodes.Status422UnprocessableEntity);
        if (form.Files.GetFile("file") is not { Length: > 0 } sent) return Start(visit, Filled.From(form, ("file", visit.Words["motion-import.needs-file"])), StatusCodes.Status422UnprocessableEntity);
        var bytes = new byte[sent.Length];
        await using (var stream = sent.OpenReadStream()) await stream.ReadExactlyAsync(bytes);
        try
        {
            var upload = import.Add(visit, sent.FileName, session, language, MotionFile.Read(bytes));
            return Results.Redirect($"{visit.Address}/motions/import/{upload.Id}");
        }
        catch (FormatException e)
        {
            return Start(visit, Filled.From(form, ("file", visit.Words.Say("import.unreadable", ("why", e.Message)))), StatusCodes.Status422UnprocessableEntity);
        }
    }

    private static async Task<IResult> ColumnsAsync(string id, HttpContext http, Visit visit, MotionImport import)
    {
        if (import.Find(id, visit) is not { File.Csv: { } csv } upload) return Gone(visit);
        var form = await http.Request.ReadFormAsync();
        string? Column(string field) => form[field].ToString() is { Length: > 0 } column && csv.Headings.Contains(column, StringComparer.Ordinal) ? column : null;
        if (Column("title") is not { } title || Column("text") is not { } text)
            return Show(visit, upload, import, Filled.From(form, ("title", visit.Words["motion-import.needs-columns"])), StatusCodes.Status422UnprocessableEntity);
        import.Put(upload with { Columns = new(title, text) { Number = Column("number"), Reason = Column("reason"), Submitters = Column("submitters") } });
        return Results.Redirect($"{visit.Address}/motions/import/{id}");
    }

    private static async Task<IResult> WriteAsync(string id, Visit visit, MotionImport import)
    {
        if (import.Find(id, visit) is not { } upload) return Gone(visit);
        if (upload.File.Csv is not null && upload.Columns is null) return Results.Redirect($"{visit.Address}/motions/import/{id}");
        var (filed, waiting) = await import.WriteAsync(visit, upload);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/motions?filed={filed}&waiting={waiting}"));
    }

    /// <summary>The mover files what waits for them: an act like any other.</summary>
    private static async Task<IResult> FileAsync(string id, Visit visit, MotionDrafts drafts)
    {
        if (drafts.Of(visit.Kept).FirstOrDefault(d => d.Id == id) is not { } draft) return Results.NotFound();
        if (draft.Mover != visit.Person) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var answer = await visit.Kept.PutAsync(draft.Mover, MotionImport.Act(draft.Id, draft.Session, draft.Title, draft.Language, draft.Text), "import-" + draft.Id, Encoding.UTF8.GetBytes(draft.Text));
        if (answer is Put.Refused { Refusal: var refusal }) return new Page<DraftRefusedPage>(new { Draft = draft, Refusal = refusal }) { Status = StatusCodes.Status409Conflict, Once = true };
        if (answer is not Put.Done done) return Results.StatusCode(StatusCodes.Status503ServiceUnavailable);
        drafts.Remove(visit.Kept, id);
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/motions/{id}?done={done.Index}"));
    }

    private static IResult Drop(string id, Visit visit, MotionDrafts drafts)
    {
        if (drafts.Of(visit.Kept).FirstOrDefault(d => d.Id == id) is not { } draft) return Results.NotFound();
        if (draft.Mover != visit.Person && draft.BroughtBy != visit.Person) return Results.StatusCode(StatusCodes.Status403Forbidden);
        drafts.Remove(visit.Kept, id);
        return Results.Redirect(visit.Address + "/motions");
    }

    /// <summary>Meetings that motions can still be filed for.</summary>
    internal static IReadOnlyList<Session> Sessions(Visit visit) =>
        [.. visit.State.Sessions.All.Values.Where(s => s.Stage is SessionStage.Convened or SessionStage.Open or SessionStage.Adjourned).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal)];

    private static IResult Show(Visit visit, MotionUpload upload, MotionImport import, Filled filled, int status) => new Page<MotionImportPreviewPage>(new
    {
        Upload = upload, Plan = upload.File.Csv is not null && upload.Columns is null ? null : (object?)import.Plan(visit, upload), Filled = filled,
    })
    { NamesMembers = true, Status = status, Once = true };

    private static IResult Start(Visit visit, Filled filled, int status) => visit.Kept.Node?.Folder is null
        ? Results.NotFound()
        : new Page<MotionImportPage>(new { Filled = filled }) { Status = status, Once = true };

    private static IResult Gone(Visit visit) => Start(visit, new(new Dictionary<string, string>(StringComparer.Ordinal), [("file", visit.Words["import.gone"])]), StatusCodes.Status410Gone);
}
