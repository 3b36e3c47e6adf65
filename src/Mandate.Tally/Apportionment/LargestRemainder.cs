using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>The number of votes that gives a full seat.</summary>
public enum LargestRemainderQuota
{
    /// <summary>Votes over seats, exact (Hamilton).</summary>
    Hare,

    /// <summary>floor(votes / (seats + 1)) + 1.</summary>
    Droop,

    /// <summary>Votes over seats + 1, exact.</summary>
    HagenbachBischoff,

    /// <summary>Votes over seats + 1, rounded to the nearest whole number, halves up (Slovak Act 180/2014, section 68).</summary>
    HagenbachBischoffRounded,
}

/// <summary>
/// Largest remainders: full quotas first, the seats left one each by the largest remainder. Where a quota allots a seat too
/// many (possible below Droop), it is taken from the smallest remainder.
/// </summary>
public static class LargestRemainder
{
    public static Fraction QuotaOf(LargestRemainderQuota quota, BigInteger votes, int seats) => quota switch
    {
        LargestRemainderQuota.Hare => new Fraction(votes, seats),
        LargestRemainderQuota.Droop => new(votes / (seats + 1) + 1),
        LargestRemainderQuota.HagenbachBischoff => new(votes, seats + 1),
        LargestRemainderQuota.HagenbachBischoffRounded => BigInteger.Max(1, (2 * votes + seats + 1) / (2 * (seats + 1))),
        _ => throw new ArgumentOutOfRangeException(nameof(quota)),
    };

    /// <param name="quota">The quota.</param>
    /// <param name="votes">Votes of each list, or members of each unit.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="limits">
    /// Fewest and most seats of each: whoever the method gives less than the minimum holds the minimum, then whoever it gives
    /// more than the maximum holds the maximum, and the rest is apportioned anew among the others.
    /// </param>
    public static SeatAllocation Apportion(
        LargestRemainderQuota quota, IReadOnlyList<BigInteger> votes, int seats, SeatLimits? limits = null)
    {
        SeatAllocation.CheckInput(votes, seats, limits);
        limits ??= SeatLimits.ForAll(votes.Count, 0);
        var settled = new int?[votes.Count];
        while (true)
        {
            var free = Enumerable.Range(0, votes.Count).Where(i => settled[i] is null && votes[i].Sign > 0).ToList();
            var found = Plain(quota, votes, free, seats - settled.Sum(s => s ?? 0), settled);
            var below = free.Where(i => found.Certain[i] < limits.Minimum[i]).ToList();
            below.AddRange(Enumerable.Range(0, votes.Count).Where(i => settled[i] is null && votes[i].IsZero && limits.Minimum[i] > 0));
            var above = free.Where(i => found.Certain[i] + (found.Tie is { } tie && tie.Claimants.Contains(i) ? 1 : 0) > limits.Maximum[i]).ToList();
            if (below.Count > 0) foreach (var i in below) settled[i] = limits.Minimum[i];
            else if (above.Count > 0) foreach (var i in above) settled[i] = limits.Maximum[i];
            else return found;
        }
    }

    private static SeatAllocation Plain(
        LargestRemainderQuota quota, IReadOnlyList<BigInteger> votes, List<int> free, int seats, int?[] settled)
    {
        var held = settled.Select(s => s ?? 0).ToArray();
        var steps = ImmutableArray.CreateBuilder<SeatAward>();
        for (var i = 0; i < held.Length; i++)
            for (var n = 1; n <= held[i]; n++) steps.Add(new(i, n, "limit"));
        var all = free.Aggregate(BigInteger.Zero, (sum, i) => sum + votes[i]);
        if (seats <= 0 || all.IsZero) return new([.. held], null, Math.Max(seats, 0), steps.ToImmutable());
        var full = QuotaOf(quota, all, seats);
        var remainder = new Fraction[votes.Count];
        foreach (var i in free)
        {
            var whole = (int)((Fraction)votes[i] / full).Floor();
            remainder[i] = votes[i] - full * whole;
            for (var n = 1; n <= whole; n++) steps.Add(new(i, n, "full quota"));
            held[i] = whole;
        }
        return seats - free.Sum(i => held[i]) is var left && left >= 0
            ? Remainders(held, remainder, free, left, steps, full)
            : TakeBack(held, remainder, free, -left, steps, full);
    }

    private static SeatAllocation Remainders(
        int[] held, Fraction[] remainder, List<int> free, int left, ImmutableArray<SeatAward>.Builder steps, Fraction full)
    {
        // With fewer votes than seats a whole-number quota leaves more seats than lists: the remainders are gone through again.
        while (left > 0)
            foreach (var equal in free.GroupBy(i => remainder[i]).OrderByDescending(g => g.Key))
            {
                var claimants = equal.Order().ToImmutableArray();
                if (left == 0) break;
                if (claimants.Length > left) return new([.. held], new(claimants, left), 0, steps.ToImmutable(), full);
                foreach (var winner in claimants) steps.Add(new(winner, ++held[winner], $"remainder {equal.Key}"));
                left -= claimants.Length;
            }
        return new([.. held], null, 0, steps.ToImmutable(), full);
    }

    private static SeatAllocation TakeBack(
        int[] held, Fraction[] remainder, List<int> free, int surplus, ImmutableArray<SeatAward>.Builder steps, Fraction full)
    {
        while (surplus > 0)
            foreach (var equal in free.Where(i => held[i] > 0).GroupBy(i => remainder[i]).OrderBy(g => g.Key).ToList())
            {
                if (surplus == 0) break;
                var losers = equal.Order().ToImmutableArray();
                foreach (var loser in losers) steps.Add(new(loser, held[loser]--, $"seat beyond the total taken back, remainder {equal.Key}"));
                if (losers.Length > surplus) return new([.. held], new(losers, losers.Length - surplus), 0, steps.ToImmutable(), full);
                surplus -= losers.Length;
            }
        return new([.. held], null, 0, steps.ToImmutable(), full);
    }
}
