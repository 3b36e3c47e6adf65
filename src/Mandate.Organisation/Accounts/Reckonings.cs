using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>What a rule makes of one party: the figures that went in, and what came out.</summary>
/// <param name="Party">Who owes, or is owed.</param>
/// <param name="Count">Members, what was delivered, paid in or given.</param>
/// <param name="Base">What it is taken of: receipts of the unit, what is shared out, what is in the fund.</param>
/// <param name="All">The count of all together; nothing for a levy.</param>
/// <param name="Due">The day by which it is paid.</param>
public sealed record ReckonedLine(string Party, long Count, long Base, long All, long Amount, DateOnly Due);

/// <summary>A reckoning on record: rule, last day, lines, and who had it made.</summary>
public sealed record Reckoning(string Rule, DateOnly On, ImmutableArray<ReckonedLine> Lines, string By, DateTimeOffset At);

/// <summary>
/// What is owed by the rules over money. The figures come from the books and the roll up to a day that is over, the formula from the rule, so that
/// whoever reckons decides nothing and any member can make it again (S297).
/// </summary>
public static class Reckonings
{
    /// <summary>What the formula of the rule makes of those figures: whole hundredths, what is left over stays in the fund.</summary>
    public static long Amount(BookRule rule, long count, long of, long all) => (long)(rule.Kind switch
    {
        BookRuleKind.Levy => (new Fraction(rule.Amount) + new Fraction(rule.PerMember) * count + new Fraction(of) * rule.Percent / 100).Floor(),
        BookRuleKind.Shares => System.Numerics.BigInteger.Min(count, Part(count, of, all)),
        _ => Part(count, of, all),
    });

    /// <summary>Whether the lines on record follow from the rule and the figures beside them.</summary>
    public static bool Holds(BookRule rule, Reckoning reckoning) => reckoning.Lines.All(l => l.Amount == Amount(rule, l.Count, l.Base, l.All));

