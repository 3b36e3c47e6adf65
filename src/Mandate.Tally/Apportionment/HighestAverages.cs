using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace Mandate.Tally.Apportionment;

/// <summary>The divisor that the votes of a list with n seats are divided by for its next seat.</summary>
public enum Divisor
{
    /// <summary>n + 1 (Jefferson, Bader-Ofer).</summary>
    DHondt,

    /// <summary>2n + 1 (Webster).</summary>
    SainteLague,

    /// <summary>7/5 for the first seat, then 2n + 1 (Scandinavia).</summary>
    ModifiedSainteLague,

    /// <summary>The root of n(n + 1); everybody with votes has a first seat before anybody a second.</summary>
    HuntingtonHill,

    /// <summary>n; everybody with votes has a first seat before anybody a second.</summary>
    Adams,

    /// <summary>The harmonic mean of n and n + 1.</summary>
    Dean,
}

/// <summary>
/// Divisor methods (Balinski and Young, <i>Fair Representation</i>). Each seat goes to the highest quotient. Quotients are
/// compared by cross-multiplication, never divided; roots are compared squared.
/// </summary>
public static class HighestAverages
{
    /// <param name="divisor">The sequence of divisors.</param>
    /// <param name="votes">Votes of each list, or members of each unit.</param>
    /// <param name="seats">Seats to fill.</param>
    /// <param name="limits">Fewest and most seats of each: minimums are given first, and the quotients go on from there.</param>
    public static SeatAllocation Apportion(Divisor divisor, IReadOnlyList<BigInteger> votes, int seats, SeatLimits? limits = null)
    {
        SeatAllocation.CheckInput(votes, seats, limits);
        limits ??= SeatLimits.ForAll(votes.Count, 0);
        var held = limits.Minimum.ToArray();
        var steps = ImmutableArray.CreateBuilder<SeatAward>();
        for (var i = 0; i < held.Length; i++)
            for (var n = 1; n <= held[i]; n++) steps.Add(new(i, n, "minimum"));
        var left = seats - held.Sum();
        var queue = new PriorityQueue<int, Quotient>(Comparer<Quotient>.Create((a, b) => b.CompareTo(a)));
        void Claim(int i)
        {
            if (held[i] < limits.Maximum[i] && votes[i].Sign > 0) queue.Enqueue(i, Quotient.Of(divisor, votes[i], held[i]));
        }
        for (var i = 0; i < held.Length; i++) Claim(i);
        while (left > 0 && queue.TryDequeue(out var first, out var best))
        {
            List<int> equal = [first];
            while (queue.TryPeek(out var next, out var same) && same.CompareTo(best) == 0)
            {
                queue.Dequeue();
                equal.Add(next);
            }
            equal.Sort();
            if (equal.Count > left) return new([.. held], new([.. equal], left), 0, steps.ToImmutable());
            foreach (var winner in equal)
            {
                steps.Add(new(winner, ++held[winner], best.ToString()));
                Claim(winner);
            }
            left -= equal.Count;
        }
        return new([.. held], null, left, steps.ToImmutable());
    }

    /// <summary>Votes over divisor, or their squares; a zero divisor is above every other quotient and orders by votes.</summary>
    private readonly record struct Quotient(BigInteger Numerator, BigInteger Denominator, bool Squared) : IComparable<Quotient>
    {
        public static Quotient Of(Divisor divisor, BigInteger votes, int held)
        {
            BigInteger n = held;
            return divisor switch
            {
                Divisor.DHondt => new(votes, n + 1, false),
                Divisor.SainteLague => new(votes, 2 * n + 1, false),
                Divisor.ModifiedSainteLague => held == 0 ? new(votes * 5, 7, false) : new(votes, 2 * n + 1, false),
                Divisor.HuntingtonHill => new(held == 0 ? votes : votes * votes, n * (n + 1), held > 0),
                Divisor.Adams => new(votes, n, false),
                Divisor.Dean => new(held == 0 ? votes : votes * (2 * n + 1), 2 * n * (n + 1), false),
                _ => throw new ArgumentOutOfRangeException(nameof(divisor)),
            };
        }

        public int CompareTo(Quotient other)
        {
            if (Denominator.IsZero || other.Denominator.IsZero)
                return Denominator.IsZero && other.Denominator.IsZero ? Numerator.CompareTo(other.Numerator)
                    : Denominator.IsZero ? 1 : -1;
            return (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);
        }

        public override string ToString()
        {
            if (Denominator.IsZero) return string.Create(CultureInfo.InvariantCulture, $"first seat ({Numerator})");
            var value = new Fraction(Numerator, Denominator);
            return Squared ? $"root of {value}" : value.ToString();
        }
    }
}
