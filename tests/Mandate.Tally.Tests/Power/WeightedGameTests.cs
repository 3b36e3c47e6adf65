using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Power;

namespace Mandate.Tally.Tests.Power;

/// <summary>Against the published tables: Felsenthal and Machover, <i>The Measurement of Voting Power</i>; Banzhaf 1965, 1968.</summary>
public sealed class WeightedGameTests
{
    [Theory]
    [InlineData("3 2 1", 4, "3 1 1", "3/5 1/5 1/5", "2/3 1/6 1/6")]
    [InlineData("50 49 1", 51, "3 1 1", "3/5 1/5 1/5", "2/3 1/6 1/6")]
    [InlineData("4 4 4 2 2 1", 12, "10 10 10 6 6 0", "5/21 5/21 5/21 1/7 1/7 0", "7/30 7/30 7/30 3/20 3/20 0")]
    [InlineData("9 9 7 3 1 1", 16, "16 16 16 0 0 0", "1/3 1/3 1/3 0 0 0", "1/3 1/3 1/3 0 0 0")]
    [InlineData("31 31 28 21 2 2", 58, "16 16 16 0 0 0", "1/3 1/3 1/3 0 0 0", "1/3 1/3 1/3 0 0 0")]
    [InlineData("10 10 10 10 5 5 3 3 2", 41, "53 53 53 53 29 29 21 21 5",
        "53/317 53/317 53/317 53/317 29/317 29/317 21/317 21/317 5/317", "5/28 5/28 5/28 5/28 17/210 17/210 2/35 2/35 1/105")]
    [InlineData("10 10 10 10 5 5 5 3 3 2", 45, "100 100 100 100 52 52 52 26 26 26",
        "50/317 50/317 50/317 50/317 26/317 26/317 26/317 13/317 13/317 13/317", "73/420 73/420 73/420 73/420 1/14 1/14 1/14 19/630 19/630 19/630")]
    [InlineData("10 10 10 10 8 5 5 5 5 3 3 2", 54, "286 286 286 286 242 148 148 148 148 102 102 40",
        "13/101 13/101 13/101 13/101 11/101 74/1111 74/1111 74/1111 74/1111 51/1111 51/1111 20/1111",
        "31/231 31/231 31/231 31/231 257/2310 589/9240 589/9240 589/9240 589/9240 59/1386 59/1386 41/3465")]
    [InlineData("7 7 7 7 7 1 1 1 1 1 1 1 1 1 1", 39, "848 848 848 848 848 84 84 84 84 84 84 84 84 84 84",
        "106/635 106/635 106/635 106/635 106/635 21/1270 21/1270 21/1270 21/1270 21/1270 21/1270 21/1270 21/1270 21/1270 21/1270",
        "421/2145 421/2145 421/2145 421/2145 421/2145 4/2145 4/2145 4/2145 4/2145 4/2145 4/2145 4/2145 4/2145 4/2145 4/2145")]
    public void Known_bodies_have_their_known_power(string weights, long quota, string swings, string banzhaf, string shapley)
    {
        var game = new WeightedGame(weights.Split(' ').Select(w => long.Parse(w, System.Globalization.CultureInfo.InvariantCulture)), quota);

        Assert.Equal(swings, string.Join(' ', game.Swings()));
        Assert.Equal(banzhaf, string.Join(' ', game.NormalisedBanzhaf()));
        Assert.Equal(shapley, string.Join(' ', game.ShapleyShubik()));
    }

    [Fact]
    public void Europe_of_fifteen_and_the_Swiss_cantons_have_their_published_indices()
    {
        long[] europe = [10, 10, 10, 10, 8, 5, 5, 5, 5, 4, 4, 3, 3, 3, 2];
        var found = new WeightedGame(europe, 62).NormalisedBanzhaf().Distinct().Select(f => (f + new Fraction(1, 20_000)).ToDecimal(4));
        Assert.Equal(["0.1116", "0.0924", "0.0587", "0.0479", "0.0359", "0.0226"], found);

        var cantons = new WeightedGame([.. Enumerable.Repeat(2L, 20), .. Enumerable.Repeat(1L, 6)], 24).NormalisedBanzhaf();
        Assert.Equal(["0.043544", "0.021519"], cantons.Distinct().Select(f => (f + new Fraction(1, 2_000_000)).ToDecimal(6)));
    }

