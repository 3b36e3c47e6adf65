using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;

namespace Mandate.Organisation.Tests.Undertakings;

/// <summary>Holders of places are called to report; what they answer and whether they come stands on record.</summary>
public sealed class SummonsTests
{
    private const string Of1 = "branch.meeting@b1";

    private static CallToReport Call(Founded o) => new("s", o.State.Offices.Holders("secretary", o.Now).Single().Id, "The canteen accounts.", DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(14), "b1");

    [Fact]
    public void A_unit_calls_a_holder_who_answers_and_the_unit_records_what_came_of_it()
    {
        var o = Founded.Small();
        Assert.Equal("decide-in-writing", o.Refused("b1-06", Call(o)).Way);
        o.Do("b1-06", Call(o), Of1);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ReplyToSummons("s", true, "I come.")).Code);
        o.Do("b1-05", new ReplyToSummons("s", false, "I have no time."));
        Assert.False(o.State.Undertakings.Summonses["s"].Reply!.Comes);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new RecordReport("s", true, "I said everything.")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new RecordReport("s", false, "Nothing.")).Code);
        o.Do("b1-06", new RecordReport("s", false, "Nobody came."));
        Assert.False(o.State.Undertakings.Summonses["s"].Outcome!.Reported);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new ReplyToSummons("s", true, "Now I come.")).Code);
    }

    [Fact]
    public void Nobody_is_called_without_a_place_or_at_once()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.unknown", o.Refused("b1-06", Call(o) with { Tenure = "nobody" }, Of1).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-06", Call(o) with { Due = DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(2) }, Of1).Code);
        o.Do("b1-06", Call(o), Of1);
        o.Advance(14);
        Assert.False(o.State.Undertakings.Summonses["s"].OverdueOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
        o.Advance(1);
        Assert.True(o.State.Undertakings.Summonses["s"].OverdueOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
    }
}
