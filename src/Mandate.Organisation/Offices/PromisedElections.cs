using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Offices;

/// <summary>A holder of a place promises that an elective place will be filled by election by a day (requirement S008). The promise is a task with its day.</summary>
[WireName("offices.promise-election")]
public sealed record PromiseElection(string Id, Seat Seat, DateOnly By) : OfficesCommand;

[WireName("offices.election-promised")]
public sealed record ElectionPromised(string Id, Seat Seat, DateOnly By) : OfficesEvent;

public sealed record ElectionPromise(string Id, Seat Seat, DateOnly By, string Person, DateTimeOffset At);

/// <summary>An elective place held by somebody whom nobody elected to it.</summary>
/// <param name="Appointer">Who appointed; null where the record names nobody.</param>
/// <param name="Due">The earliest promise that waits, else the last day of the appointment; null where neither is there.</param>
public sealed record AppointedPost(Tenure Tenure, string? Appointer, DateOnly? Due, string? Promise);

/// <summary>Elections of one month: terms that ended, elections that were promised for it, and those that were held.</summary>
/// <param name="Kept">Of the promises, those that an election has kept by their day.</param>
public sealed record ElectionMonth(DateOnly Month, int Due, int Promised, int Kept, int Held);

/// <summary>Promised and due against held: nothing has to be written for a promise to be found broken.</summary>
public static class PromisedElections
{
    private const int MostDays = 366;

    /// <summary>The election that kept the promise; null while there is none.</summary>
    public static DateOnly? KeptOn(State state, ElectionPromise promise) => Held(state).Where(h => h.Seat.Of == promise.Seat.Of && h.Seat.Unit == promise.Seat.Unit && h.At >= promise.At).Select(h => (DateOnly?)Calendar.Day(h.At)).Min();

    /// <summary>Elective places held by appointment, co-option or by somebody acting, those held longest first.</summary>
    public static IEnumerable<AppointedPost> Appointed(State state, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        var open = state.Offices.Promises.Values.Where(p => KeptOn(state, p) is null).OrderBy(p => p.By).ThenBy(p => p.Id, StringComparer.Ordinal).ToLookup(p => (p.Seat.Of, p.Seat.Unit));
        return state.Offices.Tenures.Values.Where(t => t.Session is null && t.HeldAt(at) && t.Basis.Kind is BasisKind.Appointment or BasisKind.CoOption or BasisKind.Acting && Seating.SelectOf(rules, t.Seat) is Elect)
            .OrderBy(t => t.From).ThenBy(t => t.Id, StringComparer.Ordinal)
            .Select(t => open[(t.Seat.Of, t.Seat.Unit)].FirstOrDefault() is { } promise ? new AppointedPost(t, t.Basis.By, promise.By, promise.Id) : new AppointedPost(t, t.Basis.By, t.Until, null));
    }

    /// <summary>The twelve months up to that of the day, oldest first.</summary>
    public static ImmutableArray<ElectionMonth> ByMonth(State state, DateTimeOffset at)
    {
        var rules = state.Statutes.At(at);
        static DateOnly First(DateOnly day) => new(day.Year, day.Month, 1);
        var today = Calendar.Day(at);
        var due = state.Offices.Tenures.Values.Where(t => t is { Session: null, Until: not null } && t.Until <= today && Seating.SelectOf(rules, t.Seat) is Elect).Select(t => (t.Seat, t.Until!.Value)).Distinct().CountBy(t => First(t.Value)).ToDictionary();
        var promised = state.Offices.Promises.Values.ToLookup(p => First(p.By));
        var held = Held(state).CountBy(h => First(Calendar.Day(h.At))).ToDictionary();
        return
        [
            .. Enumerable.Range(0, 12).Select(n => First(today).AddMonths(n - 11)).Select(m => new ElectionMonth(
                m, due.GetValueOrDefault(m), promised[m].Count(), promised[m].Count(p => KeptOn(state, p) is { } kept && kept <= p.By), held.GetValueOrDefault(m))),
        ];
    }

    internal static Decision Promise(State state, Act act, PromiseElection c)
    {
        var rules = state.Statutes.At(act.At);
        if (c.Id.Length == 0) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Promises.ContainsKey(c.Id)) return ProtocolRefusals.Taken("promise", c.Id);
        if (Seating.SelectOf(rules, c.Seat) is not { } select || c.Seat.Unit is { } unit && state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("place", c.Seat.Place);
        var clause = Seating.ClauseOf(rules, c.Seat);
        if (select is not Elect) return OfficesRefusals.NotElective(clause, c.Seat.Place);
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(clause, "office", act.By);
        return c.By < act.Day || c.By > act.Day.AddDays(MostDays) ? OfficesRefusals.PromisedTooFar(clause, act.Day.AddDays(MostDays), c.By) : Decision.Accept(clause, new ElectionPromised(c.Id, c.Seat, c.By));
    }

    private static IEnumerable<(Seat Seat, DateTimeOffset At)> Held(State state) => state.Votes.All.Values.Where(v => v is { Place: not null, Outcome: not null, ReplacedBy: null }).Select(v => (v.Place!, v.Outcome!.At));
}
