using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Why a list has no more seats than it has, and how many more votes would have brought the next one, at whose cost.</summary>
internal static class ListWhyNot
{
    public static WhyNot Of(ListVotes lists, ListMethod method, TieRule ties, Count count, int list)
    {
        var (name, seats) = (count.Name(list), Seats(count)[list]);
        var total = lists.Votes.Aggregate(BigInteger.Zero, BigInteger.Add);
        var below = lists.Threshold is { } share && lists.Votes[list] < share * total;
        var fate = FormattableString.Invariant($"{name} has {lists.Votes[list]} votes and {seats} {(seats == 1 ? "seat" : "seats")}")
            + (below ? $"; it took no part, because the threshold is {(lists.Threshold!.Value * 100).ToDecimal(2)} % of all votes." : ".");
        // With more votes than all lists together any rule would have given the seat.
        if (total > long.MaxValue / 4 || lists.Limits?.Maximum[list] == seats) return new(list, fate, null);
        var more = WhyNot.More((long)total, extra => Seats(Again(extra))[list] > seats);
        if (more is not { } n) return new(list, fate + " No number of further votes up to all that were cast changes that by itself.", null);
        var after = Seats(Again(n));
        var losers = Enumerable.Range(0, after.Count).Where(i => after[i] < Seats(count)[i]).Select(count.Name).ToList();
        var cost = losers.Count == 0 ? "" : $", at the cost of {string.Join(", ", losers)}";
        return new(list, FormattableString.Invariant($"{fate} With {n} more {(n == 1 ? "vote" : "votes")} it has {after[list]}{cost}; with {n - 1} more it still has {seats}."), n);

        Count Again(long extra) => method.Count(lists with { Votes = lists.Votes.SetItem(list, lists.Votes[list] + extra) }, count.Seats, ties);
    }

    private static IReadOnlyList<int> Seats(Count count) => ((AllocationDetail)count.Detail!).Seats;
}
