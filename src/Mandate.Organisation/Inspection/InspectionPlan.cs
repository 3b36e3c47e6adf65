using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;

namespace Mandate.Organisation.Inspection;

/// <summary>When a body or an office is to be inspected next.</summary>
/// <param name="Place">The body or office; <c>region.council@r1</c> where there is one in each unit.</param>
/// <param name="Last">The last inspection that was opened; null where there was none.</param>
/// <param name="Due">By when the next is to be opened: a year after the last, or after its holders began.</param>
public sealed record PlannedInspection(string Place, BodyInspection? Last, DateOnly Due)
{
    public bool OverdueOn(DateOnly day) => Due < day;
}

/// <summary>
/// Every place that somebody holds beyond one meeting is inspected once a year, the inspection itself with them (S193, S195). Who inspects is
/// drawn: from the inspectors whom nothing ties to those inspected, and where fewer than two are left from members without a place.
/// </summary>
public static class InspectionPlan
{
    /// <summary>Months after which a place is to be inspected again, and inspectors drawn for one inspection, where the constitution does not say.</summary>
    private const int EveryMonths = 12, Drawn = 3;

    /// <summary>When a place is inspected again that was inspected on that day (<c>guards.inspected</c>).</summary>
    public static DateOnly After(Constitution rules, DateOnly day) => rules.Guards?.Inspected is { } every ? Constitutions.Rules.Periods.After(day, every) : day.AddMonths(EveryMonths);

    /// <summary>The same in words of the format: <c>12 months</c>.</summary>
    public static string Every(Constitution rules) => rules.Guards?.Inspected?.ToString() ?? FormattableString.Invariant($"{EveryMonths} months");

    /// <summary>Inspectors drawn for one inspection (<c>guards.inspectors</c>).</summary>
    public static int Inspectors(Constitution rules) => rules.Guards?.Inspectors ?? Drawn;

    /// <summary>The plan as of a time, the whole before its units, the longest overdue first.</summary>
    public static ImmutableArray<PlannedInspection> At(State state, DateTimeOffset at)
    {
        if (state.Statutes.Versions.IsEmpty) return [];
        var rules = state.Statutes.At(at);
        var last = state.Inspection.Inspections.Values.GroupBy(i => i.Place, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.MaxBy(i => i.At)!, StringComparer.Ordinal);
        return
        [
            .. state.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(at) && Covers(rules, t.Seat.Of)).GroupBy(t => PlaceOf(rules, t.Seat), StringComparer.Ordinal)
                .Select(g => new PlannedInspection(g.Key, last.GetValueOrDefault(g.Key), DueOf(state, g.Key, last.GetValueOrDefault(g.Key))))
                .OrderBy(p => p.Place.Contains('@', StringComparison.Ordinal)).ThenBy(p => p.Due).ThenBy(p => p.Place, StringComparer.Ordinal),
        ];
    }

    /// <summary>Whether it is a place of the constitution that somebody holds beyond one meeting: members in a meeting, and their delegates, are no apparatus.</summary>
    internal static bool Covers(Constitution rules, string of) => rules.Offices.ContainsKey(of) || rules.Bodies.TryGetValue(of, out var body) && !BodyShape.IsAssembly(body) && !BodyShape.IsDelegated(body);

    /// <summary>The day from which anybody opens the next inspection.</summary>
    internal static DateOnly DueOf(State state, string place, BodyInspection? last)
    {
        var rules = state.Statutes.At(state.At);
        if (last is not null) return After(rules, Calendar.Day(last.At));
        var first = state.Offices.TenuresOfPlace.GetValueOrDefault(Split(place).Of, []).Select(id => state.Offices.Tenures[id].From).DefaultIfEmpty(state.Founding.ClosedAt ?? state.At).Min();
        return After(rules, Calendar.Day(first));
    }

    internal static (string Of, string? Unit) Split(string place) => place.Split('@', 2) is [var of, var unit] ? (of, unit) : (place, null);

    /// <summary>Those inspected.</summary>
    public static ImmutableArray<string> Inspected(State state, string place, DateTimeOffset at)
    {
        var (of, unit) = Split(place);
        return [.. state.Offices.Holders(of, at, unit).Where(t => t.Session is null).Select(t => t.Person).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    /// <summary>From whom the inspectors of a place are drawn.</summary>
    public static ImmutableArray<string> Pool(State state, string place, DateTimeOffset at)
    {
        var inspected = Inspected(state, place, at);
        bool Free(string person) => Readers.TieOf(state, inspected, person, at, at) is null;
        ImmutableArray<string> inspectors = [.. Readers.Inspectors(state, at).Where(Free).Order(StringComparer.Ordinal)];
        return inspectors.Length > 1 ? inspectors : [.. state.Roll.Members.Values.Where(m => m.InGoodStanding && !state.Offices.HeldBy(m.Id, at).Any() && Free(m.Id)).Select(m => m.Id).Order(StringComparer.Ordinal)];
    }

    /// <summary>A seat of a body of the whole is of that body, whatever unit fills it.</summary>
    private static string PlaceOf(Constitution rules, Seat seat)
    {
        var perUnit = rules.Offices.TryGetValue(seat.Of, out var office) ? office.Per is not null : BodyShape.UnitKindOf(rules, rules.Bodies[seat.Of]) is not null;
        return Authority.NameOf(seat.Of, perUnit ? seat.Unit : null);
    }
}
