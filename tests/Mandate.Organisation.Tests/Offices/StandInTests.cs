using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class StandInTests
{
    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, Day(o)).Select(f => f.Guard.Name);

    [Fact]
    public void For_a_holder_who_is_ill_somebody_acts_until_the_day_said_and_no_longer()
    {
        var o = Founded.Small();
        var seat = new Seat("secretary");
        Assert.Equal("offices.no-vacancy", o.Refused("b1-01", new BeginActing("x", "b1-02", seat), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new ReportUnable("t-secretary-0", Day(o).AddDays(30))).Code);
        Assert.Equal("offices.absent-too-long", o.Refused("b1-05", new ReportUnable("t-secretary-0", Day(o).AddDays(91))).Code);
        o.Do("b1-05", new ReportUnable("t-secretary-0", Day(o).AddDays(30)));
        Assert.Contains("succession-vacuum", Fired(o));
        o.Do("b1-01", new BeginActing("x", "b1-02", seat), "council");
        Assert.DoesNotContain("succession-vacuum", Fired(o));
        Assert.True(o.State.Offices.Holds("b1-05", "secretary", o.Now));
        Assert.True(o.State.Offices.Holds("b1-02", "secretary", o.Now.AddDays(30)));
        Assert.False(o.State.Offices.Holds("b1-02", "secretary", o.Now.AddDays(31)));
    }

    [Fact]
    public void Whoever_is_back_has_the_place_alone_again()
    {
        var o = Founded.Small();
        o.Do("b1-01", new ReportUnable("t-secretary-0", Day(o).AddDays(30)), "council");
        o.Do("b1-01", new BeginActing("x", "b1-02", new Seat("secretary")), "council");
        o.Do("b1-05", new ReportAble("t-secretary-0"));
        o.Advance(1);
        Assert.Equal(["b1-05"], o.State.Offices.Holders("secretary", o.Now).Select(t => t.Person));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new ReportAble("t-secretary-0")).Code);
    }

    [Fact]
    public void Nobody_is_sent_away_who_has_said_that_they_can_act()
    {
        var o = Founded.Small();
        var away = new ReportUnable("t-secretary-0", Day(o).AddDays(30));
        o.Do("b1-01", away, "council");
        o.Do("b1-05", new ReportAble("t-secretary-0"));
        o.Advance(300);
        var refused = o.Refused("b1-01", away with { Until = Day(o).AddDays(30) }, "council");
        Assert.Equal(("offices.said-able", new DateTimeOffset(2027, 1, 1, 9, 0, 0, TimeSpan.Zero)), (refused.Code, refused.Earliest));
        // Leave is the holder's own act.
        o.Do("b1-05", away with { Until = Day(o).AddDays(30) });
    }

    [Fact]
    public void Who_is_away_keeps_notices_and_votes()
    {
        var o = Founded.Small();
        var before = Mandate.Organisation.Sessions.Entitlement.ToNotice(o.State, "council", null, o.Now);
        Assert.Contains("b1-01", before);
        o.Do("b1-01", new ReportUnable(o.State.Offices.HeldBy("b1-01", o.Now).First().Id, Day(o).AddDays(30)));
        Assert.Equal(before, Mandate.Organisation.Sessions.Entitlement.ToNotice(o.State, "council", null, o.Now));
        Assert.True(o.State.Roll.Member("b1-01")!.InGoodStanding);
    }

    [Fact]
    public void An_election_is_due_before_the_term_ends_and_rights_end_at_midnight()
    {
        var o = Founded.Small();
        Assert.DoesNotContain(ElectionsDue.Of(o.State, o.Now), e => e.Seat.Of == "council");
        o.Now = new(2026, 11, 15, 9, 0, 0, TimeSpan.Zero);
        var due = ElectionsDue.Of(o.State, o.Now).Single(e => e.Seat.Of == "council");
        Assert.Equal((3, new DateOnly(2027, 1, 1), new DateOnly(2026, 11, 2)), (due.Seats, due.Ends!.Value, due.CallBy));
        Assert.True(due.OverdueOn(Day(o)));
        Assert.DoesNotContain(ElectionsDue.Of(o.State, o.Now), e => e.Seat.Of == "electoral");
        var last = new DateTimeOffset(2027, 1, 1, 23, 59, 59, TimeSpan.Zero);
        Assert.True(o.State.Offices.Holds("b1-01", "council", last));
        Assert.False(o.State.Offices.Holds("b1-01", "council", last.AddSeconds(1)));
        Assert.Contains(ElectionsDue.Of(o.State, last.AddSeconds(1)), e => e.Seat.Of == "secretary" && e.Ends is null);
    }
}
