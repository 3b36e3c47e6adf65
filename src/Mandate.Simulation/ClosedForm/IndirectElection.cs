using System.Numerics;
using Mandate.Tally;

namespace Mandate.Simulation.ClosedForm;

/// <summary>How far an indirect election can depart from the vote of the members (Feix, Lepelley, Merlin, Rouet 2004; Lepelley, Merlin, Rouet 2011).</summary>
public static class IndirectElection
{
    /// <summary>Three large districts, impartial culture: 3/4 − (3/π)·asin(1/√3).</summary>
    public static double ParadoxOfThreeLargeDistricts => 0.75 - (3 / Math.PI * Math.Asin(1 / Math.Sqrt(3)));

    /// <summary>Many large districts, impartial culture: arccos(√(2/π))/π.</summary>
    public static double ParadoxOfManyLargeDistricts => Math.Acos(Math.Sqrt(2 / Math.PI)) / Math.PI;

    /// <summary>
    /// Probability that districts and voters choose differently (referendum paradox) when every voter tosses a coin; both odd.
    /// Exact: counts of all 2^(districts·voters) profiles.
    /// </summary>
    public static Fraction Paradox(int districts, int voters)
    {
        if (districts % 2 == 0 || voters % 2 == 0 || districts < 1 || voters < 1) throw new ArgumentOutOfRangeException(nameof(districts), "odd numbers of districts and voters");
        var ways = new BigInteger[voters + 1];
        ways[0] = 1;
        for (var k = 1; k <= voters; k++) ways[k] = ways[k - 1] * (voters - k + 1) / k;
        // [districts won][votes]
        var now = new BigInteger[districts + 1, (districts * voters) + 1];
        now[0, 0] = 1;
        for (var d = 0; d < districts; d++)
        {
            var next = new BigInteger[districts + 1, (districts * voters) + 1];
            for (var won = 0; won <= d; won++)
                for (var votes = 0; votes <= d * voters; votes++)
                {
                    if (now[won, votes].IsZero) continue;
                    for (var k = 0; k <= voters; k++) next[k * 2 > voters ? won + 1 : won, votes + k] += now[won, votes] * ways[k];
                }
            now = next;
        }
        BigInteger split = 0;
        for (var won = 0; won <= districts; won++)
            for (var votes = 0; votes <= districts * voters; votes++)
                if (won * 2 > districts != votes * 2 > districts * voters) split += now[won, votes];
        return new(split, BigInteger.Pow(2, districts * voters));
    }
}
