using System.Collections.Immutable;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Decisions;

public sealed class MovedAgainTests
{
    /// <summary>A motion of b1-08 in the meeting of b1, decided some days ago by that many to so many; a congress is convened in two months.</summary>
    private static Founded DecidedInBranch(int yes, int no)
    {
        var o = Congresses.Convened();
        o.Do("b1-06", new ConveneSession("bm", "branch.meeting", "b1", "Hall", o.Now.AddDays(20), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(20), null));
        o.Do("b1-08", new FileMotion("m", "bm", "ordinary", "On cranes", o.Text("The cranes are checked yearly."), [], null, null, null, false));
        var carried = yes > no;
        var vote = new Vote("v", VoteKind.Hands, "bm", null, new("?", "m", 1, "", ""), null, 0, null, 12, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(carried, new(yes, no, 0), 6, yes + no, yes + no, null, [], [], null, o.Now));
        o.Set(o.State with
        {
            Votes = new(o.State.Votes.All.SetItem("v", vote)),
            Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", o.State.Motions.All["m"] with { Stage = carried ? MotionStage.Adopted : MotionStage.Rejected, Vote = "v" }) },
        });
        return o;
    }

    private static MoveAgain Again(Founded o, AgainGround ground, string text = "The cranes are checked yearly.") => new("again", "m", ground, "c1", "On cranes, again", o.Text(text));

    [Fact]
    public void What_a_unit_rejected_its_mover_takes_to_the_next_level_with_the_same_text_and_once()
    {
        var o = DecidedInBranch(4, 8);
        Assert.Equal("motions.not-your-motion", o.Refused("b1-09", Again(o, AgainGround.NextLevel)).Code);
        Assert.Equal("decisions.same-text", o.Refused("b1-08", Again(o, AgainGround.NextLevel, "Another text.")).Code);
        Assert.Equal("decisions.not-next-level", o.Refused("b1-08", Again(o, AgainGround.NextLevel) with { Session = "bm" }).Code);
        // b1-08 has no seat at the congress and needs nobody's signature.
        Assert.NotEqual(MotionStage.Filed, o.Try("b1-08", new FileMotion("own", "c1", "ordinary", "On cranes", o.Text("The cranes are checked yearly."), [], null, null, null, false)) is Organisation.Acts.Decision.Accepted a ? a.Events.OfType<MotionFiled>().Single().Gathering ? MotionStage.Gathering : MotionStage.Filed : MotionStage.NotTaken);
        o.Do("b1-08", Again(o, AgainGround.NextLevel));
        Assert.Equal(("c1", MotionStage.Filed), (o.State.Motions.All["again"].Session, o.State.Motions.All["again"].Stage));
        Assert.Equal("m", o.State.Decisions.Again["again"].Of);
        Assert.Equal("protocol.taken", o.Refused("b1-08", Again(o, AgainGround.NextLevel) with { Motion = "third" }).Code);
        Assert.Equal(new ContestedCase(ContestedBy.MovedAgain, "again"), ContestedResults.Of(o.State, o.State.Votes.All["v"]));
    }

    [Fact]
    public void What_a_unit_adopted_goes_no_further_by_its_mover_alone()
    {
        var o = DecidedInBranch(8, 4);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", Again(o, AgainGround.NextLevel)).Code);
        Assert.Equal("decisions.no-circumstances", o.Refused("b1-09", Again(o, AgainGround.UnderPressure)).Code);
    }

    [Fact]
    public void Under_circumstances_on_the_record_a_tenth_goes_to_the_next_level_with_a_text_of_its_own()
    {
        var o = DecidedInBranch(11, 1);
        Assert.Empty(Circumstances.Of(o.State, o.State.Votes.All["v"]));
        o.Set(o.State with { Roll = o.State.Roll with { Charges = o.State.Roll.Charges.SetItem("x", new("x", "b1-11", ChargeGround.Conduct, "", o.Now.AddDays(-1), DateOnly.MaxValue)) } });
        Assert.Equal([Circumstance.Charge], Circumstances.Of(o.State, o.State.Votes.All["v"]));
        Assert.Equal("decisions.minority-too-small", o.Refused("b1-09", Again(o, AgainGround.UnderPressure, "Our report.")).Code);
        var tenth = DecidedInBranch(9, 1);
        tenth.Set(tenth.State with { Federation = tenth.State.Federation with { Missions = tenth.State.Federation.Missions.SetItem("e", new("e", "b1", "b2-05", "Help", "council", Founded.Day(2025), Founded.Day(2027)) { TakenAt = Founded.Start.AddDays(-1) }) } });
        Assert.Equal([Circumstance.Emissary], Circumstances.Of(tenth.State, tenth.State.Votes.All["v"]));
        // A member of another branch had no vote there.
        Assert.Equal("protocol.not-yours", tenth.Refused("b2-05", Again(tenth, AgainGround.UnderPressure, "Our report.")).Code);
        tenth.Do("b1-09", Again(tenth, AgainGround.UnderPressure, "Our report."));
        Assert.Equal([Circumstance.Emissary], tenth.State.Decisions.Again["again"].Circumstances);
    }

