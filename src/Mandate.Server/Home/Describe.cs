using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Wording;

namespace Mandate.Server.Home;

/// <summary>Short names of things, for links and headings.</summary>
public static class Describe
{
    public static string Session(Visit visit, Session session) => Session(visit, session, visit.Words);

    /// <summary>In other words than the reader's: those of the person a notice is for.</summary>
    public static string Session(Visit visit, Session session, Words words) =>
        words.Say(session.Unit is null ? "session.name" : "session.name-unit", ("body", words.Place(session.Body)), ("unit", session.Unit is null ? null : visit.UnitName(session.Unit)), ("date", session.FirstDay));

    public static string Seat(Visit visit, Seat seat) => Seat(visit, seat, visit.Words);

    public static string Seat(Visit visit, Seat seat, Words words)
    {
        var place = seat.Group is { Length: > 0 } group ? $"{words.Place(seat.Of)}: {words.Place(group)}" : words.Place(seat.Of);
        return seat.Unit is { } unit ? words.Say("person.holds-in", ("place", place), ("unit", visit.UnitName(unit))) : place;
    }

    /// <summary>An item by its title; items that follow from the constitution are named by what they are about.</summary>
    public static string Item(Visit visit, AgendaItem item) => Item(visit, item, visit.Words);

    public static string Item(Visit visit, AgendaItem item, Words words) => item.Kind switch
    {
        ItemKind.Opening when item.Title == "opening" => words.Value(item.Kind),
        ItemKind.Minutes when item.Reference is { } of && visit.State.Sessions.Find(of) is { } session => words.Say("agenda.minutes", ("session", Session(visit, session, words))),
        ItemKind.Report when Mandate.Organisation.Sessions.Reports.BodyOf(item.Id) is { } body => words.Say(visit.State.Sessions.All.Values.Any(s => s.Item(item.Id) == item && visit.Version.Rules.Bodies.GetValueOrDefault(s.Body) is { } of && Mandate.Organisation.Sessions.Reports.IsDesk(of, body)) ? "agenda.preparation" : "agenda.report", ("body", words.Place(body))),
        ItemKind.Election when item.Reference is { } place => words.Say("vote.election-of", ("place", Seat(visit, SeatOf(place), words))),
        _ when item.Reference is { } id && visit.State.Motions.Find(id) is { } motion && item.Title == motion.Title => visit.Title(motion, words.Language),
        _ when ByFigure(item.Id) is { } key => words.Say(key, ("what", key == "agenda.health" ? words.Place(item.Title) + (visit.State.Roll.Unit(item.Reference ?? "") is { } of ? ", " + of.Name : "") : item.Title)),
        _ => item.Title,
    };

    /// <summary>The sentence of an item that a figure has put on the agenda; null where none has.</summary>
    private static string? ByFigure(string id) => id.Split(':')[0] switch { "health" => "agenda.health", "settled" => "agenda.settled", "fund" => "agenda.fund", _ => null };

    private static Seat SeatOf(string reference) => reference.Split('/', 2) is [var of, var group] ? new(of, group) : new(reference);

    public static string Election(Visit visit, Vote election) => visit.Words.Say("vote.election-of", ("place", Seat(visit, election.Place!)));

    public static string Vote(Visit visit, Vote vote) => vote.IsElection ? Election(visit, vote) : Title(visit, vote) ?? vote.Question.Text;

    /// <summary>The question in the words in which it was put; where those are a motion's title, that title as the reader knows it.</summary>
    public static string Question(Visit visit, Vote vote) =>
        vote.Question.Subject is { } subject && visit.State.Motions.Find(subject) is { } motion && motion.Title == vote.Question.Text ? visit.Title(motion) : vote.Question.Text;

    public static string Act(Visit visit, Command command)
    {
        var name = Named.Wire(command.GetType());
        return visit.Words.Has("offer." + name) ? visit.Words["offer." + name] : name;
    }

    /// <summary>An offered act with what it is about: "Give the floor: Ada".</summary>
    public static string Offer(Visit visit, Offer offer)
    {
        var title = visit.Words["offer." + offer.Act];
        return About(visit, offer) is { } about ? visit.Words.Say("offer.about", ("act", title), ("what", about)) : title;
    }

