using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class ConveningTests
{
    [Fact]
    public void A_body_convenes_only_by_its_decision_and_its_members_are_told_so()
    {
        var o = Founded.Small();
        var member = o.Refused("b1-01", Congresses.Convening(o, 60));
        Assert.Equal(("bodies.congress.convene.by", "decide-in-writing"), (member.Clause, member.Way));
        Assert.Null(o.Refused("b1-12", Congresses.Convening(o, 60)).Way);
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
    }

    [Fact]
    public void Too_short_a_notice_is_refused_with_the_earliest_lawful_day()
    {
        var o = Founded.Small();
        var refusal = o.Refused("b1-01", Congresses.Convening(o, 29), "council");
        Assert.Equal("sessions.notice-too-short", refusal.Code);
        Assert.Equal("bodies.congress.convene.notice", refusal.Clause);
        Assert.Equal("30 days", refusal.Needs);
        Assert.Equal(29, refusal.Given);
        Assert.Equal(new DateTimeOffset(2026, 1, 31, 0, 0, 0, TimeSpan.Zero), refusal.Earliest);
        o.Do("b1-01", Congresses.Convening(o, 30), "council");
    }

    [Fact]
    public void Convening_apportions_delegates_and_lists_everybody_who_elects_them()
    {
        var o = Congresses.Convened();
        var session = o.Session();
        Assert.Equal([("b1", 2), ("b2", 1)], session.Delegates.Select(d => (d.Key, d.Value)));
        Assert.Equal(Congresses.Everybody, session.Entitled);
        Assert.Contains(session.Agenda, i => i.Kind == ItemKind.Election && i.Reference == "council");
        Assert.Equal(3, Mandate.Organisation.Offices.Seating.SeatsOfSession(o.State, session, o.Now));
    }

    [Fact]
    public void A_meeting_of_a_unit_needs_its_unit_and_lists_its_members_only()
    {
        var o = Founded.Small();
        var opens = o.Now.AddDays(8);
        var day = DateOnly.FromDateTime(opens.UtcDateTime);
        Assert.Equal("protocol.malformed", o.Refused("b1-06", new ConveneSession("m1", "branch.meeting", null, "Hall", opens, day, null)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new ConveneSession("m1", "branch.meeting", "b1", "Hall", opens, day, null)).Code);
        o.Do("b1-06", new ConveneSession("m1", "branch.meeting", "b1", "Hall", opens, day, null));
        Assert.Equal(12, o.State.Sessions.Find("m1")!.Entitled.Length);
    }

    [Fact]
    public void When_the_convenor_lets_the_time_of_a_demand_pass_those_who_signed_convene()
    {
        var o = Founded.Small();
        o.Do("b1-12", new DemandSession("d1", "branch.meeting", "b1", "The crane accident"));
        Assert.Null(o.State.Sessions.Demands["d1"].MetAt);
        Assert.Equal("protocol.not-yours", o.Refused("b2-08", new SignDemand("d1")).Code);
        o.Do("b1-11", new SignDemand("d1"));
        var demand = o.State.Sessions.Demands["d1"];
        Assert.Equal(Founded.Day(2026, 1, 15), demand.Due);

        ConveneSession Meeting() => new("m1", "branch.meeting", "b1", "Hall", o.Now.AddDays(8), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(8), "d1");
        var early = o.Refused("b1-12", Meeting());
        Assert.Equal("sessions.convenor-has-time", early.Code);
        Assert.Equal(new DateTimeOffset(2026, 1, 16, 0, 0, 0, TimeSpan.Zero), early.Earliest);
        o.Advance(15);
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", Meeting()).Code);
        o.Do("b1-12", Meeting());
        Assert.Equal("m1", o.State.Sessions.Demands["d1"].Session);
        Assert.Equal("sessions.demanded-cannot-be-cancelled", o.Refused("b1-06", new CancelSession("m1", "no wish")).Code);
    }

    [Fact]
    public void Who_demanded_a_meeting_stands_nowhere_until_they_use_the_right_it_gives()
    {
        var o = Founded.Small();
        o.Do("b1-12", new DemandSession("d1", "branch.meeting", "b1", "The crane accident"));
        o.Do("b1-11", new SignDemand("d1"));
        Assert.Equal("protocol.taken", o.Refused("b1-11", new DemandSession("d1", "branch.meeting", "b1", "The crane accident")).Code);
        var demand = o.State.Sessions.Demands["d1"];
        Assert.Equal(12, demand.Register.Count);
        Assert.Equal(new[] { "b1-11", "b1-12" }.Select(p => Founded.Names(p, Pseudonyms.Demand("d1"))!).Order(StringComparer.Ordinal), demand.Signed.Order(StringComparer.Ordinal));
        Assert.Equal("protocol.not-yours", o.Refused("b2-08", new DemandSession("d2", "branch.meeting", "b1", "The crane accident")).Code);

        // To know the pseudonym of another is not to have signed.
        o.Advance(15);
        var meeting = new ConveneSession("m1", "branch.meeting", "b1", "Hall", o.Now.AddDays(8), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(8), "d1");
        Assert.Equal("protocol.not-yours", o.Refused("b1-10", meeting with { SignedAs = Founded.Names("b1-12", Pseudonyms.Demand("d1")) }).Code);
        Assert.Contains(SessionsOffers.For(o.State, "b1-12", o.Now, Founded.Names), x => x is { Act: "sessions.convene", Subject: "d1", WhyNot: null });
        o.Do("b1-12", meeting);
        Assert.Equal("b1-12", o.State.Sessions.Find("m1")!.ConvenedBy);
    }

    [Fact]
    public void A_session_on_demand_cannot_be_put_off_until_the_demand_is_worth_nothing()
    {
        var o = Founded.Small();
        o.Do("b1-12", new DemandSession("d1", "congress", null, "Accounts"));
        Assert.NotNull(o.State.Sessions.Demands["d1"].Due);
        var late = o.Refused("b1-01", Congresses.Convening(o, 91, "d1"), "council");
        Assert.Equal("sessions.demand-put-off", late.Code);
        Assert.Equal(Founded.Day(2026, 4, 1), late.Needs);
        o.Do("b1-01", Congresses.Convening(o, 90, "d1"), "council");
    }

    [Fact]
    public void A_body_that_the_constitution_lets_nobody_demand_says_so()
    {
        var o = Founded.Small();
        Assert.Equal("sessions.no-demand", o.Refused("b1-12", new DemandSession("d1", "control", null, "Books")).Code);
    }
}
