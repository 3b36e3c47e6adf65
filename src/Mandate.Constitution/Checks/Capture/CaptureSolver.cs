using System.Collections.Immutable;

namespace Mandate.Constitutions.Checks.Capture;

/// <summary>
/// The least number of persons whose seats capture a target and keep it.
/// </summary>
/// <param name="Number">The cost of the cheapest seed, null where none suffices.</param>
/// <param name="AtLeast">A lower bound; equal to <see cref="Number"/> when the search ended.</param>
/// <param name="Seed">One cheapest seed: captured seats by group.</param>
/// <param name="Exact">False when the budget ended the search: then the number is an upper bound.</param>
public sealed record Coalition(long? Number, long AtLeast, ImmutableArray<int> Seed, bool Exact);

/// <summary>
/// Minimum capture coalition by implicit hitting sets: every successful seed must exceed each maximal failing one in some
/// coordinate, so the cheapest seed that does so for all failing ones found is tried next; when it succeeds it is optimal. NP-hard
/// (set cover), milliseconds at the sizes of real constitutions.
/// </summary>
/// <param name="like">
/// The solved question of a system that is nearly the same: which of its failures and of its best seed hold here too is tried first, so that
/// the number after an amendment costs little once the number before is known. The number does not depend on it.
/// </param>
public sealed class CaptureSolver(ThresholdSystem system, Strength strength, Condition target, Func<int, bool> maySeed, int budget = 20_000, CaptureSolver? like = null)
{
    private readonly List<ImmutableArray<(int Group, int Level)>> cuts = [];
    private readonly List<int[]> failures = [];
    private Coalition? solved;
    private int spent;

    public Coalition Solve() => solved ??= Searched();

    private Coalition Searched()
    {
        var seed = new int[system.Groups.Length];
        var most = Enumerable.Range(0, seed.Length).Select(g => maySeed(g) ? system.Groups[g].Size : 0).ToArray();
        if (!Succeeds(most)) return new(null, long.MaxValue, [], true);
        var best = Known(most) ?? Shrink((int[])most.Clone());
        long bound = 0;
        while (true)
        {
            if (cuts.Count > 0)
            {
                var search = new HittingSet(system, cuts, Cost(best), budget - spent);
                if (search.Solve() is not { } next) return new(Cost(best), search.Exhausted ? bound : Cost(best), [.. best], !search.Exhausted);
                spent += search.Nodes / 50;
                seed = next;
                bound = Math.Max(bound, Cost(seed));
            }
            if (Succeeds(seed)) return new(Cost(seed), Cost(seed), [.. seed], true);
            if (spent > budget) return new(Cost(best), bound, [.. best], false);
            foreach (var order in Orders(seed)) AddCut(Grow(seed, most, order));
        }
    }

    /// <summary>Takes over what holds here of the question that was solved before: its failures as cuts, its seed as an upper bound.</summary>
    private int[]? Known(int[] most)
    {
        if (like is not { solved.Number: not null } before) return null;
        var of = system.Groups.Select(g => before.IndexOf(g.Id)).ToArray();
        foreach (var failure in before.failures)
        {
            var here = Here(failure, of, most, most);
            if (!Succeeds(here)) AddCut(here);
        }
        var seed = Here([.. before.solved.Seed], of, most, new int[most.Length]);
        return Succeeds(seed) ? Shrink(seed) : null;
    }

    private static int[] Here(int[] state, int[] of, int[] most, int[] otherwise) => [.. of.Select((o, g) => o < 0 ? otherwise[g] : Math.Min(state[o], most[g]))];

    private int IndexOf(string group) => system.IndexOf(group);

    private bool Succeeds(int[] seed)
    {
        spent++;
        return target.Holds(system.Captured(strength, seed));
    }

    private long Cost(int[] seed)
    {
        long cost = 0;
        for (var g = 0; g < seed.Length; g++) cost += seed[g] * system.Groups[g].Cost;
        return cost;
    }

    /// <summary>An upper bound: lower one coordinate after the other as far as success lasts, dear ones first.</summary>
    private int[] Shrink(int[] seed)
    {
        foreach (var g in Enumerable.Range(0, seed.Length).Where(g => seed[g] > 0).OrderByDescending(g => seed[g] * system.Groups[g].Cost).ThenBy(g => g))
        {
            var (low, high) = (0, seed[g]);
            while (low < high)
            {
                var middle = low + ((high - low) / 2);
                seed[g] = middle;
                if (Succeeds(seed)) high = middle;
                else low = middle + 1;
            }
            seed[g] = high;
        }
        return seed;
    }

