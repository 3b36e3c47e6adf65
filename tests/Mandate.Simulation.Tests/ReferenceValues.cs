using FsCheck;
using FsCheck.Fluent;
using Mandate.Simulation.ClosedForm;
using Mandate.Tally;
using Mandate.Tally.Power;

namespace Mandate.Simulation.Tests;

/// <summary>Published results, by formula.</summary>
public sealed class ReferenceValues
{
    [Theory]
    [InlineData(3, 0.5, 0.5)]
    [InlineData(5, 0.5, 0.5)]
    [InlineData(7, 0.5, 0.5)]
    [InlineData(4, 1, 0.232408)]
    [InlineData(9, 0.5, 0.5)]
    [InlineData(4, 0.5, 0.5)]
    [InlineData(4, 0, 0.767592)]
    [InlineData(6, 0, 0.652871)]
    [InlineData(8, 0, 0.604487)]
    [InlineData(10, 0, 0.578587)]
    [InlineData(12, 0, 0.562642)]
    [InlineData(20, 0, 0.533976)]
    public void The_threshold_of_a_hierarchy_is_that_of_Galam(int r, double ties, double expected) => Assert.Equal(expected, HierarchicalMajority.Threshold(r, ties)!.Value, 6);

    [Fact]
    public void Groups_of_four_with_ties_to_the_incumbent_have_their_threshold_in_closed_form() => Assert.Equal((1 + Math.Sqrt(13)) / 6, HierarchicalMajority.Threshold(4, 0)!.Value, 12);

    [Fact]
    public void Groups_of_two_with_ties_to_the_incumbent_have_no_threshold() => Assert.Null(HierarchicalMajority.Threshold(2, 0));

    [Theory]
    [InlineData(3, 0.5, 0.45, new[] { 0.4253, 0.3887, 0.3358, 0.2626, 0.1706, 0.0774, 0.0171, 0.0009 })]
    [InlineData(4, 0, 0.69, new[] { 0.6340, 0.5347, 0.3663, 0.1425, 0.0103, 0.0 })]
    [InlineData(4, 0, 0.52, new[] { 0.3431, 0.1200, 0.0063 })]
    [InlineData(3, 0.5, 0.36, new[] { 0.2955, 0.2103, 0.1141, 0.0361 })]
    public void A_minority_disappears_tier_by_tier(int r, double ties, double from, double[] expected) =>
        Assert.All(HierarchicalMajority.Trajectory(r, from, expected.Length, ties).Zip(expected), p => Assert.InRange(p.First, p.Second - 5.1e-5, p.Second + 5.1e-5));

    [Theory]
    [InlineData(3, 0.5, 1.5)]
    [InlineData(5, 0.5, 1.875)]
    [InlineData(7, 0.5, 2.1875)]
    [InlineData(9, 0.5, 2.4609375)]
    [InlineData(4, 0, 1.643211)]
    public void The_slope_at_the_threshold_says_how_fast_tiers_decide(int r, double ties, double expected) => Assert.Equal(expected, HierarchicalMajority.Slope(r, ties)!.Value, 5);

    [Theory]
    [InlineData(3, 0.6, 0.648)]
    [InlineData(5, 0.6, 0.68256)]
    [InlineData(7, 0.6, 0.710208)]
    [InlineData(9, 0.6, 0.733432)]
    [InlineData(3, 0.55, 0.57475)]
    [InlineData(11, 0.55, 0.633123)]
    [InlineData(3, 0.4, 0.352)]
    [InlineData(11, 0.6, 0.753498)]
    [InlineData(21, 0.6, 0.825622)]
    [InlineData(51, 0.6, 0.926471)]
    [InlineData(101, 0.6, 0.979103)]
    [InlineData(101, 0.55, 0.843755)]
    [InlineData(11, 0.4, 0.246502)]
    [InlineData(101, 0.4, 0.020897)]
    public void A_jury_is_a_tier_of_one_group(int n, double p, double expected) => Assert.Equal(expected, HierarchicalMajority.Tier(n, p), 6);

    [Theory]
    [InlineData(3, 3, "54/512")]
    [InlineData(3, 5, "4200/32768")]
    public void The_referendum_paradox_is_counted_exactly(int districts, int voters, string expected)
    {
        Assert.True(Fraction.TryParse(expected, out var exact));
        Assert.Equal(exact, IndirectElection.Paradox(districts, voters));
    }

    [Theory]
    [InlineData(3, 7, 0.137947)]
    [InlineData(5, 3, 0.131836)]
    [InlineData(5, 5, 0.153169)]
    [InlineData(3, 101, 0.160587)]
    public void The_paradox_grows_with_the_districts(int districts, int voters, double expected) => Assert.Equal(expected, Real(IndirectElection.Paradox(districts, voters)), 6);

