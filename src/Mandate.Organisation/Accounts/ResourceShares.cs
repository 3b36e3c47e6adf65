using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>Which part of the resources of a year one body or office uses (requirement S335). Amounts in hundredths.</summary>
/// <param name="Granted">What was decided for it in that year out of funds of the whole.</param>
/// <param name="Paid">What of that was paid.</param>
/// <param name="Of">The resources of the year: what those funds held on its first day and what came into them until its last, or until today.</param>
/// <param name="Limit">The share above which it takes a vote of others in the same year, in hundredths of a percent; null where none is decided.</param>
/// <param name="Votes">The motions of that year on which it rests.</param>
public sealed record ResourceShare(string Place, int Year, string Currency, long Granted, long Paid, long Of, long? Limit, IReadOnlyList<string> Votes)
{
    public Fraction? Share => Of == 0 ? null : new Fraction(Granted, Of);

    public bool AboveLimit => Limit is { } limit && ResourceShares.IsAbove(Granted, Of, limit);
}

/// <summary>Shares of the funds of the whole by the body or office that uses them; funds that units have of their own are no part of it.</summary>
public static class ResourceShares
{
    /// <summary>Every year in which something was decided, the last first; in each currency the largest share first.</summary>
    public static IEnumerable<ResourceShare> Of(State state, DateOnly today)
    {
        var books = state.Accounts;
        // One pass over the books for all grants, and one for each year and currency.
        var paid = books.Bookings.SelectMany(b => b.Legs).Where(l => Party.Of(l.Account, "grant") is not null).GroupBy(l => l.Account, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(l => l.Amount), StringComparer.Ordinal);
        var there = new Dictionary<(string Currency, int Year), long>();
        long All(string currency, int year) => there.TryGetValue((currency, year), out var known) ? known : there[(currency, year)] = Resources(books, null, currency, year);
        var shares =
            from grant in books.Grants.Values
            where Counts(books, grant)
            group grant by (Year: Year(grant.At), books.Funds[grant.Fund].Currency, Place: UserOf(books, grant)) into used
            let all = All(used.Key.Currency, used.Key.Year)
            let limit = BookRules.For(books, BookRuleKind.BodyShare, null, used.Key.Year == today.Year ? today : new DateOnly(used.Key.Year, 12, 31))
            let granted = used.Sum(g => g.Amount)
            let votes = used.Select(g => g.Motion).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList()
            select new ResourceShare(used.Key.Place, used.Key.Year, used.Key.Currency, granted, used.Sum(g => paid.GetValueOrDefault($"grant:{g.Id}")), all, limit?.Amount, votes);
        return shares.OrderByDescending(s => s.Year).ThenBy(s => s.Currency, StringComparer.Ordinal).ThenByDescending(s => s.Granted).ThenBy(s => s.Place, StringComparer.Ordinal);
    }

    /// <summary>
    /// The refusal where with this decision one place would use more of the year's resources than the limit, and no motion that others have adopted in
    /// the same year says so. A vote of last year does not carry over.
    /// </summary>
    internal static Refusal? Above(State state, Act act, Fund fund, GrantFunds c, string place)
    {
        var books = state.Accounts;
        if (fund.Unit is not null || BookRules.For(books, BookRuleKind.BodyShare, fund.Id, act.Day) is not { } limit) return null;
        var used = c.Amount + books.Grants.Values.Where(g => Counts(books, g) && Year(g.At) == act.Day.Year && UserOf(books, g) == place && (limit.Fund is null ? books.Funds[g.Fund].Currency == fund.Currency : g.Fund == limit.Fund)).Sum(g => g.Amount);
        var all = Resources(books, limit.Fund, fund.Currency, act.Day.Year);
        return !IsAbove(used, all, limit.Amount) || VotedThisYear(state, act, c.Motion, place) ? null
            : AccountsRefusals.ShareNeedsVote(AccountsRules.ClauseOf(state.Statutes.At(act.At)), limit.Amount, all == 0 ? 100_00 : (long)(new Fraction(used) * 100_00 / all).Ceiling(), place);
    }

    internal static bool IsAbove(long used, long all, long limit) => new Fraction(used) * 100_00 > new Fraction(limit) * all;

    /// <summary>Who uses it: the place it is for; else who decided it, or keeps the fund where a motion did.</summary>
    private static string UserOf(AccountsState books, Grant grant) => grant.Place ?? User(books.Funds[grant.Fund], grant.Motion, grant.For);

    internal static string User(Fund fund, string? motion, string by) => motion is null ? by.Split('@')[0] : fund.Keeper;

    /// <summary>What a rule made of the books is owed to others and used by nobody.</summary>
    private static bool Counts(AccountsState books, Grant grant) => books.Funds[grant.Fund].Unit is null && !books.Commitments.ContainsKey(grant.Id);

    /// <summary>What the funds of the whole held on the first day of a year and what came into them from elsewhere until its end.</summary>
    private static long Resources(AccountsState books, string? only, string currency, int year)
    {
        var funds = books.Funds.Values.Where(f => f.Unit is null && (only is null ? f.Currency == currency : f.Id == only)).Select(f => Party.Fund(f.Id)).ToHashSet(StringComparer.Ordinal);
        var moved = books.Bookings.Where(b => Year(b.At) <= year).Select(b => (Before: Year(b.At) < year, Net: b.Legs.Where(l => funds.Contains(l.Account)).Sum(l => l.Amount)));
        return moved.Where(m => m.Before || m.Net > 0).Sum(m => m.Net);
    }

    private static bool VotedThisYear(State state, Act act, string? id, string place) =>
        id is not null && state.Motions.Find(id) is { Stage: MotionStage.Adopted } motion && state.Votes.Find(motion.Vote ?? "") is { } vote && Year(vote.PutAt) == act.Day.Year
        && (vote.Session is null || state.Sessions.Find(vote.Session)?.Body != place);

    private static int Year(DateTimeOffset at) => at.UtcDateTime.Year;
}
