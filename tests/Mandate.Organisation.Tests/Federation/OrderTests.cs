using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class OrderTests
{
    private static GiveOrder Strike => new("o", "Strike on 1 May", ["b1", "b2"]);

    [Fact]
    public void An_organ_of_a_unit_orders_what_lies_in_it_and_nothing_else()
    {
        var o = Founded.Small();
        var refusal = o.Refused("b1-06", Strike with { To = ["b1", "b2"] }, "branch.meeting@b1");
        Assert.Equal(("federation.not-within", (object)"b1", (object)"b2"), (refusal.Code, refusal.Needs, refusal.Given));
        Assert.NotEqual("federation.not-within", (o.Try("b1-06", Strike with { To = ["b1"] }, "branch.meeting@b1") as Organisation.Acts.Decision.Refused)?.Refusal.Code);
        o.Do("b1-01", Strike, "council");
    }

    [Fact]
    public void After_an_order_was_taken_back_nobody_carries_it_out_and_whoever_has_not_acknowledged_is_named()
    {
        var o = Founded.Small();
        o.Do("b1-01", Strike, "council");
        o.Do("b1-06", new AcknowledgeOrder("o", "b1"));
        o.Do("b1-02", new CountermandOrder("o", "The partner has withdrawn."));
        Assert.Equal("federation.taken-back", o.Refused("b2-04", new CarryOutOrder("o", "b2")).Code);
        Assert.Equal(["b1", "b2"], o.State.Federation.Orders["o"].NotAcknowledged);
        o.Do("b1-06", new AcknowledgeOrder("o", "b1"));
        o.Do("b2-04", new AcknowledgeOrder("o", "b2"));
        Assert.Empty(o.State.Federation.Orders["o"].NotAcknowledged);
    }

    [Fact]
    public void A_recall_is_broken_by_a_unit_that_acts_all_the_same_not_by_one_that_has_not_answered_yet()
    {
        var o = Founded.Small();
        o.Do("b1-01", Strike, "council");
        o.Do("b1-02", new CountermandOrder("o", "The partner has withdrawn."));
        o.Do("b1-06", new AcknowledgeOrder("o", "b1"));
        Assert.Empty(Fired(o));
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Do("b2-04", new RecordFact("struck", new CarriedOut("o", "b2"), new(day, day), Mode.Stated, [new Source("minutes of b2")], []));
        var finding = Assert.Single(Fired(o));
        Assert.Equal("broken-recall-of-order", finding.Guard.Name);
        Assert.Contains(finding.Facts, f => f.What is CarriedOut { Unit: "b2" });
    }

    [Fact]
    public void A_body_orders_and_what_hangs_on_a_partner_says_what_is_done_without_them()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", Strike).Code);
        Assert.Equal("federation.no-fallback", o.Refused("b1-01", Strike with { DependsOn = "rail union" }, "council").Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", Strike with { To = ["b9"] }, "council").Code);
        o.Do("b1-01", Strike with { DependsOn = "rail union", Fallback = "a rally" }, "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new CarryOutOrder("o", "b2")).Code);
        o.Do("b2-04", new CarryOutOrder("o", "b2"));
    }

    private static IEnumerable<Finding> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime));
}