    [Fact]
    public void A_charge_or_an_emissary_elsewhere_is_no_circumstance_of_a_branch()
    {
        var o = DecidedInBranch(9, 3);
        o.Set(o.State with
        {
            Roll = o.State.Roll with { Charges = o.State.Roll.Charges.SetItem("x", new("x", "b2-05", ChargeGround.Conduct, "", o.Now.AddDays(-1), DateOnly.MaxValue)) },
            Federation = o.State.Federation with { Missions = o.State.Federation.Missions.SetItem("e", new("e", "b2", "b1-08", "Help", "council", Founded.Day(2025), Founded.Day(2027)) { TakenAt = Founded.Start.AddDays(-1) }) },
        });
        Assert.Empty(Circumstances.Of(o.State, o.State.Votes.All["v"]));
    }

    [Fact]
    public void What_was_voted_on_while_a_right_was_narrowed_comes_up_again_once_it_is_free()
    {
        var o = DecidedInBranch(4, 8);
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        var next = new ConveneSession("bm2", "branch.meeting", "b1", "Hall", o.Now.AddDays(60), today.AddDays(60), null);
        o.Do("b1-06", next);
        var again = Again(o, AgainGround.RestrictionEnded) with { Session = "bm2" };
        Assert.Equal("decisions.not-restricted", o.Refused("b1-08", again).Code);
        o.Set(o.State with { Restrictions = o.State.Restrictions with { All = o.State.Restrictions.All.SetItem("r", new("r", "x", Organisation.Facts.Liberty.Organise, [], "Order", "Noise", today.AddDays(-5), today.AddDays(5), null)) } });
        Assert.Equal([Circumstance.Restriction], Circumstances.Of(o.State, o.State.Votes.All["v"]));
        var refused = o.Refused("b1-08", again);
        Assert.Equal(("decisions.still-restricted", today.AddDays(6)), (refused.Code, DateOnly.FromDateTime(refused.Earliest!.Value.UtcDateTime)));
        o.Advance(6);
        Assert.Equal("decisions.same-body", o.Refused("b1-08", again with { Session = "c1" }).Code);
        o.Do("b1-09", again);
        Assert.Equal(AgainGround.RestrictionEnded, o.State.Decisions.Again["again"].Ground);
        var late = DecidedInBranch(4, 8);
        late.Set(late.State with { Restrictions = late.State.Restrictions with { All = late.State.Restrictions.All.SetItem("r", new("r", "x", Organisation.Facts.Liberty.Organise, [], "Order", "Noise", today.AddDays(-5), today, null)) } });
        late.Advance(181);
        Assert.Equal("decisions.too-late", late.Refused("b1-08", again with { Session = "bm" }).Code);
    }

    [Fact]
    public void Amendments_restrictions_and_removals_come_up_again_by_their_own_procedure()
    {
        var o = DecidedInBranch(4, 8);
        foreach (var own in new[] { ClassRule.Amendment, ClassRule.RestrictRight, ClassRule.RemoveOfficer, ClassRule.DissolveUnit })
        {
            o.Set(o.State with { Motions = o.State.Motions with { All = o.State.Motions.All.SetItem("m", o.State.Motions.All["m"] with { Class = own }) } });
            Assert.Equal("decisions.has-own-way", o.Refused("b1-08", Again(o, AgainGround.NextLevel)).Code);
        }
    }

    [Fact]
    public void Above_those_whom_members_elect_there_is_no_next_level()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m")));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m").Id));
        o.Decide("v", "m", 1, [Choice.No, Choice.No, Choice.Yes]);
        Assert.Equal("decisions.no-next-level", o.Refused("b1-07", Again(o, AgainGround.NextLevel)).Code);
    }
}
