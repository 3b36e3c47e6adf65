using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Votes;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Home;

/// <summary>Short names of things, for links and headings.</summary>
public static class Describe
{
    public static string Session(Visit visit, Session session) =>
        visit.Words.Say(session.Unit is null ? "session.name" : "session.name-unit", ("body", visit.Words.Place(session.Body)), ("unit", session.Unit is null ? null : visit.UnitName(session.Unit)), ("date", session.FirstDay));

    public static string Seat(Visit visit, Seat seat)
    {
        var place = seat.Group is { Length: > 0 } group ? $"{visit.Words.Place(seat.Of)}: {visit.Words.Place(group)}" : visit.Words.Place(seat.Of);
        return seat.Unit is { } unit ? visit.Words.Say("person.holds-in", ("place", place), ("unit", visit.UnitName(unit))) : place;
    }

    /// <summary>An item by its title; items that follow from the constitution are named by what they are about.</summary>
    public static string Item(Visit visit, AgendaItem item) => item.Kind switch
    {
        ItemKind.Opening when item.Title == "opening" => visit.Words.Value(item.Kind),
        ItemKind.Election when item.Reference is { } place => visit.Words.Say("vote.election-of", ("place", Seat(visit, SeatOf(place)))),
        _ => item.Title,
    };

    private static Seat SeatOf(string reference) => reference.Split('/', 2) is [var of, var group] ? new(of, group) : new(reference);

    public static string Election(Visit visit, Vote election) => visit.Words.Say("vote.election-of", ("place", Seat(visit, election.Place!)));

    public static string Vote(Visit visit, Vote vote) => vote.IsElection ? Election(visit, vote) : Title(visit, vote) ?? vote.Question.Text;

    public static string Act(Visit visit, Command command)
    {
        var name = Named.Wire(command.GetType());
        return visit.Words.Has("offer." + name) ? visit.Words["offer." + name] : name;
    }

    /// <summary>The figures of a decided question, with the clauses of its majority and quorum.</summary>
    public static Sum? Sum(Vote vote) => vote.Outcome is not { } outcome || vote.IsElection ? null
        : new(outcome.Figures.Yes, outcome.Figures.No, outcome.Figures.Abstain, outcome.Base, outcome.Needed, vote.Question.Rule, vote.Question.Clause, outcome.Carried)
        {
            Quorum = outcome.QuorumNeeded is { } needed ? (outcome.Present, vote.Electorate, needed, vote.Question.QuorumClause ?? vote.Question.Clause) : null,
        };

    private static string? Title(Visit visit, Vote vote) => vote.Question.Subject is { } subject
        ? visit.State.Motions.Find(subject)?.Title ?? visit.State.Motions.FindAmendment(subject)?.Motion.Title
        : null;
}
