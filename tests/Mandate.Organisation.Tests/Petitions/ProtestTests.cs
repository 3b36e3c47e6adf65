using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Petitions;

/// <summary>Units protest: the order waits in them for a while, and with enough of them its body reads it again.</summary>
public sealed class ProtestTests
{
    private const string Of1 = "branch.meeting@b1", Of2 = "branch.meeting@b2";

    private static Founded Ordered()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("go", "Work on Sunday.", ["b1", "b2"]), "council");
        return o;
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name);

    [Fact]
    public void An_order_waits_in_the_unit_that_protests_for_three_weeks_once_and_nowhere_else()
    {
        var o = Ordered();
        Assert.Equal("decide-in-writing", o.Refused("b1-06", new BeginProtest("p", "go", "b1", "Sunday is ours.")).Way);
        o.Do("b1-06", new BeginProtest("p", "go", "b1", "Sunday is ours."), Of1);
        var stayed = o.Refused("b1-06", new CarryOutOrder("go", "b1"));
        Assert.Equal("federation.stayed-by-protest", stayed.Code);
        o.Do("b2-04", new CarryOutOrder("go", "b2"));
        o.Advance(Protests.StayDays);
        Assert.Equal("federation.stayed-by-protest", o.Refused("b1-06", new CarryOutOrder("go", "b1")).Code);
        o.Advance(1);
        Assert.Equal(stayed.Earliest, new DateTimeOffset(DateOnly.FromDateTime(o.Now.UtcDateTime), TimeOnly.MinValue, TimeSpan.Zero));
        o.Do("b1-06", new CarryOutOrder("go", "b1"));
    }

    [Fact]
    public void A_second_protest_of_the_same_unit_stays_nothing()
    {
        var o = Ordered();
        o.Do("b1-06", new BeginProtest("p", "go", "b1", "Sunday is ours."), Of1);
        Assert.Equal("petitions.protest-open", o.Refused("b2-04", new BeginProtest("q", "go", "b2", "Ours too."), Of2).Code);
        o.Advance(30);
        o.Do("b1-01", new AnswerProtest("p", ProtestOutcome.Maintained, "The ship waits."), "council");
        o.Do("b1-06", new BeginProtest("q", "go", "b1", "Still ours."), Of1);
        o.Do("b1-06", new CarryOutOrder("go", "b1"));
    }

    [Fact]
    public void With_enough_units_the_body_reads_it_again_and_silence_is_a_finding()
    {
        var o = Ordered();
        o.Do("b1-06", new BeginProtest("p", "go", "b1", "Sunday is ours."), Of1);
        Assert.Null(o.State.Petitions.Protests["p"].Due);
        o.Do("b2-04", new JoinProtest("p", "b2"), Of2);
        Assert.Equal(2, o.State.Petitions.Protests["p"].Needed);
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(Protests.RereadDays), o.State.Petitions.Protests["p"].Due);
        o.Advance(Protests.RereadDays);
        Assert.DoesNotContain("unanswered-petition", Fired(o));
        o.Advance(1);
        Assert.Contains("unanswered-petition", Fired(o));
        o.Do("b1-01", new AnswerProtest("p", ProtestOutcome.Amended, "Only where the ship waits."), "council");
        Assert.DoesNotContain("unanswered-petition", Fired(o));
    }

    [Fact]
    public void The_body_withdraws_its_order_and_only_a_higher_one_overrides_the_stay()
    {
        var o = Ordered();
        o.Do("b1-06", new BeginProtest("p", "go", "b1", "Sunday is ours."), Of1);
        Assert.Equal("petitions.only-higher", o.Refused("b1-01", new AnswerProtest("p", ProtestOutcome.Overridden, "We must."), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new AnswerProtest("p", ProtestOutcome.Withdrawn, "We think not."), "control").Code);
        o.Do("b1-01", new AnswerProtest("p", ProtestOutcome.Maintained, "The ship waits."), "council");
        Assert.Equal("federation.stayed-by-protest", o.Refused("b1-06", new CarryOutOrder("go", "b1")).Code);
        var other = o.State;
        o.Do("b1-07", new AnswerProtest("p", ProtestOutcome.Overridden, "The members of both branches need the ship."), "congress");
        Assert.Equal("congress", o.State.Petitions.Protests["p"].Readings[^1].By);
        o.Do("b1-06", new CarryOutOrder("go", "b1"));
        o.Set(other);
        o.Do("b1-01", new AnswerProtest("p", ProtestOutcome.Withdrawn, "You are right."), "council");
        Assert.NotNull(o.State.Federation.Orders["go"].CountermandedAt);
        Assert.Equal("federation.taken-back", o.Refused("b1-06", new CarryOutOrder("go", "b1")).Code);
    }

    [Fact]
    public void No_ground_is_too_narrow_and_there_is_no_act_of_dismissing_a_protest() =>
        Assert.Equal([ProtestOutcome.Maintained, ProtestOutcome.Amended, ProtestOutcome.Withdrawn, ProtestOutcome.Overridden], Enum.GetValues<ProtestOutcome>());
}
