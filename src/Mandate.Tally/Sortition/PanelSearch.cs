using System.Numerics;

namespace Mandate.Tally.Sortition;

/// <summary>What a search found: the panel, as how many of each class; whether there can be no better one.</summary>
internal sealed record Found(int[]? Panel, bool Complete);

/// <summary>
/// Finds the permitted panel of greatest weight by depth first search with bounds. Exact where it ends within its steps; else it says
/// that it does not know.
/// </summary>
internal sealed class PanelSearch
{
    private const int StepsOfOrder = 4_000, Orders = 60;

    private readonly SortitionPool pool;
    private readonly int[] minimum, maximum, available;
    private readonly int classes;

    public PanelSearch(SortitionPool pool)
    {
        this.pool = pool;
        classes = pool.Classes.Length;
        available = [.. pool.Classes.Select(c => c.Homes.Length)];
        (minimum, maximum) = Tightened(pool);
    }

    /// <summary>Bounds that follow from those of the other values of the feature, for every panel has all its seats filled.</summary>
    internal static (int[] Min, int[] Max) Tightened(SortitionPool pool)
    {
        var min = pool.Quotas.Select(q => q.Min).ToArray();
        var max = pool.Quotas.Select((q, i) => Math.Min(Math.Min(q.Max, pool.Seats), pool.Classes.Where(c => c.Quotas.Contains(i)).Sum(c => c.Homes.Length))).ToArray();
        foreach (var feature in pool.Features)
        {
            var own = Enumerable.Range(0, min.Length).Where(i => pool.Quotas[i].Feature == feature).ToList();
            var (least, most) = (own.Sum(i => min[i]), own.Sum(i => max[i]));
            foreach (var i in own) (min[i], max[i]) = (Math.Max(min[i], pool.Seats - (most - max[i])), Math.Min(max[i], pool.Seats - (least - min[i])));
        }
        return (min, max);
    }

    /// <summary>The panel of greatest weight.</summary>
    /// <param name="weights">Weight of one seat for each class.</param>
    /// <param name="forced">A class of which at least one sits; -1 for none.</param>
    /// <param name="first">Whether any permitted panel will do.</param>
    /// <param name="steps">After how many steps to give up.</param>
    public Found Best(IReadOnlyList<BigInteger> weights, int forced, bool first, int steps)
    {
        if (minimum.Zip(maximum).Any(b => b.First > b.Second)) return new(null, true);
        var order = Enumerable.Range(0, classes).OrderByDescending(i => i == forced).ThenByDescending(i => weights[i]).ThenByDescending(Need).ThenBy(i => i).ToArray();
        var run = new Run(this, weights, order, forced, first, steps);
        var complete = run.Go();
        return new(run.Panel, complete);
    }

    /// <summary>
    /// Any permitted panel with that class (-1 for none): with the classes in order of weight first, then in other orders, for a search that
    /// is lost in one order often ends at once in another. Complete where one of them ended: then there is none.
    /// </summary>
    public Found Any(IReadOnlyList<BigInteger> weights, int forced)
    {
        var found = Best(weights, forced, first: true, StepsOfOrder);
        uint shuffled = 12345;
        for (var order = 1; order < Orders && found is { Panel: null, Complete: false }; order++)
            found = Best([.. Enumerable.Range(0, classes).Select(_ => (BigInteger)((shuffled = shuffled * 1_664_525 + 1_013_904_223) >> 8))], forced, first: true, StepsOfOrder);
        return found is { Panel: null, Complete: false } ? Best(weights, forced, first: true, StepsOfOrder * Orders) : found;
    }

    /// <summary>
    /// Makes a panel better by changing one seat at a time, the best change first, until none helps: for pools that are too large to search whole.
    /// </summary>
    public int[] Improved(int[] from, IReadOnlyList<BigInteger> weights)
    {
        var panel = (int[])from.Clone();
        var (seated, homes) = (new int[minimum.Length], pool.Groups.ToArray());
        for (var i = 0; i < classes; i++)
        {
            homes[pool.Classes[i].Group] -= panel[i];
            foreach (var q in pool.Classes[i].Quotas) seated[q] += panel[i];
        }
        while (true)
        {
            var (best, leaves, comes) = (BigInteger.Zero, -1, -1);
            for (var a = 0; a < classes; a++)
                for (var b = 0; b < classes && panel[a] > 0; b++)
                    if (a != b && weights[b] - weights[a] is var gain && gain > best && panel[b] < available[b] && Fits(a, b)) (best, leaves, comes) = (gain, a, b);
            if (leaves < 0) return panel;
            Change(leaves, -1);
            Change(comes, 1);
        }

        bool Fits(int a, int b)
        {
            var (old, next) = (pool.Classes[a], pool.Classes[b]);
            if (old.Group != next.Group && homes[next.Group] == 0) return false;
            for (var f = 0; f < old.Quotas.Length; f++)
                if (old.Quotas[f] != next.Quotas[f] && (seated[old.Quotas[f]] == minimum[old.Quotas[f]] || seated[next.Quotas[f]] == maximum[next.Quotas[f]])) return false;
            return true;
        }

        void Change(int i, int by)
        {
            panel[i] += by;
            homes[pool.Classes[i].Group] -= by;
            foreach (var q in pool.Classes[i].Quotas) seated[q] += by;
        }
    }

