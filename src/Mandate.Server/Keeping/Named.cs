using Mandate.Organisation;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Server.Founding;
using Mandate.Server.Home;

namespace Mandate.Server.Keeping;

/// <summary>
/// What an id of the record stands for, in words: a unit by its name, a motion by its title, a meeting by its body and day. Nobody
/// reads an id where a name is known.
/// </summary>
public static class Named
{
    /// <summary>The name of whatever has that id; null where nothing has it, or where it is a person whom this reader may not know.</summary>
    public static string? Of(Visit visit, string id)
    {
        var state = visit.State;
        if (id.Length == 0) return null;
        if (state.Roll.Member(id) is not null || state.IsFounding(id)) return visit.Name(id);
        if (state.Roll.Unit(id) is { } unit) return unit.Name;
        if (state.Motions.Find(id) is { } motion) return visit.Title(motion);
        if (state.Sessions.Find(id) is { } session) return Describe.Session(visit, session);
        if (state.Votes.Find(id) is { } vote) return Describe.Vote(visit, vote);
        if (state.Motions.FindAmendment(id) is { } amendment) return visit.Title(amendment.Motion);
        if (state.Motions.FindBloc(id) is { } bloc) return visit.Words.Say("bloc.name", ("motion", visit.Title(bloc.Motion)));
        if (state.Offices.Tenures.GetValueOrDefault(id) is { } tenure) return Tenure(visit, tenure);
        if (state.Offices.Resolutions.GetValueOrDefault(id) is { } resolution) return Describe.Act(visit, resolution.Act);
        if (state.Sessions.Demands.GetValueOrDefault(id) is { } demand) return demand.Purpose;
        return state.Offices.Employments.GetValueOrDefault(id)?.Post ?? InRegisters(state, id);
    }

    /// <summary>What the registers of rights call it: by the words of whoever began it.</summary>
    private static string? InRegisters(State state, string id) =>
        state.Undertakings.All.GetValueOrDefault(id)?.What
        ?? state.Petitions.All.GetValueOrDefault(id)?.Asks
        ?? state.Tendencies.All.GetValueOrDefault(id)?.Name
        ?? state.Documents.All.GetValueOrDefault(id)?.Title
        ?? state.Inspection.All.GetValueOrDefault(id)?.Subject
        ?? state.Inspection.Requests.GetValueOrDefault(id)?.What
        ?? state.Press.Pieces.GetValueOrDefault(id)?.Title
        ?? state.Federation.Orders.GetValueOrDefault(id)?.What
        ?? state.Federation.Missions.GetValueOrDefault(id)?.Purpose
        ?? state.Federation.Queries.GetValueOrDefault(id)?.Question
        ?? state.Federation.Plans.GetValueOrDefault(id)?.What
        ?? state.Federation.Charters.GetValueOrDefault(id)?.Task
        ?? state.Federation.Committees.GetValueOrDefault(id)?.Name
        ?? state.Undertakings.Summonses.GetValueOrDefault(id)?.Asks
        ?? state.Undertakings.Needs.GetValueOrDefault(id)?.What
        ?? state.Federation.Disputes.GetValueOrDefault(id)?.Reason
        ?? state.Petitions.Concerns.GetValueOrDefault(id)?.Says
        ?? state.Petitions.Protests.GetValueOrDefault(id)?.Grounds
        ?? state.Works.All.GetValueOrDefault(id)?.Title
        ?? state.Accounts.Funds.GetValueOrDefault(id)?.Title
        ?? state.Planning.Plans.GetValueOrDefault(id)?.Title
        ?? state.Planning.Alternatives.GetValueOrDefault(id)?.Text.Title
        ?? state.Planning.Series.GetValueOrDefault(id)?.Title
        ?? state.Accounts.Rules.GetValueOrDefault(id)?.Rule.Title
        ?? state.Accounts.Commitments.GetValueOrDefault(id)?.What
        ?? state.Accounts.Goods.GetValueOrDefault(id)?.What
        ?? state.Accounts.Properties.GetValueOrDefault(id)?.Title
        ?? state.Decisions.Measures.GetValueOrDefault(id)?.Says
        ?? state.Accounts.Grants.GetValueOrDefault(id)?.Purpose
        ?? state.Accounts.Waiting.GetValueOrDefault(id)?.To
        ?? state.Accounts.Questions.GetValueOrDefault(id)?.Text;

    /// <summary>"Anna Berg, general secretary", or the place alone where the holder may not be named.</summary>
    public static string Tenure(Visit visit, Tenure tenure)
    {
        var place = Describe.Seat(visit, tenure.Seat);
        return visit.Name(tenure.Person) is { } name ? visit.Words.Say("person.holds-in", ("place", name), ("unit", place)) : place;
    }

    /// <summary>A place as the rules write it: <c>council.congress_elected</c>, <c>branch.secretary@ghent</c>.</summary>
    public static string? Place(Visit visit, string written)
    {
        var at = written.Split('@', 2);
        var rules = visit.Version.Rules;
        var known = rules.Bodies.ContainsKey(at[0]) || rules.Offices.ContainsKey(at[0]) || rules.Units.ContainsKey(at[0]) || visit.Words.Has("place." + at[0]);
        if (!known && at[0].LastIndexOf('.') is > 0 and var dot && rules.Bodies.GetValueOrDefault(at[0][..dot]) is { } body && body.Seats.ContainsKey(at[0][(dot + 1)..]))
            return Describe.Seat(visit, new Seat(body.Id, at[0][(dot + 1)..], at.Length > 1 ? at[1] : null));
        if (!known) return Sessions.Procedures.Named(visit, written);
        return at.Length > 1 ? visit.Words.Say("person.holds-in", ("place", visit.Words.Place(at[0])), ("unit", visit.UnitName(at[1]))) : visit.Words.Place(at[0]);
    }

    /// <summary>The wire name of a command or event: <c>motions.file</c>.</summary>
    public static string Wire(Type type) => ((WireNameAttribute?)Attribute.GetCustomAttribute(type, typeof(WireNameAttribute)))?.Name ?? type.Name;
}
