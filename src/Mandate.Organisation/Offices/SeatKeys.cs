using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Tally;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Whom a key of seats favours (requirement S235): the smaller half of the units together, their members and their seats. More seats than their share of the members is
/// compensation and allowed; a whole seat less is the reverse.
/// </summary>
/// <param name="Clause">Clause path of the seats.</param>
/// <param name="Members">Members of the smaller half, of <paramref name="OfMembers"/>.</param>
/// <param name="Seats">Seats of the smaller half, of <paramref name="OfSeats"/>.</param>
public sealed record SeatKey(string Body, string Clause, string Kind, long Members, long OfMembers, int Seats, int OfSeats)
{
    /// <summary>Seats beyond the share of the members; less than nothing where they have fewer.</summary>
    public Fraction Beyond => Seats - new Fraction(Members * OfSeats, OfMembers);

    public bool FavoursLarger => Beyond <= -1;

    public bool FavoursSmaller => Beyond >= 1;
}

/// <summary>Keys of seats by units, held against the roll of a day.</summary>
public static class SeatKeys
{
    public static ImmutableArray<SeatKey> Of(State state, Constitution rules, DateOnly day) =>
    [
        .. rules.Bodies.Values.SelectMany(body => body.Seats.Values.Where(g => g.Apportion is not null).Select(group => Of(state, body, group, day))).OfType<SeatKey>(),
    ];

    /// <summary>The key that would favour the larger units, and more than now; null where none would.</summary>
    public static SeatKey? Reversed(State state, Constitution before, Constitution after, DateOnly day)
    {
        var now = Of(state, before, day).ToDictionary(k => k.Clause, k => k.Beyond, StringComparer.Ordinal);
        return Of(state, after, day).FirstOrDefault(k => k.FavoursLarger && (!now.TryGetValue(k.Clause, out var was) || k.Beyond < was));
    }

    private static SeatKey? Of(State state, Body body, SeatGroup group, DateOnly day)
    {
        var kind = group.Apportion!.Per.Id;
        var units = state.Roll.UnitsOf(kind, day).Select(u => new UnitSize(u.Id, state.Roll.CountOn(day, u.Id))).Where(u => u.Members > 0).OrderBy(u => u.Members).ThenBy(u => u.Unit, StringComparer.Ordinal).ToList();
        if (units.Count < 2) return null;
        var seats = Delegates.Of(group, units);
        var smaller = units.Take(units.Count / 2).Select(u => u.Unit).ToHashSet(StringComparer.Ordinal);
        var small = seats.Units.Where(u => smaller.Contains(u.Unit)).ToList();
        return seats.Total == 0 ? null : new(body.Id, group.Clause.Path, kind, small.Sum(u => u.Members), units.Sum(u => u.Members), small.Sum(u => u.Seats), seats.Total);
    }
}
