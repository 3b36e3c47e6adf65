using Mandate.Organisation.Acts;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class CallUpTests
{
    /// <summary>A decision of the congress; two signatures call it up.</summary>
    private static Founded Decided(Action<Founded>? before = null)
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", x.Motion("m"));
            before?.Invoke(x);
        }, yaml: Founded.Yaml(("must_include: [{petition: 1 members}", "must_include: [{petition: 2 members}")));
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == "m").Id));
        o.Decide("v", "m", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        return o;
    }

    private static StartPetition Petition => new("p", "congress", "That all of us vote on it.", Decision: "m");

    private static bool InForce(Founded o) => o.State.Motions.InForceOn(DateOnly.FromDateTime(o.Now.UtcDateTime)).Any(t => t.Motion == "m");

    private static void VoteOfAll(Founded o, Figures figures)
    {
        var papers = new Reconciliation(4, 4, 0, 0, 0);
        o.Do("b1-04", new PutQuestion("all", VoteKind.Paper, null, null, "m", 1, "Shall the decision stand?"));
        o.Do("b1-04", new NameTellers("all", ["b1-10", "b1-11"]));
        o.Do("b1-04", new OpenVote("all"));
        o.Do("b1-10", new IssuePapers("all", ["b1-01", "b1-02", "b2-05", "b2-06"]));
        o.Do("b1-04", new CloseVote("all"));
        foreach (var teller in new[] { "b1-10", "b1-11" }) o.Do(teller, new EnterFigures("all", figures, papers));
        o.Do("b1-04", new DeclareResult("all"));
    }

    [Theory]
    [InlineData(3, 1, true)]
    [InlineData(1, 3, false)]
    public void A_decision_on_which_no_unit_was_consulted_goes_to_all_members_by_petition_and_is_not_carried_out_until_they_have_voted(int yes, int no, bool stands)
    {
        var o = Decided();
        o.Advance(30);
        Assert.Equal("petitions.not-called-up", o.Refused("b2-06", Petition with { To = "council" }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-06", Petition with { Decision = "nothing" }).Code);
        Assert.NotEmpty(o.State.Motions.All);
        o.Do("b2-06", Petition);
        Assert.True(InForce(o));
        Assert.IsType<Decision.Refused>(o.Try("b1-04", new PutQuestion("all", VoteKind.Paper, null, null, "m", 1, "Shall the decision stand?")));
        o.Do("b2-07", new SignPetition("p"));
        Assert.False(InForce(o));
        Assert.Equal("petitions.not-called-up", o.Refused("b2-06", Petition with { Id = "p2" }).Code);
        Assert.Contains(VotesOffers.For(o.State, "b1-04", o.Now, Founded.Names), x => x is { Act: "votes.put", Subject: "m", WhyNot: null });
        VoteOfAll(o, new(yes, no, 0));
        Assert.Equal((stands, stands ? MotionStage.Adopted : MotionStage.Rejected), (InForce(o), o.State.Motions.All["m"].Stage));
        Assert.False(Preparation.IsMissing(o.State, o.State.Motions.All["m"]));
    }

    [Fact]
    public void The_stay_ends_by_itself_where_nobody_holds_the_vote()
    {
        var o = Decided();
        o.Do("b2-06", Petition);
        o.Do("b2-07", new SignPetition("p"));
        o.Advance(CallUps.StayDays);
        Assert.False(InForce(o));
        o.Advance(1);
        Assert.True(InForce(o));
    }

    [Fact]
    public void Later_a_petition_brings_it_before_its_body_again_and_it_is_carried_out_meanwhile()
    {
        var o = Decided();
        o.Advance(31);
        o.Do("b2-06", Petition);
        o.Do("b2-07", new SignPetition("p"));
        Assert.True(InForce(o));
        Assert.Equal((VoteStage.Challenged, false), (o.State.Votes.All["v"].Stage, o.State.Motions.All["m"].Reopened!.ByMembers));
        Assert.IsType<Decision.Refused>(o.Try("b1-04", new PutQuestion("all", VoteKind.Paper, null, null, "m", 1, "Shall the decision stand?")));
    }

    [Fact]
    public void After_sixty_days_a_body_opens_its_decision_again_on_what_it_could_not_know()
    {
        var o = Decided(x =>
        {
            x.Do("b1-11", new DepositDocument("known", "Report", x.Blob("Known."), ["congress"], Founded.Day(2026, 1, 5)));
            x.Advance(10);
            x.Do("b1-11", new ReleaseDocument("known", x.Blob("Known.")));
            x.Do("b1-11", new DepositDocument("later", "Letter", x.Blob("The cranes are rented."), ["congress"], Founded.Day(2026, 4, 1)));
        });
        o.Advance(61);
        o.Do("b1-11", new ReleaseDocument("later", o.Blob("The cranes are rented.")));
        Assert.Equal("motions.reopen-too-late", o.Refused("b1-08", new ReopenDecision("m", "We did not know.")).Code);
        Assert.Equal("motions.no-new-fact", o.Refused("b1-08", new ReopenDecision("m", "We did not know.", "known")).Code);
        o.Do("b1-08", new ReopenDecision("m", "We did not know.", "later"));
        Assert.False(InForce(o));
    }
}
