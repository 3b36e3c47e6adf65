using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;

namespace Mandate.Organisation.Tests.Undertakings;

/// <summary>The secretary of branch b1 is b1-06; b1-01 and b1-02 sit on the council.</summary>
public sealed class NeedTests
{
    private static readonly DateOnly Until = new(2026, 2, 1);

    [Fact]
    public void A_unit_asks_members_offer_themselves_and_nobody_is_sent()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new PostNeed("n1", "b1", "Two to keep the books", 2, Until, null)).Code);
        o.Do("b1-06", new PostNeed("n1", "b1", "Two to keep the books", 2, Until, null));
        Assert.Equal("protocol.unknown", o.Refused("b1-06", new AcceptHelp("n1", "b1-09")).Code);
        o.Do("b1-09", new OfferHelp("n1", "Bookkeeping, Tuesday evenings"));
        Assert.Equal("protocol.taken", o.Refused("b1-09", new OfferHelp("n1", "Again")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new AcceptHelp("n1", "b1-09")).Code);
        o.Do("b1-06", new AcceptHelp("n1", "b1-09"));
        Assert.Equal(1, o.State.Undertakings.Needs["n1"].Found);
        o.Do("b1-09", new WithdrawHelp("n1"));
        Assert.Equal(0, o.State.Undertakings.Needs["n1"].Found);
        o.Now = new(2026, 2, 2, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-10", new OfferHelp("n1", "Late")).Code);
    }

    [Fact]
    public void Whoever_is_asked_for_by_name_may_go_whatever_a_body_says_and_a_refusal_gives_its_reason()
    {
        var o = Founded.Small();
        o.Do("b1-06", new PostNeed("n1", "b1", "Somebody who has negotiated before", 1, Until, "b1-02"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new OfferHelp("n1", "Me instead")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new RefuseRequest("n1", "No.")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new RefuseRequest("n1", "")).Code);
        o.Do("b1-01", new RefuseRequest("n1", "The council needs them here in January."));
        Assert.Equal("council", Assert.Single(o.State.Undertakings.Needs["n1"].Refusals).For);
        o.Do("b1-02", new OfferHelp("n1", "From the tenth"));
        o.Do("b1-06", new AcceptHelp("n1", "b1-02"));
        Assert.Equal(1, o.State.Undertakings.Needs["n1"].Found);
    }
}
