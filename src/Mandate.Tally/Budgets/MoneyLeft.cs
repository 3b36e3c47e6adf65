using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>The money that supporters of projects not funded hold at the end of a run of Equal Shares, exactly.</summary>
internal static class MoneyLeft
{
    public static ImmutableArray<Fraction?> Of(Electorate electorate, EqualSharesTrace trace, ImmutableArray<int> funded)
    {
        var papers = electorate.Papers;
        var left = new Fraction?[papers.Projects.Length];
        if (papers.Voters == 0) return [.. left];
        var payments = Payments(electorate, trace);
        foreach (var project in Enumerable.Range(0, left.Length).Except(funded))
        {
            // Equal sums are added once: money is a share minus prices, and few different sums occur.
            var sums = electorate.Supporters[project].GroupBy(v => payments[v]).Select(g => g.Key * g.Sum(v => (long)electorate.Weights[v]));
            left[project] = sums.Aggregate(Fraction.Zero, (sum, s) => sum + s);
        }
        return [.. left];
    }

    /// <summary>Each paper's money at the end.</summary>
    public static Fraction[] Payments(Electorate electorate, EqualSharesTrace trace)
    {
        var share = new Fraction(trace.Money, electorate.Papers.Voters);
        var place = trace.Purchases.Select((p, i) => (p.Project, Place: i)).ToDictionary(p => p.Project, p => p.Place);
        var known = new Dictionary<string, Fraction>(StringComparer.Ordinal);
        var money = new Fraction[electorate.Weights.Length];
        for (var v = 0; v < money.Length; v++)
        {
            var (projects, marks) = electorate.Ballots[v];
            var paid = projects.Select((p, i) => (At: place.GetValueOrDefault(p, -1), Mark: marks[i])).Where(p => p.At >= 0).OrderBy(p => p.At).ToList();
            var key = string.Join(',', paid.Select(p => FormattableString.Invariant($"{p.At}x{p.Mark}")));
            if (!known.TryGetValue(key, out var left))
            {
                left = share;
                foreach (var (at, mark) in paid)
                {
                    var price = trace.Purchases[at].Price * mark;
                    left = left <= price ? Fraction.Zero : left - price;
                }
                known.Add(key, left);
            }
            money[v] = left;
        }
        return money;
    }
}
