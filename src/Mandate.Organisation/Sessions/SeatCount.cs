using System.Collections.Immutable;
using System.Numerics;
using Mandate.Constitutions;

namespace Mandate.Organisation.Sessions;

/// <summary>How many seats a body has, vacant ones too, and how delegates are shared out among units.</summary>
public static class SeatCount
{
    /// <summary>All seats of the body that meets. For an assembly of members: its members.</summary>
    public static int Of(State state, Session session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        return rules.Bodies.TryGetValue(session.Body, out var body) ? Of(state, rules, body, session.Unit, at, session) : 0;
    }

    /// <param name="session">The session that delegates are counted for; null for standing seats only.</param>
    public static int Of(State state, Constitution rules, Body body, string? unit, DateTimeOffset at, Session? session = null)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        if (BodyShape.IsAssembly(body)) return state.Roll.CountOn(day, unit);
        return body.Seats.Values.Sum(group => Of(state, rules, body, group, unit, day, at, session));
    }

    private static int Of(State state, Constitution rules, Body body, SeatGroup group, string? unit, DateOnly day, DateTimeOffset at, Session? session)
    {
        if (group.Count is { } count)
            return group.Per is { } per && BodyShape.UnitKindOf(rules, body) is null ? count * state.Roll.UnitsOf(per.Id, day).Count() : count;
        if (group.Apportion is { } key)
            return key.OnePer is not null && session is not null
                ? session.Delegates.Values.Sum()
                : Apportion(state, key, day).Values.Sum();
        return state.Offices.Holders(body.Id, at, unit).Count(t => (t.Seat.Group ?? "") == group.Name);
    }

    /// <summary>Seats per unit under the body's keys, from the members on that day. Units on that day only.</summary>
    public static ImmutableSortedDictionary<string, int> Delegates(State state, Body body, DateOnly countDate)
    {
        var all = ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal);
        foreach (var key in body.Seats.Values.Select(g => g.Apportion).Where(a => a?.OnePer is not null))
            foreach (var (unit, seats) in Apportion(state, key!, countDate)) all = all.SetItem(unit, all.GetValueOrDefault(unit) + seats);
        return all;
    }

    /// <summary>One seat for each so many members (full numbers, or parts too), within least and most; or the same number each.</summary>
    public static ImmutableSortedDictionary<string, int> Apportion(State state, Apportion key, DateOnly countDate)
    {
        var seats = ImmutableSortedDictionary.CreateBuilder<string, int>(StringComparer.Ordinal);
        foreach (var unit in state.Roll.UnitsOf(key.Per.Id, countDate)) seats[unit.Id] = SeatsOf(state.Roll.CountOn(countDate, unit.Id), key);
        return seats.ToImmutable();
    }

    private static int SeatsOf(int members, Apportion key)
    {
        if (key.Equal is { } equal) return equal;
        var exact = key.OnePer switch
        {
            CountOf each => (Tally.Fraction)(BigInteger)members / each.Count,
            _ => (Tally.Fraction)BigInteger.Zero,
        };
        var seats = (int)(key.PartCounts ? exact.Ceiling() : exact.Floor());
        if (key.Min is { } least) seats = Math.Max(seats, least);
        return key.Max is { } most ? Math.Min(seats, most) : seats;
    }
}
