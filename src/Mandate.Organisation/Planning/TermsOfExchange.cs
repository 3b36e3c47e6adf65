using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Tally;

namespace Mandate.Organisation.Planning;

/// <summary>What two groups of units exchanged in a year: what each paid the other, and the prices of each beside those of the base year.</summary>
/// <param name="Sold">What the first group sold to the second, <paramref name="Bought"/> what it bought from it; in hundredths.</param>
/// <param name="SoldIndex">Prices of what it sold, the base year one (Laspeyres: quantities of the base year, goods sold in both); null where no good was sold in both.</param>
public sealed record ExchangeYear(int Year, long Sold, long Bought, Fraction? SoldIndex, Fraction? BoughtIndex)
{
    /// <summary>Net barter terms of trade of the first group: what its own goods buy of the other's; below one they buy less than in the base year.</summary>
    public Fraction? Terms => SoldIndex is { } sold && BoughtIndex is { } bought ? sold / bought : null;
}

/// <summary>Terms of exchange between groups of units, from what was booked under their exchange (S295). A group is a unit with all units within it.</summary>
public static class TermsOfExchange
{
    /// <summary>The years from the base year in which the two exchanged something.</summary>
    public static ImmutableArray<ExchangeYear> Of(State state, string first, string second, int baseYear, string currency)
    {
        var trades = state.Accounts.Commitments.Values.Where(c => c.Kind == CommitmentKind.Exchange && c.Settled > 0 && c.Currency == currency && c.At.Year >= baseYear)
            .Select(c => (c.At.Year, c.What, c.Quantity, c.Price, c.Settled, From: Exchange.UnitOf(state.Accounts, c.To)!, To: Exchange.UnitOf(state.Accounts, c.From)!)).ToList();
        bool In(string unit, string group) => state.Roll.LiesIn(unit, group);
        var sold = trades.Where(t => In(t.From, first) && In(t.To, second)).Select(t => new Trade(t.Year, t.What, t.Quantity, t.Price, t.Settled)).ToList();
        var bought = trades.Where(t => In(t.From, second) && In(t.To, first)).Select(t => new Trade(t.Year, t.What, t.Quantity, t.Price, t.Settled)).ToList();
        return
        [
            .. sold.Concat(bought).Select(t => t.Year).Distinct().Order().Select(year => new ExchangeYear(
                year, sold.Where(t => t.Year == year).Sum(t => t.Paid), bought.Where(t => t.Year == year).Sum(t => t.Paid), Index(sold, baseYear, year), Index(bought, baseYear, year))),
        ];
    }

    /// <summary>The units whose groups have exchanged something, with those they lie in.</summary>
    public static ImmutableSortedSet<string> Groups(State state)
    {
        var groups = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        foreach (var commitment in state.Accounts.Commitments.Values.Where(c => c.Kind == CommitmentKind.Exchange))
            foreach (var party in new[] { commitment.From, commitment.To })
                for (var unit = Exchange.UnitOf(state.Accounts, party); unit is not null; unit = state.Roll.Unit(unit)?.Within) groups.Add(unit);
        return groups.ToImmutable();
    }

    private sealed record Trade(int Year, string What, int Quantity, long Price, long Paid);

    private static Fraction? Index(List<Trade> trades, int baseYear, int year)
    {
        var (then, now) = (ByGood(trades, baseYear), ByGood(trades, year));
        var both = then.Keys.Where(now.ContainsKey).ToList();
        if (both.Count == 0) return null;
        var (cost, at) = (Fraction.Zero, Fraction.Zero);
        foreach (var good in both)
        {
            cost += then[good].Price * then[good].Quantity;
            at += now[good].Price * then[good].Quantity;
        }
        return at / cost;
    }

    /// <summary>What was sold of each good, and its mean price.</summary>
    private static Dictionary<string, (Fraction Price, long Quantity)> ByGood(List<Trade> trades, int year) => trades.Where(t => t.Year == year).GroupBy(t => t.What, StringComparer.OrdinalIgnoreCase)
        .ToDictionary(g => g.Key, g => (new Fraction(g.Sum(t => t.Price * t.Quantity), g.Sum(t => (long)t.Quantity)), g.Sum(t => (long)t.Quantity)), StringComparer.OrdinalIgnoreCase);
}
