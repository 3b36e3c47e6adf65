using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Tally.Sortition;

namespace Mandate.Organisation.Offices;

/// <summary>
/// Places drawn by lot. Pool and seed procedure are published while nobody can know the seed; the draw follows from both and
/// anybody repeats it.
/// </summary>
public static class Lots
{
    /// <summary>
    /// Draws so many from the pool. The pool is put in order of id; draw by draw the next number is SHA-256 of the UTF-8 of
    /// <c>SEED "\n" n</c> for n = 1, 2, 3, ..., read as a whole number with the most significant byte first. Numbers at or above
    /// the greatest multiple of the number of those left are passed over, so that all have the same chance; the rest modulo that
    /// number is the place of the one drawn.
    /// </summary>
    public static ImmutableArray<string> Draw(IEnumerable<string> pool, string seed, int seats) =>
        new SeedNumbers(seed).Draw(pool.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal), seats);

    /// <summary>The places of a constitution that are filled by lot.</summary>
    public static IEnumerable<Seat> Places(Constitution rules) =>
        rules.Bodies.Values.SelectMany(b => b.Seats.Where(g => g.Value.By is Lot).Select(g => new Seat(b.Id, g.Key.Length > 0 ? g.Key : null)))
            .Concat(rules.Offices.Values.Where(o => o.By is Lot).Select(o => new Seat(o.Id))).OrderBy(s => s.Place, StringComparer.Ordinal);

    internal static Decision Open(State state, Act act, OpenDraw c)
    {
        if (string.IsNullOrWhiteSpace(c.Id)) return ProtocolRefusals.Malformed("id", "an id", c.Id);
        if (state.Offices.Draws.ContainsKey(c.Id)) return ProtocolRefusals.Taken("draw", c.Id);
        var rules = state.Statutes.At(act.At);
        if (!Offices.Places.Exists(rules, c.Seat)) return OfficesRefusals.NoSuchPlace(c.Seat);
        if (Seating.SelectOf(rules, c.Seat) is not Lot lot) return OfficesRefusals.OtherWay(Seating.ClauseOf(rules, c.Seat), Appointments.Way(Seating.SelectOf(rules, c.Seat)));
        if (Conducts(state, act, rules, lot) is { } notYours) return notYours;
        if (string.IsNullOrWhiteSpace(c.SeedProcedure)) return ProtocolRefusals.Malformed("seedProcedure", "which public figures make the seed", c.SeedProcedure);
        if (c.PoolCloses < act.Day) return ProtocolRefusals.Malformed("poolCloses", "today or later", c.PoolCloses);
        if (c.SeedDue < Calendar.Start(c.PoolCloses.AddDays(1))) return OfficesRefusals.SeedBeforePool(c.PoolCloses, c.SeedDue);
        var openings = Mandates.Openings(state, c.Seat, session: null, act.At);
        if (openings.IsEmpty)
            return OfficesRefusals.NoVacancy(lot.Clause.Path, Seating.SeatsOf(state, rules, c.Seat, null, act.At), Mandates.NextOpening(state, c.Seat, act.At));
        return Decision.Accept(lot.Clause.Path, new DrawOpened(c.Id, c.Seat, openings.Length, c.SeedProcedure, c.PoolCloses, c.SeedDue));
    }

    internal static Decision Volunteer(State state, Act act, Volunteer c)
    {
        if (Running(state, act, c.Draw, out var draw, out var lot) is { } refusal) return refusal;
        if (act.Day > draw.PoolCloses) return OfficesRefusals.PoolClosed(draw.PoolCloses);
        if (draw.Pool.Contains(act.By, StringComparer.Ordinal)) return OfficesRefusals.AlreadySigned(c.Draw);
        if (!InPool(state, lot, act.By, act.At)) return ProtocolRefusals.NotYours(lot.Clause.Path, lot.Pool.Id, act.By);
        if (Qualification.Of(state, act.By, draw.Seat, act.At) is { } unfit) return unfit;
        return Decision.Accept(lot.Clause.Path, new Volunteered(c.Draw, act.By));
    }

    internal static Decision Withdraw(State state, Act act, WithdrawVolunteer c)
    {
        if (Running(state, act, c.Draw, out var draw, out var lot) is { } refusal) return refusal;
        if (act.Day > draw.PoolCloses) return OfficesRefusals.PoolClosed(draw.PoolCloses);
        return draw.Pool.Contains(act.By, StringComparer.Ordinal)
            ? Decision.Accept(lot.Clause.Path, new VolunteerWithdrew(c.Draw, act.By))
            : ProtocolRefusals.Unknown("volunteer", act.By);
    }

    internal static Decision Draw(State state, Act act, DrawLots c)
    {
        if (Running(state, act, c.Draw, out var draw, out var lot) is { } refusal) return refusal;
        if (Conducts(state, act, state.Statutes.At(act.At), lot) is { } notYours) return notYours;
        if (act.At < draw.SeedDue) return OfficesRefusals.SeedTooEarly(draw.SeedDue);
        if (string.IsNullOrWhiteSpace(c.Seed)) return ProtocolRefusals.Malformed("seed", "the public figures, written as the procedure says", c.Seed);
        var willing = lot.Volunteers ? draw.Pool : [.. All(state, lot, act.At)];
        ImmutableArray<string> pool = [.. willing.Where(p => Qualification.Of(state, p, draw.Seat, act.At) is null).Order(StringComparer.Ordinal)];
        if (pool.IsEmpty) return OfficesRefusals.PoolTooSmall(lot.Clause.Path, draw.Seats, 0);
        ImmutableArray<LotChance>? chances = null;
        ImmutableArray<string> drawn;
        if (LotPanels.Asked(lot))
        {
            var sitting = Mandates.Staying(state, draw.Seat, act.At).ToList();
            var answer = LotterySolver.Solve(LotPanels.PoolOf(state, lot, pool, sitting, draw.Seats, act.Day));
            if (answer.Lottery is not { } lottery) return LotPanels.Unmet(state, lot, answer, draw.Seats, pool.Length);
            (drawn, chances) = (PanelDraw.Draw(lottery, c.Seed), LotPanels.Chances(lottery));
        }
        else
        {
            drawn = Draw(pool, c.Seed, draw.Seats);
        }
        return Decision.Accept(lot.Clause.Path,
            [new LotsDrawn(c.Draw, c.Seed, pool, drawn, chances), .. Mandates.Begin(state, draw.Seat, session: null, drawn, new Basis(BasisKind.Lot, c.Draw), c.Draw, act.At)]);
    }

    private static Refusal? Running(State state, Act act, string id, out Draw draw, out Lot lot)
    {
        lot = null!;
        if (!state.Offices.Draws.TryGetValue(id, out draw!)) return ProtocolRefusals.Unknown("draw", id);
        if (draw.Seed is not null) return OfficesRefusals.AlreadyDone(id);
        var rules = state.Statutes.At(act.At);
        if (Seating.SelectOf(rules, draw.Seat) is not Lot found) return OfficesRefusals.OtherWay(Seating.ClauseOf(rules, draw.Seat), Appointments.Way(Seating.SelectOf(rules, draw.Seat)));
        lot = found;
        return null;
    }

    /// <summary>The keeper of the register from which is drawn; any member where nobody keeps it at that time, so that the draw cannot be withheld.</summary>
    private static Refusal? Conducts(State state, Act act, Constitution rules, Lot lot)
    {
        if (rules.Electorates.GetValueOrDefault(lot.Pool.Id) is not { } electorate) return Authority.Serves(state, act, lot.Pool, lot.Clause.Path);
        var keeper = electorate.Register.KeptBy;
        return state.Offices.Holders(keeper.Id, act.At).Any()
            ? Authority.Serves(state, act, keeper, electorate.Register.Clause.Path)
            : state.Roll.Member(act.By) is { InGoodStanding: true } ? null : ProtocolRefusals.NotYours(electorate.Register.Clause.Path, electorate.Id, act.By);
    }

    private static IEnumerable<string> All(State state, Lot lot, DateTimeOffset at) => lot.Pool.Kind == RefKind.Electorate
        ? state.Roll.Members.Values.Where(m => m.InGoodStanding).Select(m => m.Id)
        : state.Offices.Holders(lot.Pool.Id, at).Select(t => t.Person);

    private static bool InPool(State state, Lot lot, string person, DateTimeOffset at) => lot.Pool.Kind == RefKind.Electorate
        ? state.Roll.Member(person) is { InGoodStanding: true }
        : state.Offices.Holds(person, lot.Pool.Id, at);
}
