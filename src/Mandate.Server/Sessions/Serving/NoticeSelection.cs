using Mandate.Organisation.Sessions;
using Mandate.Server.Keeping;

namespace Mandate.Server.Sessions.Serving;

/// <summary>Which of those entitled to a notice a list, a print run or a mailing is for.</summary>
internal enum NoticeSet
{
    /// <summary>No service counts for them yet.</summary>
    Unserved,

    /// <summary>The same, of those without an e-mail address: their notice goes by post.</summary>
    UnservedWithoutEmail,

    /// <summary>Served, but not with the whole notice before the opening.</summary>
    Late,

    /// <summary>The last thing known is that it bounced or came back.</summary>
    Failed,

    All,
}

/// <param name="Unit">Of this unit and those within it; null for all.</param>
/// <param name="Language">In this language; null for all.</param>
internal sealed record NoticeSelection(NoticeSet Set, string? Unit, string? Language)
{
    public static NoticeSelection Read(string? set, string? unit, string? language) =>
        new(Enum.TryParse<NoticeSet>(set, out var of) && Enum.IsDefined(of) ? of : NoticeSet.Unserved, unit is { Length: > 0 } ? unit : null, language is { Length: > 0 } ? language : null);

    public string Query => $"of={Set}&unit={Uri.EscapeDataString(Unit ?? "")}&language={Language}";

    /// <summary>The persons, in order of unit, then of id.</summary>
    public IReadOnlyList<string> Of(Visit visit, Session session) =>
    [
        .. NoticeRules.Still(visit.State, session)
            .Where(p => Unit is null || (visit.State.Roll.Member(p) is { } member && visit.State.Roll.LiesIn(member.Unit, Unit)))
            .Where(p => Language is null || NoticeDesk.LanguageOf(visit, p) == Language)
            .Where(p => IsIn(visit, session, p))
            .OrderBy(p => visit.State.Roll.Member(p)?.Unit, StringComparer.Ordinal).ThenBy(p => p, StringComparer.Ordinal),
    ];

    private bool IsIn(Visit visit, Session session, string person) => Set switch
    {
        NoticeSet.All => true,
        NoticeSet.Late => NoticeRules.StandingOf(visit.State, session, person, visit.Now) == ServiceStanding.Late,
        NoticeSet.Failed => session.Services.GetValueOrDefault(person, []) is [.., { Outcome: ServiceOutcome.Bounced or ServiceOutcome.Returned or ServiceOutcome.Disputed }],
        _ => NoticeRules.ServedOn(visit.State, session, person, visit.Now) is null && (Set == NoticeSet.Unserved || visit.Kept.Personal(person)?.ContainsKey("email") != true),
    };
}
