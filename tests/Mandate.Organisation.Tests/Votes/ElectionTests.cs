using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

public sealed class ElectionTests
{
    private static readonly string[][] FivePapers =
    [
        ["b1-07", "b1-08"], ["b1-07", "b1-08"], ["b1-08"], ["b1-08", "b1-09"], ["b1-09", "b1-07"],
    ];

    [Fact]
    public void The_elected_hold_their_mandates_and_the_chain_leads_to_the_vote_of_their_branch()
    {
        var o = Counted(out _);

        var delegates = o.State.Offices.Holders("congress", o.Now, "b1").Select(t => t.Person).Order().ToArray();
        Assert.Equal(["b1-07", "b1-08"], delegates);
        var mandate = o.State.Offices.Holders("congress", o.Now, "b1").First();
        Assert.Equal("c1", mandate.Session);
        var chain = Chain.Of(o.State, mandate);
        Assert.True(chain.IsBase);
        Assert.Equal("b1", chain.Vote!.Unit);
        Assert.Equal(6, chain.Vote.TookPart);
        Assert.Equal(["b1-09"], o.State.Offices.Substitutes.Select(s => s.Person));
    }

    [Fact]
    public void The_count_sheet_is_made_again_from_the_published_papers()
    {
        var o = Counted(out var ballots);
        var vote = o.State.Votes.Find("e1")!;
        Assert.Null(ElectionPapers.Read(o.Reader, ballots, vote, out var papers));
        Assert.Equal(vote.Outcome!.CountSheet, CountSheet.Digest(ElectionCount.Count(vote, papers, vote.Seats, [])));
    }

    [Fact]
    public void Somebody_who_holds_an_executive_office_is_not_a_candidate_and_learns_which_clause_says_so()
    {
        var o = Halls.WithCongress();
        o.Do("b1-06", new OpenNominations("e1", null, Halls.DelegatesOfB1, "c1"));
        var refusal = o.Refused("b1-07", new Nominate("e1", "b1-02"));
        Assert.Equal("offices.not-eligible", refusal.Code);
        Assert.Equal("bodies.congress.seats.delegates.eligible.none_of[1]", refusal.Clause);
        Assert.Equal("not: holds executive", refusal.Needs);
    }

    [Fact]
    public void Eligibility_is_asked_again_when_the_result_is_found()
    {
        var o = Halls.WithBox(5);
        o.Happened("b1-05", new PostBegan("p1", "b1-08", "paid", "organiser", Founded.Day(2026), "council"));
        var ballots = o.Blt("e1", FivePapers);
        Enter(o, ballots, new(10, 5, 0, 0, 5));
        o.Do("b1-10", new PublishElection("e1", ballots));
        var vote = o.State.Votes.Find("e1")!;
        Assert.DoesNotContain("b1-08", vote.Outcome!.Elected);
        Assert.Contains(vote.NotStanding, n => n.Person == "b1-08" && n.Clause == "bodies.congress.seats.delegates.eligible.none_of[0]");

        // Anybody makes the same count again from the published papers, and from no others.
        var again = PublishedCount.Of(vote, o.Reader)!;
        Assert.Equal(vote.Outcome.Elected, again.ElectedNames);
        Assert.Null(PublishedCount.Of(vote with { Ballots = o.Blt("e1", FivePapers[..4]) }, o.Reader));
    }

    [Fact]
    public void Nobody_is_given_two_papers()
    {
        var o = Halls.WithCandidates();
        o.Do("b1-06", new OpenVote("e1"));
        o.Do("b1-10", new IssuePapers("e1", ["b1-01"]));
        Assert.Equal("votes.has-paper", o.Refused("b1-11", new IssuePapers("e1", ["b1-01"])).Code);
        Assert.Equal("votes.has-paper", o.Refused("b1-11", new IssuePapers("e1", ["b1-02", "b1-02"])).Code);
        Assert.Equal("votes.not-entitled", o.Refused("b1-11", new IssuePapers("e1", ["b2-01"])).Code);
    }

    [Fact]
    public void Papers_that_are_not_accounted_for_are_not_entered()
    {
        var o = Halls.WithBox(6);
        var ballots = o.Blt("e1", FivePapers);
        Assert.Equal("votes.does-not-balance", o.Refused("b1-10", new EnterPapers("e1", ballots, new(10, 5, 1, 0, 3))).Code);
        Assert.Equal("votes.papers-disagree", o.Refused("b1-10", new EnterPapers("e1", ballots, new(10, 4, 1, 0, 5))).Code);
        Assert.Equal("votes.more-papers-than-persons", o.Refused("b1-10", new EnterPapers("e1", ballots, new(10, 5, 1, 1, 3))).Code);
        Assert.Equal("votes.fewer-papers-than-persons", o.Refused("b1-10", new EnterPapers("e1", ballots, new(5, 5, 0, 0, 0))).Code);
    }

