using System.Numerics;

namespace Mandate.Tally.Sortition;

/// <summary>
/// The lottery with the greatest product of chances (Nash welfare), for comparison: its chances are not fractions in general, so they are
/// given to so many decimals and nothing is drawn by them.
/// </summary>
public static class NashLottery
{
    /// <summary>One in the fixed decimals of the computation.</summary>
    private static readonly BigInteger Unit = BigInteger.Pow(10, 15);

    private const int Rounds = 60, Turns = 400, Steps = 50_000;

    /// <summary>The chance of each class that can be on a panel, and by how much, at most, the mean logarithm of the chances is below the greatest.</summary>
    public static (Fraction[] ChanceOfClass, Fraction Gap) Of(PanelLottery fair)
    {
        var pool = fair.Pool;
        var search = new PanelSearch(pool);
        var reachable = fair.ChanceOfClass.Select(c => c.Sign > 0).ToArray();
        var persons = pool.Classes.Where((_, i) => reachable[i]).Sum(c => c.People.Length);
        var panels = fair.Panels.Select(p => p.OfClass.ToArray()).ToList();
        var share = panels.Select(_ => Unit / panels.Count).ToList();
        var chances = new BigInteger[pool.Classes.Length];
        var gap = Fraction.One;
        for (var round = 0; round < Rounds; round++)
        {
            for (var turn = 0; turn < Turns; turn++)
            {
                Chances(pool, panels, share, chances);
                // Each panel's share grows with the mean of one over the chance of those on it: this never lowers the product (Cover 1984).
                var growth = panels.Select(p => Weight(p, Inverse(chances))).ToList();
                for (var k = 0; k < panels.Count; k++) share[k] = share[k] * growth[k] / (Unit * persons);
            }
            Chances(pool, panels, share, chances);
            var weights = Inverse(chances);
            var best = search.Best(weights, -1, first: false, Steps);
            if (best.Panel is not { } panel) break;
            gap = new Fraction(Weight(panel, weights), Unit * persons) - 1;
            if (gap < new Fraction(1, 10_000_000)) break;
            if (panels.Exists(p => p.AsSpan().SequenceEqual(panel))) continue;
            for (var k = 0; k < share.Count; k++) share[k] = share[k] * 9 / 10;
            panels.Add(panel);
            share.Add(Unit / 10);
        }
        return ([.. chances.Select(c => new Fraction(c, Unit))], gap);
    }

    private static BigInteger Weight(int[] panel, BigInteger[] weights) => panel.Select((c, i) => c * weights[i]).Aggregate(BigInteger.Add);

    private static BigInteger[] Inverse(BigInteger[] chances) => [.. chances.Select(c => c.Sign > 0 ? Unit * Unit / c : BigInteger.Zero)];

    private static void Chances(SortitionPool pool, List<int[]> panels, List<BigInteger> share, BigInteger[] chances)
    {
        for (var i = 0; i < chances.Length; i++)
        {
            var sum = BigInteger.Zero;
            for (var k = 0; k < panels.Count; k++) if (panels[k][i] > 0) sum += share[k] * panels[k][i];
            chances[i] = sum / pool.Classes[i].People.Length;
        }
    }
}
