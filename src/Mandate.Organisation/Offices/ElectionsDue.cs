using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;

namespace Mandate.Organisation.Offices;

/// <summary>A place that members or a body elect, whose terms end soon or have ended without anybody elected.</summary>
/// <param name="Seats">Mandates that end on that day, or seats that nobody holds.</param>
/// <param name="Ends">The last day of those terms; rights end with it, at midnight. Null where nobody holds the place.</param>
/// <param name="CallBy">The day by which nominations ought to be open.</param>
/// <param name="Election">The election that runs for it; null while none has been called.</param>
public sealed record ElectionDue(Seat Seat, int Seats, DateOnly? Ends, DateOnly CallBy, string? Election)
{
    public bool OverdueOn(DateOnly day) => Election is null && CallBy < day;
}

/// <summary>The elections that the calendar calls: computed from terms, so that nobody has to remember and nobody can forget.</summary>
public static class ElectionsDue
{
    /// <summary>How long before the end of a term it is shown, and by when nominations ought to be open.</summary>
    private const int ShownDays = 120, CallDays = 60;

    public static ImmutableArray<ElectionDue> Of(State state, DateTimeOffset at)
    {
        var (rules, day) = (state.Statutes.At(at), DateOnly.FromDateTime(at.UtcDateTime));
        var ending = state.Offices.Tenures.Values
            .Where(t => t is { Session: null, Until: not null, AgainBy: null } && t.HeldAt(at) && t.Until.Value.DayNumber - day.DayNumber <= ShownDays && Seating.SelectOf(rules, t.Seat) is Elect)
            .GroupBy(t => (t.Seat, Ends: t.Until!.Value))
            .Where(g => !Succeeded(state, g.Key.Seat, g.Key.Ends, g.Count()))
            .Select(g => new ElectionDue(g.Key.Seat, g.Count(), g.Key.Ends, g.Key.Ends.AddDays(-CallDays), Running(state, g.Key.Seat)));
        var never = rules.Offices.Values.Where(o => o is { By: Elect, Per: null } && !state.Offices.TenuresOfPlace.ContainsKey(o.Id))
            .Select(o => new ElectionDue(new Seat(o.Id), 1, null, day, Running(state, new Seat(o.Id))));
        var again = state.Offices.Tenures.Values.Where(t => t is { Session: null, AgainBy: not null } && t.HeldAt(at)).GroupBy(t => (t.Seat, By: t.AgainBy!.Value))
            .Select(g => new ElectionDue(g.Key.Seat, g.Count(), null, g.Key.By, Running(state, g.Key.Seat)));
        return [.. ending.Concat(never).Concat(again).Concat(Vacant(state, rules, at, day)).OrderBy(e => e.CallBy).ThenBy(e => e.Seat.Place, StringComparer.Ordinal).ThenBy(e => e.Seat.Unit, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Seats that somebody held and that nobody was elected to since. Where the last holder stayed to the end, the election was due before
    /// it; where they left early, when the clause has one called, and for an office of which it says nothing, at once.
    /// </summary>
    private static IEnumerable<ElectionDue> Vacant(State state, Constitution rules, DateTimeOffset at, DateOnly day) => state.Offices.Tenures.Values
        .Where(t => t is { Session: null } && t.Basis.Kind != BasisKind.Acting && Left(t) <= day && !t.HeldAt(at) && Seating.SelectOf(rules, t.Seat) is Elect && Exists(state, t.Seat, day))
        .GroupBy(t => t.Seat)
        .SelectMany(g => g.OrderByDescending(Left).ThenBy(t => t.Id, StringComparer.Ordinal).Take(Mandates.Openings(state, g.Key, session: null, at).Count(o => o.From <= at && o.GivesWay is null or { Basis.Kind: BasisKind.Acting })))
        .Select(t => (t.Seat, CallBy: t.Ended is null ? t.Until!.Value.AddDays(-CallDays) : ByElection(Seating.VacancyOf(rules, t.Seat), t.Ended) ?? (rules.Offices.ContainsKey(t.Seat.Of) ? Left(t) : null)))
        .Where(v => v.CallBy is not null)
        .GroupBy(v => (v.Seat, v.CallBy))
        .Select(g => new ElectionDue(g.Key.Seat, g.Count(), null, g.Key.CallBy!.Value, Running(state, g.Key.Seat)));

    /// <summary>The last day of a mandate that is over; null while it has no end.</summary>
    private static DateOnly? Left(Tenure tenure) => tenure.Ended is { } ended ? Calendar.Day(ended) : tenure.Until;

    private static bool Exists(State state, Seat seat, DateOnly day) => seat.Unit is not { } unit || (state.Roll.Units.GetValueOrDefault(unit) is { } u && (u.Until is null || u.Until >= day));

    /// <summary>By when the clause has a by-election called: <c>fill: by_election, max</c>; after acting, <c>then: by_election</c>; <c>else: {by_election: 90 days}</c>. Null where it calls none.</summary>
    private static DateOnly? ByElection(Vacancy? vacancy, DateTimeOffset? left) => left is not { } since ? null : vacancy switch
    {
        { ElseByElection: { } within } => Periods.After(Calendar.Day(since), within),
        { Max: { } within } when vacancy.Fill == VacancyFill.ByElection || vacancy.Then == VacancyFill.ByElection => Periods.After(Calendar.Day(since), within),
        _ => null,
    };

    /// <summary>Whether as many have been elected already for the time after.</summary>
    private static bool Succeeded(State state, Seat seat, DateOnly ends, int seats) =>
        state.Offices.TenuresOfPlace.GetValueOrDefault(seat.Of, []).Select(id => state.Offices.Tenures[id]).Count(t => t.Seat == seat && t.Ended is null && t.Basis.Kind != BasisKind.Acting && (t.Until is null || t.Until > ends)) >= seats;

    private static string? Running(State state, Seat seat) => state.Votes.All.Values
        .Where(v => v.Place == seat && v.Outcome is null && v.ReplacedBy is null && v.StopReason is null).OrderBy(v => v.Id, StringComparer.Ordinal).Select(v => v.Id).FirstOrDefault();
}
