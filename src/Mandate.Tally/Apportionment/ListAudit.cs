using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Changes of the conditions under which published seats would follow from the votes of lists: the threshold and the number of seats.</summary>
internal static class ListAudit
{
    private const int MostOutside = 3;
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

    /// <summary>
    /// A threshold that the votes leave open lies between two lists: the largest that it kept out and the smallest that it let in. A list with more votes
    /// than one with seats was kept out by something else (a higher threshold for coalitions, a condition of its own).
    /// </summary>
    private static string? Unstated(ListVotes lists, IReadOnlyCollection<string> published, int seats, Func<ListVotes, int, bool> explains)
    {
        var all = lists.Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var seated = lists.Names.Select(n => published.Contains(n, StringComparer.Ordinal)).ToArray();
        var least = lists.Votes.Where((_, i) => seated[i]).DefaultIfEmpty(0).Min();
        if (all.IsZero || least.IsZero) return null;
        var outside = Enumerable.Range(0, seated.Length).Where(i => !seated[i] && lists.Votes[i] > least).ToArray();
        if (outside.Length > MostOutside) return null;
        var rest = lists with { Votes = [.. lists.Votes.Select((v, i) => outside.Contains(i) ? 0 : v)], Threshold = null };
        var without = outside.Length == 0 ? "" : $"without {string.Join(", ", outside.Select(i => lists.Names[i]))}";
        if (outside.Length > 0 && explains(rest, seats)) return without;
        var left = rest.Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var below = BigInteger.Zero;
        foreach (var votes in rest.Votes.Where(v => v <= least && v.Sign > 0).Distinct().Order())
        {
            if (below.Sign > 0 && explains(rest with { Threshold = new(votes, left) }, seats))
                return $"{(without.Length > 0 ? without + ", and " : "")}with a threshold that kept out lists of {Percent(new(below, all))} of all votes and let in lists of {Percent(new(votes, all))}";
            below = votes;
        }
        return null;
    }

    private static string Percent(Fraction share) => (share * Hundred).ToDecimal(3) + " %";
}
