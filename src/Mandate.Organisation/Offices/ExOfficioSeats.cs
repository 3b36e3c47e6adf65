using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Seats that whoever holds an office (or sits on a body) has with it. Nobody gives them and nobody can resign them: they follow
/// from the mandate and the constitution, begin and end with both, and are made by the fold alone.
/// </summary>
public static class ExOfficioSeats
{
    /// <summary>The seats that a place brings with it.</summary>
    public static IEnumerable<Seat> Brings(Constitution rules, Seat seat) =>
        from body in rules.Bodies.Values
        from grouped in body.Seats.Values
        where grouped.By is ExOfficio { Office: var office } && (office.Id == seat.Of || office.Id == seat.Place) && body.Id != seat.Of
        select new Seat(body.Id, grouped.Name.Length == 0 ? null : grouped.Name, BodyShape.UnitKindOf(rules, body) is null && grouped.Per is null ? null : seat.Unit);

    /// <summary>The mandates with those that follow from these ones renewed.</summary>
    internal static OfficesState Renew(OfficesState state, StatutesState statutes, IEnumerable<string> tenures)
    {
        foreach (var id in tenures)
            foreach (var derived in Of(statutes, state.Tenures[id]))
                state = Put(state, derived);
        return state;
    }

    /// <summary>All mandates again: the constitution has changed.</summary>
    internal static OfficesState Renew(OfficesState state, StatutesState statutes) =>
        Renew(state, statutes, [.. state.Tenures.Values.Where(t => t.Basis.Kind != BasisKind.ExOfficio).Select(t => t.Id).Order(StringComparer.Ordinal)]);

    /// <summary>One mandate for each seat and each stretch of time in which the constitution gives it.</summary>
    private static IEnumerable<Tenure> Of(StatutesState statutes, Tenure held)
    {
        if (held.Basis.Kind == BasisKind.ExOfficio) yield break;
        var open = new Dictionary<Seat, DateTimeOffset>();
        var versions = statutes.Versions;
        for (var i = 0; i < versions.Length; i++)
        {
            var given = Brings(versions[i].Rules, held.Seat).ToHashSet();
            foreach (var seat in given) open.TryAdd(seat, versions[i].From);
            foreach (var (seat, from) in open.Where(o => !given.Contains(o.Key)).ToList())
            {
                open.Remove(seat);
                if (Make(held, seat, from, versions[i].From) is { } ended) yield return ended;
            }
        }
        foreach (var (seat, from) in open)
            if (Make(held, seat, from, null) is { } running) yield return running;
    }

    private static Tenure? Make(Tenure held, Seat seat, DateTimeOffset given, DateTimeOffset? taken)
    {
        var from = given > held.From ? given : held.From;
        var byClause = taken < (held.Ended ?? DateTimeOffset.MaxValue);
        if (byClause && taken <= from) return null;
        var id = from == held.From ? $"{held.Id}/as/{seat.Place}" : FormattableString.Invariant($"{held.Id}/as/{seat.Place}/{from:yyyy-MM-dd}");
        var reason = byClause ? "clause-changed" : held.Ended is null ? null : "office-ended";
        return new(id, held.Person, seat, from, held.Until, new Basis(BasisKind.ExOfficio, held.Id), null, byClause ? taken : held.Ended, reason);
    }

    private static OfficesState Put(OfficesState state, Tenure derived)
    {
        // Whoever was removed from the seat itself does not come back because the office goes on.
        if (state.Tenures.TryGetValue(derived.Id, out var before))
            return before.EndReason is "removed" or "recalled" ? state : state with { Tenures = state.Tenures.SetItem(derived.Id, derived) };
        return state with
        {
            Tenures = state.Tenures.SetItem(derived.Id, derived),
            TenuresOfPerson = state.TenuresOfPerson.SetItem(derived.Person, state.TenuresOfPerson.GetValueOrDefault(derived.Person, []).Add(derived.Id)),
            TenuresOfPlace = state.TenuresOfPlace.SetItem(derived.Seat.Of, state.TenuresOfPlace.GetValueOrDefault(derived.Seat.Of, []).Add(derived.Id)),
        };
    }
}
