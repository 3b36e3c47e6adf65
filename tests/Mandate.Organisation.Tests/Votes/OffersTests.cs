using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>What a hall needs is offered to whoever may do it, when they may: pages and the command line show these.</summary>
public sealed class OffersTests
{
    [Fact]
    public void Whoever_presides_is_offered_tellers_papers_and_the_steps_of_a_vote_in_their_time()
    {
        var o = WithRuling();
        Put(o, VoteKind.Paper);
        Assert.Contains(Open(o, "b1-07"), c => c is NameTellers);
        o.Do("b1-07", new NameTellers("v1", ["b1-11", "b1-12"]));
        Assert.DoesNotContain(Open(o, "b1-07"), c => c is NameTellers);
        o.Do("b1-07", new OpenVote("v1"));
        Assert.Contains(Open(o, "b1-07"), c => c is IssuePapers);
        Assert.Contains(Open(o, "b1-11"), c => c is IssuePapers);
        o.Do("b1-11", new IssuePapers("v1", [.. Congresses.Delegates]));
        Assert.DoesNotContain(Open(o, "b1-07"), c => c is IssuePapers);
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Contains(Open(o, "b1-11"), c => c is EnterFigures);
        Assert.DoesNotContain(Open(o, "b1-07"), c => c is EnterFigures);
    }

    [Fact]
    public void A_stopped_vote_and_a_challenged_result_are_offered_again_as_new_linked_votes()
    {
        var o = WithRuling();
        Put(o, VoteKind.RollCall);
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-07", new StopVote("v1", "The hall did not hear the question."));
        var again = Assert.IsType<PutQuestion>(Assert.Single(Open(o, "b1-07")));
        Assert.Equal(("v1", "r1", VoteKind.RollCall), (again.Replaces!, again.Subject, again.Kind));
        o.Decide("v2", "r1", null, [Choice.No, Choice.No, Choice.Yes], "v1");
        o.Do("b2-05", new ChallengeResult("v2", "I was not counted."));
        Assert.Equal("v2", Assert.IsType<PutQuestion>(Open(o, "b1-07", "v2").Single(c => c is PutQuestion)).Replaces);
        Assert.DoesNotContain(Open(o, "b1-08", "v2"), c => c is PutQuestion);
    }

    [Fact]
    public void A_teller_is_offered_a_slip_and_the_chair_its_signature()
    {
        var o = WithRuling();
        o.Decide("v1", "r1", null, [Choice.No, Choice.Yes, Choice.Yes]);
        Assert.Contains(Open(o, "b1-07"), c => c is NameTellers);
        o.Do("b1-07", new NameTellers("v1", ["b1-11"]));
        Assert.Contains(Open(o, "b1-11"), c => c is ReportSlip);
        o.Do("b1-11", new ReportSlip("v1", "k1", "b1-08", Choice.No, null, "She said no."));
        Assert.Contains(Open(o, "b1-07"), c => c is SignSlip);
        o.Do("b1-07", new SignSlip("v1", "k1"));
        Assert.False(o.State.Votes.Find("v1")!.Outcome!.Carried);
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s.Code == "slip-corrected");
    }

    [Fact]
    public void The_chairs_steps_begin_with_the_vote_that_runs_then_the_appeal_then_the_speaker()
    {
        var o = WithRuling();
        o.Do("b1-07", new PutItem("c1", "x", ItemKind.Other, "The lease of the hall", null));
        o.Happened("b1-08", new SpeechAsked("c1", "s1", "b1-08", "election:council", "for"));
        o.Do("b1-08", new AppealRuling("c1", "r1"));
        string First() => ChairSteps.Of(o.State, o.Session(), "b1-07", o.Now).First(s => s.WhyNot is null).Act;
        Assert.Equal("votes.put", First());
        Put(o, VoteKind.RollCall);
        Assert.Equal("votes.open", First());
        o.Do("b1-07", new OpenVote("v1"));
        Assert.Equal("votes.close", First());
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Equal("votes.declare", First());
        o.Do("b1-07", new DeclareResult("v1"));
        var then = ChairSteps.Of(o.State, o.Session(), "b1-07", o.Now).Where(s => s.WhyNot is null).Select(s => s.Act).ToList();
        Assert.True(then.IndexOf("sessions.give-floor") < then.IndexOf("sessions.finish-item"));
        Assert.True(then.IndexOf("sessions.finish-item") < then.IndexOf("sessions.take-up"));
        Assert.Equal("sessions.close", then[^1]);
    }

    [Fact]
    public void What_the_hall_decided_on_paper_is_offered_to_whoever_presided()
    {
        var o = Congresses.Opened();
        o.Do("b1-07", new PutItem("c1", "x", ItemKind.Other, "The lease of the hall", null));
        o.Do("b1-07", new TakeUp("c1", "x"));
        Assert.Contains(ChairSteps.Of(o.State, o.Session(), "b1-07", o.Now), s => s is { WhyNot: null, Prototype: RecordPaperDecision });
        Assert.DoesNotContain(VotesOffers.For(o.State, "b1-08", o.Now), s => s.Prototype is RecordPaperDecision);
    }

    private static Founded WithRuling()
    {
        var o = Congresses.Opened();
        o.Do("b1-07", new TakeUp("c1", "election:council"));
        o.Do("b1-07", new GiveRuling("c1", "r1", "election:council", "Nominations are closed.", "bodies.council.seats"));
        return o;
    }

    private static void Put(Founded o, VoteKind kind) => o.Do("b1-07", new PutQuestion("v1", kind, "c1", null, "r1", null, "Shall the ruling be overturned?"));

    private static IReadOnlyList<Command> Open(Founded o, string person, string vote = "v1") =>
        [.. VotesOffers.On(o.State, o.State.Votes.Find(vote)!, person, o.Now).Where(s => s.WhyNot is null).Select(s => s.Prototype)];
}
