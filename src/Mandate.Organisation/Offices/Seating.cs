using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Offices;

/// <summary>How many seats a place and a body have, as the constitution counts them, vacant ones too.</summary>
public static class Seating
{
    /// <summary>How the place is filled; null where the constitution has no such place.</summary>
    public static Select? SelectOf(Constitution rules, Seat seat) =>
        rules.Offices.TryGetValue(seat.Of, out var office) ? office.By : GroupOf(rules, seat)?.By;

    public static SeatGroup? GroupOf(Constitution rules, Seat seat) =>
        rules.Bodies.TryGetValue(seat.Of, out var body) ? body.Seats.GetValueOrDefault(seat.Group ?? "") : null;

    public static Term? TermOf(Constitution rules, Seat seat) =>
        rules.Offices.TryGetValue(seat.Of, out var office) ? office.Term : rules.Bodies.GetValueOrDefault(seat.Of)?.Term;

    public static Eligible? EligibleOf(Constitution rules, Seat seat) =>
        rules.Offices.TryGetValue(seat.Of, out var office) ? office.Eligible : GroupOf(rules, seat)?.Eligible;

    public static Vacancy? VacancyOf(Constitution rules, Seat seat) =>
        rules.Offices.TryGetValue(seat.Of, out var office) ? office.Vacancy : rules.Bodies.GetValueOrDefault(seat.Of)?.Vacancy;

    /// <summary>Clause path of the place.</summary>
    public static string ClauseOf(Constitution rules, Seat seat) => seat.Clause(rules.Offices.ContainsKey(seat.Of));

    /// <summary>A seat that is held for one session only: delegates of a body without a term.</summary>
    public static bool ForOneSession(Constitution rules, Seat seat) => rules.Bodies.TryGetValue(seat.Of, out var body) && body.Term is null;

    /// <summary>Seats of the place in its unit.</summary>
    /// <param name="session">For delegates: the session, which has the number of each unit since its convening.</param>
    public static int SeatsOf(State state, Constitution rules, Seat seat, string? session, DateTimeOffset at)
    {
        if (rules.Offices.ContainsKey(seat.Of)) return 1;
        if (GroupOf(rules, seat) is not { } group) return 0;
        if (group.By is Coopt { Limit: var limit }) return Most(state, rules, limit, seat, at);
        if (group.Apportion is not { } key || seat.Unit is not { } unit) return group.Count ?? (group.By is External ? 1 : 0);
        if (key.OnePer is not null && session is not null && state.Sessions.Find(session) is { } s && s.Delegates.TryGetValue(unit, out var delegates)) return delegates;
        return Apportioned(state, group, key, unit, Calendar.Day(at));
    }

    /// <summary>All seats of the body that meets.</summary>
    public static int SeatsOfSession(State state, Session session, DateTimeOffset at) => SeatsOfBody(state, state.Statutes.At(at), session.Body, session.Unit, session.Id, at);

    /// <summary>All seats of a body, vacant ones too; in one unit where the body exists once per unit. Of an assembly its members.</summary>
    /// <param name="session">The session that meets, whose apportionment holds; null outside one.</param>
    public static int SeatsOfBody(State state, Constitution rules, string bodyId, string? unit, string? session, DateTimeOffset at)
    {
        if (!rules.Bodies.TryGetValue(bodyId, out var body)) return 0;
        return BodyShape.IsAssembly(body) ? state.Roll.CountOn(Calendar.Day(at), unit) : body.Seats.Values.Sum(g => SeatsOfGroup(state, rules, body, g, unit, session, at));
    }

    /// <summary>Delegates per unit under the body's keys, from the members on that day. Units on that day only.</summary>
    public static ImmutableSortedDictionary<string, int> DelegatesOf(State state, Body body, DateOnly countDate)
    {
        var all = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        foreach (var group in body.Seats.Values)
            if (group.Apportion is { OnePer: not null } key)
                foreach (var unit in state.Roll.UnitsOf(key.Per.Id, countDate))
                    all = all.SetItem(unit.Id, all.GetValueOrDefault(unit.Id) + Apportioned(state, group, key, unit.Id, countDate));
        return all;
    }

    private static int SeatsOfGroup(State state, Constitution rules, Body body, SeatGroup group, string? unit, string? session, DateTimeOffset at)
    {
        if (group.Count is { } count) return group.Apportion is null ? count * Times(state, rules, body, group, at) : count;
        if (group.Apportion is not { } key) return state.Offices.Holders(body.Id, at, unit).Count(t => (t.Seat.Group ?? "") == group.Name);
        if (key.OnePer is not null && session is not null && state.Sessions.Find(session) is { Delegates.IsEmpty: false } s && s.Body == body.Id) return s.Delegates.Values.Sum();
        var day = Calendar.Day(at);
        return state.Roll.UnitsOf(key.Per.Id, day).Sum(u => Apportioned(state, group, key, u.Id, day));
    }

    /// <summary>At most so many are co-opted: of the seats that the body has beside them, or of the members.</summary>
    private static int Most(State state, Constitution rules, Constitutions.Quantity limit, Seat seat, DateTimeOffset at)
    {
        var seats = rules.Bodies[seat.Of].Seats.Values.Where(g => g.By is not Coopt).Sum(g => SeatsOfGroup(state, rules, rules.Bodies[seat.Of], g, seat.Unit, null, at));
        return (int)Quantities.AtMost(limit, new() { Seats = seats, Members = state.Roll.CountOn(Calendar.Day(at), seat.Unit) });
    }

    /// <summary>A group that exists once per unit, in a body that does not: once for each unit.</summary>
    private static int Times(State state, Constitution rules, Body body, SeatGroup group, DateTimeOffset at) =>
        group.Per is { } per && BodyShape.UnitKindOf(rules, body) is null ? state.Roll.UnitsOf(per.Id, Calendar.Day(at)).Count() : 1;

    private static int Apportioned(State state, SeatGroup group, Apportion key, string unit, DateOnly day) =>
        Delegates.OfUnit(key, state.Roll.CountOn(day, unit), () => state.Roll.CountOn(day))
        ?? Delegates.Of(group, state.Roll.UnitsOf(key.Per.Id, day).Select(u => new UnitSize(u.Id, state.Roll.CountOn(day, u.Id)))).Units.FirstOrDefault(u => u.Unit == unit)?.Seats ?? 0;
}
