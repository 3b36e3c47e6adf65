using System.Collections.Immutable;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Motions;

public sealed class AmendmentTests
{
    private const string Notice = "bodies.congress.convene.notice";

    [Fact]
    public void An_adopted_amendment_changes_what_the_rules_do_from_then_on()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", Amend(x, "m1", [Notice], NoticeOf(50))));
        Assert.Equal("30 days", o.State.Statutes.At(o.Now).Bodies["congress"].Convene!.Notice!.ToString());
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("50 days", o.State.Statutes.At(o.Now).Bodies["congress"].Convene!.Notice!.ToString());
        Assert.Equal("30 days", o.State.Statutes.At(o.Now.AddSeconds(-1)).Bodies["congress"].Convene!.Notice!.ToString());
        Assert.Equal("v1", o.State.Statutes.Versions[^1].Basis);
        var later = new ConveneSession("c2", "congress", null, "Hall", o.Now.AddDays(40), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(41), null);
        Assert.Equal("50 days", o.Refused("b1-01", later, "council").Needs);
    }

    [Fact]
    public void Two_thirds_are_two_thirds()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", Amend(x, "m1", [Notice], NoticeOf(50))));
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.No, Choice.No]);
        Assert.Single(o.State.Statutes.Versions);
        Assert.Equal(MotionStage.Rejected, o.State.Motions.Find("m1")!.Stage);
    }

    [Fact]
    public void The_text_changes_exactly_the_clauses_that_the_motion_names()
    {
        var o = Congresses.Convened();
        o.Elect();
        var more = o.Refused("b1-07", Amend(o, "m1", [Notice], y => NoticeOf(50)(y).Replace("3 members, convene", "4 members, convene", StringComparison.Ordinal)));
        Assert.Equal(("motions.changes-unnamed-clause", "bodies.branch.meeting.quorum"), (more.Code, more.Given));
        Assert.Equal("motions.names-unchanged-clause", o.Refused("b1-07", Amend(o, "m1", [Notice, "bodies.council"], NoticeOf(50))).Code);
        Assert.Equal("motions.clauses-missing", o.Refused("b1-07", Amend(o, "m1", [], NoticeOf(50))).Code);
        var broken = o.Refused("b1-07", Amend(o, "m1", [Notice], y => y.Replace("notice: 30 days, on_demand_of", "notice: soon, on_demand_of", StringComparison.Ordinal)));
        Assert.Equal("motions.proposed-unreadable", broken.Code);
        Assert.Contains("notice", (string)broken.Args["error"], StringComparison.Ordinal);
        o.Do("b1-07", Amend(o, "m1", [Notice], NoticeOf(50)));
        Assert.Equal(new ClauseChange(Notice, "50 days"), Assert.Single(o.State.Motions.Find("m1")!.Changes));
    }

    [Fact]
    public void Amendments_need_their_own_longer_notice()
    {
        var o = Congresses.Convened();
        o.Elect();
        o.Now = o.Session().Opens.AddDays(-29);
        var refusal = o.Refused("b1-07", Amend(o, "m1", [Notice], NoticeOf(50)));
        Assert.Equal(("procedure.by_object.amendment.notice", "30 days", 29), (refusal.Clause, refusal.Needs, refusal.Given));
        Assert.Null(refusal.Way);
    }

    [Fact]
    public void An_entrenched_clause_needs_the_harder_rule_and_every_part_of_it()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", Amend(x, "m1", ["rights.minutes.publish_within"], y => y.Replace("publish_within: 14 days", "publish_within: 7 days", StringComparison.Ordinal))));
        var parts = MotionRule.Parts(o.State, o.State.Motions.Find("m1")!);
        Assert.Equal([(PartKind.Body, "congress", "3/4 of votes cast"), (PartKind.Referendum, "members", "majority of votes cast")], parts.Select(p => (p.Kind, p.Name, p.Majority!.ToString())));
        var events = o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.Yes]);
        Assert.Contains(events, e => e is PartCarried { Part: "amend.entrenched.rule.all_of[0]" });
        Assert.DoesNotContain(events, e => e is ConstitutionAdopted);
        Assert.NotEqual(MotionStage.Adopted, o.State.Motions.Find("m1")!.Stage);
    }

    [Theory]
    [InlineData("amend.ordinary.rule", true)]
    [InlineData("amend", true)]
    [InlineData("bodies.control.seats.count", true)]
    [InlineData("bodies", true)]
    [InlineData("bodies.council", false)]
    [InlineData("bodies.controlled", false)]
    public void The_amending_clause_itself_and_everything_around_or_below_an_entrenched_clause_is_entrenched(string path, bool entrenched)
    {
        var o = Founded.Small();
        Assert.Equal(entrenched, ClassRule.IsEntrenched(o.State.Statutes.At(o.Now), [path]));
    }

    [Fact]
    public void A_second_amendment_is_merged_into_the_first_before_it_is_put()
    {
        var o = Congresses.Opened(x =>
        {
            x.Do("b1-07", Amend(x, "m1", [Notice], NoticeOf(50)));
            x.Do("b1-08", Amend(x, "m2", ["bodies.branch.meeting.quorum"], Quorum));
        });
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal("motions.merge-first", o.Refused("b1-07", new PutQuestion("v2", VoteKind.RollCall, "c1", null, "m2", 1, "Adopt?")).Code);
        var motion = o.State.Motions.Find("m2")!;
        var merged = new ReviseMotion("m2", motion.Current.Texts, ["bodies.branch.meeting.quorum"], Proposed(o, y => Quorum(NoticeOf(50)(y))));
        var cheat = merged with { Proposed = Proposed(o, y => NoticeOf(50)(y).Replace("3 members, convene", "9 members, convene", StringComparison.Ordinal)) };
        Assert.Equal("motions.merge-changes-text", o.Refused("b1-08", cheat).Code);
        o.Do("b1-08", merged);
        o.Decide("v2", "m2", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        var rules = o.State.Statutes.At(o.Now);
        Assert.Equal(("50 days", "4 members"), (rules.Bodies["congress"].Convene!.Notice!.ToString(), rules.Bodies["branch.meeting"].Quorum!.EachVote.ToString()));
    }

    [Fact]
    public void An_amendment_of_the_constitution_cannot_be_changed_by_an_alternative_text()
    {
        var o = Congresses.Opened(x => x.Do("b1-07", Amend(x, "m1", [Notice], NoticeOf(50))));
        Assert.Equal("motions.amendment-needs-notice", o.Refused("b1-08", new AmendMotion("a1", "m1", o.Text("60"))).Code);
    }

    [Fact]
    public void Readings_lie_apart_and_the_vote_is_the_last_one()
    {
        var yaml = Yaml().Replace("amendment: {notice: 30 days,", "amendment: {notice: 30 days, readings: 2, interval: 1 day,", StringComparison.Ordinal);
        var o = Congresses.Opened(x => x.Do("b1-07", Amend(x, "m1", [Notice], NoticeOf(50), yaml)), yaml: yaml);
        var put = new PutQuestion("v1", VoteKind.RollCall, "c1", null, "m1", 1, "Adopt?");
        Assert.Equal(("motions.reading-first", 2, 1), (o.Refused("b1-07", put).Code, o.Refused("b1-07", put).Needs, o.Refused("b1-07", put).Given));
        o.Do("b1-07", new TakeUp("c1", "motion:m1"));
        Assert.Equal(new DateTimeOffset(2026, 3, 3, 0, 0, 0, TimeSpan.Zero), o.Refused("b1-07", put).Earliest);
        o.Advance(1);
        o.Decide("v1", "m1", 1, [Choice.Yes, Choice.Yes, Choice.No]);
        Assert.Equal(2, o.State.Statutes.Versions.Length);
    }

    private static string Yaml() => File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"));

    private static Func<string, string> NoticeOf(int days) => y => y.Replace("notice: 30 days, on_demand_of", $"notice: {days} days, on_demand_of", StringComparison.Ordinal);

    private static string Quorum(string yaml) => yaml.Replace("quorum: 3 members", "quorum: 4 members", StringComparison.Ordinal);

    private static ProposedConstitution Proposed(Founded o, Func<string, string> change, string? yaml = null) =>
        new(o.Blob(change(yaml ?? Yaml())), o.Text("The rules, in new words."));

    private static FileMotion Amend(Founded o, string id, ImmutableArray<string> clauses, Func<string, string> change, string? yaml = null) =>
        new(id, "c1", "amendment", "More notice", o.Text("Congress has more notice."), clauses, Proposed(o, change, yaml), null, null, false);
}
