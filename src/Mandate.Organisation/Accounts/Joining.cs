using System.Collections.Immutable;
using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>What changes in money for whoever joins, by one rule in force.</summary>
/// <param name="Rule">The rule from which it follows.</param>
/// <param name="InYear">What it comes to in a year, in hundredths: owed where less than nothing; null where it is only owed on leaving.</param>
/// <param name="ForOne">Of a pool: what was paid for one of what was delivered, at the last reckoning.</param>
/// <param name="Reckoned">The day of that reckoning.</param>
public sealed record JoiningLine(BookRule Rule, long? InYear, Fraction? ForOne = null, DateOnly? Reckoned = null);

/// <summary>What changes for me if I join: from the rules in force and the last reckonings, before anybody consents (S323).</summary>
public static class Joining
{
    /// <summary>The lines for somebody who would deliver so much in a year.</summary>
    /// <param name="delivered">In hundredths of the pool's measure.</param>
    public static ImmutableArray<JoiningLine> Of(AccountsState books, long delivered, DateOnly day) =>
    [
        .. books.Rules.Values.Where(r => r.InForceOn(day) || r.Rule is { Kind: BookRuleKind.Levy, Until: null }).Select(r => r.Rule).Select(rule => rule.Kind switch
        {
            BookRuleKind.Levy when rule.PerMember > 0 => new JoiningLine(rule, -(long)(new Fraction(rule.PerMember) * 12 / rule.Months).Floor()),
            BookRuleKind.Pool when books.Reckonings.LastOrDefault(r => r.Rule == rule.Id) is { } last && last.Lines[0].All > 0 =>
                new(rule, (long)(ForOne(last) * delivered).Floor(), ForOne(last), last.On),
            BookRuleKind.Pool => new(rule, 0),
            BookRuleKind.Shares => new(rule, null),
            _ => null,
        }).OfType<JoiningLine>(),
    ];

    private static Fraction ForOne(Reckoning last) => new(last.Lines[0].Base, last.Lines[0].All);
}
