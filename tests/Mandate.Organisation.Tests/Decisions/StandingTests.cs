using Mandate.Organisation.Decisions;
using Mandate.Organisation.Documents;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Motions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Decisions;

/// <summary>What stands with a decision: measures set beforehand, who bars themselves, agreements, what is disputed, who can read what.</summary>
public sealed class StandingTests
{
    private static void Vote(Founded o, string motion, string vote, params Choice[] choices)
    {
        o.Do("b1-07", new TakeUp("c1", o.Session().Agenda.Single(i => i.Reference == motion).Id));
        o.Decide(vote, motion, 1, choices);
    }

    [Fact]
    public void Measures_are_set_before_the_vote_by_the_mover_and_never_after_it()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-01", new OpenSeries("accidents", "Accidents", "accidents a month", "secretary"));
            x.Do("b1-07", x.Motion("m"));
        });
        Assert.Equal("motions.not-your-motion", o.Refused("b1-08", new SetMeasure("s", "m", MeasureKind.Success, "accidents", false, 3_00, "Fewer than three.")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", new SetMeasure("s", "m", MeasureKind.Success, "nothing", false, 3_00, "Fewer than three.")).Code);
        o.Do("b1-07", new SetMeasure("s", "m", MeasureKind.Success, "accidents", false, 3_00, "Fewer than three a month."));
        o.Do("b1-07", new SetMeasure("e", "m", MeasureKind.End, "accidents", false, 1_00, "None is needed any more."));
        o.Do("b1-07", new SetMeasure("r", "m", MeasureKind.Risk, "accidents", true, 9_00, "The check gives false comfort."));
        Vote(o, "m", "v", Choice.Yes, Choice.Yes, Choice.No);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new SetMeasure("later", "m", MeasureKind.Success, "accidents", false, 99_00, "Fewer than ninety-nine.")).Code);
        var motion = o.State.Motions.All["m"];
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.All(Measures.Of(o.State, motion), m => Assert.Null(m.Since));
        o.Advance(40);
        o.Do("b1-05", new EnterValue("accidents", day.AddDays(10), 12_00, "Log of the port"));
        Assert.Equal([(MeasureKind.Success, null), (MeasureKind.End, null), (MeasureKind.Risk, (DateOnly?)day.AddDays(10))], Measures.Of(o.State, motion).OrderBy(m => m.Measure.Kind).Select(m => (m.Measure.Kind, m.Since)));
        Assert.Null(Measures.EndReached(o.State, motion, day.AddDays(40)));
        o.Do("b1-05", new EnterValue("accidents", day.AddDays(30), 50, "Log of the port"));
        Assert.Equal(day.AddDays(30), Measures.EndReached(o.State, motion, day.AddDays(40)));
    }

    [Fact]
    public void When_the_end_is_reached_any_member_moves_the_exit_and_it_is_marked_as_a_repeal()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-01", new OpenSeries("accidents", "Accidents", "accidents a month", "secretary"));
            x.Do("b1-07", x.Motion("m"));
            x.Do("b1-07", new SetMeasure("e", "m", MeasureKind.End, "accidents", false, 1_00, "None is needed any more."));
        });
        Vote(o, "m", "v", Choice.Yes, Choice.Yes, Choice.No);
        o.Advance(40);
        var opens = o.Now.AddDays(60);
        o.Do("b1-01", new ConveneSession("c2", "congress", null, "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null), "council");
        var exit = new MoveAgain("exit", "m", AgainGround.EndReached, "c2", "The yearly check ends", o.Text("The yearly check ends."));
        Assert.Equal("decisions.end-not-reached", o.Refused("b2-06", exit).Code);
        o.Do("b1-05", new EnterValue("accidents", DateOnly.FromDateTime(o.Now.UtcDateTime), 50, "Log of the port"));
        o.Do("b2-06", exit);
        Assert.Equal(DecisionRelation.Repeals, o.State.Motions.All["exit"].Relations["m"]);
    }

    [Fact]
    public void Whoever_renounces_a_post_for_a_motion_cannot_take_it_for_a_term()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m")));
        Assert.Null(Qualification.Of(o.State, "b1-07", new Seat("council"), o.Now));
        Assert.Equal("motions.not-your-motion", o.Refused("b1-08", new RenouncePost("m", "council")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-07", new RenouncePost("m", "throne")).Code);
        o.Do("b1-07", new RenouncePost("m", "council"));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new RenouncePost("m", "council")).Code);
        Assert.Equal("offices.renounced", Qualification.Of(o.State, "b1-07", new Seat("council"), o.Now)!.Code);
        Assert.Null(Qualification.Of(o.State, "b1-08", new Seat("council"), o.Now));
        Assert.Null(Qualification.Of(o.State, "b1-07", new Seat("council"), o.Now.AddYears(2).AddDays(10)));
    }

    [Fact]
    public void Agreements_are_deposited_by_those_who_hold_places_and_confirmed_by_those_they_name()
    {
        var o = Founded.Small();
        var deposit = new DepositAgreement("a", ["b1-02"], BargainSubject.Posts, o.Blob("We shall both stand for the council."));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", deposit).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", deposit with { With = ["b1-08"] }).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", deposit with { With = ["b1-01"] }).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-01", deposit with { Concerns = "nothing" }).Code);
        o.Do("b1-01", deposit);
        Assert.Equal("protocol.not-yours", o.Refused("b2-01", new ConfirmAgreement("a")).Code);
        o.Do("b1-02", new ConfirmAgreement("a"));
        Assert.Equal(["b1-02"], o.State.Decisions.Agreements["a"].Confirmed);
    }

    [Fact]
    public void An_agreement_that_became_known_and_was_not_deposited_is_listed_with_what_was_adopted_since()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m")));
        Vote(o, "m", "v", Choice.Yes, Choice.Yes, Choice.No);
        var since = DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(-30);
        o.Set(o.State with { Facts = o.State.Facts with { All = [new RecordedFact("f", new Agreed(["b1-07", "b1-08"], [BargainSubject.Posts], Entered: false), new(since, since), Mode.Stated, [], [], "b1-09", o.Now)] } });
        var known = Assert.Single(UndeclaredAgreements.Of(o.State, o.State.Facts.All));
        Assert.Equal(["m"], known.Adopted.Select(a => a.Id));
        o.Set(o.State with { Facts = o.State.Facts with { All = [new RecordedFact("f", new Agreed(["b1-09", "b1-10"], [BargainSubject.Posts], Entered: false), new(since, since), Mode.Stated, [], [], "b1-09", o.Now)] } });
        Assert.Empty(Assert.Single(UndeclaredAgreements.Of(o.State, o.State.Facts.All)).Adopted);
        o.Set(o.State with { Facts = o.State.Facts with { All = [new RecordedFact("f", new Agreed(["b1-07", "b1-08"], [BargainSubject.Posts], Entered: true), new(since, since), Mode.Stated, [], [], "b1-09", o.Now)] } });
        Assert.Empty(UndeclaredAgreements.Of(o.State, o.State.Facts.All));
    }

    [Fact]
    public void Nothing_remains_disputed_only_when_everybody_who_could_vote_has_said_so()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m")));
        Vote(o, "m", "v", Choice.Yes, Choice.Yes, Choice.No);
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", new ConfirmSettled("m")).Code);
        foreach (var person in new[] { "b1-07", "b1-08" }) o.Do(person, new ConfirmSettled("m"));
        Assert.False(Disputed.Of(o.State, o.State.Motions.All["m"])!.Nothing);
        o.Do("b2-05", new ConfirmSettled("m"));
        Assert.True(Disputed.Of(o.State, o.State.Motions.All["m"])!.Nothing);
        o.Do("b2-05", new StateOnVote("s", "v", StatementKind.Reservation, "It costs more than was said."));
        var disputed = Disputed.Of(o.State, o.State.Motions.All["m"])!;
        Assert.Equal((false, 2), (disputed.Nothing, disputed.Confirmed.Count));
        Assert.Equal("decisions.reserved", o.Refused("b2-05", new ConfirmSettled("m")).Code);
    }

    [Fact]
    public void A_document_that_some_who_vote_have_and_others_not_is_quoted_by_nobody_once_one_of_them_asks_for_it()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-11", new DepositDocument("d", "Letter to the congress", x.Blob("The books were opened twice."), ["congress"], Founded.Day(2027)));
            x.Do("b1-11", new SetTerms("d", TextState.Approved, DocumentUse.Quote));
        });
        Assert.Empty(AccessRules.Of(o.State, o.Session(), o.Now));
        o.Do("b1-07", new ReceiveDocument("d"));
        Assert.Equal((1, 3), AccessRules.Of(o.State, o.Session(), o.Now).Select(u => (u.With.Count, u.Of)).Single());
        var quote = new QuotePassage("d", o.Blob("opened twice"));
        o.Do("b1-07", quote);
        Assert.Equal("protocol.not-yours", o.Refused("b1-11", new DemandAccess("d", "c1")).Code);
        o.Do("b2-05", new DemandAccess("d", "c1"));
        Assert.Equal("decisions.access-first", o.Refused("b1-07", quote).Code);
        // Whoever wrote it answers for it.
        o.Do("b1-11", quote);
        foreach (var person in new[] { "b1-08", "b2-05" }) o.Do(person, new ReceiveDocument("d"));
        Assert.Empty(AccessRules.Of(o.State, o.Session(), o.Now));
        o.Do("b1-07", quote);
        Assert.Equal("decisions.all-have-it", o.Refused("b1-08", new DemandAccess("d", "c1")).Code);
    }

    [Fact]
    public void A_decision_for_which_no_unit_was_consulted_is_marked_and_can_be_called_up_for_thirty_days()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", x.Motion("m")));
        Assert.False(Preparation.IsMissing(o.State, o.State.Motions.All["m"]));
        Vote(o, "m", "v", Choice.Yes, Choice.Yes, Choice.No);
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(30), Preparation.CallUpUntil(o.State, o.State.Motions.All["m"]));
        var consulted = o.State.Motions.All["m"] with { Instructions = [new("m", "b1", Position.For, null, "in-writing", o.Now.AddDays(-20))] };
        Assert.False(Preparation.IsMissing(o.State, consulted));
        Assert.Equal([("b1", Position.For)], Preparation.Of(o.State, consulted).Select(c => (c.Unit, c.Position!.Value)));
    }
}