    /// <summary>Different orders give different maximal failures, and so several cuts at a time.</summary>
    private IEnumerable<int[]> Orders(int[] seed)
    {
        var groups = Enumerable.Range(0, seed.Length).Where(maySeed).ToArray();
        yield return [.. groups.OrderByDescending(g => system.Groups[g].Size * system.Groups[g].Cost).ThenBy(g => g)];
        yield return [.. groups.OrderBy(g => system.Groups[g].Size * system.Groups[g].Cost).ThenByDescending(g => g)];
        var shift = cuts.Count % Math.Max(1, groups.Length);
        yield return [.. groups[shift..], .. groups[..shift]];
    }

    /// <summary>Raises a failing seed coordinate by coordinate to a maximal failing one.</summary>
    private int[] Grow(int[] seed, int[] most, int[] order)
    {
        var grown = (int[])seed.Clone();
        foreach (var g in order)
        {
            var (low, high) = (grown[g], most[g]);
            while (low < high)
            {
                var middle = low + ((high - low + 1) / 2);
                grown[g] = middle;
                if (Succeeds(grown)) high = middle - 1;
                else low = middle;
            }
            grown[g] = low;
        }
        return grown;
    }

    private void AddCut(int[] failing)
    {
        failures.Add(failing);
        cuts.Add([.. Enumerable.Range(0, failing.Length).Where(g => maySeed(g) && failing[g] < system.Groups[g].Size).Select(g => (g, failing[g] + 1))]);
    }
}

/// <summary>The cheapest state that meets every cut (some coordinate at or above its level): depth-first branch and bound with disjoint cuts as lower bound.</summary>
internal sealed class HittingSet(ThresholdSystem system, List<ImmutableArray<(int Group, int Level)>> cuts, long below, int budget)
{
    private long best = below;
    private int[]? found;

    public int Nodes { get; private set; }

    public bool Exhausted { get; private set; }

    /// <summary>Null when nothing costs less than the bound.</summary>
    public int[]? Solve()
    {
        var barred = new int[system.Groups.Length];
        Array.Fill(barred, int.MaxValue);
        Search(new int[system.Groups.Length], barred, 0);
        return found;
    }

    /// <param name="state">Levels chosen.</param>
    /// <param name="barred">Levels that a group must stay below: tried in a branch before.</param>
    /// <param name="cost">Of the state.</param>
    private void Search(int[] state, int[] barred, long cost)
    {
        Nodes++;
        if (Nodes > 50L * Math.Max(1, budget))
        {
            Exhausted = true;
            return;
        }
        var open = cuts.Where(c => !c.Any(l => state[l.Group] >= l.Level)).ToList();
        if (open.Count == 0)
        {
            if (cost >= best) return;
            best = cost;
            found = (int[])state.Clone();
            return;
        }
        if (cost + Bound(open, state, barred) >= best) return;
        var cut = open.MinBy(c => c.Count(l => l.Level < barred[l.Group]));
        var restore = new List<(int Group, int Barred)>();
        foreach (var (group, level) in cut.Where(l => l.Level < barred[l.Group]).OrderBy(l => Price(l, state)).ToList())
        {
            var held = state[group];
            var price = Price((group, level), state);
            state[group] = level;
            Search(state, barred, cost + price);
            state[group] = held;
            if (Exhausted) break;
            restore.Add((group, barred[group]));
            barred[group] = level;
        }
        for (var i = restore.Count - 1; i >= 0; i--) barred[restore[i].Group] = restore[i].Barred;
    }

    private long Price((int Group, int Level) literal, int[] state) => (long)(literal.Level - state[literal.Group]) * system.Groups[literal.Group].Cost;

    private long Bound(List<ImmutableArray<(int Group, int Level)>> open, int[] state, int[] barred)
    {
        long sum = 0;
        var used = new HashSet<int>();
        foreach (var cut in open.OrderBy(c => c.Length))
        {
            var free = cut.Where(l => l.Level < barred[l.Group]).ToList();
            if (free.Count == 0) return long.MaxValue / 4;
            if (free.Exists(l => used.Contains(l.Group))) continue;
            foreach (var literal in free) used.Add(literal.Group);
            sum += free.Min(l => Price(l, state));
        }
        return sum;
    }
}
