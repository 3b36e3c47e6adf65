using Mandate.Organisation.Press;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Sessions.Serving;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Mailing = Mandate.Organisation.Press.Mailing;

namespace Mandate.Server.Rights;

/// <summary>
/// Sends the mailing of a tendency to all members who have an address, in the language of each reader's frame, by the same way as notices. Its
/// speaker starts it and nobody approves it; the speaker sees figures and no address.
/// </summary>
internal static class MailingEndpoints
{
    public static void Map(RouteGroupBuilder group) => group.MapAct("/rights/press/mailings/{id}/send", Send);

    /// <summary>Whether that person can have it sent now: it is their tendency's, mail leaves this server, and it has not gone out.</summary>
    public static bool May(Visit visit, NoticeMailing mail, Mailing mailing) => mail.Options is not null && mailing.Sent + mailing.Refused == 0 && MailingLanguages.Waits(visit.State, mailing, visit.Now, "") is null
        && mail.Find(visit.Kept.Slug, Key(mailing.Id)) is null or { Fault: not null, Sent: 0 } && Senders.Sends(visit.State, visit.Person, mailing.Tendency, visit.Now);

    /// <summary>What the run of a mailing is called, apart from sessions.</summary>
    public static string Key(string mailing) => "mailing/" + mailing;

    private static IResult Send(string id, HttpContext http, Visit visit, NoticeMailing mail)
    {
        if (!visit.State.Press.Mailings.TryGetValue(id, out var mailing)) return Results.NotFound();
        if (!May(visit, mail, mailing)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var address = $"{PublicAddress.Of(http)}{visit.Address}/rights/press#{id}";
        var messages = visit.State.Roll.Members.Values.Where(m => m.Counts).OrderBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => (m.Id, Message: Of(visit, mailing, m.Id, TextFor(visit, mailing, m.Language), address))).Where(m => m.Message is not null).Select(m => (m.Id, m.Message!)).ToList();
        var (kept, by) = (visit.Kept, visit.Person!);
        visit.Kept.Node?.Vault?.NoteReading(by, $"mailing {id}", messages.Count, visit.Now);
        mail.Start(kept, Key(id), messages, (_, sent, refused) => NoticeMailing.RecordAsync(kept, id, by, sent.Length, refused.Length));
        return Results.Redirect($"{visit.Address}/rights/press#{id}");
    }

    /// <summary>The text in the reader's language; the sender's own where there is none.</summary>
    private static string TextFor(Visit visit, Mailing mailing, string language) =>
        visit.Text(MailingLanguages.TextIn(mailing, language, visit.Version.Rules.Languages.Official[0]) ?? mailing.Text) ?? "";

    private static Message? Of(Visit visit, Mailing mailing, string person, string text, string address)
    {
        if (visit.Kept.Personal(person) is not { } personal || !personal.TryGetValue("email", out var to)) return null;
        var words = new Words(Language.Find(NoticeDesk.LanguageOf(visit, person)) ?? visit.Here.Language, visit.Here.Glossary, visit.Here.Zone);
        var organisation = visit.Version.Rules.Title.In(words.Language.Code);
        var frame = words.Say("mailing.frame", ("tendency", Senders.NameOf(visit.State, mailing.Tendency)), ("organisation", organisation));
        return new(to, personal.GetValueOrDefault("name") ?? "", organisation, mailing.Title, $"{frame}\n\n{text}\n\n{address}\n", words.Language.Code, $"mailing {mailing.Id}");
    }
}
