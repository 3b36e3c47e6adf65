using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>Tendency <c>ward</c>, for which b1-08 speaks, has ten minutes of its own on each item; the item has fifteen for all others.</summary>
public sealed class PlatformTimeTests
{
    [Fact]
    public void The_time_of_a_tendency_counts_against_nothing_else()
    {
        var o = AtItem();
        Speak(o, "b1-08", "s1", 8, "ward");
        Assert.Equal(TimeSpan.Zero, Debates.Used(o.Session(), "matter", o.Now));
        Assert.Equal((8, 2), ((int)PlatformTime.Used(o.Session(), "matter", "ward", o.Now).TotalMinutes, (int)PlatformTime.Left(o.Session(), Rules(o), "matter", "ward", o.Now).TotalMinutes));
        // One speech each on the item: this was the tendency's, so that its speaker has their own left.
        o.Do("b1-08", new AskToSpeak("c1", "s2", "matter", "against"));
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s.Code == "spoke-for-platform" && Equals(s.Args["platform"], "Members first"));
    }

    [Fact]
    public void Closing_the_debate_does_not_take_it_away_and_the_question_waits_for_it()
    {
        var o = AtItem();
        o.Do("b1-07", new MoveProcedure("c1", "p1", "close"));
        o.Do("b1-07", new AcceptProcedure("c1", "p1"));
        Assert.Equal("sessions.debate-closed", o.Refused("b2-05", new AskToSpeak("c1", "s1", "matter", "for")).Code);
        o.Do("b1-08", new AskToSpeak("c1", "s2", "matter", "against", Platform: "ward"));
        Assert.Equal(["s2"], SpeakersQueue.Of(o.State, o.Session(), o.Now).Select(r => r.Id));
        var refusal = o.Refused("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "matter", null, "Shall we?"));
        Assert.Equal(("sessions.speakers-waiting", (object)1), (refusal.Code, refusal.Given));
        o.Do("b1-07", new GiveFloor("c1", "s2"));
        o.Now = o.Now.AddMinutes(5);
        o.Do("b1-07", new EndSpeech("c1", "s2"));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Open, "c1", null, "matter", null, "Shall we?"));
    }

    [Fact]
    public void A_speech_on_it_lasts_no_longer_than_what_is_left_and_then_there_is_none()
    {
        var o = AtItem();
        Speak(o, "b1-08", "s1", 7, "ward");
        o.Do("b1-08", new AskToSpeak("c1", "s2", "matter", "for", Platform: "ward"));
        o.Do("b1-07", new GiveFloor("c1", "s2"));
        Assert.Equal(TimeSpan.FromMinutes(3), Debates.Limit(o.Session(), Rules(o), o.Session().Speeches.Single(s => s.Id == "s2")));
        o.Now = o.Now.AddMinutes(3);
        o.Do("b2-05", new EndSpeech("c1", "s2"));
        Assert.Equal(("sessions.platform-time-used", "bodies.congress.debate.platform_time"), Of(o.Refused("b1-08", new AskToSpeak("c1", "s3", "matter", "for", Platform: "ward"))));
    }

    [Fact]
    public void Only_those_who_speak_for_it_use_it()
    {
        var o = AtItem();
        Assert.Equal("sessions.not-for-platform", o.Refused("b2-05", new AskToSpeak("c1", "s1", "matter", "for", Platform: "ward")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new AskToSpeak("c1", "s1", "matter", "for", Platform: "elm")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new AskToSpeak("c1", "s1", "matter", "question", Platform: "ward")).Code);
        var none = Congresses.Opened(Form);
        none.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The matter", null));
        none.Do("b1-07", new TakeUp("c1", "matter"));
        Assert.Equal("protocol.malformed", none.Refused("b1-08", new AskToSpeak("c1", "s1", "matter", "for", List: "x")).Code);
        Assert.Equal("sessions.no-platform-time", none.Refused("b1-08", new AskToSpeak("c1", "s1", "matter", "for", Platform: "ward")).Code);
    }

    private static Founded AtItem()
    {
        var o = Congresses.Opened(Form, yaml: Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}",
            "    credentials: {by: electoral, appeal_to: congress}\n    debate: {speech: 8 minutes, total: 15 minutes, platform_time: 10 minutes, speeches: 1, motions: {close: {effect: close_debate, rank: 10, unopposed: true}}}")));
        o.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The matter", null));
        o.Do("b1-07", new TakeUp("c1", "matter"));
        return o;
    }

    private static void Form(Founded o)
    {
        o.Do("b1-08", new FormTendency("ward", "Members first", o.Blob("Rotate the council."), new(2026, 12, 31), Subject: "How offices are filled"));
        o.Do("b1-09", new JoinTendency("ward"));
        o.Do("b1-10", new JoinTendency("ward"));
        o.Do("b1-11", new JoinTendency("ward"));
    }

    private static void Speak(Founded o, string person, string id, int minutes, string platform)
    {
        o.Do(person, new AskToSpeak("c1", id, "matter", "for", Platform: platform));
        o.Do("b1-07", new GiveFloor("c1", id));
        o.Now = o.Now.AddMinutes(minutes);
        o.Do("b1-07", new EndSpeech("c1", id));
    }

    private static Constitutions.Debate? Rules(Founded o) => Debates.ClauseOf(o.State, o.Session(), o.Now);

    private static (string, string) Of(Refusal refusal) => (refusal.Code, refusal.Clause);
}
