using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Sessions;

/// <summary>On what a report rests: a body's own needs its decision by name; without one it is personal (S052).</summary>
/// <param name="Body">The body whose report it is; null where it is personal.</param>
/// <param name="For">Who carried it, in order of id.</param>
/// <param name="Dissent">Who was against it or declared dissent: it stands on the title page.</param>
/// <param name="Vote">The roll call; null for a decision in writing and for a personal report.</param>
public sealed record ReportBasis(string? Body, ImmutableArray<string> For, ImmutableArray<string> Dissent, ImmutableArray<string> Abstained, string? Vote);

/// <summary>Who reports on an item: the first, and those whom a minority has put beside them (S041).</summary>
public sealed record Rapporteurs(RapporteurNomination? First, ImmutableArray<RapporteurNomination> Seconds)
{
    public IEnumerable<RapporteurNomination> All => First is null ? Seconds : Seconds.Prepend(First);

    public bool Has(string person) => All.Any(r => r.Person == person);
}

/// <summary>Reports before a meeting: which must be given, who gives them, and on what they rest.</summary>
public static class Reports
{
    private const string Prefix = "report:";

    /// <summary>One of so many seats names a second rapporteur.</summary>
    private const int Share = 10;

    /// <summary>Most days before the opening by which the body has chosen; half of the time since the convening where that is shorter.</summary>
    private const int MostLead = 14;

    /// <summary>
    /// The reports that stand on the agenda by themselves: of the body that checks the credentials first, and of each standing body that the meeting elects,
    /// or elects places of, and on which somebody sits (S042, S060). Nobody can leave them out.
    /// </summary>
    internal static IEnumerable<AgendaItem> Due(State state, Constitution rules, Body body, string? unit, DateTimeOffset at) =>
        rules.Bodies.Values.Where(b => b.Id != body.Id && !BodyShape.IsDelegated(b) && (IsDesk(body, b.Id) || b.Seats.Values.Any(g => g.By is Elect e && e.Body?.Id == body.Id)) && state.Offices.Holders(b.Id, at, unit).Any())
            .OrderBy(b => IsDesk(body, b.Id) ? 0 : 1).Select(b => new AgendaItem(Prefix + b.Id, ItemKind.Report, b.Id, null));

    /// <summary>Whether that body checks the credentials for the meeting: it reports on the whole preparation, before anything is decided on a credential (S060).</summary>
    public static bool IsDesk(Body meeting, string body) => meeting.Credentials?.By is NamedHolder { Name: { Kind: RefKind.Body, Id: var id } } && id == body;

    /// <summary>Null when a vote on a credential can be held: the body that checks them has reported on the preparation, or nobody of it is there to.</summary>
    internal static Refusal? PreparationFirst(State state, Session session, DateTimeOffset at) =>
        state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Credentials?.By is NamedHolder desk && session.Item(Prefix + desk.Name.Id) is { } item ? NotHeard(state, session, item, at) : null;

    /// <summary>The body whose account an item is; null for other items.</summary>
    public static string? BodyOf(string item) => item.StartsWith(Prefix, StringComparison.Ordinal) ? item[Prefix.Length..] : null;

    /// <summary>Who reports on the item, as it stands now: chosen last by the body, else the first who was nominated and accepted.</summary>
    public static Rapporteurs Of(State state, Session session, string item, DateTimeOffset at)
    {
        var ready = session.Nominations.Where(n => n.Item == item && n.Accepts == true).ToList();
        var first = ready.Where(n => n.ChosenAt is not null).MaxBy(n => n.ChosenAt) ?? ready.FirstOrDefault();
        var backed = ready.Where(n => n != first && IsBacked(state, session, n, at)).ToList();
        // Whoever reports for a tendency has been named by it, and needs no backing of seats.
        var ofTendencies = CoReports.Of(state, session, item, at).Where(p => p != first?.Person && !backed.Exists(n => n.Person == p)).Select(p => new RapporteurNomination(item, p, p, session.ConvenedAt, Accepts: true));
        return new(first, [.. backed, .. ofTendencies]);
    }

    /// <summary>How many must back a second rapporteur: of the body that reports, and of the one that meets.</summary>
    public static (int Reporting, int Meeting) Needed(State state, Session session, string item, DateTimeOffset at)
    {
        static int Tenth(int seats) => Math.Max(1, (seats + Share - 1) / Share);
        return (BodyOf(item) is { } body ? Tenth(Seating.SeatsOfBody(state, state.Statutes.At(at), body, session.Unit, session: null, at)) : int.MaxValue, Tenth(Seating.SeatsOfSession(state, session, at)));
    }

