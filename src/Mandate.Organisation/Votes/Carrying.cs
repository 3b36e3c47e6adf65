using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Votes;

/// <summary>
/// How many votes each delegate carries where the clause <c>votes</c> of the body says so. A unit's votes are shared among those who
/// are accredited for it, here or not: what somebody carries does not grow because a neighbour has gone out.
/// </summary>
public static class Carrying
{
    /// <summary>The votes as they would be shared out now; null where everybody has one.</summary>
    public static Shares? Of(State state, Session session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        if (rules.Bodies.GetValueOrDefault(session.Body)?.Votes is not { } clause) return null;
        var voters = Entitlement.Voters(state, session, at).ToLookup(p => UnitOf(state, clause, Entitlement.TenureOf(state, session, p, at)?.Seat.Unit), StringComparer.Ordinal);
        return new(clause.Cast, [.. voters.OrderBy(v => v.Key, StringComparer.Ordinal).Select(v => new UnitShare(v.Key, v.Key is null ? v.Count() : VotesOf(state, session, clause, v.Key, v.Count()), [.. v]))]);
    }

    /// <summary>As <see cref="Of"/> for a vote: those of its opening, else as they are now.</summary>
    public static Shares? In(State state, Vote vote, DateTimeOffset at) =>
        vote.Shares ?? (vote.OpenedAt is null && vote.Session is { } id && state.Sessions.Find(id) is { } session && !Electors.ByRegister(state, vote, at) ? Of(state, session, at) : null);

    /// <summary>The votes of all units of the body, also of those of which nobody is accredited.</summary>
    public static int Total(State state, Session session, Shares shares, DateTimeOffset at)
    {
        if (state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Votes is not { Key: { } key } clause) return Seating.SeatsOfSession(state, session, at);
        var without = state.Roll.UnitsOf(key.Per.Id, session.CountDate).Where(u => !shares.Units.Any(s => s.Unit == u.Id)).Sum(u => VotesOf(state, session, clause, u.Id, 0));
        return shares.Total + without;
    }

    private static int VotesOf(State state, Session session, Constitutions.CarriedVotes clause, string unit, int accredited) => clause.Key is { } key
        ? Delegates.OfUnit(key, state.Roll.CountOn(session.CountDate, unit), () => state.Roll.CountOn(session.CountDate)) ?? accredited
        : session.Delegates.TryGetValue(unit, out var seats) ? seats : accredited;

    /// <summary>The unit of the seat, or that of the kind whose votes they are in which it lies.</summary>
    private static string? UnitOf(State state, Constitutions.CarriedVotes clause, string? unit)
    {
        if (clause.Key is not { } key) return unit;
        for (var at = unit; at is not null; at = state.Roll.Unit(at)?.Within)
            if (state.Roll.Unit(at)?.Kind == key.Per.Id) return at;
        return null;
    }
}
