using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Changes of the conditions under which published seats would follow from the votes of lists: the threshold and the number of seats.</summary>
internal static class ListAudit
{
    private static readonly Fraction Hundred = new(100, 1);

    /// <param name="lists">Votes of the lists.</param>
    /// <param name="seats">The seats that were counted for.</param>
    /// <param name="published">A list for each published seat.</param>
    /// <param name="explains">Whether the published seats follow from these votes with this number of seats.</param>
    public static IEnumerable<string> Explanations(ListVotes lists, int seats, IReadOnlyCollection<string> published, Func<ListVotes, int, bool> explains)
    {
        var others = published.Count == seats || published.Count == 0 ? [seats] : (int[])[seats, published.Count];
        foreach (var number in others)
        {
            var by = number == seats ? "" : FormattableString.Invariant($"counted for {number} seats instead of {seats}, and ");
            if (number != seats && explains(lists, number)) yield return FormattableString.Invariant($"counted for {number} seats instead of {seats}");
            if (lists.Threshold is { } stated && explains(lists with { Threshold = null }, number)) yield return $"{by}without the threshold of {Percent(stated)}";
            if (Unstated(lists, published, number, explains) is { } words) yield return by + words;
        }
    }

    /// <summary>A threshold that the votes leave open lies between two lists: the largest that it kept out and the smallest that it let in.</summary>
    private static string? Unstated(ListVotes lists, IReadOnlyCollection<string> published, int seats, Func<ListVotes, int, bool> explains)
    {
        var all = lists.Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (all.IsZero) return null;
        var least = lists.Names.Index().Where(l => published.Contains(l.Item, StringComparer.Ordinal)).Select(l => lists.Votes[l.Index]).DefaultIfEmpty(0).Min();
        BigInteger? below = null;
        foreach (var votes in lists.Votes.Where(v => v <= least).Distinct().Order())
        {
            var share = new Fraction(votes, all);
            if (below is { } kept && share != lists.Threshold && explains(lists with { Threshold = share }, seats))
                return $"with a threshold that kept out lists of {Percent(new(kept, all))} of all votes and let in lists of {Percent(share)}";
            below = votes;
        }
        return null;
    }

    private static string Percent(Fraction share) => (share * Hundred).ToDecimal(3) + " %";
}
