using Mandate.Node.Rolls;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Roll;

/// <summary>Import of a roll: send the file, choose the columns, see every row's fate, then write. Before the last step nothing is written.</summary>
public static class ImportEndpoints
{
    private const long Longest = 24 * 1024 * 1024;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/members/import", (Visit visit) => Start(visit, Filled.Empty, StatusCodes.Status200OK));
        group.MapAct("/members/import", SendAsync);
        group.MapGet("/members/import/{id}", (string id, string? fate, string? why, int? page, bool? columns, Visit visit, ImportUploads uploads) =>
            Find(id, visit, uploads) is { } upload ? Show(visit, upload, fate, why, page ?? 1, columns == true, Filled.Empty, StatusCodes.Status200OK) : Gone(visit));
        group.MapAct("/members/import/{id}/columns", ColumnsAsync);
        group.MapAct("/members/import/{id}/write", WriteAsync);
    }

    private static async Task<IResult> SendAsync(HttpContext http, Visit visit, ImportUploads uploads)
    {
        if (Denied(visit) is { } denied) return denied;
        if (http.Request.ContentLength > Longest) throw new BadHttpRequestException("too large", StatusCodes.Status413PayloadTooLarge);
        var form = await http.Request.ReadFormAsync();
        if (form.Files.GetFile("file") is not { Length: > 0 } file) return Start(visit, Filled.From(form, ("file", visit.Words["import.needs-file"])), StatusCodes.Status422UnprocessableEntity);
        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream()) await stream.ReadExactlyAsync(bytes);
        RollFile roll;
        try
        {
            roll = RollFile.Read(bytes);
        }
        catch (FormatException e)
        {
            return Start(visit, Filled.From(form, ("file", visit.Words.Say("import.unreadable", ("why", e.Message)))), StatusCodes.Status422UnprocessableEntity);
        }
        var upload = uploads.Add(visit.Kept.Slug, visit.Person!, file.FileName, roll);
        if (ImportMapping.Guess(visit.Kept, roll, visit.Version.Rules).Mapping is { } mapping) upload.Map(mapping);
        return Results.Redirect(Address(visit, upload));
    }

    private static async Task<IResult> ColumnsAsync(string id, HttpContext http, Visit visit, ImportUploads uploads)
    {
        if (Denied(visit) is { } denied) return denied;
        if (Find(id, visit, uploads) is not { } upload) return Gone(visit);
        var form = await http.Request.ReadFormAsync();
        if (ImportMapping.From(form, upload.File, visit.Version.Rules, upload.Mapping) is not { } mapping)
            return Show(visit, upload, null, null, 1, true, Filled.From(form, ("number", visit.Words["import.needs-columns"])), StatusCodes.Status422UnprocessableEntity);
        upload.Map(mapping);
        return Results.Redirect(Address(visit, upload));
    }

    private static async Task<IResult> WriteAsync(string id, HttpContext http, Visit visit, ImportUploads uploads)
    {
        if (Denied(visit) is { } denied) return denied;
        if (Find(id, visit, uploads) is not { Mapping: { } mapping } upload) return Gone(visit);
        if (upload.Result is not null) return Results.Redirect(Address(visit, upload));
        var form = await http.Request.ReadFormAsync();
        var plan = upload.Plan(visit.Kept);
        // What was agreed to is what is written: where the roll has changed since the page was made, the page is shown again.
        if (form["agreed"] != Agreed(plan)) return Show(visit, upload, null, null, 1, false, Filled.From(form, ("agreed", visit.Words["import.changed-meanwhile"])), StatusCodes.Status409Conflict);
        if (!upload.Take()) return Results.Redirect(Address(visit, upload));
        try
        {
            upload.Result = await RollImport.RunAsync(visit.Kept.Node!, plan, visit.Person!);
            ImportMapping.Save(visit.Kept, mapping);
        }
        finally
        {
            if (upload.Result is null) upload.GiveBack();
        }
        return Results.Redirect(Address(visit, upload));
    }

    /// <summary>The counts that a page showed and somebody agreed to.</summary>
    public static string Agreed(RollPlan plan) => string.Join('-', Enum.GetValues<RowFate>().Select(plan.Count).Append(plan.Units.Length));

    private static IResult Show(Visit visit, ImportUpload upload, string? fate, string? why, int page, bool columns, Filled filled, int status)
    {
        RollPlan? plan = null;
        string? trouble = null;
        if (upload.Mapping is null) trouble = ImportMapping.Guess(visit.Kept, upload.File, visit.Version.Rules).Why;
        else if (upload.Result is null)
        {
            try
            {
                plan = upload.Plan(visit.Kept);
            }
            catch (FormatException e)
            {
                trouble = e.Message;
            }
        }
        return new Page<ImportPreviewPage>(new
        {
            Upload = upload, Plan = plan, Trouble = trouble, Fate = Enum.TryParse<RowFate>(fate, ignoreCase: true, out var of) ? of : (RowFate?)null, Why = why,
            PageNumber = Math.Max(1, page), Columns = columns || plan is null, Filled = filled,
        })
        { NamesMembers = true, Status = status };
    }

    private static IResult Start(Visit visit, Filled filled, int status) => visit.Kept.Node?.Vault is null
        ? Results.NotFound()
        : new Page<ImportPage>(new { Filled = filled }) { NamesMembers = true, Status = status };

    private static IResult Gone(Visit visit) => Start(visit, new(new Dictionary<string, string>(StringComparer.Ordinal), [("file", visit.Words["import.gone"])]), StatusCodes.Status410Gone);

    /// <summary>The page that says why, for whoever may not write in the register.</summary>
    private static IResult? Denied(Visit visit) => ImportRight.Has(visit) ? null : Start(visit, Filled.Empty, StatusCodes.Status403Forbidden);

    private static ImportUpload? Find(string id, Visit visit, ImportUploads uploads) => ImportRight.Has(visit) ? uploads.Find(id, visit.Kept.Slug, visit.Person) : null;

    private static string Address(Visit visit, ImportUpload upload) => $"{visit.Address}/members/import/{upload.Id}";
}
