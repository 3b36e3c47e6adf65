using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class NoticeTests
{
    private const string Email = "email";

    [Fact]
    public void The_period_runs_for_each_person_from_their_own_service()
    {
        var o = Congresses.Convened(40);
        o.Serve([.. Congresses.Everybody.Where(p => p != "b2-08")]);
        o.Advance(11);
        o.Serve("b2-08");
        var summary = NoticeRules.Summary(o.State, o.Session(), o.Now);
        Assert.Equal(new ServiceSummary(20, 19, 1, 0, 0, 0, 19), summary);
        Assert.Equal(Founded.Day(2026, 2, 11), NoticeRules.EarliestOpening(o.State, o.Session()));
    }

    [Fact]
    public void What_bounced_does_not_count_until_it_is_posted_and_post_that_came_back_does()
    {
        var o = Congresses.Convened();
        Record(o, "b1-10", ServiceOutcome.Sent, Email);
        Assert.NotNull(Served(o, "b1-10"));
        o.Advance(1);
        Record(o, "b1-10", ServiceOutcome.Bounced, Email);
        Assert.Null(Served(o, "b1-10"));
        o.Advance(1);
        Record(o, "b1-10", ServiceOutcome.Posted, "post");
        o.Advance(1);
        Record(o, "b1-10", ServiceOutcome.Returned, "post");
        Assert.Equal(Founded.Day(2026, 1, 3), Served(o, "b1-10"));
    }

    [Fact]
    public void A_dispute_voids_an_e_mail_only_while_there_is_time_to_serve_again()
    {
        var o = Congresses.Convened(40);
        Record(o, "b1-10", ServiceOutcome.Sent, Email);
        Record(o, "b1-11", ServiceOutcome.Sent, Email);
        o.Do("b1-10", new DisputeService("c1"));
        Assert.Null(Served(o, "b1-10"));
        o.Advance(30);
        o.Do("b1-11", new DisputeService("c1"));
        Assert.NotNull(Served(o, "b1-11"));
    }

    [Fact]
    public void Nothing_is_recorded_as_served_in_the_future_before_the_convening_or_by_somebody_else()
    {
        var o = Congresses.Convened();
        RecordService Of(DateOnly day) => new("c1", ["b1-10"], ServiceOutcome.Posted, "post", day, "en");
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Of(Founded.Day(2026, 1, 2))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Of(Founded.Day(2025, 12, 31))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", Of(Founded.Day(2026, 1, 1))).Code);
        Assert.Equal("sessions.never-sent", o.Refused("b1-01", Of(Founded.Day(2026, 1, 1)) with { Outcome = ServiceOutcome.Bounced }).Code);
        Assert.Equal("sessions.not-on-notice-list", o.Refused("b1-01", Of(Founded.Day(2026, 1, 1)) with { Persons = ["nobody"] }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Of(Founded.Day(2026, 1, 1)) with { Persons = [.. Enumerable.Range(0, 501).Select(i => $"p{i}")] }).Code);
    }

    [Fact]
    public void The_opening_is_refused_with_figures_until_everybody_is_served_present_or_content()
    {
        var o = Congresses.Convened(40);
        o.Serve([.. Congresses.Everybody.Where(p => p is not ("b2-05" or "b2-08"))]);
        o.Elect();
        o.Advance(20);
        o.Serve("b2-05", "b2-08");
        o.Now = o.Session().Opens;
        o.Seat("b1-07", "b1-08", "b2-05");
        var refusal = o.Refused("b1-01", new OpenSession("c1"));
        Assert.Equal("sessions.not-served", refusal.Code);
        Assert.Equal("bodies.congress.convene.notice", refusal.Clause);
        Assert.Equal((20, 19), (refusal.Needs, refusal.Given));
        Assert.Equal("postpone", refusal.Way);
        Assert.Equal(new DateTimeOffset(2026, 2, 20, 0, 0, 0, TimeSpan.Zero), refusal.Earliest);
        o.Do("b2-08", new WaiveNotice("c1"));
        o.Do("b1-01", new OpenSession("c1"));
        Assert.Equal(2, o.Session().Served!.Cured);
    }

    [Fact]
    public void What_is_put_into_somebodys_hand_was_not_sent_before()
    {
        var o = Congresses.Convened();
        Record(o, "b1-10", ServiceOutcome.Delivered, "by_hand");
        Assert.Equal([ServiceOutcome.Delivered], o.Session().Services["b1-10"].Select(s => s.Outcome));
    }

    [Fact]
    public void Whoever_has_left_since_is_not_waited_for()
    {
        var o = Congresses.Convened();
        o.Serve([.. Congresses.Everybody.Where(p => p != "b2-08")]);
        Assert.Equal(1, NoticeRules.Summary(o.State, o.Session(), o.Now).Lacking);
        o.Happened("b2-08", new Mandate.Organisation.Roll.StatusChanged("b2-08", Mandate.Organisation.Roll.MemberStatus.Left, "own wish"));
        Assert.Equal(new ServiceSummary(19, 19, 0, 0, 0, 0, 19), NoticeRules.Summary(o.State, o.Session(), o.Now));
    }

    private static DateOnly? Served(Founded o, string person) => NoticeRules.ServedOn(o.State, o.Session(), person, o.Now);

    private static void Record(Founded o, string person, ServiceOutcome outcome, string channel) =>
        o.Do("b1-01", new RecordService("c1", [person], outcome, channel, DateOnly.FromDateTime(o.Now.UtcDateTime), "en"));
}
