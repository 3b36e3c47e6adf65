using Mandate.Organisation.Acts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Whoever elects asks those who stand; an answer and a silence are both shown.</summary>
public sealed class CandidateQuestionTests
{
    /// <summary>Branch b1 elects its delegates; b1-07 and b1-08 stand.</summary>
    private static Founded Standing()
    {
        var o = Halls.WithCongress();
        o.Do("b1-06", new OpenNominations("e", null, Halls.DelegatesOfB1, "c1"));
        o.Do("b1-07", new Nominate("e", "b1-07"));
        o.Do("b1-08", new Nominate("e", "b1-08"));
        return o;
    }

    [Fact]
    public void A_member_asks_under_no_name_and_candidates_answer_by_name_or_are_silent()
    {
        var o = Standing();
        var events = o.Do("b1-09", new AskCandidates("e", "q", "Will you vote for night rosters?"));
        Assert.DoesNotContain(events, e => e.ToString()!.Contains("b1-09", StringComparison.Ordinal));
        Assert.Equal("protocol.not-yours", o.Refused("b2-05", new AskCandidates("e", "r", "And ours?")).Code);
        Assert.Equal("votes.not-nominated", o.Refused("b1-09", new AnswerAsCandidate("e", "q", "Yes.")).Code);
        o.Do("b1-07", new AnswerAsCandidate("e", "q", "Yes."));
        var asked = o.State.Votes.All["e"].Asked.Single();
        Assert.Equal("Yes.", asked.Answers["b1-07"].Text);
        Assert.False(asked.Answers.ContainsKey("b1-08"));
        Assert.Contains(VotesOffers.For(o.State, "b1-08", o.Now, Founded.Names), x => x is { Act: "votes.answer-as-candidate", WhyNot: null });
        o.Do("b1-07", new AnswerAsCandidate("e", "q", "Yes, and I will say so there."));
        Assert.Equal("Yes, and I will say so there.", o.State.Votes.All["e"].Asked.Single().Answers["b1-07"].Text);
    }

    [Fact]
    public void One_member_asks_a_few_questions_and_nobody_asks_who_does_not_stand()
    {
        var o = Standing();
        foreach (var id in new[] { "q1", "q2", "q3" }) o.Do("b1-09", new AskCandidates("e", id, "Will you come?"));
        Assert.Equal("votes.asked-enough", o.Refused("b1-09", new AskCandidates("e", "q4", "And you?")).Code);
        o.Do("b1-10", new AskCandidates("e", "q4", "And you?", "b1-08"));
        Assert.Equal("votes.not-nominated", o.Refused("b1-07", new AnswerAsCandidate("e", "q4", "I would.")).Code);
        Assert.Equal("votes.not-nominated", o.Refused("b1-10", new AskCandidates("e", "q5", "And you?", "b1-11")).Code);
    }

    [Fact]
    public void Once_the_vote_is_open_nobody_asks_any_more_and_candidates_may_still_answer()
    {
        var o = Standing();
        o.Do("b1-09", new AskCandidates("e", "q", "Will you come?"));
        o.Do("b1-06", new CloseNominations("e"));
        o.Do("b1-10", new AskCandidates("e", "r", "Both days?"));
        o.Do("b1-06", new NameTellers("e", ["b1-11", "b1-12"]));
        o.Do("b1-06", new OpenVote("e"));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-10", new AskCandidates("e", "s", "Sure?")).Code);
        o.Do("b1-08", new AnswerAsCandidate("e", "r", "Both."));
    }
}
