using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>What was paid to one person in one month, in hundredths.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Pay">Everything that counts as pay, under whatever decision.</param>
/// <param name="Costs">What repaid something they had laid out; it is no pay, and stands beside it so that everybody sees how much it is.</param>
public sealed record PaidInMonth(string Person, DateOnly Month, string Currency, long Pay, long Costs);

/// <summary>
/// All payments to one person in a calendar month together stay below the ceiling of pay (requirement S182). What is owed by a rule, such as a share paid
/// back or goods delivered, is no pay; a contract is. Other currencies count by the last rate on record; where there is none they are counted apart.
/// </summary>
public static class Payroll
{
    /// <summary>Every person to whom something was paid, by month; the last month first, the most first.</summary>
    public static IEnumerable<PaidInMonth> Of(AccountsState books) => Months(books)
        .OrderByDescending(p => p.Month).ThenByDescending(p => p.Pay).ThenBy(p => p.Person, StringComparer.Ordinal).ThenBy(p => p.Currency, StringComparer.Ordinal);

    private static IEnumerable<PaidInMonth> Months(AccountsState books) =>
        from booking in books.Bookings
        where booking.Party is not null && IsPaid(books, booking.For)
        let leg = booking.Legs.FirstOrDefault(l => l.Amount < 0 && Party.Of(l.Account, "fund") is not null)
        where leg is not null
        group (booking.Costs, Amount: -leg.Amount) by (booking.Party, Month: First(booking.At), books.Funds[Party.Of(leg.Account, "fund")!].Currency) into month
        select new PaidInMonth(month.Key.Party!, month.Key.Month, month.Key.Currency, month.Where(p => !p.Costs).Sum(p => p.Amount), month.Where(p => p.Costs).Sum(p => p.Amount));

    /// <summary>The refusal where the month's payments to a person, with those that wait for a second signature, would come to more than the ceiling.</summary>
    internal static Refusal? Above(State state, Act act, Fund fund, ProposePayment c)
    {
        if (c.Payee is not { } person || c.Costs || state.Offices.PayCeiling is not { } ceiling || !IsPaid(state.Accounts, Under(state.Accounts, c))) return null;
        long Counted(long amount, string currency) => Rates.In(state.Accounts, amount, currency, ceiling.Currency, act.Day) ?? 0;
        var month = First(act.At);
        var sum = Counted(c.Amount, fund.Currency)
            + Months(state.Accounts).Where(p => p.Person == person && p.Month == month).Sum(p => Counted(p.Pay, p.Currency))
            + state.Accounts.Waiting.Values.Where(p => p.Payee == person && !p.Costs && IsPaid(state.Accounts, p.For)).Sum(p => Counted(p.Amount, state.Accounts.Funds[p.Fund].Currency));
        if (sum <= ceiling.Most) return null;
        var refusal = AccountsRefusals.AbovePayCeiling(AccountsRules.ClauseOf(state.Statutes.At(act.At)), (long)ceiling.Most.Floor(), sum);
        // In another month it may be paid where it is not too much by itself.
        return Counted(c.Amount, fund.Currency) <= ceiling.Most ? refusal with { Earliest = new DateTimeOffset(month.AddMonths(1), TimeOnly.MinValue, TimeSpan.Zero) } : refusal;
    }

    private static string? Under(AccountsState books, ProposePayment c) => c.For ?? (books.Commitments.ContainsKey(c.Grant) ? c.Grant : null);

    private static bool IsPaid(AccountsState books, string? owed) => owed is null || books.Commitments.GetValueOrDefault(owed)?.Kind == CommitmentKind.Contract;

    private static DateOnly First(DateTimeOffset at) => new(at.UtcDateTime.Year, at.UtcDateTime.Month, 1);
}
