using System.Numerics;
using Mandate.Simulation.ClosedForm;
using Mandate.Tally;

namespace Mandate.Simulation.Tests;

/// <summary>Published results, by formula.</summary>
public sealed class ReferenceValues
{
    [Theory]
    [InlineData(3, 0.5, 0.5)]
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

    [Theory]
    [InlineData(3, new[] { 0.6667, 0.4444, 0.2963, 0.1975, 0.1317 })]
    [InlineData(5, new[] { 0.6, 0.36, 0.216, 0.1296, 0.0778 })]
    [InlineData(51, new[] { 0.5098, 0.2599, 0.1325, 0.0675, 0.0344 })]
    public void A_small_part_of_the_base_can_win_through_tiers(int m, double[] expected) =>
        Assert.All(expected.Select((share, i) => (share, Tiers: i + 1)), e => Assert.Equal(e.share, Real(IndirectElection.MinimalShare(m, e.Tiers)), 4));

    [Fact]
    public void The_smallest_base_of_unequal_districts_is_a_knapsack()
    {
        Assert.Equal(4, IndirectElection.MinimalBase([(3, 1), (3, 1), (3, 1)]));
        // Many seats for few members: two small districts suffice.
        Assert.Equal(6 + 6, IndirectElection.MinimalBase([(10, 3), (10, 3), (1000, 3), (1000, 2)]));
    }

    [Theory]
    [InlineData("3,2,1", 4, "3,1,1", "2/3,1/6,1/6")]
    [InlineData("50,49,1", 51, "3,1,1", "2/3,1/6,1/6")]
    [InlineData("4,4,4,2,2,1", 12, "10,10,10,6,6,0", "7/30,7/30,7/30,3/20,3/20,0")]
    [InlineData("9,9,7,3,1,1", 16, "16,16,16,0,0,0", "1/3,1/3,1/3,0,0,0")]
    [InlineData("31,31,28,21,2,2", 58, "16,16,16,0,0,0", "1/3,1/3,1/3,0,0,0")]
    [InlineData("10,10,10,10,5,5,3,3,2", 41, "53,53,53,53,29,29,21,21,5", "5/28,5/28,5/28,5/28,17/210,17/210,2/35,2/35,1/105")]
    [InlineData("10,10,10,10,5,5,5,3,3,2", 45, "100,100,100,100,52,52,52,26,26,26", "73/420,73/420,73/420,73/420,1/14,1/14,1/14,19/630,19/630,19/630")]
    public void Power_indices_are_those_of_the_tables(string weights, int quota, string swings, string shapley)
    {
        int[] w = [.. weights.Split(',').Select(int.Parse)];
        Assert.Equal(swings.Split(',').Select(BigInteger.Parse), PowerIndices.Swings(w, quota));
        Assert.Equal(shapley.Split(',').Select(Parsed), PowerIndices.ShapleyShubik(w, quota));
    }

    [Fact]
    public void The_Security_Council_as_a_weighted_game_has_the_published_power()
    {
        // Five vetoes and four of ten: weights 7 and 1, quota 39.
        int[] weights = [7, 7, 7, 7, 7, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
        Assert.Equal([848, 84], new[] { PowerIndices.Swings(weights, 39)[0], PowerIndices.Swings(weights, 39)[14] });
        Assert.Equal(new Fraction(421, 2145), PowerIndices.ShapleyShubik(weights, 39)[0]);
        Assert.Equal(new Fraction(4, 2145), PowerIndices.ShapleyShubik(weights, 39)[14]);
        Assert.Equal(new Fraction(106, 635), PowerIndices.Banzhaf(weights, 39)[0]);
    }

    [Fact]
    public void The_Swiss_cantonal_vote_has_the_published_power()
    {
        int[] weights = [.. Enumerable.Repeat(2, 20), .. Enumerable.Repeat(1, 6)];
        var power = PowerIndices.Banzhaf(weights, 24);
        Assert.Equal(0.043544, Real(power[0]), 6);
        Assert.Equal(0.021519, Real(power[25]), 6);
    }

    [Fact]
    public void Disproportionality_of_the_British_election_of_2015_is_that_published()
    {
        (double, double)[] shares = [(36.81, 330), (30.45, 232), (12.64, 1), (7.87, 8), (4.74, 56), (3.77, 1), (.60, 8), (.58, 4), (.57, 3), (.37, 2), (.33, 3)];
        Assert.Equal(15.01, Disproportionality.Gallagher(shares.Select(s => (s.Item1, s.Item2 / 6.5))), 2);
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

    private static Fraction Parsed(string text) => Fraction.TryParse(text, out var value) ? value : throw new FormatException(text);

    private static double Real(Fraction value) => (double)value.Numerator / (double)value.Denominator;
}
