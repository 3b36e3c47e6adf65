using System.Collections.Immutable;
using System.Globalization;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Look.Forms;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Sessions.Serving;

/// <summary>The desk for notices: letters, address file, e-mail, and the record of what became of each.</summary>
public static class NoticesEndpoints
{
    /// <summary>Letters on one page: what a printer takes in one go, and a browser lays out without waiting.</summary>
    private const int LettersPerPage = 200;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/sessions/{id}/notices", IResult (string id, string? q, int? recorded, Visit visit) =>
            visit.State.Sessions.Find(id) is { } session ? Show(visit, session, Filled.Empty, StatusCodes.Status200OK, q, recorded) : Results.NotFound());
        group.MapGet("/sessions/{id}/notices/letters", Letters);
        group.MapGet("/sessions/{id}/notices/addresses.csv", Addresses);
        group.MapGet("/sessions/{id}/notice", IResult (string id, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "told-day")] string? day, [Microsoft.AspNetCore.Mvc.FromQuery(Name = "told-place")] string? place, HttpContext http, Visit visit) =>
            visit.State.Sessions.Find(id) is { } session && visit.Person is { } person && NoticeRules.IsEntitled(session, person)
                ? new Page<OwnNoticePage>(new { Session = session, Site = PublicAddress.Of(http), Told = DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var told) ? told : (DateOnly?)null, Where = place }) { NamesMembers = true }
                : Results.NotFound());
        group.MapAct("/sessions/{id}/notices/record", RecordAsync);
        group.MapAct("/sessions/{id}/notices/send", SendAsync);
    }

    private static IResult Letters(string id, string? of, string? unit, string? language, string? person, int? page, HttpContext http, Visit visit)
    {
        if (Denied(visit, id, out var session) is { } denied) return denied;
        var selection = NoticeSelection.Read(of, unit, language);
        IReadOnlyList<string> all = person is { Length: > 0 } ? NoticeRules.IsEntitled(session!, person) ? [person] : [] : selection.Of(visit, session!);
        var pages = Math.Max(1, (all.Count + LettersPerPage - 1) / LettersPerPage);
        var number = Math.Clamp(page ?? 1, 1, pages);
        IReadOnlyList<string> shown = [.. all.Skip((number - 1) * LettersPerPage).Take(LettersPerPage)];
        visit.Kept.Node?.Vault?.NoteReading(visit.Person!, $"letters {id}", shown.Count, visit.Now);
        return new Page<LettersPage>(new { Session = session, Persons = shown, Site = PublicAddress.Of(http), selection.Query, All = all.Count, Pages = pages, PageNumber = number }) { NamesMembers = true, Once = true };
    }

    private static IResult Addresses(string id, string? of, string? unit, string? language, HttpContext http, Visit visit)
    {
        if (Denied(visit, id, out var session) is { } denied) return denied;
        var persons = NoticeSelection.Read(of, unit, language).Of(visit, session!);
        visit.Kept.Node?.Vault?.NoteReading(visit.Person!, $"addresses {id}", persons.Count, visit.Now);
        http.Response.Headers.CacheControl = "no-store";
        return Results.File(AddressFile.Write(visit, persons), "text/csv; charset=utf-8", $"{id}-addresses.csv");
    }

    /// <summary>Writes what became of many notices: by selection, or for the persons whose ids are given. One act per language and 500 persons.</summary>
    private static async Task<IResult> RecordAsync(string id, HttpContext http, Visit visit)
    {
        if (Denied(visit, id, out var session) is { } denied) return denied;
        var form = await http.Request.ReadFormAsync();
        var errors = new List<(string, string)>();
        if (!Enum.TryParse<ServiceOutcome>(form["outcome"], out var outcome) || !Enum.IsDefined(outcome)) errors.Add(("outcome", visit.Words.Say("form.needs-choice", ("field", visit.Words["field.outcome"]))));
        if (!DateOnly.TryParseExact(form["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) errors.Add(("day", visit.Words.Say("form.needs-day", ("field", visit.Words["field.day"]))));
        var persons = Persons(visit, session!, form, errors);
        if (errors.Count > 0) return Show(visit, session!, Filled.From(form, [.. errors]), StatusCodes.Status422UnprocessableEntity);
        var channel = form["channel"].ToString();
        var key = form["act"].ToString();
        var recorded = 0;
        foreach (var (batch, i) in persons.GroupBy(p => NoticeDesk.LanguageOf(visit, p), StringComparer.Ordinal).SelectMany(g => g.Chunk(NoticeRules.MostPerAct)).Select((b, i) => (b, i)))
        {
            var act = new RecordService(id, [.. batch], outcome, channel, day, NoticeDesk.LanguageOf(visit, batch[0]));
            switch (await visit.Kept.PutAsync(visit.Person!, act, string.Create(CultureInfo.InvariantCulture, $"{key}-{i}")))
            {
                case Put.Done: recorded += batch.Length; break;
                case Put.Refused refused: return Show(visit, session!, Filled.From(form), StatusCodes.Status409Conflict, null, recorded, refused.Refusal);
                case Put.Unknown unknown: return Show(visit, session!, Filled.From(form, ("act", unknown.Reason)), StatusCodes.Status503ServiceUnavailable, null, recorded);
            }
        }
        return Results.Redirect(string.Create(CultureInfo.InvariantCulture, $"{visit.Address}/sessions/{id}/notices?recorded={recorded}"));
    }

    private static IReadOnlyList<string> Persons(Visit visit, Session session, IFormCollection form, List<(string, string)> errors)
    {
        var given = form["persons"].ToString().Split([' ', ',', ';', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal).ToList();
        if (given.Count == 0)
        {
            var selected = NoticeSelection.Read(form["of"], form["unit"], null).Of(visit, session);
            if (selected.Count == 0) errors.Add(("of", visit.Words["notices.nobody-in-it"]));
            return selected;
        }
        foreach (var stranger in given.Where(p => !NoticeRules.IsEntitled(session, p)).Take(5)) errors.Add(("persons", visit.Words.Say("notices.not-on-list", ("person", stranger))));
        return given;
    }

    private static async Task<IResult> SendAsync(string id, HttpContext http, Visit visit, NoticeMailing mailing)
    {
        if (Denied(visit, id, out var session) is { } denied) return denied;
        if (mailing.Options is null || !ServiceChannels.Of(visit, visit.Version.Rules.Bodies[session!.Body]).Contains("email", StringComparer.Ordinal)) return Results.NotFound();
        var form = await http.Request.ReadFormAsync();
        var site = PublicAddress.Of(http);
        var persons = NoticeSelection.Read(form["of"], form["unit"], null).Of(visit, session);
        var messages = persons.Select(p => (Person: p, Message: Message(visit, session, p, site))).Where(m => m.Message is not null).Select(m => (m.Person, m.Message!)).ToList();
        if (messages.Count == 0) return Show(visit, session, Filled.From(form, ("of", visit.Words["notices.nobody-in-it"])), StatusCodes.Status422UnprocessableEntity);
        var (kept, by, day) = (visit.Kept, visit.Person!, visit.Today);
        mailing.Start(kept, id, messages, (language, sent, refused) => NoticeMailing.RecordAsync(kept, id, by, day, language, sent, refused));
        return Results.Redirect($"{visit.Address}/sessions/{id}/notices#mailing");
    }

    private static Message? Message(Visit visit, Session session, string person, string site)
    {
        if (visit.Kept.Personal(person) is not { } personal || !personal.TryGetValue("email", out var to)) return null;
        var text = NoticeText.Of(visit, session, person, site);
        return new(to, personal.GetValueOrDefault("name") ?? "", text.Organisation, text.Title, text.Plain(), text.Words.Language.Code, $"{session.Id} {person}");
    }

    private static Page<NoticesPage> Show(Visit visit, Session session, Filled filled, int status, string? query = null, int? recorded = null, Refusal? refused = null) =>
        new(new { Session = session, Filled = filled, Query = query?.Trim(), Recorded = recorded, Refused = refused, WhyNot = NoticeDesk.WhyNot(visit, session) }) { NamesMembers = true, Status = status };

    /// <summary>The page that says why, for whoever does not serve the notices of this session.</summary>
    private static IResult? Denied(Visit visit, string id, out Session? session)
    {
        session = visit.State.Sessions.Find(id);
        if (session is null) return Results.NotFound();
        return NoticeDesk.WhyNot(visit, session) is null ? null : Show(visit, session, Filled.Empty, StatusCodes.Status403Forbidden);
    }
}
