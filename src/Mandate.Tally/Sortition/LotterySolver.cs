using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Sortition;

/// <summary>
/// Finds the leximin lottery by column generation: a program over the panels found so far, whose prices ask the search for a panel that
/// helps; where there is none, it is proved. Level by level the chance of those who can still gain is raised.
/// </summary>
public static class LotterySolver
{
    /// <summary>Steps of one search, in all of one lottery, and pivots, after which the answer is the best found. They are counts and no times, so that everybody finds the same.</summary>
    private const int StepsOfSearch = 200_000, StepsOfGuess = 4_000, MostPivots = 1_500, LargeClasses = 40, Starts = 12;

    public static LotteryAnswer Solve(SortitionPool pool)
    {
        var search = new PanelSearch(pool);
        var zero = new BigInteger[pool.Classes.Length];
        if (pool.Seats < 1 || search.Any(zero, -1).Panel is not { } any) return new(null, Remedies(pool));
        var master = new Master(pool, search, Cover(pool, search, any, out var reachable), reachable);
        return new(master.Lottery(), []);
    }

    /// <summary>A panel with each class that can sit on one; classes seldom seated so far come first.</summary>
    private static List<int[]> Cover(SortitionPool pool, PanelSearch search, int[] any, out bool[] reachable)
    {
        var panels = new List<int[]> { any };
        var seated = any.Select(c => (long)c).ToArray();
        reachable = [.. any.Select(c => c > 0)];
        for (var i = 0; i < pool.Classes.Length; i++)
        {
            if (seated[i] > 0) continue;
            var weights = seated.Select((s, c) => new BigInteger(1000L * pool.Classes[c].People.Length / (1 + s))).ToArray();
            if (search.Any(weights, i).Panel is not { } panel) continue;
            panels.Add(panel);
            for (var c = 0; c < seated.Length; c++)
            {
                seated[c] += panel[c];
                reachable[c] |= panel[c] > 0;
            }
        }
        return panels;
    }

    /// <summary>Each quota that, changed alone as little as need be, leaves a panel.</summary>
    private static ImmutableArray<QuotaRemedy> Remedies(SortitionPool pool)
    {
        var found = ImmutableArray.CreateBuilder<QuotaRemedy>();
        var zero = new BigInteger[pool.Classes.Length];
        for (var i = 0; i < pool.Quotas.Length; i++)
        {
            var quota = pool.Quotas[i];
            for (var min = quota.Min - 1; min >= 0; min--)
                if (Possible(pool, i, quota with { Min = min }, zero)) { found.Add(new(quota, true, min)); break; }
            for (var max = quota.Max + 1; max <= pool.Seats; max++)
                if (Possible(pool, i, quota with { Max = max }, zero)) { found.Add(new(quota, false, max)); break; }
        }
        return found.ToImmutable();
    }

    private static bool Possible(SortitionPool pool, int index, Quota quota, BigInteger[] zero) =>
        new PanelSearch(pool.With(pool.Quotas.SetItem(index, quota))).Any(zero, -1).Panel is not null;

    private sealed class Master
    {
        private readonly SortitionPool pool;
        private readonly PanelSearch search;
        private readonly LexicographicProgram program;
        private readonly List<(int Variable, int[] Panel)> panels = [];
        private readonly bool[] reachable;
        private readonly int classes;
        private readonly bool large;

        public Master(SortitionPool pool, PanelSearch search, List<int[]> first, bool[] reachable)
        {
            (this.pool, this.search, this.reachable, classes) = (pool, search, reachable, pool.Classes.Length);
            large = classes > LargeClasses;
            program = new([.. Enumerable.Repeat(0, classes), 1]);
            foreach (var panel in first) Add(panel);
        }

