using Mandate.Organisation.Votes;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Sessions.Serving;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Mandate.Server.Votes;

/// <summary>
/// Sends signed dissent to all members who have an address, as it was written, by the same way as notices (S074). Whoever dissents starts it; nobody
/// approves or delays it. The dissenter sees figures and no address.
/// </summary>
internal static class DissentMail
{
    public static void Map(RouteGroupBuilder group) => group.MapAct("/votes/{id}/dissent/{statement}/send", Send);

    /// <summary>Whether that person can have it sent now: it is their dissent, mail leaves this server, and it has not gone out.</summary>
    public static bool May(Visit visit, NoticeMailing mail, Statement statement) => mail.Options is not null && statement is { Kind: StatementKind.Dissent, Sent: 0, Refused: 0 } && statement.Person == visit.Person
        && mail.Find(visit.Kept.Slug, Key(statement.Id)) is null or { Fault: not null, Sent: 0 };

    private static string Key(string statement) => "dissent/" + statement;

    private static IResult Send(string id, string statement, HttpContext http, Visit visit, NoticeMailing mail)
    {
        if (visit.State.Votes.Find(id) is not { } vote || vote.Statements.FirstOrDefault(s => s.Id == statement) is not { } dissent) return Results.NotFound();
        if (!May(visit, mail, dissent)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        var address = $"{PublicAddress.Of(http)}{visit.Address}/votes/{id}";
        var messages = visit.State.Roll.Members.Values.Where(m => m.Counts).OrderBy(m => m.Id, StringComparer.Ordinal)
            .Select(m => (m.Id, Message: Of(visit, vote, dissent, m.Id, address))).Where(m => m.Message is not null).Select(m => (m.Id, m.Message!)).ToList();
        var (kept, by) = (visit.Kept, visit.Person!);
        visit.Kept.Node?.Vault?.NoteReading(by, $"dissent {statement}", messages.Count, visit.Now);
        mail.Start(kept, Key(statement), messages, (_, sent, refused) => NoticeMailing.RecordAsync(kept, id, statement, by, sent.Length, refused.Length));
        return Results.Redirect($"{visit.Address}/votes/{id}");
    }

    private static Message? Of(Visit visit, Vote vote, Statement dissent, string person, string address)
    {
        if (visit.Kept.Personal(person) is not { } personal || !personal.TryGetValue("email", out var to)) return null;
        var words = new Words(Language.Find(NoticeDesk.LanguageOf(visit, person)) ?? visit.Here.Language, visit.Here.Glossary, visit.Here.Zone);
        var organisation = visit.Version.Rules.Title.In(words.Language.Code);
        var frame = words.Say("dissent.frame", ("name", visit.NameOrId(dissent.Person)), ("question", vote.Question.Text), ("organisation", organisation));
        return new(to, personal.GetValueOrDefault("name") ?? "", organisation, words.Say("dissent.subject", ("question", vote.Question.Text)), $"{frame}\n\n{dissent.Text}\n\n{address}\n", words.Language.Code, $"dissent {dissent.Id}");
    }
}