    [Fact]
    public void There_is_no_result_before_both_tellers_have_entered_alike()
    {
        var o = Halls.WithBox(5);
        var first = o.Blt("e1", FivePapers);
        var other = o.Blt("e1", [.. FivePapers.Skip(1), ["b1-09"]]);
        o.Do("b1-10", new EnterPapers("e1", first, new(10, 5, 0, 0, 5)));
        Assert.Equal("votes.figures-missing", o.Refused("b1-06", new PublishElection("e1", first)).Code);
        o.Do("b1-11", new EnterPapers("e1", other, new(10, 5, 0, 0, 5)));
        Assert.Equal("votes.tellers-differ", o.Refused("b1-06", new PublishElection("e1", first)).Code);

        var vote = o.State.Votes.Find("e1")!;
        Assert.Null(ElectionPapers.Read(o.Reader, first, vote, out var one));
        Assert.Null(ElectionPapers.Read(o.Reader, other, vote, out var two));
        Assert.Equal([1, -1], ElectionPapers.Differences(one, two).Select(d => d.First - d.Second).OrderDescending());

        // The same papers in another order of the file are the same papers.
        o.Do("b1-11", new EnterPapers("e1", o.Blt("e1", [.. FivePapers.Reverse()]), new(10, 5, 0, 0, 5)));
        o.Do("b1-06", new PublishElection("e1", first));
        Assert.Equal(VoteStage.Result, o.State.Votes.Find("e1")!.Stage);
    }

    [Fact]
    public void A_candidate_does_not_count_the_papers()
    {
        var o = Halls.WithCandidates();
        Assert.Equal("votes.teller-is-candidate", o.Refused("b1-06", new NameTellers("e1", ["b1-07", "b1-11"])).Code);
        Assert.Equal("votes.tellers-missing", o.Refused("b1-06", new NameTellers("e1", ["b1-11"])).Code);
    }

    [Fact]
    public void Papers_with_ids_or_for_other_candidates_are_refused()
    {
        var o = Halls.WithBox(5);
        var papers = new Reconciliation(5, 1, 0, 0, 4);
        Assert.Equal("votes.papers-unreadable", o.Refused("b1-10", new EnterPapers("e1", o.Blob("3 2\n(b7) 1 2 0\n0\n\"a\"\n\"b\"\n\"c\"\n"), papers)).Code);
        Assert.Equal("votes.papers-unreadable", o.Refused("b1-10", new EnterPapers("e1", o.Blob("3 2\n1 9 0\n0\n\"a\"\n\"b\"\n\"c\"\n"), papers)).Code);
        Assert.Equal("votes.papers-disagree", o.Refused("b1-10", new EnterPapers("e1", o.Blob("2 2\n1 1 0\n0\n\"a\"\n\"b\"\n"), papers)).Code);
        Assert.Equal("protocol.blob-missing", o.Refused("b1-10", new EnterPapers("e1", new string('0', 64), papers)).Code);
    }

    [Fact]
    public void An_office_that_asks_for_support_is_not_stood_for_without_it()
    {
        var o = Founded.Small();
        o.Happened("b1-05", new TenureEnded("t-secretary-0", "resigned"));
        o.Do("b1-04", new OpenNominations("e1", null, new Seat("secretary"), null));
        o.Do("b1-07", new Nominate("e1", "b1-07"));
        o.Do("b1-08", new Nominate("e1", "b1-07"));
        var refusal = o.Refused("b1-04", new CloseNominations("e1"));
        Assert.Equal("votes.not-enough-support", refusal.Code);
        Assert.Equal("offices.secretary.nominate", refusal.Clause);
        o.Do("b2-08", new Nominate("e1", "b1-07"));
        o.Do("b1-04", new CloseNominations("e1"));
        Assert.Equal(["b1-07"], o.State.Votes.Find("e1")!.CandidateOrder);
    }

    [Fact]
    public void Only_the_congress_elects_the_council()
    {
        var o = Halls.InCongress();
        Assert.Equal("votes.not-this-body", o.Refused("b1-04", new OpenNominations("e2", null, new Seat("council"), null)).Code);
        o.Do("b1-07", new OpenNominations("e2", "c1", new Seat("council"), null));
        Assert.Equal(3, o.State.Votes.Find("e2")!.Seats);
    }

    [Fact]
    public void The_meeting_of_one_branch_does_not_elect_for_another()
    {
        var yaml = Founded.Yaml(("branch.secretary: {per: branch, by: {elect: {electorate: members, within: branch, method: irv}}", "branch.secretary: {per: branch, by: {elect: {body: branch.meeting, method: irv}}"));
        var o = Halls.InBranchMeeting(yaml, ["b1-06", "b1-07", "b1-08"]);
        foreach (var tenure in o.State.Offices.Tenures.Values.Where(t => t.Seat.Of == "branch.secretary").ToList()) o.Happened("b1-05", new TenureEnded(tenure.Id, "resigned"));
        var refusal = o.Refused("b1-06", new OpenNominations("e2", "m1", new Seat("branch.secretary", Unit: "b2"), null));
        Assert.Equal(("votes.not-this-body", "branch.meeting@b2", "branch.meeting@b1"), (refusal.Code, refusal.Needs, refusal.Given));
        o.Do("b1-06", new OpenNominations("e2", "m1", new Seat("branch.secretary", Unit: "b1"), null));
        Assert.Equal(1, o.State.Votes.Find("e2")!.Seats);
    }

    private static Founded Counted(out string ballots)
    {
        var o = Halls.WithBox(6);
        ballots = o.Blt("e1", FivePapers);
        Enter(o, ballots, new(10, 5, 1, 0, 4));
        o.Do("b1-10", new PublishElection("e1", ballots));
        return o;
    }

    private static void Enter(Founded o, string ballots, Reconciliation papers)
    {
        o.Do("b1-10", new EnterPapers("e1", ballots, papers));
        o.Do("b1-11", new EnterPapers("e1", ballots, papers));
    }
}
