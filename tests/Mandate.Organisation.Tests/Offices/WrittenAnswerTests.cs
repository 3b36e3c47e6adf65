using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class WrittenAnswerTests
{
    private static Founded Proposed()
    {
        var o = Founded.Small();
        o.Do("b1-01", new ProposeAct("r", "council", null, new GiveOrder("o", "Strike on 1 May", ["b1"])));
        return o;
    }

    private static AnswerAct Uninformed => new("r", WrittenAnswer.Uninformed, "The letter of the employers");

    [Fact]
    public void Whoever_is_not_informed_stays_the_decision_until_they_are_told()
    {
        var o = Proposed();
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", Uninformed).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-01", Uninformed with { Missing = null }).Code);
        o.Do("b2-01", Uninformed);
        var stayed = o.Refused("b1-02", new SignAct("r", []));
        Assert.Equal(("offices.not-informed", "The letter of the employers", "uninformed-vote"), (stayed.Code, stayed.Needs, stayed.Args["guard"]));
        o.Now = o.Now.AddHours(1);
        o.Do("b1-01", new InformAct("r", "They wrote that they will not talk before May."));
        o.Do("b1-02", new SignAct("r", []));
        Assert.True(o.State.Offices.Resolutions["r"].Carried);
    }

    [Fact]
    public void The_stay_ends_after_seven_days_and_is_not_renewed()
    {
        var o = Proposed();
        o.Do("b2-01", Uninformed);
        Assert.Equal("protocol.taken", o.Refused("b2-01", Uninformed with { Missing = "Another letter" }).Code);
        o.Advance(6);
        Assert.Equal(o.Now.AddDays(1), o.Refused("b1-02", new SignAct("r", [])).Earliest);
        o.Advance(1);
        o.Do("b1-02", new SignAct("r", []));
    }

    [Fact]
    public void A_no_and_an_abstention_are_on_record_and_stop_nothing()
    {
        var o = Proposed();
        o.Do("b2-01", new AnswerAct("r", WrittenAnswer.Against));
        Assert.Equal(WrittenAnswer.Against, o.State.Offices.Resolutions["r"].Answers["b2-01"].Answer);
        o.Do("b1-02", new SignAct("r", []));
        Assert.True(o.State.Offices.Resolutions["r"].Carried);
        Assert.Equal("offices.already-done", o.Refused("b2-01", new AnswerAct("r", WrittenAnswer.Abstain)).Code);
    }
}
