using System.Numerics;
using Mandate.Tally;

namespace Mandate.Organisation.Inspection.Measures;

/// <summary>
/// Graded measures (pay, distance moved, age): of all ways to choose as many, how many have a mean at least as high as those chosen?
/// Exact, by counting; one changed record can halve it, so a finding shows its data.
/// </summary>
public static class Permutation
{
    /// <param name="all">The value of everybody.</param>
    /// <param name="chosen">The values of those chosen, which are among <paramref name="all"/>.</param>
    public static (BigInteger AtLeast, BigInteger Of) Mean(IReadOnlyCollection<Fraction> all, IReadOnlyCollection<Fraction> chosen)
    {
        var observed = chosen.Aggregate(Fraction.Zero, (a, b) => a + b);
        // Ways to reach each sum with each number of persons, person by person.
        var ways = Enumerable.Range(0, chosen.Count + 1).Select(_ => new Dictionary<Fraction, BigInteger>()).ToArray();
        ways[0][Fraction.Zero] = BigInteger.One;
        foreach (var value in all)
            for (var n = chosen.Count - 1; n >= 0; n--)
                foreach (var (sum, number) in ways[n])
                    ways[n + 1][sum + value] = ways[n + 1].GetValueOrDefault(sum + value) + number;
        return (ways[^1].Where(w => w.Key >= observed).Aggregate(BigInteger.Zero, (a, w) => a + w.Value), Hypergeometric.Choose(all.Count, chosen.Count));
    }
}
