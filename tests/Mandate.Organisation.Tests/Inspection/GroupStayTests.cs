using Mandate.Organisation.Inspection;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

public sealed class GroupStayTests
{
    private static ChargeMember Charge(string id, string person) => new(id, person, ChargeGround.Conduct, new string('a', 64), null, "procedure.default", new(2026, 1, 1), "At the hall.", Evidence: [EvidenceKind.Witness]);

    private static Founded Charged()
    {
        var o = Founded.Small();
        o.Advance(1);
        o.Do("b1-07", Charge("c", "b2-05"));
        return o;
    }

    private static AskStay Ask => new("s", "b2", "Only those of our branch are charged.");

    [Fact]
    public void A_tenth_of_a_unit_stays_the_measures_against_its_members_and_nobody_outside_asks()
    {
        var o = Founded.Small(Founded.Yaml());
        Assert.Equal(2, GroupStays.NeededIn(o.State, "b1"));
        o.Advance(1);
        o.Do("b1-08", Charge("c", "b1-07"));
        Assert.Equal("protocol.not-yours", o.Refused("b2-05", Ask with { Unit = "b1" }).Code);
        o.Do("b1-09", Ask with { Unit = "b1" });
        Assert.StartsWith("~", o.State.Inspection.GroupStays["s"].By, StringComparison.Ordinal);
        Assert.NotEqual("inspection.group-stayed", o.Refused("b1-08", new Expel("c", "v")).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-09", new SignStay("s")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-06", new SignStay("s")).Code);
        o.Do("b1-10", new SignStay("s"));
        var stayed = o.Refused("b1-08", new Expel("c", "v"));
        Assert.Equal(("inspection.group-stayed", new DateTime(2026, 2, 2)), (stayed.Code, stayed.Earliest!.Value.UtcDateTime.Date));
        Assert.Equal("inspection.group-stayed", o.Refused("b1-06", new PutQuestion("q", VoteKind.Hands, "none", null, "c", null, "Expel?")).Code);
    }

    [Fact]
    public void An_inspector_begins_one_at_once_and_ends_it_by_a_hearing_that_no_party_to_the_measure_holds()
    {
        var o = Charged();
        o.Do("b1-03", Ask);
        Assert.Equal("b1-03", o.State.Inspection.GroupStays["s"].By);
        Assert.Equal("inspection.group-stayed", o.Refused("b2-04", new Expel("c", "v")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new HearUnit("s", "They spoke."), "council").Code);
        o.Do("b2-02", new HearUnit("s", "They spoke, and so did the branch meeting."));
        Assert.NotEqual("inspection.group-stayed", o.Refused("b2-04", new Expel("c", "v")).Code);
    }

    [Fact]
    public void It_ends_by_its_date_and_covers_each_measure_once()
    {
        var o = Charged();
        o.Do("b1-03", Ask);
        o.Advance(31);
        Assert.NotEqual("inspection.group-stayed", o.Refused("b2-04", new Expel("c", "v")).Code);
        o.Do("b1-07", Charge("n", "b2-06") with { Done = new(2026, 1, 20) });
        o.Do("b1-03", Ask with { Id = "t" });
        Assert.NotEqual("inspection.group-stayed", o.Refused("b2-04", new Expel("c", "v")).Code);
        Assert.Equal("inspection.group-stayed", o.Refused("b2-04", new Expel("n", "v")).Code);
        Assert.Equal("protocol.taken", o.Refused("b1-03", Ask with { Id = "u" }).Code);
    }

    [Fact]
    public void Members_of_another_unit_and_elections_are_not_stayed()
    {
        var o = Charged();
        o.Do("b1-07", Charge("e", "b1-12"));
        o.Do("b1-03", Ask);
        Assert.NotEqual("inspection.group-stayed", o.Refused("b1-06", new Expel("e", "v")).Code);
        Assert.Equal(["c"], GroupStays.Pending(o.State, "b2").Select(p => p.Id));
    }
}
