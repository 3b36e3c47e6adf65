using System.Numerics;

namespace Mandate.Tally.Power;

/// <summary>The smallest part of the base that can decide through indirect elections, everything else being against it.</summary>
public static class BaseShare
{
    /// <summary>
    /// Tiers of equal groups, each decided by more than half of its members: the product of (floor(m/2)+1)/m. Three tiers of
    /// groups of three need 8/27; the limit for large groups is one over two to the number of tiers.
    /// </summary>
    public static Fraction EqualGroups(params IEnumerable<int> sizes)
    {
        Fraction share = 1;
        foreach (var size in sizes)
        {
            ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size, nameof(sizes));
            share *= new Fraction(size / 2 + 1, size);
        }
        return share;
    }

    /// <summary>
    /// Units of any size, each sending its seats as a block: the fewest electors, a bare majority in each unit won, that bring the
    /// seats needed. Exact, by dynamic programming over seats.
    /// </summary>
    /// <param name="units">Electors (above 0) and seats of each unit.</param>
    /// <param name="seatsNeeded">Seats that decide in the upper body.</param>
    /// <returns>Electors needed over all electors; null where even all seats together are too few.</returns>
    public static Fraction? ThroughUnits(IEnumerable<(long Electors, int Seats)> units, int seatsNeeded)
    {
        var all = units.ToList();
        if (all.Any(u => u.Electors <= 0 || u.Seats < 0)) throw new ArgumentException("a unit needs electors, and its seats cannot be negative", nameof(units));
        ArgumentOutOfRangeException.ThrowIfNegative(seatsNeeded);
        var cheapest = new BigInteger?[seatsNeeded + 1];
        cheapest[0] = 0;
        foreach (var (electors, seats) in all)
            for (var have = seatsNeeded; have >= 0; have--)
            {
                if (cheapest[have] is not { } before) continue;
                var reached = (int)Math.Min((long)have + seats, seatsNeeded);
                var cost = before + electors / 2 + 1;
                if (reached > have && (cheapest[reached] is not { } known || cost < known)) cheapest[reached] = cost;
            }
        return cheapest[seatsNeeded] is { } fewest && all.Count > 0
            ? new Fraction(fewest, all.Aggregate(BigInteger.Zero, (sum, u) => sum + u.Electors))
            : null;
    }
}
