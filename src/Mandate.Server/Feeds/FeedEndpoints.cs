using System.Globalization;
using System.Text;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Sessions;
using Mandate.Server.Decisions;
using Mandate.Server.Delivery;
using Mandate.Server.Home;
using Mandate.Server.Keeping;
using Mandate.Server.Record;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Feeds;

/// <summary>
/// What others' programs take along: meetings and deadlines for calendars, decisions and the record for feed readers, tables for
/// spreadsheets. They show what the pages show to the same reader; search engines keep out.
/// </summary>
public static class FeedEndpoints
{
    private const int Newest = 50;

    public static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/calendar.ics", (HttpContext http, Visit visit) => Sent(http, Encoding.UTF8.GetBytes(Calendar.Write(visit.Here.Place?.Name ?? visit.Kept.Slug, Dates(http, visit), visit.State.At)), "text/calendar; charset=utf-8"));
        group.MapGet("/decisions.atom", (HttpContext http, Visit visit) => Feed(http, visit, "/decisions.atom", visit.Words["feed.decisions"], Decisions(http, visit)));
        group.MapGet("/record.atom", (HttpContext http, Visit visit) => Feed(http, visit, "/record.atom", visit.Words["section.record"], Entries(http, visit)));
        group.MapGet("/offices.csv", (HttpContext http, Visit visit) => Sent(http, Offices(visit), "text/csv; charset=utf-8", visit.Kept.Slug + "-offices.csv"));
        group.MapGet("/motions.csv", (HttpContext http, Visit visit) => Sent(http, Motions(visit), "text/csv; charset=utf-8", visit.Kept.Slug + "-motions.csv"));
        group.MapGet("/votes.csv", (HttpContext http, Visit visit) => Sent(http, Votes(visit), "text/csv; charset=utf-8", visit.Kept.Slug + "-votes.csv"));
    }

    private static IEnumerable<CalendarEntry> Dates(HttpContext http, Visit visit)
    {
        foreach (var session in visit.State.Sessions.All.Values.Where(s => s.Stage != SessionStage.Cancelled).OrderBy(s => s.Opens).ThenBy(s => s.Id, StringComparer.Ordinal))
        {
            var address = Address(http, visit, "/sessions/" + session.Id);
            yield return new($"{session.Id}@{visit.State.Founding.Id}", ContestedWords.Marked(visit, Describe.Session(visit, session), ContestedResults.Of(session)), session.FirstDay, session.LastDay, address, session.Place, visit.Words.Say("feed.opens", ("at", session.Opens)));
            if (session.ObjectionsUntil is { } until) yield return new($"{session.Id}.objections@{visit.State.Founding.Id}", visit.Words.Say("feed.objections", ("session", Describe.Session(visit, session))), until, until, address + "/minutes");
        }
        // Every restriction is looked at again after twelve months (S098).
        foreach (var restriction in visit.State.Restrictions.All.Values.Where(r => r.AwaitsReview).OrderBy(r => r.ReviewDue).ThenBy(r => r.Id, StringComparer.Ordinal))
            yield return new($"{restriction.Id}.review@{visit.State.Founding.Id}", visit.Words.Say("feed.review", ("right", restriction.Right)), restriction.ReviewDue, restriction.ReviewDue, Address(http, visit, "/rights/restrictions#" + restriction.Id));
    }

    private static IEnumerable<AtomEntry> Decisions(HttpContext http, Visit visit) => visit.State.Votes.All.Values
        .Where(v => v.Outcome is not null).OrderByDescending(v => v.Outcome!.At).ThenBy(v => v.Id, StringComparer.Ordinal).Take(Newest)
        .Select(v => new AtomEntry(Address(http, visit, "/votes/" + v.Id), ContestedWords.Marked(visit, Describe.Vote(visit, v), ContestedResults.Of(visit.State, v)), v.Outcome!.At, v.IsElection
            ? visit.Words.Say("vote.elected-are", ("names", string.Join(", ", v.Outcome.Elected.Select(visit.NameOrId))))
            : visit.Words.Say("feed.decision", ("carried", visit.Words[v.Outcome.Carried ? "code.carried" : "code.lost"]), ("yes", v.Outcome.Figures.Yes), ("no", v.Outcome.Figures.No), ("abstain", v.Outcome.Figures.Abstain), ("needed", v.Outcome.Needed), ("of", v.Outcome.Base))));

    private static IEnumerable<AtomEntry> Entries(HttpContext http, Visit visit) => new RecordFilter().Search(visit, visit.State.Size, Newest).Entries
        .Select(e => new AtomEntry(Address(http, visit, "/record/" + e.Index.ToString(CultureInfo.InvariantCulture)),
            e.Entry.Events.IsEmpty || !InWords.IsOpen(visit, e.Entry.By) ? InWords.Title(visit, e.Entry) : InWords.Event(visit, e.Entry.Events[0]), e.Entry.At, InWords.By(visit, e.Entry)));

    private static byte[] Offices(Visit visit) => Csv.Write(
        [visit.Words["offices.seat"], visit.Words["field.unit"], visit.Words["field.person"], visit.Words["offices.since"], visit.Words["offices.until"], visit.Words["offices.how"]],
        visit.State.Offices.Tenures.Values.Where(t => t.HeldAt(visit.Now)).OrderBy(t => t.Seat.Of, StringComparer.Ordinal).ThenBy(t => t.Seat.Unit, StringComparer.Ordinal).ThenBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => (IEnumerable<string?>)[Describe.Seat(visit, t.Seat with { Unit = null }), t.Seat.Unit is { } unit ? visit.UnitName(unit) : null, visit.NameOrId(t.Person), Day(DateOnly.FromDateTime(t.From.UtcDateTime)), Day(t.Until), visit.Words.Value(t.Basis.Kind)]));

    private static byte[] Motions(Visit visit) => Csv.Write(
        [visit.Words["feed.number"], visit.Words["field.title"], visit.Words["field.class"], visit.Words["field.session"], visit.Words["field.status"], visit.Words["feed.contested"]],
        visit.State.Motions.All.Values.OrderBy(m => m.Session, StringComparer.Ordinal).ThenBy(m => m.Number.Length).ThenBy(m => m.Number, StringComparer.Ordinal)
            .Select(m => (IEnumerable<string?>)[m.Number, m.Title, visit.Words.Has("class." + m.Class) ? visit.Words["class." + m.Class] : m.Class, Named.Of(visit, m.Session), visit.Words.Value(m.Stage), ContestedWords.Say(visit, ContestedResults.Of(visit.State, m))]));

    private static byte[] Votes(Visit visit) => Csv.Write(
        [visit.Words["field.day"], visit.Words["field.question"], visit.Words["field.kind-of-vote"], visit.Words["field.status"], visit.Words["field.yes"], visit.Words["field.no"], visit.Words["field.abstain"], visit.Words["feed.needed"], visit.Words["feed.of"], visit.Words["vote.elected"], visit.Words["feed.contested"]],
        visit.State.Votes.All.Values.OrderBy(v => v.PutAt).ThenBy(v => v.Id, StringComparer.Ordinal).Select(v => (IEnumerable<string?>)
        [
            Day(DateOnly.FromDateTime(v.PutAt.UtcDateTime)), Describe.Vote(visit, v), visit.Words.Value(v.Kind), visit.Words.Value(v.Stage),
            .. v.Outcome is not { } o || v.IsElection ? new string?[5] : [Number(o.Figures.Yes), Number(o.Figures.No), Number(o.Figures.Abstain), Number(o.Needed), Number(o.Base)],
            v.IsElection && v.Outcome is { } result ? string.Join("; ", result.Elected.Select(visit.NameOrId)) : null,
            ContestedWords.Say(visit, ContestedResults.Of(visit.State, v)),
        ]));

    private static IResult Feed(HttpContext http, Visit visit, string path, string title, IEnumerable<AtomEntry> entries) =>
        Sent(http, Atom.Write(Address(http, visit, path), $"{visit.Here.Place?.Name ?? visit.Kept.Slug}: {title}", visit.Words.Language.Code, visit.State.At, entries), "application/atom+xml; charset=utf-8");

    private static string Address(HttpContext http, Visit visit, string path) => PublicAddress.Of(http) + visit.Address + path;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static IResult Sent(HttpContext http, byte[] bytes, string type, string? name = null)
    {
        http.Response.Headers["X-Robots-Tag"] = "noindex, nofollow, noarchive";
        http.Response.Headers.CacheControl = "private, no-cache";
        return Results.File(bytes, type, name);
    }
}
