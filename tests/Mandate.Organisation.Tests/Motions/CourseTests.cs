using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class CourseTests
{
    private static ImmutableSortedDictionary<string, string> Text(Founded o) => ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("The cranes are mended."));

    private static FileMotion Cranes(Founded o, string id = "m1", string session = "c1", string title = "Cranes") => new(id, session, ClassRule.Ordinary, title, Text(o), [], null, null, null, false);

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    /// <summary>The council meets, b1-01 presides and moves the cranes, which its three members decide on by roll call.</summary>
    private static void CouncilRejects(Founded o, int number, Choice choice = Choice.No)
    {
        var (session, motion, vote) = ($"k{number}", $"m{number}", $"v{number}");
        o.Do("b1-01", new ConveneSession(session, "council", null, "Office", o.Now.AddDays(20), Today(o).AddDays(20), null), "council");
        o.Do("b1-01", Cranes(o, motion, session));
        o.Now = o.State.Sessions.Find(session)!.Opens;
        foreach (var person in new[] { "b1-01", "b1-02", "b2-01" })
        {
            o.Do(person, new Arrive(session, person));
        }
        o.Do("b1-01", new OpenSession(session));
        o.Do("b1-01", new TakeUp(session, "motion:" + motion));
        o.Do("b1-01", new PutQuestion(vote, VoteKind.RollCall, session, null, motion, 1, "Shall they?"));
        o.Do("b1-01", new OpenVote(vote));
        o.Do("b1-01", new CastVote(vote, Choice.Yes));
        o.Do("b1-02", new CastVote(vote, choice));
        o.Do("b2-01", new CastVote(vote, choice));
        o.Do("b1-01", new CloseVote(vote));
        o.Do("b1-01", new DeclareResult(vote));
        o.Do("b1-01", new CloseSession(session));
    }

    [Fact]
    public void What_a_body_rejected_three_times_goes_with_its_mover_to_the_one_that_elects_it()
    {
        var o = Founded.Small();
        CouncilRejects(o, 1);
        CouncilRejects(o, 2);
        o.Do("b1-01", Congresses.Convening(o, 60), "council");
        var up = new CarryUp("up", "m2", "c1");
        Assert.Equal(("motions.not-often-enough", 3, 2), (o.Refused("b1-01", up).Code, o.Refused("b1-01", up).Needs, o.Refused("b1-01", up).Given));
        Assert.NotNull(o.Refused("b1-01", up).Earliest);
        CouncilRejects(o, 3);
        up = up with { Earlier = "m3" };
        Assert.NotEqual("", o.Refused("b1-02", up).Code);
        // b1-01 has no seat at congress: this is the right that the setbacks give.
        o.Do("b1-01", up);
        Assert.Equal(("Cranes", "b1-01"), (o.State.Motions.All["up"].Title, o.State.Motions.All["up"].Mover));
        Assert.Contains(o.Session().Agenda, i => i.Reference == "up");
    }

    [Fact]
    public void A_dispute_over_three_sessions_of_a_leading_body_stands_before_every_assembly_once()
    {
        var o = Founded.Small();
        CouncilRejects(o, 1);
        CouncilRejects(o, 2);
        Assert.Empty(Course.BeforeBase(o.State, o.Now));
        CouncilRejects(o, 3);
        Assert.Equal("m3", Assert.Single(Course.BeforeBase(o.State, o.Now)).Id);
        o.Do("b1-06", new ConveneSession("b", "branch.meeting", "b1", "Hall", o.Now.AddDays(10), Today(o).AddDays(10), null));
        Assert.Contains(o.State.Sessions.Find("b")!.Agenda, i => i.Id == AgendaRules.BaseItem + "m3");
        o.Do("b1-06", new ConveneSession("b2", "branch.meeting", "b1", "Hall", o.Now.AddDays(20), Today(o).AddDays(20), null));
        Assert.DoesNotContain(o.State.Sessions.Find("b2")!.Agenda, i => i.Id == AgendaRules.BaseItem + "m3");
    }

    [Fact]
    public void What_was_adopted_after_all_is_no_dispute()
    {
        var o = Founded.Small();
        CouncilRejects(o, 1);
        CouncilRejects(o, 2);
        CouncilRejects(o, 3, Choice.Yes);
        Assert.Empty(Course.BeforeBase(o.State, o.Now));
        Assert.NotEqual("", o.Refused("b1-01", new LayBeforeBase("m2")).Code);
    }

    [Fact]
    public void A_referral_has_a_day_and_is_back_on_the_agenda_of_the_body_that_sent_it()
    {
        var o = Congresses.Opened(o => o.Do("b1-08", Cranes(o)), yaml: Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    debate: {motions: {refer: {effect: refer, rank: 1, unopposed: true}}}")));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        Assert.Equal("protocol.malformed", o.Refused("b2-05", new MoveProcedure("c1", "p", "refer", Until: o.Now.AddDays(200), To: "council")).Code);
        o.Do("b2-05", new MoveProcedure("c1", "p", "refer", Until: o.Now.AddDays(40), To: "council"));
        o.Do("b1-07", new AcceptProcedure("c1", "p"));
        Assert.Equal(("council", Today(o).AddDays(40)), (o.State.Motions.All["m1"].Referral!.To, o.State.Motions.All["m1"].Referral!.Until));
        o.Do("b1-07", new CloseSession("c1"));
        Assert.Equal(MotionStage.OnAgenda, o.State.Motions.All["m1"].Stage);
        o.Do("b1-01", new ConveneSession("c2", "congress", null, "Hall", o.Now.AddDays(50), Today(o).AddDays(51), null), "council");
        Assert.Equal("c2", o.State.Motions.All["m1"].Referral!.Back);
        Assert.Contains(o.State.Sessions.Find("c2")!.Agenda, i => i.Reference == "m1");
    }

    [Fact]
    public void A_third_opens_a_decision_again_within_sixty_days_and_it_is_not_in_force_meanwhile()
    {
        var o = Congresses.Opened(o => o.Do("b1-08", Cranes(o)));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Single(o.State.Motions.InForceOn(Today(o)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new ReopenDecision("m1", "It costs too much.")).Code);
        o.Do("b1-07", new CloseSession("c1"));
        var late = o.Now;
        o.Now = late.AddDays(61);
        Assert.Equal("motions.reopen-too-late", o.Refused("b2-05", new ReopenDecision("m1", "It costs too much.")).Code);
        o.Now = late.AddDays(30);
        o.Do("b2-05", new ReopenDecision("m1", "It costs too much."));
        if (o.State.Motions.All["m1"].Reopened!.StayedUntil is null) o.Do("b1-08", new ReopenDecision("m1", "And too long."));
        Assert.Empty(o.State.Motions.InForceOn(Today(o)));
        // The stay has an end that nobody can renew.
        Assert.Single(o.State.Motions.InForceOn(Today(o).AddDays(91)));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new ReopenDecision("m1", "Again.")).Code);
        o.Do("b1-01", new ConveneSession("c2", "congress", null, "Hall", o.Now.AddDays(40), Today(o).AddDays(41), null), "council");
        Assert.Contains(o.State.Sessions.Find("c2")!.Agenda, i => i.Reference == "m1");
    }

    [Theory]
    [InlineData(Choice.Yes, MotionStage.Adopted), InlineData(Choice.No, MotionStage.Rejected)]
    public void A_decision_that_was_opened_again_stands_or_ends_by_the_next_vote_of_the_body(Choice choice, MotionStage after)
    {
        var o = Founded.Small();
        CouncilRejects(o, 1, Choice.Yes);
        o.Do("b2-01", new ReopenDecision("m1", "It costs too much."));
        o.Do("b1-01", new ConveneSession("k2", "council", null, "Office", o.Now.AddDays(20), Today(o).AddDays(20), null), "council");
        o.Now = o.State.Sessions.Find("k2")!.Opens;
        foreach (var person in new[] { "b1-01", "b1-02", "b2-01" }) o.Do(person, new Arrive("k2", person));
        o.Do("b1-01", new OpenSession("k2"));
        o.Do("b1-01", new TakeUp("k2", "motion:m1"));
        Assert.Contains(VotesOffers.InSession(o.State, o.State.Sessions.Find("k2")!, "b1-01", o.Now), offer => offer is { Prototype: PutQuestion { Subject: "m1" }, WhyNot: null });
        o.Do("b1-01", new PutQuestion("w", VoteKind.RollCall, "k2", null, "m1", 1, "Does it stand?"));
        o.Do("b1-01", new OpenVote("w"));
        foreach (var person in new[] { "b1-01", "b1-02", "b2-01" }) o.Do(person, new CastVote("w", choice));
        o.Do("b1-01", new CloseVote("w"));
        o.Do("b1-01", new DeclareResult("w"));
        Assert.Equal(after, o.State.Motions.All["m1"].Stage);
        Assert.Equal(after == MotionStage.Adopted ? 1 : 0, o.State.Motions.InForceOn(Today(o)).Count());
        Assert.NotNull(o.State.Motions.All["m1"].Reopened!.DecidedAt);
    }

    [Fact]
    public void A_package_tells_what_became_of_each_of_its_parts()
    {
        var o = Congresses.Opened(o =>
        {
            o.Do("b1-08", Cranes(o));
            o.Do("b1-08", Cranes(o, "m2", title: "Quays"));
            o.Do("b2-05", Cranes(o, "m3", title: "Ropes"));
            Assert.NotEqual("", o.Refused("b1-08", new FormPackage("p", "The port", ["m1", "m3"])).Code);
            Assert.Equal("protocol.malformed", o.Refused("b1-08", new FormPackage("p", "The port", ["m1"])).Code);
            o.Do("b1-08", new FormPackage("p", "The port", ["m1", "m2"]));
        });
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        o.Do("b1-07", new CloseSession("c1"));
        Assert.Equal([PartFate.Carried, PartFate.NeverPut], o.State.Motions.PackageOf("m2")!.Motions.Select(id => Course.FateOf(o.State.Motions.All[id])));
    }
}
