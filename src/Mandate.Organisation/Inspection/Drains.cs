using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection;

/// <summary>Members of a unit who went to paid posts in a year (S344).</summary>
/// <param name="Went">Whose first paid post or place began in that year.</param>
/// <param name="FromPlaces">Of those: who held a place in a unit within the twelve months before.</param>
/// <param name="Places">Holders of places in that unit at the beginning of the year, or now in the year that runs.</param>
/// <param name="Members">Members of the unit; whoever takes a paid post stays among them, so that its delegates are those of before.</param>
public sealed record Drain(int Year, string Unit, int Went, int FromPlaces, int Places, int Members)
{
    /// <summary>One part in so many of the active that makes a loss to talk about.</summary>
    private const int Part = 5;

    public bool AboveLimit => Places > 0 && FromPlaces * Part > Places;

    /// <summary>Of those who hold a place there.</summary>
    public Fraction? Share => Places > 0 ? new Fraction(FromPlaces, Places) : null;
}

/// <summary>Who went from base work to paid posts, by unit and year. Paid posts are public; ordinary members are in no count but that of their unit.</summary>
public static class Drains
{
    public static ImmutableArray<Drain> Of(State state, DateOnly day)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        return
        [
            .. Began(state, day).GroupBy(b => b.Person, StringComparer.Ordinal).Select(g => (Person: g.Key, On: g.Min(b => b.On)))
                .Where(b => state.Roll.Member(b.Person) is not null).GroupBy(b => (b.On.Year, state.Roll.Member(b.Person)!.Unit))
                .Select(g => Row(state, g.Key.Year, g.Key.Unit, [.. g], day)).OrderByDescending(d => d.Year).ThenByDescending(d => d.Went).ThenBy(d => d.Unit, StringComparer.Ordinal),
        ];
    }

    private static Drain Row(State state, int year, string unit, ImmutableArray<(string Person, DateOnly On)> went, DateOnly day)
    {
        var begin = new DateTimeOffset(year, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var moment = state.Founding.ClosedAt is { } founded && founded > begin ? founded : begin;
        return new(
            year, unit, went.Length, went.Count(w => state.Offices.Career(w.Person).Any(t => t.Seat.Unit is not null && t.Session is null && DateOnly.FromDateTime(t.From.UtcDateTime) < w.On && !(Last(t) < w.On.AddYears(-1)))),
            state.Offices.Tenures.Values.Where(t => t.Seat.Unit == unit && t.Session is null && t.HeldAt(moment)).Select(t => t.Person).Distinct(StringComparer.Ordinal).Count(),
            state.Roll.CountOn(year == day.Year ? day : new DateOnly(year, 12, 31), unit));
    }

    private static DateOnly? Last(Offices.Tenure t) => t.Ended is { } ended ? DateOnly.FromDateTime(ended.UtcDateTime) : t.Until;

    /// <summary>The days on which paid posts and places began.</summary>
    private static IEnumerable<(string Person, DateOnly On)> Began(State state, DateOnly day) =>
        state.Offices.Employments.Values.Where(e => e.Tag == Paid.Tag).Select(e => (e.Person, On: e.From))
            .Concat(state.Offices.Tenures.Values.Where(t => Offices.Places.TagsOf(state.Statutes.At(t.From), t.Seat.Of).Contains(Paid.Tag, StringComparer.Ordinal)).Select(t => (t.Person, On: DateOnly.FromDateTime(t.From.UtcDateTime))))
            .Where(b => b.On <= day);
}
