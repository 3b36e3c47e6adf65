namespace Mandate.Ledger.Tests.Simulation;

public sealed class ForkTests
{
    private const int Seeds = 150;

    [Fact]
    public void Two_conflicting_checkpoints_never_both_reach_a_safe_threshold()
    {
        var accepted = 0;
        for (var seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            var n = random.Next(1, 8);
            var f = random.Next(0, n);
            var k = PolicyStrength.SafeThreshold(n, f);
            if (k > n) continue;
            var world = new World(seed, n, f, k);
            world.Run(60);
            Assert.True(world.Conflict() is null, $"seed {seed}: n {n}, f {f}, k {k}: {world.Conflict()}");
            Assert.True(world.DatedBack() is null, $"seed {seed}: n {n}, f {f}: {world.DatedBack()} is dated back");
            accepted += world.Accepted.Count;
        }
        Assert.NotEqual(0, accepted);
    }

    [Fact]
    public void One_below_a_safe_threshold_some_operator_succeeds()
    {
        foreach (var (n, f) in new[] { (2, 0), (3, 1), (4, 2), (5, 1) })
        {
            var k = PolicyStrength.SafeThreshold(n, f) - 1;
            var seed = Enumerable.Range(0, 400).Where(s => Forks(s, n, f, k)).Cast<int?>().FirstOrDefault();
            Assert.True(seed is not null, $"n {n}, f {f}, k {k}: no seed forks, so the simulation is too tame to show anything");
        }

        static bool Forks(int seed, int n, int f, int k)
        {
            var world = new World(seed, n, f, k);
            world.Run(60);
            return world.Conflict() is not null;
        }
    }

    [Theory]
    [InlineData(3, 0, 2)]
    [InlineData(4, 1, 3)]
    [InlineData(5, 1, 4)]
    [InlineData(7, 2, 5)]
    [InlineData(9, 2, 6)]
    [InlineData(10, 3, 7)]
    public void The_safe_threshold_is_more_than_half_of_all_and_the_liars(int n, int f, int k)
    {
        Assert.Equal(k, PolicyStrength.SafeThreshold(n, f));
        var strength = PolicyStrength.Of(Threshold(n, k));
        Assert.True(strength.ToFork.Length > f);
        Assert.Equal(n - k + 1, strength.ToBlock.Length);
        Assert.True(PolicyStrength.Of(Threshold(n, k - 1)).ToFork.Length <= f);
    }

    [Fact]
    public void In_groups_the_cheapest_coalitions_add_up()
    {
        var w = Enumerable.Range(0, 5).Select(i => new PolicyWitness($"w{i}", SampleLog.Witness(i).Key, null)).ToArray();
        var branches = new PolicyGroup("branches", 2, [w[0], w[1], w[2]]);
        var minorities = new PolicyGroup("minorities", 1, [w[3], w[4]]);
        var strength = PolicyStrength.Of(new([], [.. w], new PolicyGroup("both", 2, [branches, minorities])));
        // Any two pairs of three branches share one; two minorities can each see another view.
        Assert.Single(strength.ToFork);
        Assert.Equal(2, strength.ToBlock.Length);
        Assert.Empty(PolicyStrength.Of(new([], [], null)).ToFork);
    }

    private static TlogPolicy Threshold(int n, int k)
    {
        var members = Enumerable.Range(0, n).Select(i => new PolicyWitness($"w{i}", SampleLog.Witness(i).Key, null)).ToArray();
        return new([], [.. members], new PolicyGroup("g", k, [.. members]));
    }

    [Fact]
    public void Times_of_lying_witnesses_do_not_count()
    {
        var checkpoint = new SampleLog().Grow(3).Checkpoint;
        ulong[] times = [0, 100, 105, 110, 900];
        var note = checkpoint.Sign(SampleLog.Signer).With(times.Select((t, i) => SampleLog.Witness(i).Cosign(checkpoint.ToString(), t)));
        Assert.True(note.TryOpen(times.Select((_, i) => SampleLog.Witness(i).Key).Append(SampleLog.Signer.Key), out var opened, out _));
        Assert.Equal(100UL, WitnessedTime.NotLaterThan(opened, 1));
        Assert.Equal(110UL, WitnessedTime.NotPublicBefore(opened, 1));
        Assert.Null(WitnessedTime.NotLaterThan(opened, 5));
    }
}
