using Mandate.Simulation.ClosedForm;
using Mandate.Tally;

namespace Mandate.Simulation.Tests;

/// <summary>The same results by drawing, within three standard deviations at fixed seeds.</summary>
public sealed class SamplingTests
{
    [Theory]
    [InlineData(3, 0.45, 3, false)]
    [InlineData(4, 0.69, 2, true)]
    [InlineData(5, 0.55, 2, false)]
    public void Drawn_hierarchies_follow_the_formula(int r, double support, int tiers, bool tieToIncumbent)
    {
        const int Groups = 20_000;
        var expected = HierarchicalMajority.Trajectory(r, support, tiers, tieToIncumbent ? 0 : 0.5)[^1];
        Within(Sampling.Hierarchy(new(7), r, support, tiers, Groups, tieToIncumbent), expected, Groups);
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(3, 101)]
    public void Drawn_elections_split_as_often_as_counted(int districts, int voters)
    {
        const int Elections = 20_000;
        var exact = IndirectElection.Paradox(districts, voters);
        Within(Sampling.Paradox(new(11), districts, voters, Elections), (double)exact.Numerator / (double)exact.Denominator, Elections);
    }

    [Fact]
    public void Drawn_elections_of_large_districts_split_as_often_as_the_limits_say()
    {
        const int Elections = 20_000;
        Within(Sampling.Paradox(new(23), 3, 20_001, Elections), 0.162260, Elections);
        Within(Sampling.Paradox(new(29), 401, 2_001, Elections), 0.205952, Elections);
        Within(Sampling.ParadoxOfLeanings(new(31), 3, Elections), 1.0 / 8, Elections);
    }

    [Theory]
    [InlineData(0.6, 11, 0.753498)]
    [InlineData(0.55, 101, 0.843755)]
    [InlineData(0.4, 3, 0.352)]
    public void Drawn_juries_are_right_as_often_as_Condorcet_says(double p, int jurors, double expected)
    {
        const int Juries = 20_000;
        Within(Sampling.Hierarchy(new(37), jurors, p, 1, Juries, tieToIncumbent: false), expected, Juries);
    }

    [Fact]
    public void Luxembourg_is_never_pivotal_in_any_draw()
    {
        const int Orders = 20_000;
        var pivots = Sampling.Pivots(new(13), [4, 4, 4, 2, 2, 1], 12, Orders);
        Assert.Equal(0, pivots[5]);
        Within(pivots[0], 7.0 / 30, Orders);
        Within(pivots[3], 3.0 / 20, Orders);
    }

    [Theory]
    [InlineData(.30, .5)]
    [InlineData(.40, .5)]
    [InlineData(.20, .8)]
    public void Drawn_officers_capture_the_congress_when_the_formula_says(double support, double steering)
    {
        const int Units = 400;
        const int Members = 200;
        var core = new CaptureCore(support, steering);
        var drawn = Sampling.Officers(new(17), core, Units, Members, 12);
        var expected = core.Loyal(12);
        for (var t = 0; t < drawn.Length; t++)
        {
            // Of the drawn votes and of the drawn officers.
            var sigma = Math.Sqrt((0.25 / ((long)Units * Members)) + (steering * (1 - support) * steering * (1 - support) * expected[t] * (1 - expected[t]) / Units));
            Assert.InRange(drawn[t], core.Delegates(expected[t]) - (3 * sigma), core.Delegates(expected[t]) + (3 * sigma));
        }
    }

    [Fact]
    public void Members_drawn_by_lot_are_as_the_members_are()
    {
        var draws = new Draws(19);
        const int Times = 20_000;
        var sum = Enumerable.Range(0, Times).Sum(_ => draws.Hypergeometric(100, 30, 10));
        // Mean 3, variance 10·0.3·0.7·90/99.
        var sigma = Math.Sqrt(10 * 0.3 * 0.7 * 90 / 99 / Times);
        Assert.InRange((double)sum / Times, 3 - (3 * sigma), 3 + (3 * sigma));
    }

    private static void Within(double drawn, double expected, int times)
    {
        var sigma = Math.Sqrt(Math.Max(expected * (1 - expected), 1e-9) / times);
        Assert.InRange(drawn, expected - (3 * sigma), expected + (3 * sigma));
    }
}
