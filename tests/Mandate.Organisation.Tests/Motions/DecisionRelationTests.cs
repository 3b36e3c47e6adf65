using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class DecisionRelationTests
{
    private static Founded TwoMotions()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m1"));
            x.Do("b1-08", x.Motion("m2"));
        });
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        return o;
    }

    [Fact]
    public void A_decision_that_repeals_an_earlier_one_ends_its_text()
    {
        var o = TwoMotions();
        o.Advance(1);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-07", new RelateMotion("m2", DecisionRelation.Repeals, "m1")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new RelateMotion("m2", DecisionRelation.Repeals, "m2")).Code);
        o.Do("b1-08", new RelateMotion("m2", DecisionRelation.Repeals, "m1"));
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.Equal(["m1"], o.State.Motions.InForceOn(today).Select(t => t.Motion));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m2").Id));
        o.Decide("v2", "m2", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(["m2"], o.State.Motions.InForceOn(today).Select(t => t.Motion));
        Assert.Equal(["m1"], o.State.Motions.InForceOn(today.AddDays(-1)).Select(t => t.Motion));
    }

    [Fact]
    public void A_decision_that_implements_one_leaves_it_in_force_and_nothing_is_repealed_by_another_class_of_decision()
    {
        var o = TwoMotions();
        o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m1", o.State.Motions.All["m1"] with { Class = ClassRule.RestrictRight }) } });
        Assert.Equal("motions.repealed-as-adopted", o.Refused("b1-08", new RelateMotion("m2", DecisionRelation.Repeals, "m1")).Code);
        // Only the body that adopted a text says with binding force what it means, by the same class of decision.
        Assert.Equal("motions.repealed-as-adopted", o.Refused("b1-08", new RelateMotion("m2", DecisionRelation.Interprets, "m1")).Code);
        o.Do("b1-08", new RelateMotion("m2", DecisionRelation.Implements, "m1"));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m2").Id));
        o.Decide("v2", "m2", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(["m1", "m2"], o.State.Motions.InForceOn(DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(t => t.Motion).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_missed_two_dates_is_back_on_the_agenda_of_the_body_that_adopted_it()
    {
        var o = TwoMotions();
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Do("b1-05", new TakeUndertaking("u", Duty.Execution, "Publish the audit", day.AddDays(10), "m1", "The audit is on the site"));
        Assert.Equal("The audit is on the site", o.State.Undertakings.All["u"].Measure);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new SetNewDate("u", day.AddDays(20), "No time.")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new SetNewDate("u", day.AddDays(10), "No time.")).Code);
        o.Do("b1-07", new CloseSession("c1"));
        o.Advance(11);
        Assert.Equal(1, o.State.Undertakings.All["u"].MissedBy(day.AddDays(11)));
        o.Do("b1-05", new SetNewDate("u", day.AddDays(20), "The auditor is ill."));
        Assert.DoesNotContain(Agenda(o, "c2", 40), i => i.StartsWith("execution:", StringComparison.Ordinal));
        o.Advance(11);
        Assert.Contains("execution:u", Agenda(o, "c3", 80));
        o.Do("b1-05", new ReportUndertaking("u", true, "It is on the site."));
        Assert.DoesNotContain("execution:u", Agenda(o, "c4", 120));
    }

    private static IEnumerable<string> Agenda(Founded o, string session, int ahead)
    {
        o.Do("b1-01", Congresses.Convening(o, ahead) with { Session = session }, "council");
        return o.State.Sessions.Find(session)!.Agenda.Select(i => i.Id);
    }
}
