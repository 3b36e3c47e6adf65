namespace Mandate.Simulation;

/// <summary>The published results by drawing instead of by formula: what a run of the stress test does, on the cases whose answer is known.</summary>
public static class Sampling
{
    /// <summary>Share of groups of r that the challenger wins, tier upon tier, in a base of so many groups at the last tier.</summary>
    public static double Hierarchy(Draws draws, int r, double support, int tiers, int groups, bool tieToIncumbent)
    {
        var won = 0;
        for (var g = 0; g < groups; g++)
            if (Wins(draws, r, support, tiers, tieToIncumbent)) won++;
        return (double)won / groups;
    }

    private static bool Wins(Draws draws, int r, double support, int tiers, bool tieToIncumbent)
    {
        if (tiers == 0) return draws.Chance(support);
        var votes = 0;
        for (var i = 0; i < r; i++)
            if (Wins(draws, r, support, tiers - 1, tieToIncumbent)) votes++;
        return votes * 2 > r || (votes * 2 == r && !tieToIncumbent && draws.Chance(0.5));
    }

    /// <summary>How often districts and voters choose differently when every voter tosses a coin.</summary>
    public static double Paradox(Draws draws, int districts, int voters, int elections)
    {
        var split = 0;
        for (var e = 0; e < elections; e++)
        {
            int won = 0, votes = 0;
            for (var d = 0; d < districts; d++)
            {
                var here = draws.Binomial(voters, 0.5);
                votes += here;
                if (here * 2 > voters) won++;
            }
            if (won * 2 > districts != votes * 2 > districts * voters) split++;
        }
        return (double)split / elections;
    }

    /// <summary>
    /// The same with districts that each lean their own way: the share of votes in a district is drawn evenly from [0,1], and districts are so
    /// large that their votes are that share.
    /// </summary>
    public static double ParadoxOfLeanings(Draws draws, int districts, int elections)
    {
        var split = 0;
        for (var e = 0; e < elections; e++)
        {
            var (won, votes) = (0, 0.0);
            for (var d = 0; d < districts; d++)
            {
                var share = draws.Unit();
                votes += share;
                if (share > 0.5) won++;
            }
            if (won * 2 > districts != votes * 2 > districts) split++;
        }
        return (double)split / elections;
    }

    /// <summary>How often each player turns defeat into victory, by random orders (Shapley–Shubik).</summary>
    public static double[] Pivots(Draws draws, IReadOnlyList<int> weights, int quota, int orders)
    {
        var pivots = new double[weights.Count];
        var order = Enumerable.Range(0, weights.Count).ToArray();
        for (var n = 0; n < orders; n++)
        {
            for (var i = order.Length - 1; i > 0; i--)
            {
                var j = draws.Below(i + 1);
                (order[i], order[j]) = (order[j], order[i]);
            }
            var sum = 0;
            foreach (var player in order)
            {
                sum += weights[player];
                if (sum < quota) continue;
                pivots[player]++;
                break;
            }
        }
        for (var p = 0; p < pivots.Length; p++) pivots[p] /= orders;
        return pivots;
    }

    /// <summary>
    /// Officers of many units, a part of them replaced each period, and the delegates their units send: the closed form
    /// (<see cref="ClosedForm.CaptureCore"/>) by drawing. Gives the share of delegates for the apparatus in each period.
    /// </summary>
    public static double[] Officers(Draws draws, ClosedForm.CaptureCore core, int units, int membersPerUnit, int periods)
    {
        var loyal = new bool[units];
        var delegates = new double[periods];
        for (var t = 0; t < periods; t++)
        {
            long votes = 0;
            foreach (var officer in loyal) votes += draws.Binomial(membersPerUnit, core.Support + (officer ? core.Steering * (1 - core.Support) : 0));
            delegates[t] = (double)votes / ((long)units * membersPerUnit);
            for (var u = 0; u < units; u++)
                if (draws.Chance(core.Turnover)) loyal[u] = draws.Chance(core.FromAbove) || draws.Chance(core.Free);
        }
        return delegates;
    }
}
