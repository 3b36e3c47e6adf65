using Mandate.Organisation.Federation;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class QueryTests
{
    private static AskBody Question => new("q", "b2", "council", "Do we march on the 29th?", new(2026, 1, 5));

    [Fact]
    public void A_unit_gets_one_answer_of_the_whole_body_by_its_day()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", Question).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-04", Question with { To = "b1-01" }).Code);
        o.Do("b2-04", Question);
        Assert.Equal(("protocol.not-yours", "decide-in-writing"), (o.Refused("b1-01", new AnswerUnit("q", "Yes.")).Code, o.Refused("b1-01", new AnswerUnit("q", "Yes.")).Way));
        Assert.Equal("federation.body-has-time", o.Refused("b2-04", new DecideAlone("q", "We march.")).Code);
        o.Do("b1-01", new AnswerUnit("q", "Yes, as planned."), "council");
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new AnswerUnit("q", "No."), "council").Code);
        o.Advance(10);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-04", new DecideAlone("q", "We march.")).Code);
    }

    [Fact]
    public void Without_an_answer_the_unit_decides_and_its_decision_refers_to_the_query()
    {
        var o = Founded.Small();
        o.Do("b2-04", Question);
        o.Advance(5);
        Assert.Equal("federation.unit-decides", o.Refused("b1-01", new AnswerUnit("q", "No."), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new DecideAlone("q", "We march.")).Code);
        o.Do("b2-04", new DecideAlone("q", "We hold meetings in place of the march."));
        Assert.Equal("We hold meetings in place of the march.", o.State.Federation.Queries["q"].Decision);
    }

    [Fact]
    public void A_situation_goes_to_a_body_and_grows_old()
    {
        var o = Founded.Small();
        var report = new ReportSituation("s", "b2", "council", "All gates are closed.", "Seen at the gates", o.Now.AddHours(-1), o.Now.AddHours(5));
        Assert.Equal("protocol.unknown", o.Refused("b2-04", report with { To = "b1-01" }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", report with { AsOf = o.Now.AddHours(1) }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", report with { Source = "" }).Code);
        o.Do("b2-04", report);
        Assert.False(o.State.Federation.Situations["s"].IsStaleAt(o.Now.AddHours(5)));
        Assert.True(o.State.Federation.Situations["s"].IsStaleAt(o.Now.AddHours(6)));
    }
}
