using Mandate.Organisation.Acts;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class SecretBallotTests
{
    private const string OnDemand = "procedure:\n  secret_on_demand: 1/4 of present\n";

    [Fact]
    public void A_question_is_decided_by_what_the_finished_box_proves()
    {
        var o = SealedBoxes.WithQuestion();
        o.OpenBox("q1");
        o.CloseBox("q1", 11);
        o.Do("b1-02", new PublishBox("q1", o.Box(SealedBoxes.Finished(o.State.Votes.Find("q1")!, 11, [7, 3, 1]))));
        var vote = o.State.Votes.Find("q1")!;
        Assert.Equal(VoteStage.Result, vote.Stage);
        Assert.True(vote.Outcome!.Carried);
        Assert.Equal(new Figures(7, 3, 1), vote.Outcome.Figures);
    }

    [Fact]
    public void An_election_is_counted_from_the_rankings_of_the_box()
    {
        var o = Halls.WithCandidates();
        o.OpenBox("e1");
        o.CloseBox("e1", 10);
        var vote = o.State.Votes.Find("e1")!;
        // One row a ballot: the rank of each candidate; the fourth row ranks nobody, the fifth two alike.
        var finished = SealedBoxes.Finished(vote, 10, [1, 2, 3], [1, 2, 3], [1, 2, 0], [0, 0, 0], [1, 1, 2], [2, 1, 3], [1, 0, 2], [1, 2, 3], [3, 1, 2], [2, 1, 3]);
        o.Do("b1-06", new PublishBox("e1", o.Box(finished), o.Blob(BoxPapers.Of(vote, finished))));
        vote = o.State.Votes.Find("e1")!;
        Assert.Equal([vote.CandidateOrder[0], vote.CandidateOrder[1]], vote.Outcome!.Elected.OrderBy(p => vote.CandidateOrder.IndexOf(p)));
        Assert.Null(ElectionPapers.Read(o.Reader, vote.Ballots!, vote, out var papers));
        Assert.Equal(1, papers.Blank);
        Assert.Equal(vote.Outcome.CountSheet, CountSheet.Digest(ElectionCount.Count(vote, papers, vote.Seats, [])));
    }

    [Fact]
    public void Papers_that_are_not_those_of_the_box_elect_nobody()
    {
        var o = Halls.WithCandidates();
        o.OpenBox("e1");
        o.CloseBox("e1", 10);
        var vote = o.State.Votes.Find("e1")!;
        var finished = SealedBoxes.Finished(vote, 10, [.. Enumerable.Repeat(new long[] { 1, 2, 3 }, 10)]);
        var others = SealedBoxes.Finished(vote, 10, [.. Enumerable.Repeat(new long[] { 3, 2, 1 }, 10)]);
        Assert.Equal("votes.box-disagrees", o.Refused("b1-06", new PublishBox("e1", o.Box(finished), o.Blob(BoxPapers.Of(vote, others)))).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-06", new PublishBox("e1", o.Box(finished))).Code);
        Assert.Equal("votes.box-too-few-shuffles", o.Refused("b1-06", new PublishBox("e1", o.Box(finished with { Shuffles = 1 }), o.Blob(BoxPapers.Of(vote, finished)))).Code);
    }

    [Fact]
    public void A_box_that_asks_something_else_or_lets_others_vote_is_not_prepared()
    {
        var o = SealedBoxes.WithQuestion();
        string What(Func<BoxContents, BoxContents> change) => Assert.IsType<string>(o.Refused("b1-06", o.Prepare("q1", change)).Args["what"]);
        Assert.Equal("question", What(b => b with { Questions = [b.Questions[0] with { Text = "Shall we not strike?" }] }));
        Assert.Equal("answers", What(b => b with { Questions = [b.Questions[0] with { Answers = ["No", "Yes", "Abstain"] }] }));
        Assert.Equal("choices", What(b => b with { Questions = [b.Questions[0] with { Max = 2 }] }));
        Assert.Equal("kind", What(b => b with { Questions = [b.Questions[0] with { Kind = BoxQuestionKind.Ranking }] }));
        Assert.Equal("credentials", What(b => b with { Credentials = 13 }));
        Assert.Equal("weights", What(b => b with { OtherWeight = 40 }));
        Assert.Equal("trustees", What(b => b with { Trustees = 4 }));
        Assert.Equal("threshold", What(b => b with { Threshold = 1 }));
        Assert.Equal("votes.box-does-not-hold", o.Refused("b1-06", o.Prepare("q1", b => b with { Fault = "a proof" })).Code);
        Assert.Equal("votes.box-stage", o.Refused("b1-06", o.Prepare("q1", b => b with { Heads = [SealedBoxes.Head(0), SealedBoxes.Head(1)] })).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", o.Prepare("q1")).Code);
    }

    [Fact]
    public void No_camp_can_open_ballots_alone_or_stop_the_count()
    {
        var o = SealedBoxes.WithQuestion();
        BoxTrustee[] of(params string[] camps) => [.. SealedBoxes.Trustees.Zip(camps, (t, c) => t with { Camp = c })];
        Assert.Equal("votes.box-camp-opens", o.Refused("b1-06", o.Prepare("q1", trustees: [.. of("left", "left", "right")])).Code);
        Assert.Equal("votes.box-camp-blocks", o.Refused("b1-06", o.Prepare("q1", b => b with { Threshold = 3 }, [.. of("left", "right", "centre")])).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-06", o.Prepare("q1", trustees: [.. of("left", "right", " ")])).Code);
    }

    [Fact]
    public void Nobody_has_two_parts_in_a_box_and_no_candidate_has_one()
    {
        var o = SealedBoxes.WithQuestion();
        Assert.Equal("votes.box-two-parts", o.Refused("b1-06", o.Prepare("q1", authority: "b1-06")).Code);
        Assert.Equal("votes.box-two-parts", o.Refused("b1-06", o.Prepare("q1", authority: "b1-01")).Code);
        Assert.Equal("votes.box-two-parts", o.Refused("b1-06", o.Prepare("q1", trustees: [new("b1-01", "left"), new("b1-01", "right"), new("b1-05", "centre")])).Code);
        var e = Halls.WithCandidates();
        Assert.Equal("votes.box-two-parts", e.Refused("b1-06", e.Prepare("e1", trustees: [new("b1-07", "left"), new("b1-02", "right"), new("b1-05", "centre")])).Code);
    }

    [Fact]
    public void So_small_a_group_votes_on_paper()
    {
        var o = Halls.InBranchMeeting("b1-01", "b1-02", "b1-06");
        o.Item("m1", "i1");
        o.Do("b1-06", new PutQuestion("q1", VoteKind.Paper, "m1", null, "i1", null, "?"));
        o.Do("b1-06", o.Prepare("q1"));
        var congress = Halls.InCongress();
        congress.Item("c1", "i1");
        congress.Do("b1-07", new PutQuestion("q2", VoteKind.Paper, "c1", null, "i1", null, "?"));
        var refusal = congress.Refused("b1-07", congress.Prepare("q2", b => b with { Credentials = 3 }));
        Assert.Equal(("votes.box-group-too-small", 10, 3), (refusal.Code, refusal.Needs, refusal.Given));
    }

    [Fact]
    public void The_vote_opens_when_the_authority_and_every_trustee_have_read_the_same_fingerprint()
    {
        var o = SealedBoxes.WithQuestion();
        o.Do("b1-06", o.Prepare("q1"));
        var print = o.State.Votes.Find("q1")!.Box!.Fingerprint;
        Assert.Equal("votes.box-disagrees", o.Refused("b1-01", new ConfirmBox("q1", "another")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new ConfirmBox("q1", print)).Code);
        foreach (var person in SealedBoxes.Trustees.Select(t => t.Person)) o.Do(person, new ConfirmBox("q1", print));
        Assert.Equal(("votes.box-not-confirmed", (object)SealedBoxes.Authority), (o.Refused("b1-06", new OpenVote("q1")).Code, o.Refused("b1-06", new OpenVote("q1")).Needs!));
        o.Do("b1-06", o.Prepare("q1", b => b with { Fingerprint = "new" }));
        Assert.Equal(4, o.State.Votes.Find("q1")!.Box!.Unconfirmed.Count());
    }

    [Fact]
    public void Where_the_roll_has_changed_since_the_box_is_prepared_anew()
    {
        var o = Halls.WithCandidates();
        o.Do("b1-06", o.Prepare("e1"));
        foreach (var person in SealedBoxes.Trustees.Select(t => t.Person).Append(SealedBoxes.Authority)) o.Do(person, new ConfirmBox("e1", o.State.Votes.Find("e1")!.Box!.Fingerprint));
        o.Happened("b1-05", new Organisation.Roll.Transferred("b1-12", "b2"));
        Assert.Equal("votes.box-disagrees", o.Refused("b1-06", new OpenVote("e1")).Code);
    }

    [Fact]
    public void Figures_and_papers_come_from_the_box_alone()
    {
        var o = SealedBoxes.WithQuestion();
        o.OpenBox("q1");
        Assert.Equal("votes.by-box", o.Refused("b1-06", new CloseVote("q1")).Code);
        Assert.Equal("votes.not-by-name", o.Refused("b1-01", new CastVote("q1", Choice.Yes)).Code);
        Assert.Equal("votes.not-by-name", o.Refused("b1-06", new IssuePapers("q1", ["b1-01"])).Code);
        o.CloseBox("q1", 10);
        Assert.Equal("votes.by-box", o.Refused("b1-06", new DeclareResult("q1")).Code);
        var e = Halls.WithCandidates();
        e.OpenBox("e1");
        e.CloseBox("e1", 10);
        var papers = e.Blt("e1", ["b1-07"]);
        Assert.Equal("votes.by-box", e.Refused("b1-10", new EnterPapers("e1", papers, new(1, 1, 0, 0, 0))).Code);
        Assert.Equal("votes.by-box", e.Refused("b1-10", new PublishElection("e1", papers)).Code);
    }

    [Fact]
    public void Every_head_in_the_record_is_in_the_box_whose_result_is_published()
    {
        var o = SealedBoxes.WithQuestion();
        o.OpenBox("q1");
        o.Do("b1-02", new AnchorHead("q1", 4, SealedBoxes.Head(4)));
        Assert.Equal("votes.box-head-behind", o.Refused("b1-06", new AnchorHead("q1", 3, SealedBoxes.Head(3))).Code);
        Assert.Equal("votes.box-other", o.Refused("b1-06", new AnchorHead("q1", 4, SealedBoxes.Head(99))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new AnchorHead("q1", 5, SealedBoxes.Head(5))).Code);
        o.CloseBox("q1", 11);
        var vote = o.State.Votes.Find("q1")!;
        var finished = SealedBoxes.Finished(vote, 11, [7, 3, 1]);
        Assert.Equal("votes.box-other", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Heads = finished.Heads.SetItem(4, SealedBoxes.Head(77)) }))).Code);
        Assert.Equal("votes.box-other", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Heads = finished.Heads.SetItem(0, SealedBoxes.Head(77)) }))).Code);
        Assert.Equal("votes.box-other", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Heads = finished.Heads.SetItem(12, SealedBoxes.Head(77)) }))).Code);
        Assert.Equal("votes.box-disagrees", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Voters = 10 }))).Code);
        Assert.Equal("votes.box-stage", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Complete = false }))).Code);
        Assert.Equal("votes.box-does-not-hold", o.Refused("b1-06", new PublishBox("q1", o.Box(finished with { Fault = "a proof" }))).Code);
        o.Do("b1-06", new PublishBox("q1", o.Box(finished)));
    }

    [Fact]
    public void A_box_with_so_few_ballots_is_not_opened()
    {
        var o = SealedBoxes.WithQuestion();
        o.OpenBox("q1");
        var refusal = o.Refused("b1-06", new CloseBox("q1", 12, 9, SealedBoxes.Head(13)));
        Assert.Equal(("votes.box-too-few-ballots", 10, 9), (refusal.Code, refusal.Needs, refusal.Given));
        o.Do("b1-06", new StopVote("q1", "too few came"));
        Assert.Equal(VoteStage.Stopped, o.State.Votes.Find("q1")!.Stage);
    }

    [Fact]
    public void Voting_from_afar_ends_before_the_desk_does()
    {
        var o = SealedBoxes.WithQuestion();
        o.OpenBox("q1");
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new EndRemote("q1", 2, SealedBoxes.Head(2))).Code);
        o.Do("b1-06", new EndRemote("q1", 2, SealedBoxes.Head(2)));
        Assert.Equal(o.Now, o.State.Votes.Find("q1")!.Box!.RemoteEndedAt);
        Assert.Equal("protocol.taken", o.Refused("b1-06", new EndRemote("q1", 3, SealedBoxes.Head(3))).Code);
        o.CloseBox("q1", 12);
    }

    [Fact]
    public void As_many_as_the_clause_says_make_a_vote_secret()
    {
        var o = SealedBoxes.WithQuestion(Founded.Yaml(("procedure:\n", OnDemand)));
        o.Item("m1", "i2");
        o.Do("b1-06", new PutQuestion("q2", VoteKind.Hands, "m1", null, "i2", null, "?"));
        o.Do("b1-07", new DemandSecret("q2"));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new DemandSecret("q2")).Code);
        o.Do("b1-08", new DemandSecret("q2"));
        Assert.Equal(VoteKind.Hands, o.State.Votes.Find("q2")!.Kind);
        o.Do("b1-09", new DemandSecret("q2"));
        var vote = o.State.Votes.Find("q2")!;
        Assert.Equal((VoteKind.Paper, "procedure.secret_on_demand"), (vote.Kind, vote.Question.Secret));
        Assert.Equal("votes.secret-already", o.Refused("b1-10", new DemandSecret("q2")).Code);
        o.Do("b1-06", o.Prepare("q2"));
    }

    [Fact]
    public void Without_such_a_clause_nobody_can_demand_it()
    {
        var o = SealedBoxes.WithQuestion();
        o.Item("m1", "i2");
        o.Do("b1-06", new PutQuestion("q2", VoteKind.Hands, "m1", null, "i2", null, "?"));
        Assert.Equal("votes.secret-not-on-demand", o.Refused("b1-07", new DemandSecret("q2")).Code);
        Assert.Equal("votes.box-not-on-paper", o.Refused("b1-06", o.Prepare("q2")).Code);
    }
}