    /// <summary>Backed by a tenth of the seats of the body that reports, or of the one that meets.</summary>
    private static bool IsBacked(State state, Session session, RapporteurNomination nomination, DateTimeOffset at)
    {
        var (reporting, meeting) = Needed(state, session, nomination.Item, at);
        bool Holds(string person, string? body) => body is not null && state.Offices.Holds(person, body, at, session.Unit);
        return nomination.Backers.Count(p => Holds(p, BodyOf(nomination.Item))) >= reporting || nomination.Backers.Count(p => Holds(p, session.Body)) >= meeting;
    }

    /// <summary>The last day on which the body chooses who reports for it.</summary>
    public static DateOnly ChosenBy(Session session)
    {
        var convened = DateOnly.FromDateTime(session.ConvenedAt.UtcDateTime);
        return session.FirstDay.AddDays(-Math.Min(MostLead, (session.FirstDay.DayNumber - convened.DayNumber) / 2));
    }

    /// <summary>
    /// Null when an item can be ended, or put to the vote, as far as its reports go: a second rapporteur who is there has had the floor, and an
    /// account that a body owes was given, in writing or by word, while somebody is there to give it. The meeting itself can decide on the item all the same.
    /// </summary>
    internal static Refusal? NotHeard(State state, Session session, AgendaItem item, DateTimeOffset at)
    {
        if (item.Kind != ItemKind.Report) return null;
        var reporters = Of(state, session, item.Id, at);
        var heard = session.Speeches.Where(r => r.Item == item.Id && r.From is not null).Select(r => r.Person).ToHashSet(StringComparer.Ordinal);
        if (reporters.First is { } first && heard.Contains(first.Person) && reporters.Seconds.FirstOrDefault(r => session.Present.Contains(r.Person) && !heard.Contains(r.Person)) is { } second)
            return SessionsRefusals.SecondFirst(item, second.Person);
        if (BodyOf(item.Id) is not { } body || session.Reports.Any(r => r.Item == item.Id)) return null;
        if (heard.Any(p => reporters.Has(p) || state.Offices.Holds(p, body, at, session.Unit)) || state.Votes.All.Values.Any(v => v.Session == session.Id && v.Question.Subject == item.Id && v.Outcome is not null)) return null;
        return session.Present.Any(p => reporters.Has(p) || state.Offices.Holds(p, body, at, session.Unit)) ? SessionsRefusals.ReportFirst(item, body) : null;
    }

    /// <summary>An account that was owed and not given by the end of the meeting, neither in writing nor by word.</summary>
    public static bool Missing(State state, Session session, AgendaItem item) => BodyOf(item.Id) is { } body && session.ClosedAt is { } closed
        && !session.Reports.Any(r => r.Item == item.Id)
        && !session.Speeches.Any(r => r.Item == item.Id && r.From is { } from && (Of(state, session, item.Id, closed).Has(r.Person) || state.Offices.Holds(r.Person, body, from, session.Unit)));

    /// <summary>A written report by its id, with the meeting that it is laid before; null where there is none.</summary>
    public static (Session Session, WrittenReport Report)? Find(State state, string id)
    {
        foreach (var session in state.Sessions.All.Values)
            if (session.Reports.FirstOrDefault(r => r.Id == id) is { } report) return (session, report);
        return null;
    }

    /// <summary>On what it rests: the body's decision in writing, else its carried roll call on the report; where there is neither it is personal.</summary>
    public static ReportBasis BasisOf(State state, Session session, WrittenReport report)
    {
        if (report.Body is { } body)
        {
            var writing = state.Offices.Resolutions.Values.FirstOrDefault(r => r.Act is FileReport filed && filed.Report == report.Id && r.Carried);
            string[] Said(WrittenAnswer answer) => writing is null ? [] : [.. writing.Answers.Where(a => a.Value.Answer == answer).Select(a => a.Key)];
            return new(body, [.. (writing?.Signed ?? []).Order(StringComparer.Ordinal)], [.. Said(WrittenAnswer.Against)], [.. Said(WrittenAnswer.Abstain)], null);
        }
        var vote = BodyOf(report.Item) is { } owner ? state.Votes.All.Values.FirstOrDefault(v => v is { Kind: VoteKind.RollCall, Outcome.Carried: true, ReplacedBy: null } && v.Question.Subject == report.Id
            && v.Session is { } id && state.Sessions.Find(id)?.Body == owner) : null;
        if (vote is null) return new(null, [], [], [], null);
        ImmutableArray<string> Voted(Choice choice) => [.. vote.Casts.Where(c => c.Value == choice).Select(c => c.Key).Order(StringComparer.Ordinal)];
        return new(BodyOf(report.Item), Voted(Choice.Yes), [.. Voted(Choice.No).Concat(vote.Statements.Where(s => s.Kind == StatementKind.Dissent).Select(s => s.Person)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], Voted(Choice.Abstain), vote.Id);
    }
}
