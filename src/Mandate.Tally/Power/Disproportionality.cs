using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Power;

/// <summary>How far seats are from votes. Shares are exact; a root is rounded once, at the end.</summary>
public static class Disproportionality
{
    /// <summary>Half the sum of the differences between shares of votes and of seats (Loosemore and Hanby 1971).</summary>
    public static Fraction LoosemoreHanby(IEnumerable<Fraction> voteShares, IEnumerable<Fraction> seatShares) =>
        Differences(voteShares, seatShares).Aggregate(Fraction.Zero, (sum, d) => sum + (d.Sign < 0 ? -d : d)) / 2;

    /// <summary>The square of Gallagher's index: half the sum of the squared differences (Gallagher 1991).</summary>
    public static Fraction GallagherSquared(IEnumerable<Fraction> voteShares, IEnumerable<Fraction> seatShares) =>
        Differences(voteShares, seatShares).Aggregate(Fraction.Zero, (sum, d) => sum + d * d) / 2;

    /// <summary>Gallagher's index in per cent, rounded to that many decimals.</summary>
    public static Fraction GallagherPercent(IEnumerable<Fraction> voteShares, IEnumerable<Fraction> seatShares, int decimals) =>
        ExactRoot.Rounded(GallagherSquared(voteShares, seatShares) * 10_000, decimals);

    /// <summary>One over the sum of squared shares: how many equal lists would be as fragmented (Laakso and Taagepera 1979).</summary>
    /// <exception cref="ArgumentException">There is nothing to share.</exception>
    public static Fraction EffectiveNumber(IEnumerable<BigInteger> sizes)
    {
        var all = sizes.ToImmutableArray();
        var sum = all.Aggregate(BigInteger.Zero, BigInteger.Add);
        if (sum.Sign <= 0 || all.Any(s => s.Sign < 0)) throw new ArgumentException("sizes must not be negative, and not all zero", nameof(sizes));
        return new(sum * sum, all.Aggregate(BigInteger.Zero, (squares, s) => squares + s * s));
    }

    /// <summary>Seats per elector in the best represented unit over those in the worst: 1 is equal weight. Null where a unit with electors has no seat.</summary>
    /// <exception cref="ArgumentException">No unit has electors.</exception>
    public static Fraction? WeightRatio(IEnumerable<(long Electors, long Seats)> units)
    {
        var weights = units.Where(u => u.Electors > 0).Select(u => new Fraction(u.Seats, u.Electors)).ToList();
        if (weights.Count == 0) throw new ArgumentException("no unit has electors", nameof(units));
        return weights.Min().Sign == 0 ? null : weights.Max() / weights.Min();
    }

    private static IEnumerable<Fraction> Differences(IEnumerable<Fraction> voteShares, IEnumerable<Fraction> seatShares)
    {
        var (votes, seats) = (voteShares.ToList(), seatShares.ToList());
        if (votes.Count != seats.Count) throw new ArgumentException($"{votes.Count} shares of votes, but {seats.Count} of seats", nameof(seatShares));
        return votes.Zip(seats, (v, s) => v - s);
    }
}