        public PanelLottery Lottery()
        {
            var gaining = (bool[])reachable.Clone();
            var proved = Fairness.Found;
            var bound = Bound();
            for (var level = 0; gaining.Contains(true); level++)
            {
                var floor = program.Add([.. pool.Classes.Select((c, i) => gaining[i] ? c.People.Length : 0), 0]);
                program.Aim(floor);
                var complete = Raise(level, level == 0 ? bound : null, floor);
                if (level == 0 && (complete || program.ValueOf(floor) >= bound)) (proved, bound) = (Fairness.Maximin, program.ValueOf(floor));
                if (!complete) break;
                for (var i = 0; i < classes; i++) gaining[i] &= program.Price(level, i).IsZero;
                if (!gaining.Contains(true)) proved = Fairness.Leximin;
            }
            return new(pool, [.. panels.Select(p => (p.Panel, Chance: program.ValueOf(p.Variable))).Where(p => p.Chance.Sign > 0)
                .OrderBy(p => string.Join(',', p.Panel.Select(c => $"{c:D6}")), StringComparer.Ordinal).Select(p => new PanelChance([.. p.Panel], p.Chance))], proved, bound);
        }

        /// <summary>Raises the last aim with all panels that help; whether it is proved that none is left.</summary>
        private bool Raise(int level, Fraction? enough, int floor)
        {
            while (true)
            {
                if (!program.Solve(MostPivots)) return false;
                if (enough is { } bound && program.ValueOf(floor) >= bound && large) return false;
                var prices = Combined(level, out var least);
                var found = search.Best(prices, -1, first: false, large ? StepsOfGuess : StepsOfSearch);
                var panel = found.Complete ? found.Panel! : Guess(prices, found.Panel);
                if (Worth(panel, prices) <= least) return found.Complete;
                Add(panel);
            }
        }

        /// <summary>Where the search did not end: the best that comes of changing what was found and the panels at hand seat by seat.</summary>
        private int[] Guess(BigInteger[] prices, int[]? found)
        {
            int[]? best = null;
            foreach (var start in panels.Select(p => p.Panel).OrderByDescending(p => Worth(p, prices)).Take(Starts).Concat(found is null ? [] : [found]))
                if (search.Improved(start, prices) is var improved && (best is null || Worth(improved, prices) > Worth(best, prices))) best = improved;
            return best!;
        }

        private static BigInteger Worth(int[] panel, BigInteger[] prices)
        {
            var sum = BigInteger.Zero;
            for (var i = 0; i < panel.Length; i++) if (panel[i] > 0) sum += prices[i] * panel[i];
            return sum;
        }

        /// <summary>The prices of all aims in one number each, the first aim weighing more than all others can.</summary>
        private BigInteger[] Combined(int level, out BigInteger least)
        {
            var range = BigInteger.One;
            for (var aim = 0; aim <= level; aim++)
            {
                var sum = BigInteger.Abs(program.Price(aim, classes));
                for (var i = 0; i < classes; i++) sum += BigInteger.Abs(program.Price(aim, i)) * pool.Classes[i].Homes.Length;
                if (sum > range) range = sum;
            }
            var scale = 2 * range + 1;
            var prices = new BigInteger[classes];
            least = BigInteger.Zero;
            for (var aim = 0; aim <= level; aim++)
            {
                for (var i = 0; i < classes; i++) prices[i] = prices[i] * scale + program.Price(aim, i);
                least = least * scale + program.Price(aim, classes);
            }
            return prices;
        }

        private void Add(int[] panel) => panels.Add((program.Add([.. panel.Select(c => -c), 1]), panel));

        /// <summary>What the bounds of each value alone allow: its most seats shared by all who have it.</summary>
        private Fraction Bound()
        {
            var (_, max) = PanelSearch.Tightened(pool);
            var all = Enumerable.Range(0, classes).Where(i => reachable[i]).ToList();
            var bound = new Fraction(pool.Seats, all.Sum(i => pool.Classes[i].People.Length));
            for (var q = 0; q < max.Length; q++)
                if (all.Where(i => pool.Classes[i].Quotas.Contains(q)).Sum(i => pool.Classes[i].People.Length) is > 0 and var people && new Fraction(max[q], people) is var share && share < bound) bound = share;
            return bound > Fraction.One ? Fraction.One : bound;
        }
    }
}
