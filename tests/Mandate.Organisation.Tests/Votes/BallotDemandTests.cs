using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Thresholds that force a roll call or a secret vote: two of the three delegates here.</summary>
public sealed class BallotDemandTests
{
    private const string Clauses = "procedure:\n  roll_call_on_demand: 1/2 of present\n  secret_on_demand: 1/2 of present\n";

    [Fact]
    public void Enough_of_those_present_have_a_show_of_hands_held_by_roll_call()
    {
        var o = ReadBack(VoteKind.Hands);
        Assert.Equal([(VoteKind.RollCall, 0, 2), (VoteKind.Secret, 0, 2)], Demands(o));
        o.Do("b1-08", new DemandRollCall("v1"));
        Assert.Equal((VoteKind.RollCall, 1, 2), Demands(o)[0]);
        Assert.Equal("protocol.taken", o.Refused("b1-08", new DemandRollCall("v1")).Code);
        Assert.Equal("sessions.not-of-body", o.Refused("b1-12", new DemandRollCall("v1")).Code);
        o.Do("b2-05", new DemandRollCall("v1"));
        Assert.Equal((VoteKind.RollCall, "procedure.roll_call_on_demand"), (Vote(o).Kind, Vote(o).RollCallClause));
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b2-05", new CastVote("v1", Choice.Yes));
    }

    [Fact]
    public void A_vote_that_the_chair_opened_at_once_goes_on_by_roll_call()
    {
        var o = ReadBack(VoteKind.Open);
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b1-08", new DemandRollCall("v1"));
        o.Do("b2-05", new DemandRollCall("v1"));
        Assert.Equal((VoteKind.RollCall, VoteStage.Running, 1), (Vote(o).Kind, Vote(o).Stage, Vote(o).Casts.Count));
        o.Do("b1-07", new StopVote("v1", "the screen showed another text"));
        Assert.Equal(("votes.roll-call-demanded", "procedure.roll_call_on_demand"), Of(o.Refused("b1-07", Again(VoteKind.Open))));
        o.Do("b1-07", Again(VoteKind.RollCall));
    }

    [Fact]
    public void An_open_vote_that_runs_stops_when_enough_demand_it_secret_and_is_put_again_on_paper_only()
    {
        var o = ReadBack(VoteKind.RollCall);
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-08", new DemandSecret("v1"));
        o.Do("b2-05", new DemandSecret("v1"));
        Assert.Equal((VoteStage.Stopped, "secret-demanded"), (Vote(o).Stage, Vote(o).StopReason));
        Assert.Empty(Demands(o));
        Assert.Equal(("votes.secret", "procedure.secret_on_demand"), Of(o.Refused("b1-07", Again(VoteKind.RollCall))));
        o.Do("b1-07", Again(VoteKind.Paper));
        Assert.Equal("procedure.secret_on_demand", o.State.Votes.Find("v2")!.Question.Secret);
    }

    [Fact]
    public void A_secret_vote_goes_before_a_roll_call()
    {
        var o = ReadBack(VoteKind.Open);
        o.Do("b1-08", new DemandSecret("v1"));
        o.Do("b2-05", new DemandSecret("v1"));
        Assert.Equal("votes.secret-already", o.Refused("b1-08", new DemandRollCall("v1")).Code);
    }

    [Fact]
    public void Whoever_leaves_demands_no_more()
    {
        var o = ReadBack(VoteKind.Open);
        o.Do("b2-05", new DemandRollCall("v1"));
        o.Happened("b2-05", new Departed("c1", "b2-05"));
        Assert.Equal((VoteKind.RollCall, 0, 1), Demands(o)[0]);
        o.Do("b1-08", new DemandRollCall("v1"));
        Assert.Equal(VoteKind.RollCall, Vote(o).Kind);
    }

    [Fact]
    public void Without_such_a_clause_nobody_can_demand_it_and_no_demand_puts_members_on_record_by_name()
    {
        var o = Halls.InCongress();
        o.Item("c1", "i1");
        o.Do("b1-07", Put("v1", VoteKind.Open));
        Assert.Equal("votes.roll-call-not-on-demand", o.Refused("b1-08", new DemandRollCall("v1")).Code);

        var m = Halls.InBranchMeeting(Founded.Yaml(("procedure:\n", Clauses)), ["b1-06", "b1-07", "b1-08", "b1-09"]);
        m.Item("m1", "i1");
        m.Do("b1-06", new PutQuestion("v1", VoteKind.Hands, "m1", null, "i1", null, "Shall we?"));
        Assert.Equal("votes.members-not-by-name", m.Refused("b1-07", new DemandRollCall("v1")).Code);
        Assert.Equal([VoteKind.Secret], BallotDemands.On(m.State, m.State.Votes.Find("v1")!, m.Now).Select(d => d.For));
    }

    private static Founded ReadBack(VoteKind kind)
    {
        var o = Halls.InCongress(Founded.Yaml(("procedure:\n", Clauses)));
        o.Item("c1", "i1");
        o.Do("b1-07", Put("v1", kind));
        return o;
    }

    private static PutQuestion Put(string id, VoteKind kind) => new(id, kind, "c1", null, "i1", null, "Shall we?");

    private static PutQuestion Again(VoteKind kind) => Put("v2", kind) with { Replaces = "v1" };

    private static Vote Vote(Founded o) => o.State.Votes.Find("v1")!;

    private static List<(VoteKind, int, int)> Demands(Founded o) => [.. BallotDemands.On(o.State, Vote(o), o.Now).Select(d => (d.For, d.Given, d.Needed))];

    private static (string, string) Of(Refusal refusal) => (refusal.Code, refusal.Clause);
}
