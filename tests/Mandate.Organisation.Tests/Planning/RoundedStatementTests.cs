using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Planning;

namespace Mandate.Organisation.Tests.Planning;

public sealed class RoundedStatementTests
{
    private static PlanningState With(long hundredths) => PlanningState.Empty with
    {
        Series = PlanningState.Empty.Series.SetItem("staff", new("staff", "Staff", "persons", "secretary", [new(new(1926, 12, 17), hundredths, "Census", "x", DateTimeOffset.UnixEpoch)])),
    };

    [Theory]
    [InlineData("almost 6 million officials (series:staff 1926-12-17)", 5_923_400, true)]
    [InlineData("almost 6 million officials (series:staff)", 4_923_400, false)]
    [InlineData("5.9 miljoen (series:staff)", 5_923_400, true)]
    [InlineData("5,8 millions (series:staff)", 5_923_400, false)]
    [InlineData("1.140 calls (series:staff)", 1_143, true)]
    [InlineData("1 140 calls (series:staff)", 1_146, false)]
    [InlineData("12,5 (series:staff)", 12, false)]
    public void A_rounded_number_is_held_against_the_exact_one(string text, long exact, bool fits)
    {
        var one = Assert.Single(RoundedStatements.In(text, With(exact * 100)));
        Assert.Equal((fits, exact * 100), (one.Fits, one.Exact));
    }

    [Fact]
    public void What_names_no_series_or_one_that_is_not_there_is_not_compared()
    {
        Assert.Empty(RoundedStatements.In("Almost 6 million officials, says the report.", With(1)));
        Assert.Empty(RoundedStatements.In("6 million (series:other)", With(1)));
        var before = Assert.Single(RoundedStatements.In("6 million (series:staff 1926-12-16)", With(1)));
        Assert.Equal((null, false), (before.Exact, before.Fits));
    }

    [Fact]
    public void Whatever_the_figure_itself_rounded_to_any_place_it_fits() => Prop.ForAll(
        (from exact in Gen.Choose(1, 9_999_999) from place in Gen.Choose(0, 5) select (exact, place)).ToArbitrary(),
        pair =>
        {
            var unit = (int)Math.Pow(10, pair.place);
            var rounded = (pair.exact + unit / 2) / unit * unit;
            return rounded == 0 || Assert.Single(RoundedStatements.In($"{rounded.ToString(CultureInfo.InvariantCulture)} (series:staff)", With(pair.exact * 100L))).Fits;
        }).QuickCheckThrowOnFailure();
}
