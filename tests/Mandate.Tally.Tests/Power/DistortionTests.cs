using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Power;

namespace Mandate.Tally.Tests.Power;

public sealed class DistortionTests
{
    [Fact]
    public void The_British_election_of_2015_has_its_index()
    {
        (string Percent, int Seats)[] parties =
        [
            ("36.81", 330), ("30.45", 232), ("12.64", 1), ("7.87", 8), ("4.74", 56), ("3.77", 1), ("0.60", 8), ("0.58", 4), ("0.57", 3), ("0.37", 2), ("0.33", 3),
        ];
        var votes = parties.Select(p => Fraction.TryParse(p.Percent, out var share) ? share / 100 : default).ToList();
        var seats = parties.Select(p => new Fraction(p.Seats, 650)).ToList();

        Assert.Equal("15.01", Disproportionality.GallagherPercent(votes, seats, 2).ToDecimal(2));
    }

    /// <summary>Tables that give 1.11 for it add up wrongly: the listed rows make 1.125.</summary>
    [Fact]
    public void The_New_Zealand_election_of_2005_has_the_index_of_its_rows()
    {
        (string Percent, int Seats)[] parties = [("41.10", 50), ("39.10", 48), ("5.72", 7), ("5.30", 6), ("2.67", 3), ("2.12", 4), ("1.51", 2), ("1.16", 1), ("0.62", 0), ("0.25", 0), ("0.12", 0)];
        var votes = parties.Select(p => Fraction.TryParse(p.Percent, out var share) ? share / 100 : default).ToList();
        var seats = parties.Select(p => new Fraction(p.Seats, 121)).ToList();

        Assert.Equal("1.125", Disproportionality.GallagherPercent(votes, seats, 3).ToDecimal(3));
    }

    [Fact]
    public void Seats_equal_to_votes_have_no_distortion_and_one_winner_of_two_equals_has_half()
    {
        Fraction[] half = [new(1, 2), new(1, 2)];

        Assert.Equal(0, Disproportionality.LoosemoreHanby(half, half));
        Assert.Equal(new Fraction(1, 2), Disproportionality.LoosemoreHanby(half, [1, 0]));
        Assert.Equal(50, Disproportionality.GallagherPercent(half, [1, 0], 3));
        Assert.Equal(2, Disproportionality.EffectiveNumber([7, 7]));
        Assert.Equal(new Fraction(8, 3), Disproportionality.EffectiveNumber([2, 1, 1]));
    }

    [Theory]
    // Russian constitution of 1918, article 25: 25 000 electors in towns against 125 000 inhabitants in the country.
    [InlineData(500, 1000, "5/2")]
    [InlineData(513, 1000, "513/200")]
    [InlineData(600, 1000, "3")]
    public void Electors_against_inhabitants_are_compared_by_the_share_of_electors(long electors, long inhabitants, string ratio) =>
        Assert.Equal(ratio, Disproportionality.WeightRatio([(25_000, 1), (125_000 * electors / inhabitants, 1)])!.Value.ToString());

    [Fact]
    public void A_unit_without_a_seat_has_no_finite_ratio() => Assert.Null(Disproportionality.WeightRatio([(10, 1), (10, 0)]));

    [Theory]
    [InlineData(3, 1, "0.6666")]
    [InlineData(3, 2, "0.4444")]
    [InlineData(3, 5, "0.1316")]
    [InlineData(5, 3, "0.2160")]
    [InlineData(5, 5, "0.0777")]
    [InlineData(51, 1, "0.5098")]
    [InlineData(51, 5, "0.0344")]
    public void Tiers_of_equal_groups_multiply_bare_majorities(int size, int tiers, string share) =>
        Assert.Equal(share, BaseShare.EqualGroups(Enumerable.Repeat(size, tiers)).ToDecimal(4));

    [Fact]
    public void The_cheapest_units_that_bring_the_seats_equal_trying_every_set_of_units() =>
        Prop.ForAll(
            (from units in Gen.ArrayOf(from e in Gen.Choose(1, 30) from s in Gen.Choose(0, 4) select ((long)e, s), 6)
             from needed in Gen.Choose(0, 14)
             select (units, needed)).ToArbitrary(),
            g =>
            {
                var cheapest = Enumerable.Range(0, 64).Select(set => g.units.Where((_, i) => (set >> i & 1) != 0).ToList())
                    .Where(set => set.Sum(u => u.s) >= g.needed).Select(set => set.Sum(u => u.Item1 / 2 + 1)).DefaultIfEmpty(-1).Min();
                return BaseShare.ThroughUnits(g.units.Select(u => (u.Item1, u.s)), g.needed)
                    == (cheapest < 0 ? null : new Fraction(cheapest, g.units.Sum(u => u.Item1)));
            }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0, "0.000")]
    [InlineData(2, "1.414")]
    [InlineData(3, "1.732")]
    [InlineData(144, "12.000")]
    public void Roots_are_rounded_once(int value, string root) => Assert.Equal(root, ExactRoot.Rounded(value, 3).ToDecimal(3));
}