    internal static Decision Decide(State state, Act act, Reckon c)
    {
        if (!state.Accounts.Rules.TryGetValue(c.Rule, out var standing)) return ProtocolRefusals.Unknown("book-rule", c.Rule);
        var (rule, clause) = (standing.Rule, AccountsRules.ClauseOf(state.Statutes.At(act.At)));
        if (rule.Kind is not (BookRuleKind.Levy or BookRuleKind.Pool or BookRuleKind.Shares)) return ProtocolRefusals.WrongStage("book-rule", c.Rule, "one that is reckoned", rule.Kind.ToString());
        if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.On >= act.Day) return AccountsRefusals.DayNotOver(clause, c.On);
        if (state.Accounts.Reckonings.Any(r => r.Rule == rule.Id && r.On >= c.On)) return ProtocolRefusals.WrongStage("book-rule", c.Rule, "not reckoned for that day", "reckoned");
        if (rule.Kind == BookRuleKind.Levy && (c.On < rule.From || rule.Until < c.On || !Ends(rule, c.On))) return AccountsRefusals.NoPeriodEnds(clause, Next(rule, state.Accounts), c.On);
        var lines = Lines(state, rule, c.On);
        return lines.IsEmpty ? AccountsRefusals.NothingToReckon(clause, c.On) : Decision.Accept(clause, new Reckoned(rule.Id, c.On, lines));
    }

    /// <summary>The last day of the first period of a levy that was not reckoned yet.</summary>
    public static DateOnly Next(BookRule levy, AccountsState books)
    {
        var last = books.Reckonings.Where(r => r.Rule == levy.Id).Select(r => (DateOnly?)r.On).Max();
        var next = levy.From;
        for (var i = 1; last >= next; i++) next = levy.From.AddMonths(i * levy.Months);
        return next;
    }

    private static bool Ends(BookRule levy, DateOnly on)
    {
        var end = levy.From;
        for (var i = 1; end < on; i++) end = levy.From.AddMonths(i * levy.Months);
        return end == on;
    }

    /// <summary>The lines of a rule for the time up to that day.</summary>
    internal static ImmutableArray<ReckonedLine> Lines(State state, BookRule rule, DateOnly on) => rule.Kind switch
    {
        BookRuleKind.Levy => Levied(state, rule, on),
        BookRuleKind.Pool => PaidOut(state.Accounts, rule, on),
        BookRuleKind.Shares => Leaving(state, rule, on),
        _ => Returned(state.Accounts, rule, on),
    };

    private static ImmutableArray<ReckonedLine> Levied(State state, BookRule rule, DateOnly on)
    {
        var (own, currency) = (state.Accounts.Funds[rule.Fund!].Unit, state.Accounts.Funds[rule.Fund!].Currency);
        var before = on.AddMonths(-rule.Months);
        return
        [
            // A unit levies for its own fund those within it, and no others.
            .. state.Roll.UnitsOf(rule.Of!, on).Where(unit => own is null || state.Roll.LiesIn(unit.Id, own)).Select(unit =>
            {
                var funds = state.Accounts.Funds.Values.Where(f => f.Unit == unit.Id && f.Currency == currency).Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
                var (members, receipts) = (state.Roll.CountOn(on, unit.Id), rule.Percent == 0 ? 0 : CameIn(state.Accounts, funds, before, on).Sum(b => b.Amount));
                return new ReckonedLine(Party.Unit(unit.Id), members, receipts, 0, Amount(rule, members, receipts, 0), on.AddDays(BookRules.DueDays));
            }).Where(l => l.Amount > 0),
        ];
    }

    private static ImmutableArray<ReckonedLine> PaidOut(AccountsState books, BookRule rule, DateOnly on)
    {
        var before = books.Reckonings.Where(r => r.Rule == rule.Id).Select(r => r.On).DefaultIfEmpty(DateOnly.MinValue).Max();
        var sold = CameIn(books, [rule.Fund!], before, on).Sum(b => b.Amount);
        var delivered = CameIn(books, [rule.Of!], before, on).Where(b => b.Party is not null).GroupBy(b => b.Party!, b => b.Amount, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).ToList();
        var (pot, all) = ((long)(new Fraction(sold) * (100 - rule.Percent) / 100).Floor(), delivered.Sum(d => d.Sum()));
        return [.. delivered.Select(d => Line(rule, Party.Member(d.Key), d.Sum(), pot, all, on.AddDays(BookRules.DueDays))).Where(l => l.Amount > 0)];
    }

    /// <summary>Those who have left and were not reckoned: what they paid in, at most its part of what is there.</summary>
    private static ImmutableArray<ReckonedLine> Leaving(State state, BookRule rule, DateOnly on)
    {
        var done = state.Accounts.Commitments.Values.Where(c => c.Kind == CommitmentKind.Share && c.Basis == rule.Id).Select(c => c.To).ToHashSet(StringComparer.Ordinal);
        var owed = state.Accounts.Commitments.Values.Where(c => c.Kind == CommitmentKind.Share && c.Basis == rule.Id).Sum(c => c.Open);
        var paidIn = CameIn(state.Accounts, [rule.Fund!], DateOnly.MinValue, DateOnly.MaxValue).Where(b => b.Party is not null && !done.Contains(Party.Member(b.Party)))
            .GroupBy(b => b.Party!, b => b.Amount, StringComparer.Ordinal).Select(g => (Person: g.Key, Paid: g.Sum())).OrderBy(p => p.Person, StringComparer.Ordinal).ToList();
        var (there, all) = (Math.Max(0, state.Accounts.BalanceOfFund(rule.Fund!) - owed), paidIn.Sum(p => p.Paid));
        return
        [
            .. paidIn.Select(p => (p.Person, p.Paid, Left: state.Roll.Member(p.Person) is { Counts: false } gone ? gone.Until ?? on : (DateOnly?)null))
                .Where(p => p.Left <= on).Select(p => Line(rule, Party.Member(p.Person), p.Paid, there, all, p.Left!.Value.AddMonths(rule.Months))).Where(l => l.Amount > 0),
        ];
    }

    /// <summary>Gifts of those who are known, each its part of what is left.</summary>
    private static ImmutableArray<ReckonedLine> Returned(AccountsState books, BookRule rule, DateOnly on)
    {
        var received = CameIn(books, [rule.Fund!], DateOnly.MinValue, DateOnly.MaxValue).ToList();
        var (left, all) = (books.BalanceOfFund(rule.Fund!) - books.WaitingOf(rule.Fund!), received.Sum(b => b.Amount));
        return
        [
            .. received.Where(b => b.Giver is not null).GroupBy(b => b.Giver!, b => b.Amount, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => Line(rule, g.Key, g.Sum(), left, all, on.AddDays(2 * BookRules.DueDays))).Where(l => l.Amount > 0),
        ];
    }

    private static ReckonedLine Line(BookRule rule, string party, long count, long of, long all, DateOnly due) => new(party, count, of, all, Amount(rule, count, of, all), due);

    private static System.Numerics.BigInteger Part(long count, long of, long all) => all == 0 ? 0 : (new Fraction(of) * count / all).Floor();

    /// <summary>What came into those funds from outside them after one day and up to another.</summary>
    private static IEnumerable<(string? Party, string? Giver, long Amount)> CameIn(AccountsState books, IReadOnlySet<string> funds, DateOnly after, DateOnly to) =>
        from booking in books.Bookings
        let day = DateOnly.FromDateTime(booking.At.UtcDateTime)
        where after < day && day <= to
        from leg in booking.Legs
        where leg.Amount > 0 && Party.Of(leg.Account, "fund") is { } fund && funds.Contains(fund)
        select (booking.Party, booking.For is { } pledge && books.Commitments.GetValueOrDefault(pledge) is { Kind: CommitmentKind.Pledge } c ? c.From : booking.Party is { } member ? Party.Member(member) : null, leg.Amount);

    private static IEnumerable<(string? Party, string? Giver, long Amount)> CameIn(AccountsState books, string[] funds, DateOnly after, DateOnly to) => CameIn(books, funds.ToHashSet(StringComparer.Ordinal), after, to);
}
