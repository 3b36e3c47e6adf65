using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts;

/// <summary>The line "education of members" of whoever decides over funds, in one currency (requirement S401).</summary>
/// <param name="For">The body or office that decides over the funds.</param>
/// <param name="Granted">In hundredths, under grants marked as education, in the last twelve months; none where there is none.</param>
/// <param name="Spent">Booked under them; <paramref name="All"/> all that was spent.</param>
public sealed record EducationLine(string For, string Currency, long Granted, long Spent, long All)
{
    /// <summary>A line for each that decides over a fund, whether or not anything stands on it: what nobody spends is shown too.</summary>
    public static ImmutableArray<EducationLine> Of(AccountsState books, DateTimeOffset at)
    {
        var since = at.AddYears(-1);
        return
        [
            .. books.Funds.Values.GroupBy(f => (f.For, f.Currency)).OrderBy(g => g.Key.For, StringComparer.Ordinal).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).Select(group =>
            {
                var funds = group.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
                var education = books.Grants.Values.Where(g => g.Education && funds.Contains(g.Fund)).ToList();
                long Booked(Func<string, bool> account) => books.Bookings.Where(b => b.At > since).SelectMany(b => b.Legs).Where(l => account(l.Account)).Sum(l => l.Amount);
                return new EducationLine(
                    group.Key.For, group.Key.Currency, education.Where(g => g.At > since).Sum(g => g.Amount), Booked(account => education.Exists(g => account == "grant:" + g.Id)),
                    Booked(account => books.Grants.Values.Any(g => funds.Contains(g.Fund) && account == "grant:" + g.Id)));
            }),
        ];
    }
}