    /// <summary>How scarce the values of a class are: those that are hard to seat come first.</summary>
    private BigInteger Need(int i) => pool.Classes[i].Quotas.Aggregate(BigInteger.Zero, (sum, q) => sum + new BigInteger(minimum[q]) * 1_000_000 / Math.Max(1, pool.Classes.Where(c => c.Quotas.Contains(q)).Sum(c => c.Homes.Length)));

    private sealed class Run
    {
        private readonly PanelSearch search;
        private readonly IReadOnlyList<BigInteger> weights;
        private readonly int[] order, seated, room, supply, homes, chosen;
        private readonly int forced;
        private readonly bool first;
        private int steps;
        private BigInteger? best;

        public Run(PanelSearch search, IReadOnlyList<BigInteger> weights, int[] order, int forced, bool first, int steps)
        {
            (this.search, this.weights, this.order, this.forced, this.first, this.steps) = (search, weights, order, forced, first, steps);
            seated = new int[search.minimum.Length];
            room = new int[search.minimum.Length];
            supply = new int[search.minimum.Length];
            homes = [.. search.pool.Groups];
            chosen = new int[search.classes];
            for (var i = 0; i < search.classes; i++)
                foreach (var q in search.pool.Classes[i].Quotas) supply[q] += search.available[i];
        }

        public int[]? Panel { get; private set; }

        /// <summary>Searches; whether it came to its end.</summary>
        public bool Go()
        {
            Place(0, search.pool.Seats, BigInteger.Zero);
            return steps >= 0;
        }

        /// <summary>True when the search is over before its end.</summary>
        private bool Place(int at, int left, BigInteger sum)
        {
            if (steps-- <= 0) return true;
            if (left == 0)
            {
                if (!Enough() || best is { } so && sum <= so) return false;
                (best, Panel) = (sum, [.. chosen]);
                return first;
            }
            if (at == order.Length || !Possible(left) || best is { } reached && sum + Bound(at, left) <= reached) return false;
            var i = order[at];
            var quotas = search.pool.Classes[i].Quotas;
            var group = search.pool.Classes[i].Group;
            var most = Math.Min(left, Math.Min(search.available[i], homes[group]));
            foreach (var q in quotas) most = Math.Min(most, search.maximum[q] - seated[q]);
            foreach (var q in quotas) supply[q] -= search.available[i];
            for (var count = most; count >= (i == forced ? 1 : 0); count--)
            {
                Seat(i, group, count);
                var over = Place(at + 1, left - count, sum + weights[i] * count);
                Seat(i, group, -count);
                if (over) return true;
            }
            foreach (var q in quotas) supply[q] += search.available[i];
            return false;
        }

        private void Seat(int i, int group, int count)
        {
            foreach (var q in search.pool.Classes[i].Quotas) seated[q] += count;
            homes[group] -= count;
            chosen[i] += count;
        }

        private bool Enough()
        {
            for (var q = 0; q < seated.Length; q++) if (seated[q] < search.minimum[q]) return false;
            return true;
        }

        /// <summary>For each feature: what is still needed fits into the seats that are left, and there are enough for them.</summary>
        private bool Possible(int left)
        {
            var quotas = search.pool.Quotas;
            for (var q = 0; q < quotas.Length;)
            {
                var (feature, needed, most) = (quotas[q].Feature, 0, 0);
                for (; q < quotas.Length && quotas[q].Feature == feature; q++)
                {
                    var need = Math.Max(0, search.minimum[q] - seated[q]);
                    if (need > supply[q]) return false;
                    needed += need;
                    most += Math.Min(supply[q], search.maximum[q] - seated[q]);
                }
                if (needed > left || most < left) return false;
            }
            return true;
        }

        /// <summary>The most that the seats left can add, if only the bounds of one feature held; the least over all features.</summary>
        private BigInteger Bound(int at, int left)
        {
            BigInteger? least = null;
            for (var f = 0; f < Math.Max(1, search.pool.Features.Length); f++)
            {
                for (var q = 0; q < room.Length; q++) room[q] = search.maximum[q] - seated[q];
                var (sum, seats) = (BigInteger.Zero, left);
                for (var k = at; k < order.Length && seats > 0; k++)
                {
                    var i = order[k];
                    var count = Math.Min(seats, search.available[i]);
                    if (search.pool.Features.Length > 0)
                    {
                        var q = search.pool.Classes[i].Quotas[f];
                        count = Math.Min(count, room[q]);
                        room[q] -= count;
                    }
                    sum += weights[i] * count;
                    seats -= count;
                }
                if (least is null || sum < least) least = sum;
            }
            return least!.Value;
        }
    }
}
