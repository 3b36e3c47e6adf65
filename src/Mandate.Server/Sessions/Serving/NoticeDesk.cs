using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions.Serving;

/// <summary>
/// Whose task the notices of a session are. Names and addresses come out of the vault only for them, only while the session is
/// convened, and every list that is taken out is written down for all members to see.
/// </summary>
internal static class NoticeDesk
{
    /// <summary>Why this visitor may not serve the notices; null where they may. The rules are asked with a record that says nothing yet.</summary>
    public static Refusal? WhyNot(Visit visit, Session session)
    {
        if (visit.Person is not { } person) return ProtocolRefusals.NotYours(NoticeRules.ClausePath(visit.Version.Rules, visit.Version.Rules.Bodies[session.Body]), session.ConvenedBy, "");
        return visit.Kept.Ask(person, new RecordService(session.Id, [], ServiceOutcome.Sent, "", visit.Today, "")) is Decision.Refused { Refusal: { Code: not "protocol.malformed" } refusal } ? refusal : null;
    }

    /// <summary>The language of a person's notice: theirs where it is official, else the first official one.</summary>
    public static string LanguageOf(Visit visit, string person)
    {
        var official = visit.Version.Rules.Languages.Official;
        return visit.State.Roll.Member(person)?.Language is { } own && official.Contains(own, StringComparer.Ordinal) ? own : official[0];
    }
}
