using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class SpeakersQueueTests
{
    [Fact]
    public void Points_of_order_come_first_then_questions_then_for_and_against_in_turn()
    {
        var o = Asked(("b1-07", "for"), ("b1-08", "for"), ("b2-05", "against"), ("b1-01", "question"), ("b1-02", "order"));
        Assert.Equal(["s5", "s4", "s1", "s3", "s2"], SpeakersQueue.Of(o.Session(), o.Now).Select(r => r.Id));
    }

    [Fact]
    public void The_chair_departs_from_the_queue_only_with_a_reason_that_the_minutes_give()
    {
        var o = Asked(("b1-08", "for"), ("b2-05", "against"));
        var refusal = o.Refused("b1-07", new GiveFloor("c1", "s2"));
        Assert.Equal(("sessions.not-next-speaker", "b1-08", "give-a-reason"), (refusal.Code, refusal.Needs, refusal.Way));
        o.Do("b1-07", new GiveFloor("c1", "s2", "She must leave for her shift."));
        Assert.Equal("She must leave for her shift.", o.Session().Speeches.Single(r => r.Id == "s2").OutOfTurn);
        Assert.Contains(Minutes.Of(o.State, o.Session()), s => s.Code == "spoke-out-of-turn" && Equals(s.Args["reason"], "She must leave for her shift."));
        o.Do("b1-07", new EndSpeech("c1", "s2"));
        o.Do("b1-07", new GiveFloor("c1", "s1", "no need for this"));
        Assert.Null(o.Session().Speeches.Single(r => r.Id == "s1").OutOfTurn);
    }

    [Fact]
    public void Of_one_side_whoever_has_not_spoken_yet_comes_before_whoever_has()
    {
        var o = Asked(("b1-08", "for"));
        o.Do("b1-07", new GiveFloor("c1", "s1"));
        o.Do("b1-07", new EndSpeech("c1", "s1"));
        o.Do("b1-08", new AskToSpeak("c1", "again", "election:council", "for"));
        o.Do("b2-05", new AskToSpeak("c1", "first", "election:council", "for"));
        Assert.Equal(["first", "again"], SpeakersQueue.Of(o.Session(), o.Now).Select(r => r.Id));
    }

    [Fact]
    public void The_queue_is_a_permutation_of_those_who_wait_and_sides_alternate_while_both_wait()
    {
        Prop.ForAll(Gen.Elements("for", "against", "question", "order").ListOf().ToArbitrary(), sides =>
        {
            var session = Congresses.Opened().Session() with
            {
                RunningItem = "x",
                Speeches = [.. sides.Select((side, i) => new SpeechRequest($"s{i}", $"p{i}", "x", side, Founded.Start.AddMinutes(i)))],
            };
            var queue = SpeakersQueue.Of(session, session.OpenedAt ?? default).ToList();
            var speeches = queue.Where(r => r.Side is "for" or "against").Select(r => r.Side).ToList();
            var both = 2 * Math.Min(speeches.Count(s => s == "for"), speeches.Count(s => s == "against"));
            return queue.Select(r => r.Id).Order(StringComparer.Ordinal).SequenceEqual(session.Speeches.Select(r => r.Id).Order(StringComparer.Ordinal))
                && Enumerable.Range(1, Math.Max(0, both - 1)).All(i => speeches[i] != speeches[i - 1])
                && queue.Select(r => r.Side switch { "order" => 0, "question" => 1, _ => 2 }).Zip(queue.Skip(1).Select(r => r.Side switch { "order" => 0, "question" => 1, _ => 2 })).All(p => p.First <= p.Second);
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Open at an item, with these requests one minute apart.</summary>
    private static Founded Asked(params (string Person, string Side)[] requests)
    {
        var o = Congresses.Opened();
        o.Do("b1-07", new TakeUp("c1", "election:council"));
        var item = "election:council";
        foreach (var ((person, side), i) in requests.Select((r, i) => (r, i)))
        {
            o.Happened(person, new SpeechAsked("c1", $"s{i + 1}", person, item, side));
            o.Now = o.Now.AddMinutes(1);
        }
        return o;
    }
}
