using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>Mandates begin with a ground and end by their date, by an act or with the session they are for.</summary>
internal static class Mandates
{
    /// <summary>How long before the end of a term the next holder can be chosen; they take up the place the day after it.</summary>
    private const int ChosenAheadDays = 92;

    /// <summary>A seat to be filled: from when, and whose provisional mandate gives way.</summary>
    public sealed record Opening(DateTimeOffset From, Tenure? GivesWay);

    /// <summary>
    /// The seats of a place that can be filled at that time, soonest first: vacant ones; those held provisionally (by the
    /// founders' naming, acting, or by an election that is held again), which give way at once; those whose term ends soon, from the day after.
    /// </summary>
    public static ImmutableArray<Opening> Openings(State state, Seat seat, string? session, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var seats = Seating.SeatsOf(state, rules, seat, session, at);
        var soon = Calendar.Day(at).AddDays(ChosenAheadDays);
        // A successor who has been chosen and not begun yet holds the seat too.
        var held = state.Offices.TenuresOfPlace.GetValueOrDefault(seat.Of, [])
            .Select(id => state.Offices.Tenures[id])
            .Where(t => t.Seat == seat && t.Session == session && t.Ended is null && (t.Until is null || t.Until >= Calendar.Day(at)))
            .OrderBy(t => t.From).ThenBy(t => t.Id, StringComparer.Ordinal).ToList();
        var provisional = held.Where(GivesWay).ToList();
        var firm = held.Except(provisional).ToList();
        var begun = firm.Where(t => t.From <= at).ToList();
        var ending = begun.Where(t => t.Until is { } until && until <= soon).OrderBy(t => t.Until).Skip(firm.Count - begun.Count).ToList();
        var vacant = Math.Max(0, seats - begun.Count);
        return
        [
            .. Enumerable.Range(0, vacant).Select(i => new Opening(at, provisional.ElementAtOrDefault(i))),
            .. ending.Take(seats - Math.Min(seats, vacant)).Select(t => new Opening(Calendar.Start(t.Until!.Value.AddDays(1)), null)),
        ];
    }

    /// <summary>Held until somebody is elected: named by the founders, acting, or elected in an election that is held again.</summary>
    private static bool GivesWay(Tenure tenure) => tenure.Basis.Kind is BasisKind.Founding or BasisKind.Acting || tenure.AgainBy is not null;

    /// <summary>Those who go on in the place whatever is filled now: no provisional mandate, and no term that ends soon.</summary>
    public static IEnumerable<string> Staying(State state, Seat seat, DateTimeOffset at) => state.Offices.Holders(seat.Of, at, seat.Unit)
        .Where(t => t.Seat == seat && !GivesWay(t) && (t.Until is null || t.Until > Calendar.Day(at).AddDays(ChosenAheadDays))).Select(t => t.Person);

    /// <summary>The earliest time at which a seat of the place can be filled; null where no date is known.</summary>
    public static DateTimeOffset? NextOpening(State state, Seat seat, DateTimeOffset at) => state.Offices.Holders(seat.Of, at, seat.Unit)
        .Where(t => t.Seat == seat && t.Until is not null)
        .Select(t => (DateTimeOffset?)Calendar.Start(t.Until!.Value.AddDays(-ChosenAheadDays))).Min();

    /// <summary>The mandates of those chosen, in their order, and the end of the provisional ones that give way.</summary>
    public static IEnumerable<Event> Begin(State state, Seat seat, string? session, IReadOnlyList<string> persons, Basis basis, string idPrefix, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var openings = Openings(state, seat, session, at);
        var seats = Seating.SeatsOf(state, rules, seat, session, at);
        for (var i = 0; i < persons.Count && i < openings.Length; i++)
        {
            var opening = openings[i];
            if (opening.GivesWay is { } old) yield return new TenureEnded(old.Id, "replaced");
            var until = session is not null ? null : LastDay(rules, seat, opening.From, i, whole: persons.Count == seats && openings.Length == seats);
            // What is taken under an exception ends with it.
            if (PlaceExceptions.Of(state, persons[i], seat.Of, Calendar.Day(at)) is { } exception && (until is null || exception.Until < until)) until = exception.Until;
            yield return new TenureBegan($"{idPrefix}/{persons[i]}", persons[i], seat, opening.From, until, basis, session);
        }
    }

    /// <summary>
    /// Last day of a term that begins then. Where a whole body is filled at once and its terms are staggered, those elected first
    /// serve the whole term and the later parts a half, or two thirds and one third, of it.
    /// </summary>
    public static DateOnly? LastDay(Constitution rules, Seat seat, DateTimeOffset from, int place = 0, bool whole = false)
    {
        if (Seating.TermOf(rules, seat) is not { } term) return null;
        var parts = whole ? term.Staggered switch { Stagger.Halves => 2, Stagger.Thirds => 3, _ => 1 } : 1;
        var first = Calendar.Day(from);
        if (parts == 1) return Terms.LastDay(term, first);
        var seats = Seating.GroupOf(rules, seat)?.Count ?? parts;
        var part = parts - Math.Min(place * parts / Math.Max(seats, 1), parts - 1);
        var days = Periods.After(first, term.Length).DayNumber - first.DayNumber;
        return first.AddDays(days * part / parts).AddDays(-1);
    }

    public static Decision Resign(State state, Act act, Resign c)
    {
        if (!state.Offices.Tenures.TryGetValue(c.Tenure, out var tenure)) return ProtocolRefusals.Unknown("tenure", c.Tenure);
        if (tenure.Person != act.By) return ProtocolRefusals.NotYours("", tenure.Person, act.By);
        if (tenure.Basis.Kind == BasisKind.ExOfficio) return OfficesRefusals.GoesWithOffice(Seating.ClauseOf(state.Statutes.At(act.At), tenure.Seat), tenure.Basis.Reference);
        if (!tenure.HeldAt(act.At)) return OfficesRefusals.NotInOffice(c.Tenure);
        return Decision.Accept(Seating.ClauseOf(state.Statutes.At(act.At), tenure.Seat), new TenureEnded(c.Tenure, "resigned"));
    }
}
