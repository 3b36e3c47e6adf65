using Mandate.Organisation.Documents;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class SittingPartsTests
{
    private static Founded AtItem(string? yaml = null)
    {
        var o = Congresses.Opened(yaml: yaml);
        o.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The matter", null));
        o.Do("b1-07", new TakeUp("c1", "matter"));
        return o;
    }

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    [Fact]
    public void Doors_are_closed_on_a_ground_with_an_end_to_the_seal_and_who_was_there_and_what_was_decided_is_told_at_once()
    {
        var o = AtItem();
        var close = new CloseDoors("c1", "d1", ClosedGround.Negotiation, "Talks with the port.", Today(o).AddDays(60));
        Assert.Equal("sessions.not-presiding", o.Refused("b1-08", close).Code);
        Assert.Equal("sessions.sealed-too-long", o.Refused("b1-07", close with { Until = Today(o).AddYears(3) }).Code);
        o.Do("b1-07", close);
        o.Decide("v1", "matter", null, [Choice.Yes, Choice.Yes, Choice.No]);
        var part = SittingParts.ClosedNow(o.Session())!;
        Assert.Equal(Congresses.Delegates.Order(), SittingParts.Attended(o.Session(), part, o.Now));
        Assert.Equal("v1", Assert.Single(SittingParts.Decided(o.State, o.Session(), part, o.Now)).Id);
        o.Now = o.Now.AddMinutes(5);
        o.Do("b1-07", new OpenDoors("c1", "d1"));
        Assert.Null(SittingParts.ClosedNow(o.Session()));
        o.Do("b1-07", new DepositDocument("sealed", "Minutes", new string('a', 64), ["congress"], Today(o).AddDays(90)));
        Assert.Equal("sessions.sealed-too-long", o.Refused("b1-07", new SealMinutes("c1", "d1", "sealed")).Code);
        o.Do("b1-07", new DepositDocument("kept", "Minutes", new string('b', 64), ["congress"], Today(o).AddDays(60)));
        o.Do("b1-07", new SealMinutes("c1", "d1", "kept"));
        Assert.Equal(1, Minutes.Of(o.State, o.Session()).Count(s => s.Code == "doors-closed"));
    }

    [Fact]
    public void The_floor_opens_doors_that_were_closed_against_it()
    {
        var o = AtItem();
        o.Do("b1-07", new CloseDoors("c1", "d1", ClosedGround.Personal, "About somebody.", Today(o).AddDays(10)));
        o.Do("b1-08", new AppealRuling("c1", "d1"));
        o.Decide("v1", "d1", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Null(SittingParts.ClosedNow(o.Session()));
    }

    [Fact]
    public void Whoever_is_accused_has_the_floor_without_a_seat_and_answers_beside_it()
    {
        var o = AtItem();
        var text = o.Blob("He took the money.");
        Assert.NotEqual("", o.Refused("b1-12", new RecordAccusation("c1", "a1", "b2-07", "matter", text)).Code);
        Assert.Equal("sessions.not-accused", o.Refused("b2-07", new AskToSpeak("c1", "s1", "matter", SpeechSides.Answer)).Code);
        o.Do("b1-08", new RecordAccusation("c1", "a1", "b2-07", "matter", text));
        Assert.Contains(SessionsOffers.Of(o.State, o.Session(), "b2-07", o.Now), offer => offer is { Act: "sessions.answer-accusation", WhyNot: null });
        o.Do("b2-07", new AskToSpeak("c1", "s1", "matter", SpeechSides.Answer));
        Assert.Equal("sessions.accused-first", o.Refused("b1-07", new FinishItem("c1", "matter")).Code);
        Assert.Equal("sessions.accused-first", o.Refused("b1-07", new CloseSession("c1")).Code);
        Assert.Equal("s1", SpeakersQueue.Of(o.State, o.Session(), o.Now)[0].Id);
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Do("b2-07", new EndSpeech("c1", "s1"));
        o.Do("b1-07", new FinishItem("c1", "matter"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new AnswerAccusation("c1", "a1", text)).Code);
        o.Do("b2-07", new AnswerAccusation("c1", "a1", o.Blob("I did not.")));
        Assert.Equal(["accused", "accusation-answered"], Minutes.Of(o.State, o.Session()).Select(s => s.Code).Where(c => c.StartsWith("accus", StringComparison.Ordinal)));
    }

    [Fact]
    public void An_item_tells_its_hour_and_what_holds_when_nothing_was_decided_by_it()
    {
        var o = AtItem();
        var hour = new SetHour("c1", "matter", o.Now.AddHours(1), "The strike goes on.");
        Assert.NotEqual("", o.Refused("b1-08", hour).Code);
        o.Do("b1-07", hour);
        Assert.False(SittingParts.IsOver(o.State, o.Session(), o.Session().Hours[0], o.Now));
        Assert.True(SittingParts.IsOver(o.State, o.Session(), o.Session().Hours[0], o.Now.AddHours(2)));
        o.Decide("v1", "matter", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.False(SittingParts.IsOver(o.State, o.Session(), o.Session().Hours[0], o.Now.AddHours(2)));
        o.Now = o.Now.AddHours(2);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", hour with { Hour = o.Now.AddHours(1) }).Code);
    }

    [Fact]
    public void A_tenth_or_the_unit_concerned_has_an_item_treated_by_the_meeting_itself()
    {
        var o = AtItem(Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    debate: {motions: {refer: {effect: refer, rank: 1, unopposed: true}}}")));
        o.Do("b1-07", new PutItem("c1", "other", ItemKind.Other, "Another", null));
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new DemandPlenary("c1", "matter")).Code);
        // One of three or four seats is more than a tenth.
        o.Do("b1-08", new DemandPlenary("c1", "matter"));
        Assert.Equal("sessions.in-plenary", o.Refused("b2-05", new MoveProcedure("c1", "p", "refer", To: "council")).Code);
        o.Do("b2-06", new RaiseConcern("k", "b2", "The quay is closed."));
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new DemandPlenary("c1", "concern:k", "b2")).Code);
        Assert.Equal("sessions.not-concerned", o.Refused("b1-06", new DemandPlenary("c1", "concern:k", "b1"), "branch.meeting@b1").Code);
        o.Do("b2-04", new DemandPlenary("c1", "concern:k", "b2"), "branch.meeting@b2");
        Assert.True(o.Session().Plenary.Single(p => p.Item == "concern:k").Met);
        Assert.NotNull(o.Session().Item("concern:k"));
    }

    [Fact]
    public void Where_the_rules_ask_for_both_sides_nothing_is_voted_on_before_a_word_of_each_or_the_statement_that_nobody_asks()
    {
        var o = Congresses.Opened(o => o.Do("b1-08", new FileMotion("m1", "c1", ClassRule.Ordinary, "Cranes", System.Collections.Immutable.ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("Mend them.")), [], null, null, null, false)),
            yaml: Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    debate: {both_sides: true, motions: {}}")));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        var put = new PutQuestion("v", VoteKind.Hands, "c1", null, "m1", 1, "Shall it?");
        Assert.Equal(("sessions.both-sides-first", "for"), (o.Refused("b1-07", put).Code, o.Refused("b1-07", put).Needs));
        o.Do("b1-08", new AskToSpeak("c1", "s1", "motion:m1", "for"));
        Assert.Equal("sessions.speakers-waiting", o.Refused("b1-07", new DeclareSilence("c1", "motion:m1", "for")).Code);
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        Assert.Equal("against", o.Refused("b1-07", put).Needs);
        Assert.Equal("sessions.not-presiding", o.Refused("b1-08", new DeclareSilence("c1", "motion:m1", "against")).Code);
        o.Do("b1-07", new DeclareSilence("c1", "motion:m1", "against"));
        o.Do("b1-07", put);
    }

    [Fact]
    public void Speaking_time_is_told_by_side_and_by_kind()
    {
        var o = AtItem();
        foreach (var (person, side, minutes) in new[] { ("b1-08", "for", 4), ("b2-05", "against", 2) })
        {
            o.Do(person, new AskToSpeak("c1", "s" + person, "matter", side));
            o.Do("b1-07", new GiveFloor("c1", "s" + person));
            o.Now = o.Now.AddMinutes(minutes);
            o.Do("b1-07", new EndSpeech("c1", "s" + person));
        }
        Assert.Equal([("for", TimeSpan.FromMinutes(4)), ("against", TimeSpan.FromMinutes(2))], SittingParts.BySide(o.Session(), o.Now).Select(t => (t.Name, t.Time)));
        Assert.Equal([new SpokenTime("delegates", 2, TimeSpan.FromMinutes(6))], SittingParts.ByKind(o.State, o.Session(), o.Now));
    }

    [Fact]
    public void Statements_that_criticism_is_hindered_are_answered_by_control_within_thirty_days_and_counted_by_unit_and_year()
    {
        var o = Founded.Small();
        o.Do("b1-12", new RaiseConcern("h", "b1", "Whoever asks gets no shifts.", Hindered: true));
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new AnswerConcern("h", "Not so.")).Code);
        Assert.Equal([new HinderedCount("b1", 2026, 1, 0, 0)], Concerns.Hindered(o.State, Today(o)));
        Assert.Equal([new HinderedCount("b1", 2026, 1, 0, 1)], Concerns.Hindered(o.State, Today(o).AddDays(31)));
        o.Do("b1-03", new AnswerConcern("h", "We have asked the shifts office."));
        Assert.Equal([new HinderedCount("b1", 2026, 1, 1, 0)], Concerns.Hindered(o.State, Today(o)));
        // It is not for the unit: it stands on no agenda of a meeting of members.
        Assert.Empty(Concerns.With(o.State, "b1", Today(o)));
    }
}
