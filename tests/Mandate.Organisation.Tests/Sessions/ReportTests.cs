using System.Collections.Immutable;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Undertakings;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class ReportTests
{
    private const string Council = "report:council", Desk = "report:electoral";

    private static ImmutableSortedDictionary<string, string> Text(Founded o, string words = "What the council did.") => ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob(words));

    private static void Ready(Founded o, string person, string by = "b1-01", string item = Council)
    {
        o.Do(by, new NominateRapporteur("c1", item, person));
        o.Do(person, new AnswerRapporteur("c1", item, true));
    }

    [Fact]
    public void The_account_of_each_body_that_congress_elects_stands_on_the_agenda_and_that_of_the_credentials_desk_before_it()
    {
        var o = Congresses.Convened();
        var reports = o.Session().Agenda.Where(i => i.Kind == ItemKind.Report).Select(i => i.Id).ToArray();
        // Control is elected by the members: it answers to them, not to congress.
        Assert.Equal([Desk, Council], reports);
    }

    [Fact]
    public void Nobody_passes_a_report_over_and_the_meeting_does_not_end_while_somebody_is_there_to_give_it()
    {
        var o = Congresses.Opened(yaml: Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    advisory: [council]\n    debate: {motions: {pass_over: {effect: pass_over, rank: 1, unopposed: true}}}")));
        o.Do("b1-02", new Arrive("c1", "b1-02"));
        o.Do("b1-07", new TakeUp("c1", Council));
        Assert.Equal("sessions.report-stays", o.Refused("b1-08", new MoveProcedure("c1", "p", "pass_over")).Code);
        Assert.Equal("sessions.report-first", o.Refused("b1-07", new FinishItem("c1", Council)).Code);
        Assert.Equal("sessions.report-first", o.Refused("b1-07", new CloseSession("c1")).Code);
        o.Do("b1-02", new AskToSpeak("c1", "s1", Council, "for"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        o.Do("b1-07", new FinishItem("c1", Council));
        o.Do("b1-07", new CloseSession("c1"));
    }

    [Fact]
    public void A_meeting_that_a_body_stays_away_from_is_not_held_up_and_its_minutes_say_that_no_report_was_given()
    {
        var o = Congresses.Opened();
        o.Do("b1-07", new CloseSession("c1"));
        Assert.Equal(["council", "electoral"], Minutes.Of(o.State, o.Session()).Where(s => s.Code == "report-missing").Select(s => (string)s.Args["body"]).Order());
    }

    [Fact]
    public void Who_is_nominated_answers_with_a_reason_and_the_body_chooses_in_writing_in_time()
    {
        var o = Congresses.Convened();
        Assert.NotEqual("", o.Refused("b2-08", new NominateRapporteur("c1", Council, "b1-02")).Code);
        o.Do("b1-01", new NominateRapporteur("c1", Council, "b1-02"));
        Assert.Equal("sessions.not-nominated", o.Refused("b1-01", new ChooseRapporteur("c1", Council, "b1-02"), "council").Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-02", new AnswerRapporteur("c1", Council, false)).Code);
        o.Do("b1-02", new AnswerRapporteur("c1", Council, false, "I was ill all spring."));
        Ready(o, "b2-01");
        o.Do("b1-02", new AnswerRapporteur("c1", Council, true));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ChooseRapporteur("c1", Council, "b2-01")).Code);
        o.Do("b1-01", new ChooseRapporteur("c1", Council, "b2-01"), "council");
        Assert.Equal("b2-01", Reports.Of(o.State, o.Session(), Council, o.Now).First!.Person);
        o.Now = o.Session().Opens.AddDays(-13);
        Assert.Equal("sessions.chosen-too-late", o.Refused("b1-01", new ChooseRapporteur("c1", Council, "b1-02"), "council").Code);
    }

    [Fact]
    public void A_tenth_names_a_second_who_has_as_long_as_the_first_before_the_item_ends()
    {
        var o = Congresses.Opened(o =>
        {
            Ready(o, "b1-01");
            Ready(o, "b1-08", "b1-08");
            Assert.Empty(Reports.Of(o.State, o.Session(), Council, o.Now).Seconds);
            Assert.Equal("protocol.not-yours", o.Refused("b1-12", new BackRapporteur("c1", Council, "b1-08")).Code);
            o.Do("b1-02", new BackRapporteur("c1", Council, "b1-08"));
            Assert.Equal("b1-08", Assert.Single(Reports.Of(o.State, o.Session(), Council, o.Now).Seconds).Person);
        });
        o.Do("b1-07", new TakeUp("c1", Council));
        Assert.Equal("sessions.not-rapporteur", o.Refused("b2-05", new AskToSpeak("c1", "s0", Council, SpeechSides.Report)).Code);
        // A rapporteur of the council has the floor without a seat at congress.
        o.Do("b1-01", new AskToSpeak("c1", "s1", Council, SpeechSides.Report));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Now = o.Now.AddMinutes(20);
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        Assert.Equal("sessions.second-first", o.Refused("b1-07", new FinishItem("c1", Council)).Code);
        o.Do("b1-08", new AskToSpeak("c1", "s2", Council, SpeechSides.Report));
        o.Do("b1-07", new GiveFloor("c1", "s2"));
        o.Now = o.Now.AddMinutes(19);
        var cut = o.Refused("b1-07", new EndSpeech("c1", "s2"));
        Assert.Equal(("sessions.equal-time", o.Now.AddMinutes(1)), (cut.Code, cut.Earliest));
        o.Now = o.Now.AddMinutes(1);
        o.Do("b1-07", new EndSpeech("c1", "s2"));
        o.Do("b1-07", new FinishItem("c1", Council));
    }

    [Fact]
    public void Whoever_is_to_be_removed_by_the_meeting_does_not_report_alone()
    {
        var o = Congresses.Opened(o =>
        {
            Ready(o, "b1-01");
            o.Do("b1-08", new FileMotion("m1", "c1", "remove_officer", "Removal", Text(o), [], null, "t-council-0", null, false));
        });
        var refusal = o.Refused("b1-07", new TakeUp("c1", Council));
        Assert.Equal("second-rapporteur", refusal.Way);
        Ready(o, "b2-01", "b1-02");
        o.Do("b1-02", new BackRapporteur("c1", Council, "b2-01"));
        o.Do("b1-07", new TakeUp("c1", Council));
    }

    [Fact]
    public void A_report_is_personal_until_its_body_has_carried_it_by_name_and_dissent_stands_on_it()
    {
        var o = Congresses.Convened();
        Assert.Equal("sessions.not-rapporteur", o.Refused("b1-09", new FileReport("c1", "r0", Council, "Two years", Text(o))).Code);
        o.Do("b1-01", new FileReport("c1", "r1", Council, "Two years", Text(o)));
        Assert.Null(Reports.BasisOf(o.State, o.Session(), Assert.Single(o.Session().Reports)).Body);
        o.Do("b1-01", new ProposeAct("w", "council", null, new FileReport("c1", "r2", Council, "Two years", Text(o))));
        o.Do("b2-01", new AnswerAct("w", WrittenAnswer.Against));
        o.Do("b1-02", new SignAct("w", [.. Text(o).Values]));
        var basis = Reports.BasisOf(o.State, o.Session(), o.Session().Reports[1]);
        Assert.Equal(("council", "b1-01 b1-02", "b2-01"), (basis.Body, string.Join(' ', basis.For), string.Join(' ', basis.Dissent)));
    }

    [Fact]
    public void No_credential_is_voted_on_before_the_desk_has_reported_on_the_preparation()
    {
        var o = Congresses.Opened(yaml: Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    advisory: [electoral]")));
        o.Do("b1-04", new RejectCredential("c1", "b2-05", "t-b2-05", "Not on the list."));
        o.Do("b2-05", new AppealCredential("c1"));
        o.Do("b2-03", new Arrive("c1", "b2-03"));
        var put = new PutQuestion("v", VoteKind.Hands, "c1", null, Consequences.CredentialSubject("c1", "b2-05"), null, "Does the refusal fall?");
        Assert.Equal("sessions.report-first", o.Refused("b1-07", put).Code);
        o.Do("b2-03", new FileReport("c1", "r", Desk, "How this congress was prepared", Text(o)));
        o.Do("b1-07", put);
        var steps = MeetingPreparation.Of(o.State, o.Session(), o.Now);
        Assert.Equal(["convened", "seats", "notices", "delegates", "rapporteurs"], steps.Select(s => s.Code));
        Assert.All(steps, s => Assert.True(s.Until >= DateOnly.FromDateTime(o.Session().ConvenedAt.UtcDateTime)));
    }

    [Fact]
    public void Whoever_took_something_on_for_an_item_is_called_there_another_takes_over_and_an_account_is_due_in_seven_days()
    {
        var o = Congresses.Opened(o =>
        {
            o.Do("b1-01", new PutItem("c1", "cranes", ItemKind.Other, "The cranes", null), "council");
            Assert.Equal("protocol.unknown", o.Refused("b1-05", new TakeUndertaking("u0", Duty.Task, "Move the cranes", new(2026, 1, 1), Session: "c1", Item: "nothing")).Code);
            o.Do("b1-05", new TakeUndertaking("u", Duty.Task, "Move the cranes", new(2026, 1, 1), Session: "c1", Item: "cranes"));
        });
        Assert.Equal(o.Session().LastDay.AddDays(7), o.State.Undertakings.All["u"].Due);
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-06", new TakeOverUndertaking("u")).Code);
        o.Do("b1-07", new TakeUp("c1", "cranes"));
        o.Do("b1-06", new TakeOverUndertaking("u"));
        Assert.Equal("b1-06", o.State.Undertakings.All["u"].Owner);
    }
}
