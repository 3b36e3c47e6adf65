using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Tally;

namespace Mandate.Organisation.Federation;

/// <summary>Funds and persons on the day on which a unit leaves: each figure follows from the roll and the books, so that whoever carries it out decides nothing.</summary>
public static class SeparationDivision
{
    /// <summary>
    /// What goes with the unit of each fund: its own whole; of the others, where the clause divides them, as large a part as those who go are of all members, of what
    /// is there and not owed to somebody else. What is left over stays.
    /// </summary>
    public static ImmutableArray<DividedFund> Of(State state, Separation separation)
    {
        var (books, going, all) = (state.Accounts, Separations.Going(state, separation).Length, state.Roll.Members.Values.Count(m => m.Counts));
        var lines = ImmutableArray.CreateBuilder<DividedFund>();
        foreach (var fund in books.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
        {
            var own = fund.Unit is { } unit && state.Roll.LiesIn(unit, separation.Unit);
            if (!own && (fund.Unit is not null || separation.Funds == DividedFunds.OwnOnly)) continue;
            var there = Math.Max(0, books.BalanceOfFund(fund.Id) - books.WaitingOf(fund.Id) - (own ? 0 : books.Commitments.Values.Where(c => c.From == Party.Fund(fund.Id)).Sum(c => books.OpenOf(c))));
            var amount = own ? there : all == 0 ? 0 : (long)(new Fraction(there) * going / all).Floor();
            if (amount > 0) lines.Add(new(fund.Id, own, there, amount));
        }
        return lines.ToImmutable();
    }

    internal static Decision CarryOut(State state, Act act, CarryOutSeparation c)
    {
        if (Separations.Open(state, c.Separation, out var separation) is { } over) return over;
        var clause = SeparationClause.Of(state.Statutes.At(act.At))?.Clause ?? "";
        if (state.Roll.Member(act.By) is not { Counts: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (act.Day < separation.On) return FederationRefusals.SeparationEarly(clause, separation.On);
        var going = Separations.Going(state, separation);
        var staying = Separations.MembersOf(state, separation.Unit).Except(going, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var units = state.Roll.Units.Values.Where(u => u.Until is null && state.Roll.LiesIn(u.Id, separation.Unit)).OrderBy(u => u.Id, StringComparer.Ordinal).ToList();
        var events = ImmutableArray.CreateBuilder<Event>();
        events.Add(new FundsDivided(separation.Id, separation.Name, Of(state, separation), separation.Text, act.Day.AddDays(2 * BookRules.DueDays)));
        foreach (var person in going)
        {
            events.Add(new StatusChanged(person, MemberStatus.Left, separation.Id));
            events.AddRange(state.Offices.HeldBy(person, act.At).Select(t => new TenureEnded(t.Id, "left")));
        }
        foreach (var person in staying.Order(StringComparer.Ordinal))
        {
            if (separation.Staying.TryGetValue(person, out var to) && state.Roll.Unit(to) is { Until: null }) events.Add(new Transferred(person, to));
            events.AddRange(state.Offices.HeldBy(person, act.At).Where(t => t.Seat.Unit is { } seat && state.Roll.LiesIn(seat, separation.Unit)).Select(t => new TenureEnded(t.Id, "left")));
        }
        events.AddRange(units.Select(u => new UnitDissolved(u.Id, act.Day, separation.Id)));
        events.Add(new Separated(separation.Id, going, state.Roll.Members.Values.Count(m => m.Counts)));
        return Decision.Accept(clause, [.. events]);
    }
}
