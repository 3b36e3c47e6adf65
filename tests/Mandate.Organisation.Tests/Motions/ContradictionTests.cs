using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class ContradictionTests
{
    private const string Cranes = "Every crane in the port is checked by two of our own mechanics at least once a year, and the report hangs in the hall.";

    private const string Canteen = "The canteen opens at six in the morning on all days on which a ship is loaded, and coffee costs half a euro.";

    private static Founded WithDecision()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", new FileMotion("m1", "c1", "ordinary", "Cranes", x.Text(Cranes), [], null, null, null, false));
            x.Do("b1-08", new FileMotion("m2", "c1", "ordinary", "Canteen", x.Text(Canteen), [], null, null, null, false));
        });
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m1").Id));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m2").Id));
        return o;
    }

    private static RaiseContradiction Raise => new("m2", "m1", "The mechanics are in the hall at six.");

    private static DateOnly Day(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    [Fact]
    public void What_any_member_says_contradicts_a_decision_in_force_waits_for_the_answer_and_once()
    {
        var o = WithDecision();
        var put = new PutQuestion("v2", VoteKind.RollCall, "c1", null, "m2", 1, "Shall it be adopted?");
        Assert.IsType<Decision.Accepted>(o.Try("b1-07", put));
        Assert.Equal("protocol.unknown", o.Refused("b1-11", Raise with { Earlier = "m2" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-11", Raise with { Says = "" }).Code);
        o.Do("b1-11", Raise);
        var refused = o.Refused("b1-07", put);
        Assert.Equal(("motions.answer-contradiction", "m1"), (refused.Code, refused.Given));
        Assert.Equal("protocol.taken", o.Refused("b2-08", Raise).Code);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-11", new RelateMotion("m2", DecisionRelation.LeavesInForce, "m1")).Code);
        o.Do("b1-07", new RelateMotion("m2", DecisionRelation.LeavesInForce, "m1"));
        o.Do("b1-07", put);
        Assert.Equal("protocol.taken", o.Refused("b2-08", Raise).Code);
    }

    [Fact]
    public void Two_decisions_that_are_both_in_force_are_shown_as_contradicting_until_the_later_body_answers()
    {
        var o = WithDecision();
        o.Decide("v2", "m2", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        Assert.Empty(Contradicting.InForce(o.State, Day(o)));
        o.Do("b1-11", Raise);
        Assert.Equal(("m2", "m1"), Contradicting.InForce(o.State, Day(o)).Select(p => (p.Later.Id, p.Earlier.Id)).Single());
        Assert.Equal("motions.not-your-motion", o.Refused("b1-11", new RelateMotion("m2", DecisionRelation.Amends, "m1")).Code);
        // That a text ends is a decision of its own.
        Assert.Equal("motions.repealed-as-adopted", o.Refused("b1-08", new RelateMotion("m2", DecisionRelation.Repeals, "m1")).Code);
        o.Do("b1-08", new RelateMotion("m2", DecisionRelation.Amends, "m1"));
        Assert.Empty(Contradicting.InForce(o.State, Day(o)));
    }
}
