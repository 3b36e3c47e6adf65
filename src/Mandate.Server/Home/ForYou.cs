using Mandate.Organisation.Documents;
using Mandate.Organisation.Press;
using Mandate.Server.Keeping;

namespace Mandate.Server.Home;

/// <summary>What the record tells one person by itself: who wrote against or quoted them, what is addressed to them (S130, S264).</summary>
public static class ForYou
{
    /// <summary>Days for which a text that somebody may reply to is told.</summary>
    private const int Days = 30;

    /// <summary>What it is, and the page below the organisation's address where they answer it.</summary>
    public static IReadOnlyList<(string Text, string Page)> Of(Visit v) => v.Person is not { } person ? [] :
    [
        .. v.State.Press.Pieces.Values.Where(p => p.PublicOn(v.Today) && p.Appears > v.Today.AddDays(-Days)).OrderBy(p => p.Appears).ThenBy(p => p.Id, StringComparer.Ordinal)
            .Select(p => (Piece: p, Right: Replies.RightOf(v.State, p, person, v.Now))).Where(p => p.Right is { } right && !Replies.Used(v.State, p.Piece, person, right))
            .Select(p => (v.Words.Say("value.ReplyGround." + p.Right!.Ground, ("title", p.Piece.Title)), "/rights/press#" + p.Piece.Id)),
        .. v.State.Press.Claims.Values.Where(c => c.Panel.Contains(person, StringComparer.Ordinal) && c.Judged.All(j => j.By != person) && SpaceClaims.Credit(v.State, c, v.Today) is null).OrderBy(c => c.Id, StringComparer.Ordinal)
            .Select(c => (v.Words.Say("for-you.Panel", ("day", v.Words.Date(c.Due))), "/rights/press#" + c.Id)),
        .. v.State.Press.Contrasts.Values.Where(c => c.Person == person && c.Answer is null).OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => (v.Words.Say("for-you.Contrast", ("remark", c.Remark)), "/act/press.answer-contrast?contrast=" + c.Id)),
        .. Reminders.Of(v.State, person, v.Now).Select(r => (Said(v, r), Page(r))),
    ];

    private static string Said(Visit v, Reminder r) => v.Words.Say(
        "value.ReminderKind." + r.Kind, ("title", v.State.Documents.All.GetValueOrDefault(r.Id)?.Title ?? ""), ("day", r.Before is { } day ? v.Words.Date(day) : ""),
        ("matter", v.State.Documents.Directions.GetValueOrDefault(r.Id) is { } directions ? v.Words.Value(directions.Matter) : ""));

    private static string Page(Reminder r) => r.Kind is ReminderKind.NotReceived or ReminderKind.ShareAwaited ? "/documents/" + r.Id : "/rights/documents#" + r.Id;
}
