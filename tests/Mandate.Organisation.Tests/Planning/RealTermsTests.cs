using Mandate.Organisation.Accounts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Planning;

public sealed class RealTermsTests
{
    /// <summary>Prices 100 and wages 1000 at the start; prices 110 in March, wages 1050 in April.</summary>
    private static Founded Measured(string? yaml = null)
    {
        var o = Founded.Small(yaml);
        o.Do("b1-05", new OpenSeries("prices", "A basket", "euro", "secretary"));
        o.Do("b1-05", new OpenSeries("wages", "An hour", "euro", "secretary"));
        o.Do("b1-05", new EnterValue("prices", new(2025, 12, 31), 100_00, "Office of statistics"));
        o.Do("b1-05", new EnterValue("wages", new(2025, 12, 31), 1000_00, "Survey"));
        o.Do("b1-01", new OpenFund("f", "Strike fund", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r", "f", 500_00, "Levy", o.Blob("Bank.")));
        o.Now = new(2026, 4, 10, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-05", new EnterValue("prices", new(2026, 3, 20), 110_00, "Office of statistics"));
        o.Do("b1-05", new EnterValue("wages", new(2026, 4, 1), 1050_00, "Survey"));
        return o;
    }

    [Fact]
    public void What_members_gained_is_told_against_prices_and_not_at_all_where_a_figure_is_missing()
    {
        var o = Measured();
        Assert.Null(RealTerms.Gained(o.State.Planning, new(2026, 1, 1), new(2026, 4, 10)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ChooseYardstick("prices", "wages")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", new ChooseYardstick("none", null), "council").Code);
        o.Do("b1-01", new ChooseYardstick("prices", "wages"), "council");
        var gained = RealTerms.Gained(o.State.Planning, new(2026, 1, 1), new(2026, 4, 10))!;
        Assert.Equal((new Fraction(21, 20), new Fraction(21, 22)), (gained.Nominal, gained.Real));
        Assert.Null(RealTerms.Gained(o.State.Planning, new(2025, 1, 1), new(2026, 4, 10)));
        Assert.Null(RealTerms.Gained(o.State.Planning, new(2026, 1, 1), new(2028, 1, 1)));
    }

    [Fact]
    public void A_fund_is_told_in_what_it_buys_and_a_quarter_that_took_too_much_is_told_apart()
    {
        var o = Measured();
        o.Do("b1-01", new ChooseYardstick("prices", null), "council");
        var quarter = RealTerms.Of(o.State, o.State.Accounts.Funds["f"], new(2026, 4, 10))[^1];
        Assert.Equal((new DateOnly(2026, 3, 31), 500_00L, true), (quarter.End, quarter.Balance, quarter.Eroded));
        Assert.Equal(new Fraction(10, 11), quarter.Change!.Real);
        Assert.Equal(["f"], RealTerms.Eroded(o.State, new(2026, 4, 10)).Select(f => f.Id));
        Assert.Empty(RealTerms.Eroded(o.State, new(2026, 3, 30)));
        Assert.Equal(new Fraction(11, 10), RealTerms.DuesFactor(o.State.Planning, new(2026, 1, 1), new(2026, 4, 10)));
    }

    [Theory]
    [InlineData("5%", true), InlineData("10%", false)]
    public void How_much_a_quarter_may_take_the_constitution_says(string limit, bool eroded)
    {
        var o = Measured(Founded.Yaml() + $"\nguards: {{eroded: {limit}}}\n");
        o.Do("b1-01", new ChooseYardstick("prices", null), "council");
        Assert.Equal(eroded, RealTerms.Eroded(o.State, new(2026, 4, 10)).Any());
    }

    [Fact]
    public void A_matter_declared_settled_comes_back_when_its_figure_does_and_is_not_declared_while_it_shows()
    {
        var o = Founded.Small();
        var settled = new DeclareSettled("m", "Places from above", "appointed", 10);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", settled).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", settled with { Indicator = "none" }, "council").Code);
        o.Do("b1-01", settled, "council");
        Assert.False(Assert.Single(SettledMatters.On(o.State, new(2026, 1, 2), Acts.Blobs.None)).Open);
        for (var i = 0; i < 2; i++)
            o.Happened("b1-01", new Organisation.Offices.TenureBegan($"t-{i}", $"b1-{8 + i:00}", new("council"), o.Now, null, new(Organisation.Offices.BasisKind.Appointment, "a", "secretary")));
        Assert.True(Assert.Single(SettledMatters.On(o.State, new(2026, 1, 2), Acts.Blobs.None)).Open);
        Assert.Equal("inspection.not-settled", o.Refused("b1-01", settled with { Id = "n" }, "council").Code);
        o.Do("b1-01", new Organisation.Sessions.ConveneSession("c1", "council", null, "Hall", new(2026, 1, 20, 9, 0, 0, TimeSpan.Zero), new(2026, 1, 20), null), "council");
        Assert.Contains(o.State.Sessions.Find("c1")!.Agenda, i => i.Id == "settled:m");
    }
}
