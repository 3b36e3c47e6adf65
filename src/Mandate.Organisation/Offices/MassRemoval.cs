using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

/// <summary>
/// After a large share of a place was removed in a short time, further removals from it wait for a congress or for the members (S339). Recalls by
/// those who elected are votes of members and never wait; nor does anything else.
/// </summary>
public static class MassRemoval
{
    /// <summary>Those removed from a place in the short time before a moment, and of how many.</summary>
    /// <param name="Until">The last day on which they count together.</param>
    public sealed record Removed(int Count, int Of, DateOnly Until);

    /// <summary>What was removed from a place lately; null where it is no large share, or the place has one seat only.</summary>
    public static Removed? At(State state, Seat seat, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), Calendar.Day(at));
        var limits = GuardLimits.Of(rules, day);
        var since = day.AddDays(-limits.ShortDays);
        var removed = state.Offices.TenuresOfPlace.GetValueOrDefault(seat.Of, []).Select(id => state.Offices.Tenures[id])
            .Where(t => t.Seat.Unit == seat.Unit && t is { EndReason: "removed", Ended: { } ended } && Calendar.Day(ended) >= since).ToList();
        // Of those who held it when the first was removed.
        if (removed.Count == 0) return null;
        var first = removed.Min(t => t.Ended!.Value);
        var of = state.Offices.TenuresOfPlace[seat.Of].Select(id => state.Offices.Tenures[id]).Count(t => t.Seat.Unit == seat.Unit && t.Session is null && (t.HeldAt(first) || t.Ended == first));
        return of > 1 && new Fraction(removed.Count, of) >= limits.LargeShare ? new(removed.Count, of, removed.Min(t => Calendar.Day(t.Ended!.Value)).AddDays(limits.ShortDays)) : null;
    }

    /// <summary>That a removal waits; null where it does not.</summary>
    internal static Refusal? Bars(State state, DateTimeOffset at, string? session, Motion? motion)
    {
        if (motion is not { Class: ClassRule.RemoveOfficer, Target: { } target } || session is null || state.Offices.Tenures.GetValueOrDefault(target) is not { } tenure) return null;
        var rules = state.Statutes.At(at);
        if (state.Sessions.Find(session) is not { } held || rules.Bodies.GetValueOrDefault(held.Body) is not { } body || BodyShape.IsAssembly(body) || BodyShape.IsDelegated(body)) return null;
        return At(state, tenure.Seat, at) is { } many ? OfficesRefusals.RemovalsWait(RemovalClause(rules, tenure.Seat), many.Count, many.Of, many.Until) : null;
    }

    private static string RemovalClause(Constitution rules, Seat seat) => rules.Procedure.ByObject.GetValueOrDefault(ClassRule.RemoveOfficer)?.Clause.Path ?? Seating.ClauseOf(rules, seat);
}
