using Mandate.Organisation.Press;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Press;

public sealed class DiscussionTests
{
    private static readonly (string, string)[] WithClause =
    [
        ("  - {id: agenda, verb: set_agenda", "  - {id: press, verb: publish, object: journal, holder: electoral}\n  - {id: agenda, verb: set_agenda"),
        ("rights:\n", "rights:\n  discussion: {who: any member, gives: {before: congress, days: 30, words: 20}}\n"),
    ];

    private static SubmitPiece Of(Founded o, string id, int words) => new(id, "On the nights", o.Blob(string.Join(' ', Enumerable.Repeat("word", words))), true, "discussion-c1", null, []);

    [Fact]
    public void A_clause_opens_a_discussion_before_each_meeting_and_every_member_has_the_same_words()
    {
        var o = Congresses.Convened(60, Founded.Yaml(WithClause));
        var discussion = Assert.Single(Discussions.All(o.State));
        Assert.Equal((o.Session().FirstDay.AddDays(-30), o.Session().FirstDay.AddDays(-1), 20, true), (discussion.From, discussion.Until, discussion.Words, discussion.Everybody));
        Assert.Equal("press.debate-over", o.Refused("b1-09", Of(o, "early", 5)).Code);
        o.Now = new(discussion.From, new(9, 0), TimeSpan.Zero);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Of(o, "p", 5) with { Side = "council" }).Code);
        o.Do("b1-09", Of(o, "p1", 15));
        Assert.Equal("press.space-used", o.Refused("b1-09", Of(o, "p2", 6)).Code);
        o.Do("b1-09", Of(o, "p2", 5));
        o.Do("b1-10", Of(o, "p3", 20));
        var day = discussion.From.AddDays(7);
        Assert.Equal([new DebateDay(day, 3, 2, 40)], SpaceMeter.Daily(o.State, discussion, day));
        Assert.Empty(SpaceMeter.Daily(o.State, discussion, discussion.From));
        // Nobody opens it, so nobody takes its name.
        Assert.Equal("protocol.taken", o.Refused("b1-04", new OpenDebate("discussion-c1", "Nights?", "congress", discussion.Until, 100)).Code);
    }

    [Fact]
    public void Without_the_clause_no_discussion_opens() => Assert.Empty(Discussions.All(Congresses.Convened(60, Founded.Yaml(WithClause[0])).State));
}
