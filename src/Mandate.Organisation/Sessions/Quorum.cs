using Mandate.Constitutions;
using Seating = Mandate.Organisation.Offices.Seating;

namespace Mandate.Organisation.Sessions;

/// <summary>Quorum at the opening and at each vote: live, from those who are present and have a vote.</summary>
public static class Quorum
{
    public static QuorumFigures AtOpening(State state, Session session, DateTimeOffset at)
    {
        var clause = ClauseOf(state, session, at);
        return Of(state, session, at, clause?.Opening ?? clause?.EachVote);
    }

    public static QuorumFigures AtVote(State state, Session session, DateTimeOffset at) => Of(state, session, at, ClauseOf(state, session, at)?.EachVote);

    /// <summary>The figures of any quantity, against those present in the session.</summary>
    public static QuorumFigures Of(State state, Session session, DateTimeOffset at, Quantity? quantity)
    {
        var present = Entitlement.Present(state, session, at).Count();
        if (quantity is null) return new QuorumFigures(0, present, Seating.SeatsOfSession(state, session, at), "", "");
        var of = quantity.Basis is Basis.Units ? Bases.Of(state, quantity, session.Unit, at) : Seating.SeatsOfSession(state, session, at);
        if (quantity.Basis == Basis.Members) of = state.Roll.CountOn(DateOnly.FromDateTime(at.UtcDateTime), session.Unit);
        var given = quantity.Basis == Basis.Units ? UnitsPresent(state, session, at, Bases.KindOf(state.Statutes.At(at), quantity)) : present;
        return new QuorumFigures((int)Constitutions.Rules.Quantities.NeededOf(quantity, of), given, of, quantity.Clause.Path, quantity.Text);
    }

    private static Constitutions.Quorum? ClauseOf(State state, Session session, DateTimeOffset at) =>
        state.Statutes.At(at).Bodies.GetValueOrDefault(session.Body)?.Quorum;

    /// <summary>How many units of a kind have somebody present: the unit of the seat, or of the member.</summary>
    private static int UnitsPresent(State state, Session session, DateTimeOffset at, string kind) =>
        Entitlement.Present(state, session, at)
            .Select(p => Entitlement.TenureOf(state, session, p, at)?.Seat.Unit ?? state.Roll.Member(p)?.Unit)
            .Select(u => UnitOfKind(state, u, kind)).Where(u => u is not null).Distinct(StringComparer.Ordinal).Count();

    private static string? UnitOfKind(State state, string? unit, string kind)
    {
        for (var u = unit; u is not null; u = state.Roll.Unit(u)?.Within)
            if (state.Roll.Unit(u)?.Kind == kind) return u;
        return null;
    }
}
