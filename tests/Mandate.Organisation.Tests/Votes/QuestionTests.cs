using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class QuestionTests
{
    [Fact]
    public void The_question_is_read_back_with_majority_clause_quorum_and_who_is_entitled()
    {
        var o = Put(VoteKind.RollCall);
        var vote = o.State.Votes.Find("v1")!;
        Assert.Equal("majority of votes cast", vote.Question.Rule);
        Assert.Equal("procedure.default.rule", vote.Question.Clause);
        Assert.Equal("bodies.congress.quorum.each_vote", vote.Question.QuorumClause);
        Assert.Equal(2, vote.Question.QuorumNeeded);
        Assert.Equal(3, vote.Electorate);
    }

    [Fact]
    public void Only_whoever_presides_puts_opens_closes_and_declares()
    {
        var o = Halls.InCongress();
        o.Item("c1", "i1");
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new PutQuestion("v1", VoteKind.Open, "c1", null, "i1", null, "Shall we?")).Code);
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "i1", null, "Shall we?"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new OpenVote("v1")).Code);
    }

    [Fact]
    public void A_vote_may_be_changed_until_it_closes_and_not_after()
    {
        var o = Running(VoteKind.RollCall);
        o.Do("b1-08", new CastVote("v1", Choice.Yes));
        o.Do("b1-08", new CastVote("v1", Choice.No));
        o.Do("b2-05", new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new CastVote("v1", Choice.Yes)).Code);
        o.Do("b1-07", new DeclareResult("v1"));
        var outcome = o.State.Votes.Find("v1")!.Outcome!;
        Assert.Equal(new Figures(2, 1, 0), outcome.Figures);
        Assert.Equal((true, 2, 3, 3), (outcome.Carried, outcome.Needed, outcome.Base, outcome.Present));
    }

    [Fact]
    public void Of_two_equal_votes_racing_for_the_same_right_the_second_is_refused()
    {
        var o = Running(VoteKind.Open);
        o.Do("b1-08", new CastVote("v1", Choice.Yes));
        Assert.Equal("protocol.taken", o.Refused("b1-08", new CastVote("v1", Choice.Yes)).Code);
        Assert.Single(o.Events.OfType<VoteCast>());
    }

    [Fact]
    public void Who_is_not_accredited_or_not_present_has_no_vote()
    {
        var o = Running(VoteKind.Open);
        Assert.Equal("sessions.not-of-body", o.Refused("b1-12", new CastVote("v1", Choice.Yes)).Code);
        o.Happened("b2-05", new Departed("c1", "b2-05"));
        Assert.Equal("votes.not-present", o.Refused("b2-05", new CastVote("v1", Choice.Yes)).Code);
    }

    [Fact]
    public void Quorum_is_checked_again_when_the_vote_is_decided()
    {
        var o = Running(VoteKind.Open);
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Now = o.Now.AddMinutes(1);
        o.Happened("b1-08", new Departed("c1", "b1-08"), new Departed("c1", "b2-05"));
        o.Now = o.Now.AddMinutes(1);
        o.Do("b1-07", new CloseVote("v1"));
        // Coming back after the vote does not heal it, also where the clock of a rehearsal stands still.
        o.Happened("b1-08", new Arrived("c1", "b1-08"));
        var refusal = o.Refused("b1-07", new DeclareResult("v1"));
        Assert.Equal(("votes.no-quorum", "bodies.congress.quorum.each_vote", (object)2, (object)1), (refusal.Code, refusal.Clause, refusal.Needs, refusal.Given));
    }

    [Fact]
    public void One_who_comes_after_the_opening_votes_and_is_counted_among_the_entitled()
    {
        var o = Put(VoteKind.Open);
        o.Happened("b2-05", new Departed("c1", "b2-05"));
        o.Do("b1-07", new OpenVote("v1"));
        Assert.Equal(2, o.State.Votes.Find("v1")!.Electorate);
        o.Happened("b2-05", new Arrived("c1", "b2-05"));
        foreach (var person in new[] { "b1-07", "b1-08", "b2-05" }) o.Do(person, new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Equal((3, 3), (o.State.Votes.Find("v1")!.Electorate, o.State.Votes.Find("v1")!.PresentAtClose));
    }

    [Fact]
    public void Hands_are_counted_by_tellers_and_never_more_than_are_present()
    {
        var o = Halls.InBranchMeeting("b1-06", "b1-07", "b1-08", "b1-09");
        o.Item("m1", "i1");
        o.Do("b1-06", new PutQuestion("v1", VoteKind.Hands, "m1", null, "i1", null, "Shall we?"));
        Assert.Equal("votes.tellers-missing", o.Refused("b1-06", new OpenVote("v1")).Code);
        o.Do("b1-06", new NameTellers("v1", ["b1-08", "b1-09"]));
        o.Do("b1-06", new OpenVote("v1"));
        Assert.Equal("votes.not-by-name", o.Refused("b1-07", new CastVote("v1", Choice.Yes)).Code);
        o.Do("b1-06", new CloseVote("v1"));
        Assert.Equal("votes.more-than-present", o.Refused("b1-08", new EnterFigures("v1", new(4, 1, 0))).Code);
        o.Do("b1-08", new EnterFigures("v1", new(3, 1, 0)));
        Assert.Equal("votes.figures-missing", o.Refused("b1-06", new DeclareResult("v1")).Code);
        o.Do("b1-09", new EnterFigures("v1", new(2, 2, 0)));
        Assert.Equal("votes.tellers-differ", o.Refused("b1-06", new DeclareResult("v1")).Code);
        o.Do("b1-09", new EnterFigures("v1", new(3, 1, 0)));
        o.Do("b1-06", new DeclareResult("v1"));
        Assert.True(o.State.Votes.Find("v1")!.Outcome!.Carried);
    }

    [Fact]
    public void Ordinary_members_are_not_put_on_record_by_name()
    {
        var o = Halls.InBranchMeeting("b1-06", "b1-07", "b1-08");
        o.Item("m1", "i1");
        Assert.Equal("votes.members-not-by-name", o.Refused("b1-06", new PutQuestion("v1", VoteKind.RollCall, "m1", null, "i1", null, "Shall we?")).Code);
    }

    [Fact]
    public void A_stopped_vote_shows_nothing_and_is_put_again_as_a_linked_one()
    {
        var o = Running(VoteKind.Open);
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        Assert.Equal("votes.reason-missing", o.Refused("b1-07", new StopVote("v1", " ")).Code);
        o.Do("b1-07", new StopVote("v1", "the wrong text was on the screen"));
        Assert.Null(o.State.Votes.Find("v1")!.Outcome);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new DeclareResult("v1")).Code);
        Assert.Equal("votes.already-put", o.Refused("b1-07", new PutQuestion("v2", VoteKind.Open, "c1", null, "i1", null, "Shall we?")).Code);
        o.Do("b1-07", new PutQuestion("v2", VoteKind.Open, "c1", null, "i1", null, "Shall we?", "v1"));
        Assert.Equal(("v1", "v2"), (o.State.Votes.Find("v2")!.Replaces, o.State.Votes.Find("v1")!.ReplacedBy));
    }

    [Fact]
    public void A_challenged_result_is_put_again_and_a_finished_vote_is_never_reset()
    {
        var o = Declared();
        Assert.Equal("votes.already-put", o.Refused("b1-07", new PutQuestion("v2", VoteKind.Open, "c1", null, "i1", null, "Shall we?")).Code);
        Assert.Equal("votes.nothing-to-replace", o.Refused("b1-07", new PutQuestion("v2", VoteKind.Open, "c1", null, "i1", null, "Shall we?", "v1")).Code);
        o.Do("b2-05", new ChallengeResult("v1", "my vote was not asked for"));
        o.Do("b1-07", new PutQuestion("v2", VoteKind.RollCall, "c1", null, "i1", null, "Shall we?", "v1"));
        Assert.NotNull(o.State.Votes.Find("v1")!.Outcome);
    }

    [Fact]
    public void A_slip_in_recording_counts_when_teller_and_chair_have_signed()
    {
        var o = Declared();
        Assert.True(o.State.Votes.Find("v1")!.Outcome!.Carried);
        o.Do("b1-07", new NameTellers("v1", ["b1-12"]));
        o.Do("b1-12", new ReportSlip("v1", "s1", "b1-08", Choice.No, null, "b1-08 said no"));
        Assert.Equal(2, o.State.Votes.Find("v1")!.Outcome!.Figures.Yes);
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new SignSlip("v1", "s1")).Code);
        o.Do("b1-07", new SignSlip("v1", "s1"));
        Assert.Equal(new Figures(1, 1, 0), o.State.Votes.Find("v1")!.Outcome!.Figures);
        Assert.False(o.State.Votes.Find("v1")!.Outcome!.Carried);
        Assert.Equal("protocol.taken", o.Refused("b1-07", new SignSlip("v1", "s1")).Code);
    }

    [Fact]
    public void What_nobody_contests_is_decided_without_a_count_and_the_presence_is_kept()
    {
        var o = Put(VoteKind.Uncontested);
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.Equal((true, 3), (o.State.Votes.Find("v1")!.Outcome!.Carried, o.State.Votes.Find("v1")!.Outcome!.Present));
    }

    [Fact]
    public void One_who_demands_a_count_gets_one()
    {
        var o = Put(VoteKind.Uncontested);
        o.Do("b2-05", new Organisation.Votes.DemandCount("v1"));
        Assert.Equal("votes.count-demanded", o.Refused("b1-07", new DeclareResult("v1")).Code);
        Assert.Equal("votes.count-demanded", o.Refused("b1-07", new PutQuestion("v2", VoteKind.Uncontested, "c1", null, "i1", null, "Shall we?", "v1")).Code);
        o.Do("b1-07", new PutQuestion("v2", VoteKind.Open, "c1", null, "i1", null, "Shall we?", "v1"));
    }

    [Fact]
    public void A_choice_on_a_person_is_never_taken_by_name()
    {
        var o = Halls.InCongress();
        Assert.Equal("votes.on-persons", o.Refused("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "chair:c1:b1-08", null, "Shall b1-08 preside?")).Code);
    }

    [Fact]
    public void What_the_hall_decided_on_sheets_is_judged_by_the_same_rules()
    {
        var o = Halls.InCongress();
        o.Item("c1", "i1");
        o.Item("c1", "i2");
        var at = o.Now;
        o.Now = o.Now.AddHours(1);
        o.Do("b1-07", Sheet("v1", "i1", at, new(2, 1, 0), 3));
        o.Do("b1-07", Sheet("v2", "i2", at, new(1, 0, 0), 1));
        var lawful = o.State.Votes.Find("v1")!;
        var irregular = o.State.Votes.Find("v2")!;
        Assert.Equal((true, null), (lawful.Outcome!.Carried, lawful.Irregularity));
        Assert.Equal((false, "votes.no-quorum", "bodies.congress.quorum.each_vote"), (irregular.Outcome!.Carried, irregular.Irregularity, irregular.IrregularityClause));
        Assert.Equal("protocol.malformed", o.Refused("b1-07", Sheet("v3", "i2", o.Now.AddHours(1), new(2, 1, 0), 3)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Sheet("v3", "i2", at, new(2, 1, 0), 3)).Code);
    }

    private static RecordPaperDecision Sheet(string id, string subject, DateTimeOffset at, Figures figures, int present) =>
        new(id, "c1", subject, null, "Shall we?", at, figures, present, false, ["b1-08"], null);

    private static Founded Put(VoteKind kind)
    {
        var o = Halls.InCongress();
        o.Item("c1", "i1");
        o.Do("b1-07", new PutQuestion("v1", kind, "c1", null, "i1", null, "Shall we?"));
        return o;
    }

    private static Founded Running(VoteKind kind)
    {
        var o = Put(kind);
        o.Do("b1-07", new OpenVote("v1"));
        return o;
    }

    private static Founded Declared()
    {
        var o = Running(VoteKind.RollCall);
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b1-08", new CastVote("v1", Choice.Yes));
        o.Do("b1-07", new CloseVote("v1"));
        o.Do("b1-07", new DeclareResult("v1"));
        return o;
    }
}