    private static string? About(Visit visit, Offer offer) => offer.Prototype switch
    {
        Arrive { Remote: true } => visit.Words["presence.remote"],
        CastFor c => visit.NameOrId(c.Person),
        TakeUp c => Item(visit, c.Session, c.Item),
        FinishItem c => Item(visit, c.Session, c.Item),
        DeclareSilence c => visit.Words["side." + c.Side],
        GiveFloor c => Speaker(visit, c.Session, c.Speech),
        EndSpeech c => Speaker(visit, c.Session, c.Speech),
        PutQuestion { Session: { } held } c when Procedure(visit, held, c.Subject) is { } procedure => procedure,
        PutQuestion c => Amendment(visit, c.Subject) ?? (visit.State.Motions.Find(c.Subject) is { } motion ? visit.Title(motion) : c.Text),
        OpenNominations c => Seat(visit, c.Place),
        OpenDraw c => Seat(visit, c.Seat),
        MoveProcedure c => Sessions.Procedures.Named(visit, c.Motion),
        SecondProcedure c => Procedure(visit, c.Session, c.Procedure),
        OpposeProcedure c => Procedure(visit, c.Session, c.Procedure),
        WithdrawProcedure c => Procedure(visit, c.Session, c.Procedure),
        AcceptProcedure c => Procedure(visit, c.Session, c.Procedure),
        FitAmendment c => Amendment(visit, c.Amendment),
        DropAmendment c => Amendment(visit, c.Amendment),
        ProposeProcedure c => Amendment(visit, c.Amendment),
        AnswerProposal c => Amendment(visit, c.Amendment),
        DemandSeparate c => Amendment(visit, c.Amendment),
        AskToSpeak { Platform: { } tendency } => visit.State.Tendencies.All.GetValueOrDefault(tendency)?.Name,
        AskToSpeak c => Procedure(visit, c.Session, c.Item),
        RecordPaperDecision or GiveRuling or AnnounceChair => null,
        _ when visit.State.Votes.Find(offer.Subject) is { } vote => Vote(visit, vote),
        _ when visit.State.Motions.Find(offer.Subject) is { } motion => visit.Title(motion),
        _ when visit.State.Offices.Draws.TryGetValue(offer.Subject, out var draw) => Seat(visit, draw.Seat),
        _ => null,
    };

    private static string? Item(Visit visit, string session, string item) => visit.State.Sessions.Find(session)?.Item(item) is { } found ? Item(visit, found) : null;

    /// <summary>An amendment by number and mover, a list of them by its motion; null where it is neither.</summary>
    private static string? Amendment(Visit visit, string id) => visit.State.Motions.FindAmendment(id) is var (motion, amendment) ? Motions.AmendmentNames.Of(visit, motion, amendment)
        : visit.State.Motions.FindBloc(id) is var (listed, _) ? visit.Words.Say("bloc.name", ("motion", visit.Title(listed))) : null;

    private static string? Procedure(Visit visit, string session, string procedure) =>
        visit.State.Sessions.Find(session) is { } held && held.Procedures.FirstOrDefault(p => p.Id == procedure) is { } found ? Sessions.Procedures.Name(visit, held, found) : null;

    private static string? Speaker(Visit visit, string session, string speech) =>
        visit.State.Sessions.Find(session)?.Speeches.FirstOrDefault(r => r.Id == speech) is { } found ? visit.NameOrId(found.Person) : null;

    /// <summary>The figures of a decided question, with the clauses of its majority and quorum.</summary>
    public static Sum? Sum(Vote vote) => vote.Outcome is not { } outcome || vote.IsElection ? null
        : new(outcome.Figures.Yes, outcome.Figures.No, outcome.Figures.Abstain, outcome.Base, outcome.Needed, vote.Question.Rule, vote.Question.Clause, outcome.Carried)
        {
            Votes = outcome.Votes is { } votes ? (outcome.Present, votes) : null,
            Quorum = outcome.QuorumNeeded is { } needed ? (outcome.Present, vote.Electorate, needed, vote.Question.QuorumClause ?? vote.Question.Clause) : null,
        };

    private static string? Title(Visit visit, Vote vote) => vote.Question.Subject is { } subject
        ? visit.State.Motions.FindBloc(subject) is not null ? Amendment(visit, subject)
            : (visit.State.Motions.Find(subject) ?? visit.State.Motions.FindAmendment(subject)?.Motion) is { } motion ? visit.Title(motion) : null
        : null;
}
