using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Roll;

public sealed class AdmissionTests
{
    private static Founded Applied()
    {
        var o = Founded.Small(Founded.Yaml().Replace("admit: {by: branch.meeting", "admit: {by: council", StringComparison.Ordinal));
        o.Do("new-1", new Apply("a1", "b1", "en", "commitment"));
        return o;
    }

    [Fact]
    public void A_refusal_says_its_reasons_and_is_heard_by_another_body_than_the_one_that_refused()
    {
        var o = Applied();
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new DecideApplication("a1", false, null), "council").Code);
        o.Do("b1-01", new DecideApplication("a1", false, null, "Article 4: owes dues to another co-operative."), "council");
        Assert.Equal(("control", "Article 4: owes dues to another co-operative."), (o.State.Roll.Refused["a1"].AppealTo, o.State.Roll.Refused["a1"].Reason));
        // Whoever refused does not enter the appeal, nor decide it.
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new AppealRefusal("a1")).Code);
        o.Do("new-1", new AppealRefusal("a1"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new DecideRefusal("a1", true, null), "council").Code);
        o.Do("b1-03", new DecideRefusal("a1", true, null), "control");
        Assert.True(o.State.Roll.Member("new-1")!.InGoodStanding);
    }

    [Fact]
    public void An_appeal_that_is_not_upheld_ends_it_and_one_after_thirty_days_is_too_late()
    {
        var o = Applied();
        o.Do("b1-01", new DecideApplication("a1", false, null, "Article 4."), "council");
        o.Do("b1-03", new AppealRefusal("a1"));
        o.Do("b1-03", new DecideRefusal("a1", false, null), "control");
        Assert.Equal("roll.no-appeal", o.Refused("new-1", new AppealRefusal("a1")).Code);
        Assert.Null(o.State.Roll.Member("new-1"));

        var late = Applied();
        late.Do("b1-01", new DecideApplication("a1", false, null, "Article 4."), "council");
        late.Advance(31);
        Assert.Equal("roll.appeal-too-late", late.Refused("new-1", new AppealRefusal("a1")).Code);
    }

    [Fact]
    public void Where_the_constitution_names_nobody_to_appeal_to_there_is_no_appeal()
    {
        var o = Founded.Small(Founded.Yaml().Replace("admit: {by: branch.meeting, deemed_after: 30 days, appeal_to: control}", "admit: {by: council}", StringComparison.Ordinal));
        o.Do("new-1", new Apply("a1", "b1", "en", "commitment"));
        o.Do("b1-01", new DecideApplication("a1", false, null, "Article 4."), "council");
        Assert.Equal("roll.no-appeal", o.Refused("new-1", new AppealRefusal("a1")).Code);
    }
}
