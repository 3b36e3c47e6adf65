using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions.Checks.Capture;

namespace Mandate.Constitutions.Tests.Checks;

public sealed class CaptureSolverTests
{
    [Fact]
    public void The_number_is_that_of_a_search_through_everything()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (system, target) = Small(random);
            var strength = (Strength)random.Next(1, 4);
            bool MaySeed(int g) => !system.Groups[g].IsBase;
            var solved = new CaptureSolver(system, strength, target, MaySeed).Solve();
            Assert.True(solved.Exact);
            Assert.Equal(BruteForce(system, strength, target, MaySeed), solved.Number);
            if (solved.Number is not null) Assert.True(target.Holds(system.Captured(strength, solved.Seed.AsSpan())));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
    }

    [Fact]
    public void What_perpetuates_itself_is_what_all_offices_together_can_keep()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (system, _) = Small(random);
            foreach (var strength in Enum.GetValues<Strength>())
            {
                var all = system.Groups.Select(g => g.IsBase ? 0 : g.Size).ToArray();
                var kernel = system.Kernel(strength);
                var kept = system.Captured(strength, all);
                Assert.All(kept.Zip(kernel), p => Assert.True(p.First <= p.Second));
                if (!system.IsPackable(strength, 0)) Assert.Equal(kernel, kept);
                Assert.All(system.Fill(strength, kernel).Zip(kernel), p => Assert.True(p.First >= p.Second));
            }
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));
    }

    [Fact]
    public void A_search_that_is_cut_short_gives_bounds_around_the_number()
    {
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var (system, target) = Small(new Random(seed));
            var exact = new CaptureSolver(system, Strength.Steer, target, _ => true).Solve();
            var brief = new CaptureSolver(system, Strength.Steer, target, _ => true, budget: 5).Solve();
            if (exact.Number is not { } number) Assert.Null(brief.Number);
            else Assert.True(brief.AtLeast <= number && number <= brief.Number);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));
    }

    /// <summary>A set cover: single seats that any of the covering offices fills, and a target that needs them all.</summary>
    [Fact]
    public void A_set_cover_is_covered_by_the_fewest_sets()
    {
        int[][] sets = [[0, 1, 2, 3], [4, 5, 6, 7], [0, 1, 4, 5], [2, 6], [3, 7], [0, 4], [1, 5]];
        var groups = sets.Select((_, i) => new SeatSet("set" + i, 1)).Concat(Enumerable.Range(0, 8).Select(e => new SeatSet("element" + e, 1))).ToImmutableArray();
        var ways = sets.SelectMany((s, i) => s.Select(e => new Way(sets.Length + e, Strength.Decisive, new Condition.Seats([i], 1), [], "", "")))
            .Concat(sets.Select((_, i) => new Way(i, Strength.Decisive, new Condition.Seats([i], 1), [], "", ""))).ToImmutableArray();
        var target = new Condition.All([.. Enumerable.Range(0, 8).Select(e => (Condition)new Condition.Seats([sets.Length + e], 1))]);
        var solved = new CaptureSolver(new(groups, ways), Strength.Decisive, target, g => g < sets.Length).Solve();
        Assert.Equal(2, solved.Number);
    }

    private static (ThresholdSystem System, Condition Target) Small(Random random)
    {
        var count = random.Next(3, 6);
        var groups = Enumerable.Range(0, count).Select(i => new SeatSet("g" + i, random.Next(1, 4), random.Next(1, 3), i == 0)).ToImmutableArray();
        Condition Any(int depth = 0) => random.Next(depth > 1 ? 1 : 4) switch
        {
            1 => new Condition.All([Any(depth + 1), Any(depth + 1)]),
            2 => new Condition.Any([Any(depth + 1), Any(depth + 1)]),
            3 => new Condition.Seats([random.Next(count), random.Next(count)], random.Next(1, 5)),
            _ => One(random.Next(count)),
        };
        Condition One(int g) => new Condition.Seats([g], random.Next(1, groups[g].Size + 1));
        var ways = Enumerable.Range(0, random.Next(3, 9)).Select(_ =>
            new Way(random.Next(random.Next(4) == 0 ? 0 : 1, count), (Strength)random.Next(1, 4), random.Next(4) == 0 ? Condition.Always : Any(), random.Next(3) == 0 ? [random.Next(count)] : [], "", "")).ToImmutableArray();
        return (new(groups, ways), Any());
    }

    private static long? BruteForce(ThresholdSystem system, Strength strength, Condition target, Func<int, bool> maySeed)
    {
        long? best = null;
        var seed = new int[system.Groups.Length];
        Try(0, 0);
        return best;

        void Try(int group, long cost)
        {
            if (best <= cost) return;
            if (group == seed.Length)
            {
                if (target.Holds(system.Captured(strength, seed))) best = cost;
                return;
            }
            for (var n = 0; n <= (maySeed(group) ? system.Groups[group].Size : 0); n++)
            {
                seed[group] = n;
                Try(group + 1, cost + (n * system.Groups[group].Cost));
            }
            seed[group] = 0;
        }
    }
}
