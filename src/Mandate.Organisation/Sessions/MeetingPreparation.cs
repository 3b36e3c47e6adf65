using System.Collections.Immutable;

namespace Mandate.Organisation.Sessions;

/// <summary>One step in preparing a meeting: the words are <c>prepared.CODE</c>, how it is challenged <c>prepared.CODE.challenge</c>.</summary>
/// <param name="At">When it last went on; null where it has not begun.</param>
/// <param name="Done">How much of it is done, out of <paramref name="Of"/>.</param>
/// <param name="Until">The last day on which it can be challenged.</param>
public sealed record PreparationStep(string Code, DateTimeOffset? At, int Done, int Of, DateOnly Until);

/// <summary>
/// How a meeting was prepared, as one process on the record: convening, seats, notices, delegates, who reports, texts. The body that checks the credentials
/// reports on it first (S060).
/// </summary>
public static class MeetingPreparation
{
    /// <summary>The codes of all steps, in their order.</summary>
    public static ImmutableArray<string> Codes { get; } = ["convened", "seats", "notices", "delegates", "rapporteurs", "texts"];

    public static ImmutableArray<PreparationStep> Of(State state, Session session, DateTimeOffset at)
    {
        var served = session.Served ?? NoticeRules.Summary(state, session, at);
        var mandates = state.Offices.Tenures.Values.Where(t => t.Session == session.Id && t.Seat.Of == session.Body).ToList();
        var reports = session.Agenda.Where(i => i.Kind == ItemKind.Report && Reports.BodyOf(i.Id) is not null).ToList();
        var motions = state.Motions.Before(session.Id).ToList();
        var official = state.Statutes.At(at).Languages.Official;
        var steps = new PreparationStep[]
        {
            new("convened", session.ConvenedAt, 1, 1, session.FirstDay),
            new("seats", session.ConvenedAt, session.Delegates.Values.Count(seats => seats > 0), session.Delegates.Count, session.FirstDay),
            new("notices", session.Services.IsEmpty ? null : session.ConvenedAt, served.InTime + served.Cured, served.Entitled, session.FirstDay),
            new("delegates", mandates.Count == 0 ? null : mandates.Max(t => t.From), mandates.Count, session.Delegates.Values.Sum(), session.LastDay),
            new("rapporteurs", session.Nominations.IsEmpty ? null : session.Nominations.Max(n => n.At), reports.Count(i => Reports.Of(state, session, i.Id, at).First is not null), reports.Count, Reports.ChosenBy(session)),
            new("texts", motions.Count == 0 ? null : motions.Max(m => m.Current.At), motions.Count(m => official.All(m.Current.Texts.ContainsKey)), motions.Count, session.LastDay),
        };
        return [.. steps.Where(s => s.Of > 0 || s.At is not null)];
    }
}
