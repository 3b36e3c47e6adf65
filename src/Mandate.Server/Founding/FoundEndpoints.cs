using System.Collections.Immutable;
using System.Text;
using Mandate.Constitutions;
using Mandate.Constitutions.Reader;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Mandate.Server.SignIn;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Founding;

/// <summary>
/// Founding a new organisation: first its rules, read and checked; then who founds it, and whether it is a rehearsal. Nothing is kept
/// here between the two pages: the text travels with the form.
/// </summary>
public static class FoundEndpoints
{
    /// <summary>Longest constitution or legal text, in bytes: the largest known have a twentieth of it.</summary>
    private const int Longest = 2 * 1024 * 1024;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/found", IResult (string? template, HttpContext http, IKeeper keeper, FoundingAccess access) =>
            (IResult?)Closed(http, keeper, access) ?? Rules(Template.Find(template)?.Yaml ?? "", null, template, StatusCodes.Status200OK));
        Post(routes, "/found", CheckAsync);
        Post(routes, "/found/open", OpenAsync);
    }

    private static void Post(IEndpointRouteBuilder routes, string pattern, Delegate handler) => routes.MapPost(pattern, handler).WithMetadata(new RequireAntiforgeryTokenAttribute());

    /// <summary>The page that says why nothing can be founded here; null where it can.</summary>
    private static Page<FoundClosedPage>? Closed(HttpContext http, IKeeper keeper, FoundingAccess access) =>
        keeper.Installation is not null && access.Allows(http) ? null : new() { Status = StatusCodes.Status403Forbidden };

    private static async Task<IResult> CheckAsync(HttpContext http, IKeeper keeper, FoundingAccess access, Here here)
    {
        if (Closed(http, keeper, access) is { } closed) return closed;
        var form = await http.Request.ReadFormAsync();
        var (yaml, unreadable) = await YamlAsync(form, here.Words);
        if (unreadable is not null) return Rules(yaml, null, form["template"], StatusCodes.Status422UnprocessableEntity, [("yaml", unreadable)]);
        if (string.IsNullOrWhiteSpace(yaml)) return Rules(yaml, null, null, StatusCodes.Status422UnprocessableEntity, [("yaml", here.Words["found.needs-rules"])]);
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return Rules(yaml, reading, null, StatusCodes.Status422UnprocessableEntity, [("yaml", here.Words.Count("found.faults", reading.Faults.Length))]);
        var slug = Opening.Slug(rules.Id);
        if (keeper.Find(slug) is { State.Size: > 0 }) return Rules(yaml, reading, null, StatusCodes.Status409Conflict, [("yaml", here.Words.Say("found.taken", ("id", rules.Id)))]);
        if (form["step"] == "check") return Rules(yaml, reading, form["template"], StatusCodes.Status200OK);
        return Details(yaml, rules, new Filled(TextsOf(yaml), []), StatusCodes.Status200OK);
    }

    private static async Task<IResult> OpenAsync(HttpContext http, IKeeper keeper, FoundingAccess access, Here here, Opening opening, Visit visit, PersonCookie cookie, CardStores stores, TimeProvider clock)
    {
        if (Closed(http, keeper, access) is { } closed) return closed;
        var form = await http.Request.ReadFormAsync();
        var yaml = form["yaml"].ToString().ReplaceLineEndings("\n");
        var reading = ConstitutionReader.Read(yaml);
        if (reading.Constitution is not { } rules) return Rules(yaml, reading, null, StatusCodes.Status422UnprocessableEntity, [("yaml", here.Words.Count("found.faults", reading.Faults.Length))]);
        var founders = NamedFounder.Read(form["founders"]);
        if (Errors(form, founders, here.Words) is { Count: > 0 } errors) return Details(yaml, rules, Filled.From(form, [.. errors]), StatusCodes.Status422UnprocessableEntity);
        var texts = rules.Languages.Official.Select(l => (l, Text: form["text-" + l].ToString().ReplaceLineEndings("\n"))).Where(t => !string.IsNullOrWhiteSpace(t.Text)).ToDictionary(t => t.l, t => t.Text, StringComparer.Ordinal);
        switch (await opening.OpenAsync(keeper.Installation!, yaml, texts, founders, form["kind"] == "rehearsal"))
        {
            case Opening.Result.Opened opened when keeper.Find(opened.Slug) is { } kept:
                visit.Set(kept, opened.Founders[0]);
                cookie.Write(http, kept.Slug, opened.Founders[0]);
                return visit.State.Founding.Rehearsal || stores.Of(kept) is not { } cards
                    ? Results.Redirect(visit.Address + "/founding")
                    // The founders' cards at once: without one, nobody could come back to approve.
                    : CardsEndpoints.Issued(http, visit, cards, cookie, opened.Founders, clock.GetUtcNow());
            case Opening.Result.Taken taken:
                return Rules(yaml, reading, null, StatusCodes.Status409Conflict, [("yaml", here.Words.Say("found.taken", ("id", taken.Slug)))]);
            case Opening.Result.Refused refused:
                return Details(yaml, rules, Filled.From(form, ("founders", RefusalWords.Of(refused.Refusal, here.Words).Sentence)), StatusCodes.Status409Conflict);
            case Opening.Result.Failed failed:
                return Details(yaml, rules, Filled.From(form, ("founders", failed.Reason)), StatusCodes.Status503ServiceUnavailable);
            default:
                throw new InvalidOperationException("A founding is opened, taken, refused or failed.");
        }
    }

    private static List<(string, string)> Errors(IFormCollection form, ImmutableArray<NamedFounder> founders, Words words)
    {
        var errors = new List<(string, string)>();
        if (form["kind"] is not [("rehearsal" or "real")]) errors.Add(("kind", words["found.needs-kind"]));
        if (founders.IsEmpty) errors.Add(("founders", words["found.needs-founders"]));
        if (founders.Where(f => f.Number is not null).GroupBy(f => f.Number, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } twice)
            errors.Add(("founders", words.Say("found.number-twice", ("number", twice.Key))));
        return errors;
    }

    /// <summary>The text of the form, or of the file that was chosen instead.</summary>
    private static async Task<(string Yaml, string? Unreadable)> YamlAsync(IFormCollection form, Words words)
    {
        var yaml = form["yaml"].ToString();
        if (form.Files.GetFile("file") is { Length: > 0 } file)
        {
            if (file.Length > Longest) return (yaml, words["found.too-long"]);
            var bytes = new byte[file.Length];
            await using var stream = file.OpenReadStream();
            await stream.ReadExactlyAsync(bytes);
            try
            {
                yaml = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
            }
            catch (DecoderFallbackException)
            {
                return (yaml, words["found.not-utf8"]);
            }
        }
        if (yaml.Length > Longest) return ("", words["found.too-long"]);
        return (yaml.ReplaceLineEndings("\n").TrimStart('\uFEFF'), null);
    }

    /// <summary>The legal texts of a template whose rules are taken as they are.</summary>
    private static Dictionary<string, string> TextsOf(string yaml) =>
        (Template.All.FirstOrDefault(t => t.Yaml.ReplaceLineEndings("\n").Trim() == yaml.Trim())?.Texts ?? ImmutableSortedDictionary<string, string>.Empty).ToDictionary(t => "text-" + t.Key, t => t.Value, StringComparer.Ordinal);

    private static Page<FoundPage> Rules(string yaml, Reading? reading, string? template, int status, IReadOnlyList<(string, string)>? errors = null) =>
        new(new { Yaml = yaml, Reading = reading, Chosen = template, Filled = new Filled(new Dictionary<string, string>(StringComparer.Ordinal), errors ?? []) }) { Status = status };

    private static Page<FoundDetailsPage> Details(string yaml, Constitution rules, Filled filled, int status) => new(new { Yaml = yaml, Rules = rules, Filled = filled }) { Status = status };
}
