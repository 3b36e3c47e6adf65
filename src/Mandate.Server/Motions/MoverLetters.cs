using System.Net.Mail;
using Mandate.Organisation.Motions;
using Mandate.Server.Delivery;
using Mandate.Server.Keeping;
using Mandate.Server.Wording;
using Microsoft.AspNetCore.Http;

namespace Mandate.Server.Motions;

/// <summary>Tells the movers of amendments by e-mail, in their language, what is proposed and where they answer. Without a mail server the same page has the link.</summary>
internal sealed class MoverLetters(WebHostOptions options)
{
    public bool CanSend => options.Mail is not null;

    /// <summary>Amendments for which something is proposed that the mover has not answered.</summary>
    public static IEnumerable<Amendment> Waiting(Motion motion) => motion.Amendments.Where(a => a is { IsOpen: true, Proposal: { Answer: null } });

    /// <summary>One message per mover; what became of them, in words for whoever sent them.</summary>
    public async Task<string> SendAsync(HttpContext http, Visit visit, Motion motion)
    {
        if (options.Mail is not { } settings || !MergeDesk.IsTheirs(visit, motion)) return "";
        var messages = Waiting(motion).GroupBy(a => a.Mover, StringComparer.Ordinal).Select(g => Letter(http, visit, motion, g.Key, [.. g])).OfType<Message>().ToList();
        visit.Kept.Node?.Vault?.NoteReading(visit.Person!, "movers of amendments to " + motion.Id, messages.Count, visit.Now);
        try
        {
            using var mail = new Mail(settings);
            var carried = 0;
            foreach (var message in messages)
                if (await mail.CarryAsync(message, http.RequestAborted) != Carried.Refused) carried++;
            return visit.Words.Say(settings.PickupFolder is null ? "desk.told" : "desk.told-files", ("count", carried));
        }
        catch (SmtpException e)
        {
            return visit.Words.Say("desk.told-failed", ("reason", e.InnerException?.Message ?? e.Message));
        }
    }

    private static Message? Letter(HttpContext http, Visit visit, Motion motion, string person, IReadOnlyList<Amendment> amendments)
    {
        if (visit.Kept.Personal(person) is not { } personal || personal.GetValueOrDefault("email") is not { Length: > 0 } address) return null;
        var language = Language.Find(visit.State.Roll.Member(person)?.Language) ?? visit.Here.Language;
        var words = new Words(language, visit.Here.Glossary, visit.Here.Zone);
        var host = PublicAddress.Of(http);
        var items = string.Join("\n\n", amendments.Select(a => $"{words.Say("amendment.name", ("number", AmendmentNames.Number(motion, a.Id)))}: {words.Value(a.Proposal!.Procedure)}{(a.Proposal.Reason is { } reason ? $" ({reason})" : "")}\n{host}{AmendmentNames.Address(visit, motion, a.Id)}"));
        return new(address, personal.GetValueOrDefault("name") ?? "", visit.Here.Place?.Name ?? "", words.Say("desk.letter-subject", ("motion", MotionTitle.Of(visit.Kept, motion, language))),
            words.Say("desk.letter", ("motion", MotionTitle.Of(visit.Kept, motion, language)), ("items", items)), language.Code, $"proposal/{motion.Id}/{person}");
    }
}
