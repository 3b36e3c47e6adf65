using Mandate.Constitutions;
using Mandate.Organisation.Roll;

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
        if (session is not null && seat.Unit is not null && state.Sessions.Find(session) is { } s && s.Delegates.TryGetValue(seat.Unit, out var delegates)) return delegates;
        return group.Apportion is { } key && seat.Unit is { } unit ? Apportioned(state, key, unit, at) : group.Count ?? 0;
    }

    /// <summary>All seats of a body, vacant ones too; in one unit where the body exists once per unit.</summary>
    /// <param name="session">The session that meets, whose apportionment holds; null outside one.</param>
    public static int SeatsOfBody(State state, Constitution rules, string bodyId, string? unit, string? session, DateTimeOffset at)
    {
        if (!rules.Bodies.TryGetValue(bodyId, out var body)) return 0;
        return body.Seats.Values.Sum(g => SeatsOfGroup(state, rules, body, g, unit, session, at));
    }

    private static int SeatsOfGroup(State state, Constitution rules, Body body, SeatGroup group, string? unit, string? session, DateTimeOffset at)
    {
        if (group.Apportion is not { } key) return group.Count is { } each ? each * Times(state, body, group, unit, at) : 0;
        if (group.Count is { } all) return all;
        if (session is not null && state.Sessions.Find(session) is { Delegates.IsEmpty: false } s && s.Body == body.Id) return s.Delegates.Values.Sum();
        return state.Roll.UnitsOf(key.Per.Id, Calendar.Day(at)).Sum(u => Apportioned(state, key, u.Id, at));
    }

    /// <summary>A group that exists once per unit, in a body that does not: once for each unit.</summary>
    private static int Times(State state, Body body, SeatGroup group, string? unit, DateTimeOffset at) =>
        unit is null && body.Per is null && group.Per is { } per ? Math.Max(1, state.Roll.UnitsOf(per.Id, Calendar.Day(at)).Count()) : 1;

    private static int Apportioned(State state, Apportion key, string unit, DateTimeOffset at)
    {
        if (key.Equal is { } equal) return equal;
        if (key.OnePer is not CountOf per || per.Count.Sign <= 0) return key.Min ?? 0;
        var members = state.Roll.CountOn(Calendar.Day(at), unit);
        var share = new Mandate.Tally.Fraction(members) / per.Count;
        var seats = (int)(key.PartCounts ? share.Ceiling() : share.Floor());
        return Math.Clamp(seats, key.Min ?? 0, key.Max ?? int.MaxValue);
    }
}