    [Fact]
    public void The_electoral_college_of_1964_has_Banzhafs_absolute_power()
    {
        // Electors by state in 1964 and 1968, the District of Columbia with three.
        long[] electors = [43, 40, 29, 26, 26, 25, 21, 17, 14, 14, 13, 13, 12, 12, 12, 12, 11, 10, 10, 10, 10, 9, 9, 9, 8, 8, 8, 7, 7, 7, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3];
        Assert.Equal((51, 538L), (electors.Length, electors.Sum()));
        var power = new WeightedGame(electors, 270).AbsoluteBanzhaf();
        Assert.Equal(["0.363721", "0.334149", "0.023631"], new[] { power[0], power[1], power[^1] }.Select(p => (p + new Fraction(1, 2_000_000)).ToDecimal(6)));
    }

    [Fact]
    public void The_electoral_college_of_2024_has_its_normalised_power()
    {
        long[] electors = [54, 40, 30, 28, 19, 19, 17, 16, 16, 15, 14, 13, 12, 11, 11, 11, 11, 10, 10, 10, 10, 10, 9, 9, 8, 8, 8, 7, 7, 6, 6, 6, 6, 6, 6, 5, 5, 4, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 3];
        Assert.Equal((51, 538L), (electors.Length, electors.Sum()));
        var power = new WeightedGame(electors, 270).NormalisedBanzhaf();
        Assert.Equal(["0.1108", "0.0764", "0.0560", "0.0521", "0.0055"], new[] { power[0], power[1], power[2], power[3], power[^1] }.Select(p => (p + new Fraction(1, 20_000)).ToDecimal(4)));
    }

    [Fact]
    public void Counting_by_weight_equals_trying_every_coalition_and_every_order() =>
        Prop.ForAll(
            (from weights in Gen.ArrayOf(Gen.Choose(0, 9), 5) from quota in Gen.Choose(1, Math.Max(weights.Sum(), 1)) select (weights, quota))
                .Where(g => g.weights.Sum() > 0).ToArbitrary(),
            g =>
            {
                var game = new WeightedGame(g.weights.Select(w => (long)w), g.quota);
                int WeightOf(int coalition) => Enumerable.Range(0, 5).Where(i => (coalition >> i & 1) != 0).Sum(i => g.weights[i]);
                var swings = Enumerable.Range(0, 5).Select(i => (BigInteger)Enumerable.Range(0, 32)
                    .Count(c => (c >> i & 1) == 0 && WeightOf(c) < g.quota && WeightOf(c) + g.weights[i] >= g.quota));
                var pivots = new int[5];
                foreach (var order in Orders([0, 1, 2, 3, 4]))
                {
                    var sum = 0;
                    pivots[order.First(i => (sum += g.weights[i]) >= g.quota)]++;
                }
                return game.Swings().SequenceEqual(swings) && game.ShapleyShubik().SequenceEqual(pivots.Select(p => new Fraction(p, 120)));
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_quota_out_of_reach_and_a_game_too_large_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new WeightedGame([1, 2], 4));
        Assert.Throws<ArgumentException>(() => new WeightedGame([1, 2], 0));
        Assert.Throws<ArgumentException>(() => new WeightedGame([-1, 2], 1));
        Assert.Throws<ArgumentException>(() => new WeightedGame([1_000_000_007, 1_000_000_009], 1_000_000_010));
        Assert.Equal(["1", "1", "1"], new WeightedGame([3_000_000_000, 2_000_000_000, 1_000_000_000], 6_000_000_000).Swings().Select(s => s.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static IEnumerable<int[]> Orders(int[] rest) => rest.Length == 0
        ? [[]]
        : rest.SelectMany(first => Orders([.. rest.Where(r => r != first)]).Select(order => (int[])[first, .. order]));
}
