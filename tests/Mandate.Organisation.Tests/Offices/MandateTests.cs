using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Offices;

public sealed class MandateTests
{
    [Fact]
    public void A_body_acts_when_more_than_half_of_its_seats_have_signed()
    {
        var o = Founded.Small();
        o.Happened("b1-05", new TenureEnded("t-secretary-0", "resigned"));
        o.Advance(1);
        var act = new BeginActing("a1", "b1-02", new Seat("secretary"));
        Assert.Equal("decide-in-writing", o.Refused("b1-01", act).Way);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ProposeAct("r1", "council", null, act)).Code);

        o.Do("b1-01", new ProposeAct("r1", "council", null, act));
        Assert.False(o.State.Offices.Holds("b1-02", "secretary", o.Now.AddSeconds(1)));
        Assert.Equal("offices.already-signed", o.Refused("b1-01", new SignAct("r1", [])).Code);
        o.Do("b2-01", new SignAct("r1", []));
        Assert.True(o.State.Offices.Holds("b1-02", "secretary", o.Now));
        Assert.Equal("offices.already-done", o.Refused("b1-02", new SignAct("r1", [])).Code);
    }

    [Fact]
    public void What_the_rules_refuse_a_body_cannot_propose_either()
    {
        var o = Founded.Small();
        Assert.Equal("offices.no-vacancy", o.Refused("b1-01", new ProposeAct("r1", "council", null, new BeginActing("a1", "b1-02", new Seat("secretary")))).Code);
    }

    [Fact]
    public void Whoever_acts_meanwhile_acts_for_the_time_that_the_constitution_allows_and_no_longer()
    {
        var o = Founded.Small();
        o.Happened("b1-05", new TenureEnded("t-secretary-0", "resigned"));
        var left = DateOnly.FromDateTime(o.Now.UtcDateTime);
        o.Advance(30);
        o.Do("b1-01", new BeginActing("a1", "b1-02", new Seat("secretary")), inNameOf: "council");
        Assert.Equal(left.AddDays(90), o.State.Offices.Tenures["a1"].Until);
        o.Advance(61);
        Assert.False(o.State.Offices.Holds("b1-02", "secretary", o.Now));
        Assert.Equal("offices.acting-over", o.Refused("b1-01", new BeginActing("a2", "b1-01", new Seat("secretary")), inNameOf: "council").Code);
    }

    [Fact]
    public void Only_the_holder_resigns_and_the_mandate_ends_at_once()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new Resign("t-council-1")).Code);
        o.Do("b1-02", new Resign("t-council-1"));
        Assert.False(o.State.Offices.Holds("b1-02", "council", o.Now.AddSeconds(1)));
        Assert.Equal("offices.not-in-office", o.Refused("b1-02", new Resign("t-council-1")).Code);
    }

    [Fact]
    public void A_mandate_lapses_by_its_date_without_any_entry()
    {
        var o = Founded.Small();
        var size = o.State.Size;
        Assert.True(o.State.Offices.Holds("b1-01", "council", o.Now));
        Assert.False(o.State.Offices.Holds("b1-01", "council", new(2027, 1, 2, 0, 0, 0, TimeSpan.Zero)));
        Assert.Equal(size, o.State.Size);
    }

    [Fact]
    public void Recall_needs_signatures_of_the_branch_and_its_vote_on_paper_ends_the_mandate()
    {
        var o = Halls.InCongress();
        Assert.Equal("offices.not-their-voter", o.Refused("b2-06", new StartRecall("r1", "d-b1-07")).Code);
        o.Do("b1-01", new StartRecall("r1", "d-b1-07"));
        o.Do("b1-02", new SignRecall("r1"));
        Assert.Equal("offices.already-signed", o.Refused("b1-02", new SignRecall("r1")).Code);
        var early = o.Refused("b1-06", new PutQuestion("v1", VoteKind.Paper, null, "b1", "r1", null, "Shall b1-07 be recalled?"));
        Assert.Equal(("offices.not-enough-signatures", (object)3, (object)2), (early.Code, early.Needs, early.Given));
        o.Do("b1-03", new SignRecall("r1"));
        Assert.Equal("votes.outside-session-on-paper", o.Refused("b1-06", new PutQuestion("v1", VoteKind.Open, null, "b1", "r1", null, "?")).Code);

        Recall(o, "v1", new(3, 1, 0), null);
        Assert.Equal("recalled", o.State.Offices.Tenures["d-b1-07"].EndReason);
        Assert.False(o.State.Offices.Holds("b1-07", "congress", o.Now.AddSeconds(1)));
    }

    /// <summary>The inspection goes as one where its clause gives removal by petition; complaints it was reading keep their days and find readers.</summary>
    [Fact]
    public void The_inspection_is_dissolved_on_petition_and_open_cases_go_on_with_their_days()
    {
        var o = Founded.Small(Founded.Yaml(("    remove: [{by: congress, rule: 2/3 of votes cast}]\n  electoral:", "    remove: [{petition: 10% of members, then: {referendum: members, rule: majority of votes cast}}]\n  electoral:")));
        o.Do("b1-07", new Organisation.Inspection.Complain("c", ["t-secretary-0"], "Travel claims", new string('a', 64), "national draw"));
        var reply = o.State.Inspection.All["c"].Reply;
        Assert.Equal("offices.no-recall", o.Refused("b1-07", new StartRecall("r1", "t-electoral-0", Whole: true)).Code);
        o.Do("b1-07", new StartRecall("r1", "t-control-0", Whole: true));
        o.Do("b2-05", new SignRecall("r1"));
        o.Advance(5);
        RecallAll(o, new(3, 1, 0));
        Assert.Equal(["recalled", "recalled"], new[] { "t-control-0", "t-control-1" }.Select(t => o.State.Offices.Tenures[t].EndReason));
        Assert.True(o.State.Offices.Tenures["t-council-0"].HeldAt(o.Now));
        Assert.Equal(reply, o.State.Inspection.All["c"].Reply);
        o.Do("b1-12", new Organisation.Inspection.DrawJury("c", "7 19 23"));
        o.Do("b1-05", new Organisation.Inspection.ReplyToComplaint("c", new string('b', 64)));
        Assert.NotEmpty(Organisation.Inspection.Readers.Of(o.State, o.State.Inspection.All["c"], o.Now));
    }

    private static void RecallAll(Founded o, Figures figures)
    {
        var papers = new Reconciliation(4, 4, 0, 0, 0);
        o.Do("b1-04", new PutQuestion("v1", VoteKind.Paper, null, null, "r1", null, "Shall the commission be dissolved?"));
        o.Do("b1-04", new NameTellers("v1", ["b1-10", "b1-11"]));
        o.Do("b1-04", new OpenVote("v1"));
        o.Do("b1-10", new IssuePapers("v1", ["b1-01", "b1-02", "b2-05", "b2-06"]));
        o.Do("b1-04", new CloseVote("v1"));
        o.Do("b1-10", new EnterFigures("v1", figures, papers));
        o.Do("b1-11", new EnterFigures("v1", figures, papers));
        o.Do("b1-04", new DeclareResult("v1"));
    }

    [Fact]
    public void A_recall_that_fails_leaves_the_mandate()
    {
        var o = Halls.InCongress();
        o.Do("b1-01", new StartRecall("r1", "d-b1-07"));
        o.Do("b1-02", new SignRecall("r1"));
        o.Do("b1-03", new SignRecall("r1"));
        Recall(o, "v1", new(2, 2, 0), null);
        Assert.True(o.State.Offices.Holds("b1-07", "congress", o.Now));
    }

    [Fact]
    public void A_vacancy_is_counted_back_from_the_papers_of_the_election()
    {
        var o = Halls.InCongress();
        o.Do("b1-07", new OpenNominations("e1", "c1", new Seat("council"), null));
        foreach (var person in new[] { "b1-07", "b1-08", "b1-09", "b2-05" }) o.Do(person, new Nominate("e1", person));
        o.Do("b1-07", new CloseNominations("e1"));
        o.Do("b1-07", new NameTellers("e1", ["b1-11", "b1-12"]));
        o.Do("b1-07", new OpenVote("e1"));
        o.Do("b1-11", new IssuePapers("e1", ["b1-07", "b1-08", "b2-05"]));
        o.Do("b1-07", new CloseVote("e1"));
        var ballots = o.Blt("e1", ["b1-07", "b1-09"], ["b1-08", "b1-09"], ["b2-05", "b1-09"]);
        foreach (var teller in new[] { "b1-11", "b1-12" }) o.Do(teller, new EnterPapers("e1", ballots, new(3, 3, 0, 0, 0)));
        o.Do("b1-07", new PublishElection("e1", ballots));
        // The provisional council gave way.
        Assert.Equal(["b1-07", "b1-08", "b2-05"], o.State.Offices.Holders("council", o.Now.AddSeconds(1)).Select(t => t.Person).Order());
        var term = o.State.Offices.Tenures["e1/b1-08"].Until;

        o.Advance(10);
        o.Do("b1-08", new Resign("e1/b1-08"));
        o.Advance(1);
        o.Do("b2-08", new FillByCountback("e1/b1-08", ballots));
        var next = o.State.Offices.Tenures["e1/b1-08/countback"];
        Assert.Equal(("b1-09", term, BasisKind.Countback), (next.Person, next.Until, next.Basis.Kind));
        Assert.Equal("offices.already-done", o.Refused("b2-08", new FillByCountback("e1/b1-08", ballots)).Code);
        // The chain of a council member leads over the delegates.
        Assert.Equal(["b1-07", "b1-08", "b2-05"], Chain.Of(o.State, o.State.Offices.Tenures["e1/b1-07"]).By.Select(l => l.Tenure.Person).Order());
    }

    [Fact]
    public void After_the_last_term_in_a_row_one_may_stand_again_when_the_cooling_off_is_over()
    {
        var o = Founded.Small();
        var at = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        o.Happened("b1-01",
            new TenureBegan("x1", "b1-09", new Seat("council"), at.AddYears(-4), new(2023, 12, 31), new Basis(BasisKind.Election, "e")),
            new TenureBegan("x2", "b1-09", new Seat("council"), at.AddYears(-2), new(2025, 12, 31), new Basis(BasisKind.Election, "e")));
        var refusal = Qualification.Of(o.State, "b1-09", new Seat("council"), o.Now)!;
        Assert.Equal(("offices.too-many-terms", "bodies.council.term.cooling_off"), (refusal.Code, refusal.Clause));
        Assert.Equal(new DateTimeOffset(2028, 1, 1, 0, 0, 0, TimeSpan.Zero), refusal.Earliest);
        Assert.Null(Qualification.Of(o.State, "b1-09", new Seat("council"), refusal.Earliest!.Value));
    }

    [Fact]
    public void An_office_that_cannot_be_held_beside_another_is_refused_with_the_clause()
    {
        var o = Founded.Small();
        var refusal = Qualification.Of(o.State, "b1-03", new Seat("secretary"), o.Now)!;
        Assert.Equal(("offices.incompatible", "incompatible[0]"), (refusal.Code, refusal.Clause));
    }

    private static void Recall(Founded o, string id, Figures figures, string? replaces)
    {
        var papers = new Reconciliation(4, 4, 0, 0, 0);
        o.Do("b1-06", new PutQuestion(id, VoteKind.Paper, null, "b1", "r1", null, "Shall b1-07 be recalled?", replaces));
        o.Do("b1-06", new NameTellers(id, ["b1-10", "b1-11"]));
        o.Do("b1-06", new OpenVote(id));
        o.Do("b1-10", new IssuePapers(id, ["b1-01", "b1-02", "b1-03", "b1-04"]));
        o.Do("b1-06", new CloseVote(id));
        o.Do("b1-10", new EnterFigures(id, figures, papers));
        o.Do("b1-11", new EnterFigures(id, figures, papers));
        o.Do("b1-06", new DeclareResult(id));
    }
}
