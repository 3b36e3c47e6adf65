using Mandate.Organisation.Accounts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Works;

namespace Mandate.Organisation.Tests.Works;

public sealed class AssociationTests
{
    private static Founded WithChoir()
    {
        var o = Founded.Small();
        o.Do("b1-08", new FoundAssociation("choir", "The night choir", "Sing in the halls."));
        o.Do("b2-05", new JoinAssociation("choir"));
        o.Do("b1-08", new BeginWork("songs", "Songs of the docks", Culture.Art, Association: "choir"));
        return o;
    }

    [Fact]
    public void Its_members_make_its_works_whoever_governs()
    {
        var o = WithChoir();
        Assert.Equal("protocol.taken", o.Refused("b2-05", new JoinAssociation("choir")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new BeginWork("x", "X", Culture.Art, Association: "choir")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new PublishWork("songs", o.Blob("La."))).Code);
        o.Do("b2-05", new PublishWork("songs", o.Blob("La.")));
        // Whoever leaves makes them no more, also who entered them.
        o.Do("b1-08", new LeaveAssociation("choir"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new PublishWork("songs", o.Blob("Lo."))).Code);
    }

    [Fact]
    public void It_goes_with_its_works_when_all_its_members_agree_and_nobody_else_sends_it()
    {
        var o = WithChoir();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new TakeAssociationOut("choir")).Code);
        o.Do("b1-08", new TakeAssociationOut("choir"));
        Assert.Null(o.State.Works.Associations["choir"].Gone);
        // Who joins meanwhile has not agreed, and the others are asked again.
        o.Do("b1-10", new JoinAssociation("choir"));
        foreach (var member in new[] { "b2-05", "b1-08", "b1-10" }) o.Do(member, new TakeAssociationOut("choir"));
        Assert.NotNull(o.State.Works.Associations["choir"].Gone);
        Assert.NotNull(o.State.Works.All["songs"].EndedAt);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-11", new JoinAssociation("choir")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new BeginWork("x", "X", Culture.Art, Association: "choir")).Code);
    }

    [Fact]
    public void Its_independence_is_read_from_the_record_and_not_told_where_so_few_belong_to_it()
    {
        var o = WithChoir();
        AssociationIndependence Test() => AssociationIndependence.Of(o.State, o.State.Works.Associations["choir"], o.Now);
        Assert.Equal((0, 2, null, null), (Test().Bound, Test().Members, Test().Holders, Test().Holds));
        foreach (var member in new[] { "b1-09", "b1-10", "b1-01" }) o.Do(member, new JoinAssociation("choir"));
        Assert.Equal((5, 1, true), (Test().Members, Test().Holders, Test().Holds));
        // Two of six hold places of the whole: a third and no more. Whoever holds one of a branch is not counted.
        o.Do("b1-02", new JoinAssociation("choir"));
        Assert.Equal((2, (bool?)false), (Test().Holders, Test().Led));
        o.Do("b1-05", new JoinAssociation("choir"));
        Assert.Equal((3, (bool?)true, (bool?)false), (Test().Holders, Test().Led, Test().Holds));
        foreach (var member in new[] { "b1-02", "b1-05" }) o.Do(member, new LeaveAssociation("choir"));
        o.Do("b1-06", new JoinAssociation("choir"));
        Assert.Equal((1, (bool?)true), (Test().Holders, Test().Holds));
        // A demand binds when its members have agreed to it.
        o.Do("b1-01", new AskOfWork("q", "songs", Aspect.Money, Binding: true, "Account for the hall."));
        Assert.Equal(0, Test().Bound);
        o.Do("b2-05", new AnswerOnWork("q", true, "We do."));
        Assert.Equal((1, (bool?)false), (Test().Bound, Test().Holds));
    }

    [Fact]
    public void A_grant_that_is_drawn_is_given_out_by_nobody_and_repeated_by_everybody()
    {
        var o = Founded.Small();
        o.Do("b1-05", new OpenRound("grants", "Grants for plays", 2, "secretary", new(2026, 1, 5), "Lottery of 6 January"));
        foreach (var member in new[] { "b1-08", "b1-09", "b2-05" }) o.Do(member, new AskInRound("grants"));
        Assert.Equal("accounts.round-still-open", o.Refused("b1-10", new DrawRound("grants", "7 9")).Code);
        o.Now = new(2026, 1, 6, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal(("accounts.by-lot", "draw-round"), (o.Refused("b1-05", new Allot("grants", ["b1-08"])).Code, o.Refused("b1-05", new Allot("grants", ["b1-08"])).Way));
        o.Do("b1-10", new DrawRound("grants", "7 9"));
        var round = o.State.Accounts.Rounds["grants"];
        Assert.Equal(Organisation.Offices.Lots.Draw(["b2-05", "b1-09", "b1-08"], "7 9", 2), round.Given);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-10", new DrawRound("grants", "8")).Code);
    }

    [Fact]
    public void The_line_of_education_stands_also_where_nothing_is_on_it()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("strike", "Strike fund", "EUR", "secretary"), "council");
        Assert.Equal([new EducationLine("council", "EUR", 0, 0, 0)], EducationLine.Of(o.State.Accounts, o.Now));
        o.Do("b1-05", new ReceiveFunds("r1", "strike", 100_00, "Levy", o.Blob("Advice.")));
        o.Do("b1-01", new GrantFunds("g1", "strike", 60_00, "Course for stewards", new(2026, 3, 1), Education: true), "council");
        o.Do("b1-01", new GrantFunds("g2", "strike", 10_00, "Soup", new(2026, 3, 1)), "council");
        foreach (var (id, grant, amount) in new[] { ("p1", "g1", 40_00), ("p2", "g2", 5_00) })
        {
            o.Do("b1-05", new ProposePayment(id, grant, amount, "Hall", o.Blob("Receipt " + id)));
            o.Do("b1-01", new CountersignPayment(id));
        }
        Assert.Equal([new EducationLine("council", "EUR", 60_00, 40_00, 45_00)], EducationLine.Of(o.State.Accounts, o.Now));
        Assert.Equal([new EducationLine("council", "EUR", 0, 0, 0)], EducationLine.Of(o.State.Accounts, o.Now.AddYears(2)));
    }
}
