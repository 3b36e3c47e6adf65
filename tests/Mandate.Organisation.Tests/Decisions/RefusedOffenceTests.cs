using Mandate.Organisation.Decisions;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Decisions;

public sealed class RefusedOffenceTests
{
    private static ChargeMember Charge(ChargeGround ground) => new("x", "b1-09", ground, new string('a', 64), Rule: "electorates.members", Done: Founded.Day(2026), Occasion: "The meeting of January");

    [Theory]
    [InlineData(ChargeGround.Opinion, Ground.Opinion), InlineData(ChargeGround.Advocacy, Ground.Advocacy), InlineData(ChargeGround.Opposition, Ground.Opposition)]
    public void A_charge_on_opposition_is_refused_and_the_refusal_stands_in_the_record_with_its_clause_and_without_names(ChargeGround charged, Ground ground)
    {
        var o = Founded.Small();
        var refusal = o.Refused("b1-01", Charge(charged));
        var record = RefusedOffences.Of(Charge(charged), refusal, "r")!;
        Assert.Equal(new RecordRefusal("r", OffenceAct.Charge, ground), record);
        o.Do("b1-01", record);
        var refused = Assert.Single(o.State.Decisions.Refused);
        Assert.Equal((OffenceAct.Charge, ground, "rights.appeal"), (refused.Kind, refused.Ground, refused.Clause));
        Assert.DoesNotContain("b1-", o.Events[^1].ToString(), StringComparison.Ordinal);
        Assert.Equal("protocol.taken", o.Refused("b1-01", record).Code);
    }

    [Fact]
    public void What_is_refused_for_something_else_or_is_no_refusal_is_not_recorded()
    {
        var o = Founded.Small();
        var conduct = Charge(ChargeGround.Conduct) with { Person = "nobody" };
        Assert.Null(RefusedOffences.Of(conduct, o.Refused("b1-01", conduct), "r"));
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new RecordRefusal("r", OffenceAct.Charge, Ground.Conduct)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("nobody", new RecordRefusal("r", OffenceAct.Charge, Ground.Opinion)).Code);
    }

    [Fact]
    public void A_restriction_aimed_at_a_school_is_one_of_them()
    {
        var o = Founded.Small();
        var enter = new EnterRestriction("r", "m", Liberty.Trade, ["b1"], "Calm", "The dispute", Founded.Day(2026, 3), Grounds: [RestrictionGrounds.Sufficient.First()], Aim: RestrictionAim.School);
        var refusal = o.Refused("b1-01", enter);
        Assert.Equal("restrictions.aimed-at-opinion", refusal.Code);
        Assert.Equal(new RecordRefusal("q", OffenceAct.Restriction, Ground.Opinion), RefusedOffences.Of(enter, refusal, "q"));
    }
}
