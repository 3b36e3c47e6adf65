using Mandate.Organisation.Documents;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class FloorQuestionTests
{
    private static Founded AtItem(string? yaml = null)
    {
        var o = Congresses.Opened(yaml: yaml);
        o.Do("b1-07", new PutItem("c1", "matter", ItemKind.Other, "The matter", null));
        o.Do("b1-07", new TakeUp("c1", "matter"));
        return o;
    }

    private static PutQuestion Vote => new("v", VoteKind.Hands, "c1", null, "matter", null, "Shall we?");

    private static AskQuestion Question => new("c1", "q1", "matter", "What does it cost?");

    [Fact]
    public void A_question_is_answered_before_the_vote_or_stands_as_unanswered()
    {
        var o = AtItem();
        Assert.NotEqual("", o.Refused("b1-09", Question).Code);
        o.Do("b2-05", Question);
        o.Do("b1-08", Question with { Question = "q2", Text = "Who pays?" });
        Assert.Equal(("sessions.questions-open", 2), (o.Refused("b1-07", Vote).Code, o.Refused("b1-07", Vote).Given));
        Assert.Equal("protocol.not-yours", o.Refused("b2-05", new AnswerQuestion("c1", "q1", "Nothing.")).Code);
        o.Do("b1-08", new AnswerQuestion("c1", "q1", "Four thousand."));
        Assert.Equal("sessions.questions-open", o.Refused("b1-07", Vote).Code);
        Assert.Equal("sessions.not-presiding", o.Refused("b1-08", new LeaveQuestion("c1", "q2")).Code);
        o.Do("b1-07", new LeaveQuestion("c1", "q2"));
        o.Do("b1-07", Vote);
        var minutes = Minutes.Of(o.State, o.Session()).Select(s => s.Code).ToList();
        Assert.Equal((2, 1, 1), (minutes.Count(c => c == "asked"), minutes.Count(c => c == "answered"), minutes.Count(c => c == "unanswered")));
        Assert.Equal([1, 2], o.Session().Questions.Select(q => q.Number));
    }

    [Fact]
    public void A_question_on_one_item_holds_up_no_other()
    {
        var o = AtItem();
        o.Do("b1-07", new PutItem("c1", "other", ItemKind.Other, "Another matter", null));
        o.Do("b2-05", Question with { Item = "other" });
        o.Do("b1-07", Vote);
    }

    [Fact]
    public void A_claim_and_what_contradicts_it_stand_side_by_side_also_with_a_document_that_is_closed()
    {
        var o = AtItem();
        o.Do("b1-11", new DepositDocument("letter", "A letter", new string('a', 64), ["congress"], DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(300)));
        var contradiction = new ContradictSpeech("c1", "k1", "s1", "He supported us in March.", "letter");
        Assert.Equal("protocol.unknown", o.Refused("b2-05", contradiction).Code);
        o.Do("b1-08", new AskToSpeak("c1", "s1", "matter", "for"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        Assert.Equal("protocol.unknown", o.Refused("b2-05", contradiction with { Document = "nothing" }).Code);
        o.Do("b2-05", contradiction);
        var sentence = Assert.Single(Minutes.Of(o.State, o.Session()), s => s.Code == "contradicted");
        Assert.Equal(("b2-05", "b1-08"), (sentence.Args["person"], sentence.Args["speaker"]));
    }

    [Fact]
    public void The_clock_stops_while_a_speaker_is_interrupted_and_the_time_is_given_back()
    {
        var o = AtItem(Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}", "    credentials: {by: electoral, appeal_to: congress}\n    debate: {speech: 3 minutes, motions: {}}")));
        o.Do("b1-08", new AskToSpeak("c1", "s1", "matter", "against"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Now = o.Now.AddMinutes(1);
        Assert.Equal("sessions.not-presiding", o.Refused("b2-05", new InterruptSpeech("c1", "s1", "for")).Code);
        o.Do("b1-07", new InterruptSpeech("c1", "s1", "for"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-07", new InterruptSpeech("c1", "s1")).Code);
        o.Now = o.Now.AddMinutes(2);
        o.Do("b1-08", new ContinueSpeech("c1", "s1"));
        // One minute was used and two were lost: whoever calls time has to wait until three were used.
        o.Now = o.Now.AddSeconds(119);
        Assert.Equal("sessions.not-presiding", o.Refused("b2-05", new EndSpeech("c1", "s1")).Code);
        o.Now = o.Now.AddSeconds(1);
        o.Do("b2-05", new EndSpeech("c1", "s1"));
        Assert.Equal(TimeSpan.FromMinutes(3), Debates.Used(o.Session(), "matter", o.Now));
        Assert.Equal(120L, Assert.Single(Minutes.Of(o.State, o.Session()), s => s.Code == "interrupted").Args["seconds"]);
    }
}
