using System.Collections.Immutable;
using System.Globalization;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;
using Template = Mandate.Server.Founding.Template;

namespace Mandate.Server.Statutes;

/// <summary>
/// The editor of constitutions: for anybody who pastes statutes at <c>/check</c>, and for an organisation beside its own. Nothing is
/// kept: the text travels with the form, and what it says comes back. The report alone is sent while somebody types.
/// </summary>
public static class EditorEndpoints
{
    /// <summary>The checker is exact and may be busy on a hostile text; the rest of the server goes on beside it.</summary>
    private static readonly SemaphoreSlim Busy = new(Math.Max(1, Environment.ProcessorCount - 1));

    /// <summary>The shortest template.</summary>
    private const string First = "association";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/check", async (string? template, Here here) =>
        {
            // Whoever comes without a text sees what one looks like.
            var chosen = Template.Find(template ?? First);
            // The reader's own language stands open.
            var legal = chosen?.Texts.OrderBy(t => t.Key == here.Language.Code ? 0 : 1).Select(t => (t.Key, t.Value)).ToImmutableArray() ?? [];
            var yaml = chosen?.Yaml.ReplaceLineEndings("\n") ?? "";
            // Changes are measured against a template that was chosen, not against one that somebody pastes over.
            return await PageAsync(here, new(yaml, template is null ? null : yaml, legal), template ?? First, null);
        });
        Post(routes, "/check", (HttpContext http, Here here) => ActAsync(http, here));
        Post(routes, "/check/report", (HttpContext http, Here here) => ReportAsync(http, here));
    }

    public static void MapOwn(RouteGroupBuilder group)
    {
        group.MapGet("/constitution/editor", async Task<IResult> (Visit visit, Here here) =>
        {
            if (visit.State.Statutes.Versions.Length == 0) return Results.NotFound();
            var yaml = visit.Text(visit.Version.Yaml) ?? "";
            var official = visit.Version.Rules.Languages.Official;
            var legal = visit.Version.Texts.OrderBy(t => official.Contains(t.Key, StringComparer.Ordinal) ? 0 : 1).Select(t => (t.Key, visit.Text(t.Value) ?? "")).ToImmutableArray();
            return await PageAsync(here, new(yaml, yaml, legal), null, null);
        });
        Post(group, "/constitution/editor", (HttpContext http, Here here) => ActAsync(http, here));
        Post(group, "/constitution/editor/report", (HttpContext http, Here here) => ReportAsync(http, here));
        group.MapGet("/constitution/power", IResult (Visit visit) => visit.State.Statutes.Versions.Length > 0
            ? new Page<PowerPage> { Version = visit.State.Statutes.Versions.Length.ToString(CultureInfo.InvariantCulture) }
            : Results.NotFound());
    }

    private static void Post(IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute());

    /// <summary>What was written: the rules, where they began, and the legal texts.</summary>
    private sealed record Written(string Yaml, string? Base, ImmutableArray<(string Language, string Text)> Legal)
    {
        public static async Task<(Written Written, IFormCollection Form)> ReadAsync(HttpContext http)
        {
            var form = await http.Request.ReadFormAsync();
            var legal = form.Where(f => f.Key.StartsWith("legal-", StringComparison.Ordinal) && Language.Find(f.Key[6..]) is not null).Select(f => (f.Key[6..], f.Value.ToString().ReplaceLineEndings("\n"))).ToImmutableArray();
            var from = form["base"].ToString().ReplaceLineEndings("\n");
            return (new(form["yaml"].ToString().ReplaceLineEndings("\n").TrimStart('\uFEFF'), from.Length == 0 ? null : from, legal), form);
        }
    }

    private static async Task<IResult> ActAsync(HttpContext http, Here here)
    {
        var (written, form) = await Written.ReadAsync(http);
        if (form["step"] == "undo" && written.Base is { } from) return await PageAsync(here, written with { Yaml = from }, null, null);
        if (form["try"] is [{ Length: > 0 } remedy] && written.Yaml.Length <= Examined.Longest && await BusyAsync(() => Examined.Try(written.Yaml, remedy, here.Today)) is { } mended)
            return await PageAsync(here, written with { Yaml = mended, Base = written.Base ?? written.Yaml }, null, here.Words["editor.tried"]);
        return await PageAsync(here, written with { Base = written.Base ?? written.Yaml }, null, null, int.TryParse(form["look"], NumberStyles.None, CultureInfo.InvariantCulture, out var look) ? look : null);
    }

    private static async Task<IResult> ReportAsync(HttpContext http, Here here)
    {
        var (written, form) = await Written.ReadAsync(http);
        if (written.Yaml.Length > Examined.Longest) return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        // Findings first, as somebody types; remedies when they pause.
        return await ExamineAsync(written, here.Today, form["remedies"] == "yes") is { } examined ? new Page<EditorReport>(new { Examined = examined }) : Results.NoContent();
    }

    private static async Task<Page<EditorPage>> PageAsync(Here here, Written written, string? template, string? tried, int? look = null)
    {
        var tooLong = written.Yaml.Length > Examined.Longest;
        var examined = tooLong ? null : await ExamineAsync(written, here.Today, look: look);
        // The languages of the text itself, so that there is a place for each official wording.
        var official = examined?.Reading.Constitution?.Languages.Official ?? [];
        ImmutableArray<(string, string)> legal = [.. written.Legal, .. official.Where(l => Language.Find(l) is not null && !written.Legal.Any(t => t.Language == l)).Select(l => (l, ""))];
        return new(new
        {
            written.Yaml, written.Base, Legal = legal.IsEmpty ? [(here.Language.Code, "")] : legal, Examined = examined, Chosen = template, Tried = tried,
            Filled = tooLong ? new Filled(new Dictionary<string, string>(StringComparer.Ordinal), [("yaml", here.Words["found.too-long"])]) : Filled.Empty,
        })
        { Status = tooLong ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status200OK };
    }

    /// <summary>Null where there is nothing yet.</summary>
    private static async Task<Examined?> ExamineAsync(Written written, DateOnly today, bool remedies = true, int? look = null) =>
        string.IsNullOrWhiteSpace(written.Yaml) ? null : await BusyAsync(() => Examined.Of(written.Yaml, written.Base, written.Legal, today, remedies, look));

    private static async Task<T> BusyAsync<T>(Func<T> work)
    {
        await Busy.WaitAsync();
        try
        {
            return work();
        }
        finally
        {
            Busy.Release();
        }
    }
}
