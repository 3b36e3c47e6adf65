using Mandate.Constitutions;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Press;

/// <summary>
/// The debates of the bulletin: those that editors opened, and the discussion that <c>rights.discussion</c> opens by itself before every meeting of a body, as
/// soon as the meeting is convened (requirement S117). Nobody opens or closes that one: it follows from the convening, and every member writes for themselves.
/// </summary>
public static class Discussions
{
    /// <summary>The right whose <c>gives</c> says <c>before</c> which body, for how many <c>days</c>, and how many <c>words</c> each member has.</summary>
    public const string Right = "discussion";

    /// <summary>Days before the meeting and words of each member, where the clause gives no figure.</summary>
    private const int Days = 60, Words = 1000;

    private const string Prefix = "discussion-";

    /// <summary>All debates, opened or to be, the last one first.</summary>
    public static IEnumerable<Debate> All(State state) =>
        state.Press.Debates.Values.Concat(state.Sessions.All.Values.Select(s => Before(state, s)).OfType<Debate>()).OrderByDescending(d => d.Until).ThenBy(d => d.Id, StringComparer.Ordinal);

    public static Debate? Find(State state, string id) =>
        state.Press.Debates.GetValueOrDefault(id)
        ?? (id.StartsWith(Prefix, StringComparison.Ordinal) && state.Sessions.Find(id[Prefix.Length..]) is { } session ? Before(state, session) : null);

    /// <summary>The discussion before that meeting, by the rules of the day on which it was convened; null where they open none.</summary>
    private static Debate? Before(State state, Session session)
    {
        if (session.Stage == SessionStage.Cancelled || state.Statutes.At(session.ConvenedAt).Rights.GetValueOrDefault(Right) is not { Gives: { } gives }) return null;
        if (gives["before"] is not Datum.Text { Value: var body } || body != session.Body) return null;
        var (convened, begins, until) = (DateOnly.FromDateTime(session.ConvenedAt.UtcDateTime), session.FirstDay.AddDays(-Figure(gives, "days", Days)), session.FirstDay.AddDays(-1));
        return until < convened ? null : new(Prefix + session.Id, "", body, begins > convened ? begins : convened, until, Figure(gives, "words", Words)) { Session = session.Id };
    }

    private static int Figure(Datum.Map gives, string name, int otherwise) =>
        gives[name] is Datum.Number { Canonical: var written } && int.TryParse(written, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0 ? number : otherwise;
}
