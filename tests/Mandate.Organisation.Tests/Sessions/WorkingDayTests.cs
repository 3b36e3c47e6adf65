using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class WorkingDayTests
{
    private static Founded With(string deadlines) => Founded.Small(
        Founded.Yaml(("notice: 30 days, on_demand_of: [{petition: 5% of members}], within: 60 days", "notice: 20 working days, on_demand_of: [{petition: 5% of members}], within: 10 days"))
        + $"\ncalendar: {{holidays: [\"01-06\"], deadlines: {deadlines}}}\n");

    private static ConveneSession On(int day) => new("c1", "congress", null, "Hall", new(2026, 1, day, 10, 0, 0, TimeSpan.Zero), new(2026, 2, 1), null);

    [Fact]
    public void A_notice_in_working_days_passes_over_weekends_and_the_holidays_of_the_constitution()
    {
        var o = With("as_counted");
        // From Thursday 1 January; 6 January is a holiday.
        var refused = o.Refused("b1-01", On(29), "council");
        Assert.Equal(("bodies.congress.convene.notice", "20 working days", 19), (refused.Clause, refused.Needs, refused.Given));
        Assert.Equal(new DateTime(2026, 1, 30), refused.Earliest!.Value.UtcDateTime.Date);
        o.Do("b1-01", On(30), "council");
    }

    [Theory]
    [InlineData("as_counted", 11)]
    [InlineData("next_working_day", 12)]
    public void What_is_due_on_a_sunday_is_due_on_monday_where_the_constitution_says_so(string deadlines, int due)
    {
        var o = With(deadlines);
        o.Do("b1-07", new DemandSession("d", "congress", null, "Elect a new council"));
        Assert.Equal(new DateOnly(2026, 1, due), o.State.Sessions.Demands["d"].Due);
    }
}
