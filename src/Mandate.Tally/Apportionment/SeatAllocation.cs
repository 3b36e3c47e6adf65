using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>Equal claims to the last seats; a stated rule, not the order of a list, must choose among them.</summary>
/// <param name="Claimants">Places of the lists or units with equal claims.</param>
/// <param name="Seats">How many seats are left for them.</param>
public sealed record SeatTie(ImmutableArray<int> Claimants, int Seats);

/// <summary>One seat and the claim that won it: a quotient, or a remainder of the quota.</summary>
public sealed record SeatAward(int Winner, int Number, string Claim);

/// <summary>Seats by list or unit.</summary>
/// <param name="Certain">Seats that follow from the votes and the rule alone, in the order of the input.</param>
/// <param name="Tie">Equal claims to the last seats, if any.</param>
/// <param name="Unfilled">Seats that nobody may take (all at their maximum, or no votes).</param>
/// <param name="Steps">How each seat was won, in order.</param>
/// <param name="Quota">The quota, for largest remainders.</param>
public sealed record SeatAllocation(
    ImmutableArray<int> Certain, SeatTie? Tie, int Unfilled, ImmutableArray<SeatAward> Steps, Fraction? Quota = null)
{
    /// <summary>The seats after the tie, if any, is resolved by a stated order of the claimants, the first of them served first.</summary>
    /// <exception cref="ArgumentException">The order leaves out a claimant.</exception>
    public ImmutableArray<int> Resolve(IEnumerable<int> order)
    {
        if (Tie is null) return Certain;
        var served = order.Where(Tie.Claimants.Contains).Distinct().ToList();
        if (served.Count < Tie.Claimants.Length) throw new ArgumentException("the order leaves out a claimant of the tie", nameof(order));
        var seats = Certain.ToBuilder();
        foreach (var claimant in served.Take(Tie.Seats)) seats[claimant]++;
        return seats.ToImmutable();
    }

    internal static void CheckInput(IReadOnlyList<BigInteger> votes, int seats, SeatLimits? limits)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seats);
        if (votes.Any(v => v.Sign < 0)) throw new ArgumentException("votes cannot be negative", nameof(votes));
        if (limits is null) return;
        if (limits.Minimum.Length != votes.Count || limits.Maximum.Length != votes.Count)
            throw new ArgumentException("there must be one minimum and one maximum for each list or unit", nameof(limits));
        for (var i = 0; i < votes.Count; i++)
            if (limits.Minimum[i] < 0 || limits.Minimum[i] > limits.Maximum[i])
                throw new ArgumentException($"the minimum {limits.Minimum[i]} is not between 0 and the maximum {limits.Maximum[i]}", nameof(limits));
        if (limits.Minimum.Sum(m => (long)m) > seats)
            throw new ArgumentException($"the minimums add up to more than the {seats} seats", nameof(limits));
    }
}

/// <summary>The fewest and the most seats for each list or unit.</summary>
public sealed record SeatLimits(ImmutableArray<int> Minimum, ImmutableArray<int> Maximum)
{
    /// <summary>The same limits for all.</summary>
    public static SeatLimits ForAll(int count, int minimum, int maximum = int.MaxValue) =>
        new([.. Enumerable.Repeat(minimum, count)], [.. Enumerable.Repeat(maximum, count)]);
}
