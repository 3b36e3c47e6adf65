using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>A German Geschäftsordnung and Robert's Rules, each as the table of the constitution that the documentation offers.</summary>
public sealed class DebateTests
{
    private static string With(string table)
    {
        var clause = string.Join('\n', File.ReadLines(Path.Combine(Repository.Root, "docs/debate", table)).Where(l => !l.StartsWith('#')).Select(l => "      " + l));
        return Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    debate:\n" + clause));
    }

    private static Founded German() => AtItem("geschaeftsordnung.yaml");

    private static Founded Roberts() => AtItem("roberts-rules.yaml");

    private static Founded AtItem(string table)
    {
        var o = Congresses.Opened(yaml: With(table));
        o.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The matter", null));
        o.Do("b1-07", new TakeUp("c1", "matter"));
        return o;
    }

    [Fact]
    public void German_a_motion_on_procedure_that_nobody_speaks_against_is_carried_without_a_vote()
    {
        var o = German();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "schluss_der_debatte"));
        Assert.Equal(("sessions.procedure-first", "bodies.congress.debate.motions.schluss_der_debatte"), Of(o.Refused("b1-07", Put("v1", "matter"))));
        Assert.Equal("sessions.procedure-first", o.Refused("b1-07", new FinishItem("c1", "matter")).Code);
        o.Do("b1-07", new AcceptProcedure("c1", "p1"));
        Assert.Equal("sessions.debate-closed", o.Refused("b2-05", new AskToSpeak("c1", "s1", "matter", "for", "offen")).Code);
        o.Do("b2-05", new AskToSpeak("c1", "s2", "matter", "order"));
        o.Do("b1-07", Put("v1", "matter"));
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s.Code == "procedure-carried" && Equals(s.Args["motion"], "schluss_der_debatte"));
    }

    [Fact]
    public void German_whoever_objects_brings_it_to_the_vote_after_one_speech_for_and_one_against()
    {
        var o = German();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "nichtbefassung"));
        o.Do("b2-05", new AskToSpeak("c1", "s1", "p1", "against"));
        Assert.Equal("sessions.one-each", o.Refused("b1-07", new AskToSpeak("c1", "s2", "p1", "against")).Code);
        Assert.Equal("s1", SpeakersQueue.Of(o.State, o.Session(), o.Now)[0].Id);
        o.Do("b2-05", new OpposeProcedure("c1", "p1"));
        Assert.Equal(("sessions.procedure-needs-vote", "put-to-vote"), (o.Refused("b1-07", new AcceptProcedure("c1", "p1")).Code, o.Refused("b1-07", new AcceptProcedure("c1", "p1")).Way));
        o.Decide("v1", "p1", null, [Choice.Yes, Choice.No, Choice.No]);
        Assert.Equal("2/3 of votes cast", o.State.Votes.Find("v1")!.Question.Rule);
        Assert.Equal(ProcedureStage.Lost, o.Session().Procedures.Single().Stage);
        Assert.Equal("matter", o.Session().RunningItem);
    }

    [Fact]
    public void German_only_somebody_who_has_not_spoken_moves_the_close()
    {
        var o = German();
        Speak(o, "b2-05", "s1");
        Assert.Equal("sessions.has-spoken", o.Refused("b2-05", new MoveProcedure("c1", "p1", "schluss_der_debatte")).Code);
        o.Do("b1-08", new MoveProcedure("c1", "p1", "schluss_der_debatte"));
    }

    [Fact]
    public void German_the_lists_of_speakers_are_taken_in_turn_and_first_speeches_come_first()
    {
        var o = German();
        o.Do("b1-07", new AskToSpeak("c1", "s1", "matter", "for", "offen"));
        o.Do("b1-08", new AskToSpeak("c1", "s2", "matter", "for", "offen"));
        o.Do("b2-05", new AskToSpeak("c1", "s3", "matter", "for", "frauen"));
        Assert.Equal(["s3", "s1", "s2"], SpeakersQueue.Of(o.State, o.Session(), o.Now).Select(r => r.Id));
        Assert.Equal("sessions.not-a-list", o.Refused("b1-08", new AskToSpeak("c1", "s4", "matter", "for")).Code);
        Assert.Equal("sessions.speakers-waiting", o.Refused("b1-07", Put("v1", "matter")).Code);
    }

    [Fact]
    public void German_enough_who_ask_for_a_roll_call_or_a_secret_vote_have_it()
    {
        var o = German();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "geheime_abstimmung"));
        Assert.Equal(ProcedureStage.Moved, o.Session().Procedures.Single().Stage);
        Assert.Equal("sessions.not-seconded", o.Refused("b1-07", Put("v0", "p1")).Code);
        o.Do("b2-05", new SecondProcedure("c1", "p1"));
        Assert.Equal(ProcedureStage.Carried, o.Session().Procedures.Single().Stage);
        Assert.Equal(("votes.secret", "bodies.congress.debate.motions.geheime_abstimmung"), Of(o.Refused("b1-07", Put("v1", "matter"))));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Paper, "c1", null, "matter", null, "Shall it be?"));
    }

    [Fact]
    public void German_when_the_time_of_an_item_is_used_nobody_gets_the_floor_until_it_is_extended()
    {
        var o = German();
        Speak(o, "b2-05", "s1", minutes: 120);
        o.Do("b1-08", new AskToSpeak("c1", "s2", "matter", "for", "offen"));
        Assert.Equal(("sessions.time-used", "extend-debate"), (o.Refused("b1-07", new GiveFloor("c1", "s2")).Code, o.Refused("b1-07", new GiveFloor("c1", "s2")).Way));
        o.Do("b1-08", new MoveProcedure("c1", "p1", "verlaengerung", Minutes: 10));
        o.Do("b1-07", new AcceptProcedure("c1", "p1"));
        o.Do("b1-07", new GiveFloor("c1", "s2"));
    }

    [Fact]
    public void When_a_speech_is_over_its_limit_anybody_with_a_vote_may_have_it_ended_and_before_that_only_the_chair()
    {
        var o = German();
        o.Do("b2-05", new AskToSpeak("c1", "s1", "matter", "for", "offen"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Now = o.Now.AddMinutes(4);
        Assert.Equal("sessions.not-presiding", o.Refused("b1-08", new EndSpeech("c1", "s1")).Code);
        o.Now = o.Now.AddMinutes(1);
        o.Do("b1-08", new EndSpeech("c1", "s1"));
    }

    [Fact]
    public void Roberts_previous_question_needs_a_second_and_two_thirds()
    {
        var o = Roberts();
        o.Do("b2-05", new AskToSpeak("c1", "s1", "matter", "for"));
        o.Do("b1-08", new MoveProcedure("c1", "p1", "previous_question"));
        Assert.Equal("protocol.taken", o.Refused("b1-08", new SecondProcedure("c1", "p1")).Code);
        o.Do("b1-07", new SecondProcedure("c1", "p1"));
        o.Decide("v1", "p1", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(ProcedureStage.Carried, o.Session().Procedures.Single().Stage);
        Assert.Empty(SpeakersQueue.Of(o.State, o.Session(), o.Now));
        o.Do("b1-07", Put("v2", "matter"));
    }

    [Fact]
    public void Roberts_a_motion_yields_to_a_higher_one_and_stands_before_a_lower_one()
    {
        var o = Roberts();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "refer", To: "council"));
        Assert.Equal("sessions.procedure-outranked", o.Refused("b2-05", new MoveProcedure("c1", "p2", "postpone_indefinitely")).Code);
        o.Do("b2-05", new MoveProcedure("c1", "p2", "adjourn", Until: o.Now.AddHours(2)));
        o.Do("b1-07", new SecondProcedure("c1", "p1"));
        o.Do("b1-07", new SecondProcedure("c1", "p2"));
        Assert.Equal(("sessions.procedure-first", "bodies.congress.debate.motions.adjourn"), Of(o.Refused("b1-07", Put("v1", "p1"))));
        o.Decide("v1", "p2", null, [Choice.No, Choice.No, Choice.Yes]);
        o.Decide("v2", "p1", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.True(o.Session().Item("matter")!.Done);
        Assert.Null(o.Session().RunningItem);
    }

    [Fact]
    public void Roberts_to_adjourn_ends_the_sitting_until_its_time_and_what_was_open_falls()
    {
        var o = Roberts();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "refer", To: "council"));
        o.Do("b2-05", new MoveProcedure("c1", "p2", "adjourn", Until: o.Now.AddHours(2)));
        o.Do("b1-07", new SecondProcedure("c1", "p2"));
        o.Decide("v1", "p2", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(SessionStage.Adjourned, o.Session().Stage);
        Assert.Equal([ProcedureStage.Fallen, ProcedureStage.Carried], o.Session().Procedures.Select(p => p.Stage));
    }

    [Fact]
    public void Roberts_laid_on_the_table_an_item_goes_to_the_end_and_can_be_taken_up_again()
    {
        var o = Roberts();
        o.Do("b1-08", new MoveProcedure("c1", "p1", "lay_on_the_table"));
        o.Do("b1-07", new SecondProcedure("c1", "p1"));
        o.Decide("v1", "p1", null, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Null(o.Session().RunningItem);
        Assert.Equal("matter", o.Session().Agenda[^1].Id);
        o.Do("b1-07", new TakeUp("c1", "matter"));
    }

    [Fact]
    public void Roberts_nobody_interrupts_a_speaker_but_with_a_motion_that_may()
    {
        var o = Roberts();
        o.Do("b2-05", new AskToSpeak("c1", "s1", "matter", "for"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        Assert.Equal("sessions.somebody-speaks", o.Refused("b1-08", new MoveProcedure("c1", "p1", "previous_question")).Code);
        o.Do("b1-08", new MoveProcedure("c1", "p1", "division_of_the_assembly"));
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        Assert.Equal("sessions.roll-call-demanded", o.Refused("b1-07", new PutQuestion("v1", VoteKind.Hands, "c1", null, "matter", null, "Shall it be?")).Code);
        o.Do("b1-07", Put("v1", "matter"));
    }

    [Fact]
    public void Roberts_nobody_speaks_a_third_time()
    {
        var o = Roberts();
        Speak(o, "b2-05", "s1", list: null);
        Speak(o, "b2-05", "s2", list: null);
        Assert.Equal("sessions.spoken-enough", o.Refused("b2-05", new AskToSpeak("c1", "s3", "matter", "for")).Code);
    }

    [Fact]
    public void What_a_motion_needs_must_be_given_and_an_unknown_one_is_refused_with_the_list()
    {
        var o = German();
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new MoveProcedure("c1", "p1", "redezeit")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new MoveProcedure("c1", "p1", "unterbrechung", Until: o.Now)).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new MoveProcedure("c1", "p1", "ueberweisung", To: "congress")).Code);
        Assert.Contains("schluss_der_debatte", (string)o.Refused("b1-08", new MoveProcedure("c1", "p1", "previous_question")).Needs!, StringComparison.Ordinal);
        Assert.Equal("sessions.no-such-procedure", Congresses.Opened().Refused("b1-08", new MoveProcedure("c1", "p1", "adjourn")).Code);
        Assert.Equal("sessions.not-of-body", o.Refused("b1-12", new MoveProcedure("c1", "p1", "schluss_der_debatte")).Code);
    }

    [Fact]
    public void Whatever_is_moved_in_whatever_order_open_motions_rise_in_rank_and_only_the_highest_can_be_decided()
    {
        var kinds = new[] { "adjourn", "recess", "lay_on_the_table", "previous_question", "limit_debate", "postpone", "refer", "postpone_indefinitely" };
        Prop.ForAll(Gen.Elements(kinds).ListOf().ToArbitrary(), moved =>
        {
            var o = Roberts();
            var rules = o.State.Statutes.At(o.Now).Bodies["congress"].Debate!.Motions;
            foreach (var (kind, i) in moved.Take(12).Select((k, i) => (k, i)))
            {
                var command = new MoveProcedure("c1", $"p{i}", kind, 3, o.Now.AddHours(1), "council");
                if (Decider.Decide(o.State, new Act($"a{i}", o.Now, "b1-08", command)) is Decision.Accepted) o.Do("b1-08", command);
            }
            var open = o.Session().Procedures.Where(p => p.IsOpen).ToList();
            foreach (var p in open) o.Do("b1-07", new SecondProcedure("c1", p.Id));
            var ranks = open.Select(p => rules[p.Kind].Rank).ToList();
            return ranks.SequenceEqual(ranks.Order().Distinct())
                && open.SkipLast(1).All(p => o.Refused("b1-07", Put("v1", p.Id)).Code == "sessions.procedure-first")
                && (open.Count == 0 || Decider.Decide(o.State, new Act("last", o.Now, "b1-07", Put("v1", open[^1].Id))) is Decision.Accepted);
        }).QuickCheckThrowOnFailure();
    }

    private static (string, string) Of(Refusal refusal) => (refusal.Code, refusal.Clause);

    private static PutQuestion Put(string vote, string subject) => new(vote, VoteKind.RollCall, "c1", null, subject, null, "Shall it be?");

    private static void Speak(Founded o, string person, string speech, int minutes = 1, string? list = "offen")
    {
        o.Do(person, new AskToSpeak("c1", speech, "matter", "for", list));
        o.Do("b1-07", new GiveFloor("c1", speech));
        o.Now = o.Now.AddMinutes(minutes);
        o.Do(person, new EndSpeech("c1", speech));
    }
}