    [Fact]
    public void The_limits_of_the_paradox_are_those_published()
    {
        Assert.Equal(0.162260, IndirectElection.ParadoxOfThreeLargeDistricts, 6);
        Assert.Equal(0.205952, IndirectElection.ParadoxOfManyLargeDistricts, 6);
    }

    /// <summary>Whoever draws the districts: in the whole of free districting of nine voters in three districts no smaller base wins than the formula says.</summary>
    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, 5)]
    [InlineData(5, 3)]
    public void The_adversary_with_free_districting_needs_exactly_the_minimal_base(int districts, int voters)
    {
        // How many voters of the adversary each district has, in any order: all ways are tried.
        var least = int.MaxValue;
        var filled = new int[districts];
        while (true)
        {
            if (filled.Count(f => f * 2 > voters) * 2 > districts) least = Math.Min(least, filled.Sum());
            var d = 0;
            while (d < districts && ++filled[d] > voters) filled[d++] = 0;
            if (d == districts) break;
        }
        Assert.Equal(BaseShare.EqualGroups(voters, districts), new Fraction(least, districts * voters));
        Assert.Equal(BaseShare.ThroughUnits(Enumerable.Repeat(((long)voters, 1), districts), (districts / 2) + 1), new Fraction(least, districts * voters));
    }

    [Theory]
    [InlineData(.45, .4, .2273, 1)]
    [InlineData(.40, .5, .3333, 2)]
    [InlineData(.30, .4, .7143, 5)]
    [InlineData(.30, .5, .5714, 3)]
    [InlineData(.30, .8, .3571, 2)]
    [InlineData(.2, .4, .9375, 10)]
    [InlineData(.2, .5, .7500, 5)]
    [InlineData(.1, .5, .8889, 8)]
    [InlineData(.05, .8, .5921, 4)]
    public void The_time_to_capture_follows_from_support_and_steering(double support, double steering, double needed, int first)
    {
        var core = new CaptureCore(support, steering);
        Assert.Equal(needed, core.LoyalNeeded, 4);
        Assert.Equal(first, core.FirstPeriod);
        Assert.Equal(first, core.Loyal(40).TakeWhile(x => core.Delegates(x) <= 0.5).Count());
    }

    /// <summary>Support, steering and posts filled from above hasten capture; a further elector, who fills posts otherwise, delays it.</summary>
    [Fact]
    public void More_support_and_more_appointment_never_delay_capture_and_an_independent_elector_never_hastens_it()
    {
        var shares = Gen.Choose(0, 100).Select(n => n / 100.0);
        var cores = from b in Gen.Choose(0, 49) from i in Gen.Choose(1, 100) from a in shares from v in shares from r in Gen.Choose(1, 100) from less in shares
                    select (Core: new CaptureCore(b / 100.0, i / 100.0, r / 100.0, a, v), Less: less);
        Prop.ForAll(cores.ToArbitrary(), c =>
        {
            var first = First(c.Core);
            Assert.True(First(c.Core with { Support = Math.Min(1, c.Core.Support + (c.Less / 2)) }) <= first);
            Assert.True(First(c.Core with { Steering = Math.Min(1, c.Core.Steering + c.Less) }) <= first);
            Assert.True(First(c.Core with { FromAbove = c.Core.FromAbove * c.Less }) >= first || c.Core.Free > 0.999);
            // A recall path brings in officers whom units choose freely.
            Assert.True(First(c.Core with { Free = c.Core.Free * c.Less }) >= first);
        }).QuickCheckThrowOnFailure();

        static int First(CaptureCore core) => core.Loyal(200).Select((x, t) => (x, t)).Where(p => core.Delegates(p.x) > 0.5).Select(p => p.t).DefaultIfEmpty(int.MaxValue).First();
    }

    [Fact]
    public void With_little_support_and_weak_steering_the_congress_is_never_captured()
    {
        var core = new CaptureCore(.1, .4);
        Assert.True(core.LoyalNeeded > 1);
        Assert.Null(core.FirstPeriod);
        // Nor when fewer posts are filled from above than the threshold says.
        var below = new CaptureCore(.3, .5, FromAbove: .56);
        Assert.DoesNotContain(below.Loyal(400), x => below.Delegates(x) > 0.5);
        var above = new CaptureCore(.3, .5, FromAbove: .58);
        Assert.Contains(above.Loyal(400), x => above.Delegates(x) > 0.5);
    }

    private static double Real(Fraction value) => (double)value.Numerator / (double)value.Denominator;
}
