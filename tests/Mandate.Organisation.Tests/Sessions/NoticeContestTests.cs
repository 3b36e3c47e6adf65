using System.Collections.Immutable;
using Mandate.Organisation.Decisions;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

public sealed class NoticeContestTests
{
    private static ContestNotice Contest(Founded o, int later = 3, string where = "Dockers' Hall") => new("c1", o.Session().FirstDay.AddDays(later), where, "Come on Thursday.");

    [Fact]
    public void A_notice_that_says_the_same_is_not_contested_nor_one_from_before_a_postponement()
    {
        var o = Congresses.Convened();
        Assert.Equal("sessions.notice-is-the-same", o.Refused("b1-09", Contest(o, 0)).Code);
        Assert.Equal("sessions.not-on-notice-list", o.Refused("nobody", Contest(o)).Code);
        var first = o.Session().FirstDay;
        o.Do("b1-01", new PostponeSession("c1", o.Session().Opens.AddDays(5), o.Session().LastDay.AddDays(5), "The hall is taken."), "council");
        Assert.Equal("sessions.notice-is-the-same", o.Refused("b1-09", new ContestNotice("c1", first, "Dockers' Hall", "Come.")).Code);
        o.Do("b1-09", Contest(o, 0, "The canteen"));
        Assert.Equal("protocol.taken", o.Refused("b1-09", Contest(o)).Code);
        Assert.Equal(new ContestedCase(ContestedBy.Notice, "c1"), ContestedResults.Of(o.Session()));
    }

    [Fact]
    public void The_body_of_control_calls_off_a_meeting_that_has_not_opened_and_says_when_it_can_lawfully_meet()
    {
        var o = Congresses.Convened();
        o.Do("b1-09", Contest(o));
        var notYours = o.Refused("b1-01", new JudgeNotices("c1", true, "Two notices."), "council");
        Assert.Equal(("protocol.not-yours", "control"), (notYours.Code, notYours.Needs));
        o.Do("b1-03", new JudgeNotices("c1", true, "Two notices."), "control");
        Assert.Equal(SessionStage.Cancelled, o.Session().Stage);
        // Notice of a congress is thirty days here.
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(30), o.Session().Judged!.Again);
        Assert.Equal(new ContestedCase(ContestedBy.Void, "c1"), ContestedResults.Of(o.Session()));
    }

    [Fact]
    public void What_a_voided_meeting_adopted_is_not_in_force_until_the_body_decides_again()
    {
        var o = Adopted();
        var session = o.Session();
        Assert.Equal("sessions.judged-after-closing", Judging(o).Code);
        o.Do("b1-07", new CloseSession("c1"));
        var today = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.Single(o.State.Motions.InForceOn(today));
        Assert.Equal(ContestedBy.Notice, ContestedResults.Of(o.State, o.State.Votes.All["v1"])!.By);
        o.Do("b1-03", new JudgeNotices("c1", true, "Two notices."), "control");
        Assert.Equal(SessionStage.Closed, o.Session().Stage);
        Assert.Empty(o.State.Motions.InForceOn(today));
        // Unlike a stay it does not run out by itself.
        Assert.Empty(o.State.Motions.InForceOn(today.AddDays(500)));
        Assert.Equal(ContestedBy.Void, ContestedResults.Of(o.State, o.State.Motions.All["m1"])!.By);
        o.Do("b1-01", Congresses.Convening(o, 40) with { Session = "c2" }, "council");
        Assert.Contains(o.State.Sessions.Find("c2")!.Agenda, i => i.Reference == "m1");
        Assert.Equal("protocol.wrong-stage", Judging(o).Code);
        Assert.NotNull(session.OpenedAt);
    }

    [Fact]
    public void Found_to_be_nothing_the_meeting_stands_and_its_results_are_unmarked()
    {
        var o = Adopted();
        o.Do("b1-07", new CloseSession("c1"));
        o.Do("b1-03", new JudgeNotices("c1", false, "A slip of the pen."), "control");
        Assert.Null(ContestedResults.Of(o.State, o.State.Votes.All["v1"]));
        Assert.Single(o.State.Motions.InForceOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
        o.Now = o.Session().Opens.AddDays(40);
        Assert.Equal("sessions.notice-contested-too-late", o.Refused("b1-10", Contest(o)).Code);
    }

    [Fact]
    public void Without_a_body_of_control_nobody_voids()
    {
        var o = Congresses.Convened(yaml: Founded.Yaml(("    tags: [inspector]\n", ""), ("  appeal: {who: any member, against: [expel, suspend, transfer], to: control, then: congress}\n", "")));
        Assert.Equal("sessions.nobody-voids", o.Refused("b1-09", Contest(o)).Code);
    }

    private static Organisation.Acts.Refusal Judging(Founded o) => o.Refused("b1-03", new JudgeNotices("c1", true, "Two notices."), "control");

    /// <summary>A congress whose notice b1-09 has contested adopts a motion.</summary>
    private static Founded Adopted()
    {
        var o = Congresses.Opened(o =>
        {
            o.Do("b1-08", new FileMotion("m1", "c1", "ordinary", "Cranes", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("The cranes are checked yearly.")), [], null, null, null, false));
            o.Do("b1-09", Contest(o));
        });
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        return o;
    }
}
