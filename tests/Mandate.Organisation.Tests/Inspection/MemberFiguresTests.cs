using System.Collections.Immutable;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>Who could vote, who is active, whence officials come (S412, S413, S418).</summary>
public sealed class MemberFiguresTests
{
    private static readonly DateOnly Closed = new(2026, 6, 30);

    private static DateTimeOffset At(DateOnly day) => new(day.ToDateTime(new(12, 0)), TimeSpan.Zero);

    private static Member Of(string id, string unit, DateOnly since, DateOnly? until = null) => new(id, unit, since, "en", until is null ? MemberStatus.Active : MemberStatus.Left, "", until);

    private static State With(State state, IEnumerable<Member> members) =>
        state with { Roll = members.Aggregate(RollState.Empty with { Units = state.Roll.Units }, (roll, m) => roll with { Members = roll.Members.SetItem(m.Id, m), MembersOfUnit = roll.MembersOfUnit.SetItem(m.Unit, roll.In(m.Unit).Add(m.Id)) }) };

    private static Vote Held(string id, DateOnly day, int electorate, Figures figures, string? unit = "b1") =>
        new Vote(id, VoteKind.Paper, null, unit, new("-", id, null, "", ""), null, 0, null, electorate, At(day), At(day), At(day), VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [], null)
        { Outcome = new(true, figures, 1, electorate, electorate, null, [], [], null, At(day)) };

    [Fact]
    public void A_result_shows_who_could_vote_who_did_and_how_the_members_have_changed()
    {
        var members = Enumerable.Range(0, 12).Select(i => Of($"old{i}", "b1", new(2020, 1, 1)))
            .Concat(Enumerable.Range(0, 8).Select(i => Of($"gone{i}", "b1", new(2020, 1, 1), new(2026, 1, 15))))
            .Concat(Enumerable.Range(0, 2).Select(i => Of($"new{i}", "b1", new(2026, 2, 1))));
        var vote = Held("v", Closed, 14, new(5, 2, 0));
        var state = With(Founded.Small().State, members);
        state = state with { Votes = new(state.Votes.All.SetItem("v", vote).SetItem("before", Held("before", new(2025, 9, 1), 20, new(12, 4, 0))).SetItem("older", Held("older", new(2024, 9, 1), 20, new(20, 0, 0))).SetItem("else", Held("else", new(2025, 9, 1), 20, new(1, 0, 0), "b2"))) };
        var shown = ElectorateState.Of(state, vote)!;
        Assert.Equal((new Ratio(7, 14), new Ratio(16, 20)), (shown.Took, shown.Earlier));
        Assert.Equal(new Movement(20, 14, 2, 8), shown.Members);
        // Of few members, before the end, and of delegates nothing.
        Assert.Null(ElectorateState.Of(With(state, members.Take(9)), vote));
        Assert.Null(ElectorateState.Of(state, vote with { Outcome = null }));
        Assert.Null(ElectorateState.Of(state, vote with { Session = "s", Unit = null }));
    }

    [Fact]
    public void Activity_falls_by_cohort_or_unit_where_enough_are_counted_and_the_year_before_is_known()
    {
        var o = Founded.Small();
        var members = Enumerable.Range(0, 10).Select(i => Of($"m{i}", "b1", new(2020, 1, 1))).ToList();
        var state = With(o.State, members) with { Founding = o.State.Founding with { ClosedAt = At(new(2023, 1, 1)) } };
        state = state with { Votes = new(state.Votes.All.SetItem("a", Held("a", new(2025, 3, 1), 10, new(8, 0, 0))).SetItem("b", Held("b", new(2026, 3, 1), 10, new(3, 0, 0)))) };
        var unit = Assert.Single(Activity.On(state, Closed).Units);
        Assert.Equal((new Ratio(8, 10), new Ratio(3, 10), true), (unit.Ballots.Earlier, unit.Ballots.Later, unit.Ballots.Falls));
        Assert.True(Activity.On(state, Closed).Falls);
        Assert.Equal(new Ratio(0, 10), Activity.On(state, Closed).Cohorts.Single(c => c.Cohort == Cohort.FourToTen).Trend.Later);
        // Founded a year ago: what was before is not known, and nothing can have fallen.
        Assert.All(Activity.On(state with { Founding = state.Founding with { ClosedAt = At(new(2025, 6, 1)) } }, Closed).Cohorts, c => Assert.Equal(0, c.Trend.Earlier.Of));
        Assert.True(new Trend(new(3, 3), new(1, 4)).TooFew);
        Assert.False(new Trend(new(3, 3), new(1, 4)).Falls);
        Assert.False(new Trend(new(5, 10), new(41, 100)).Falls);
        Assert.True(new Trend(new(5, 10), new(40, 100)).Falls);
    }

    [Fact]
    public void Officials_are_told_by_who_appointed_them_first_and_when_and_those_from_before_are_a_finding()
    {
        var o = Founded.Small();
        var state = o.State with { Founding = o.State.Founding with { ClosedAt = At(new(2025, 1, 1)) } };
        Employment Post(string id, string person, string by, DateOnly from, DateOnly? until = null) => new(id, person, "paid", "-", from, until, by);
        foreach (var post in (Employment[])[Post("1", "b1-07", "council", new(2026, 1, 1)), Post("2", "b1-07", "ministry", new(2019, 1, 1), new(2020, 1, 1)), Post("3", "b1-08", "council", new(2026, 2, 1)), Post("4", "b1-09", "council", new(2024, 1, 1), new(2025, 5, 1))])
            state = state with { Offices = state.Offices with { Employments = state.Offices.Employments.SetItem(post.Id, post) } };
        var council = Assert.Single(OriginOfOfficials.On(state, Closed));
        Assert.Equal(("council", 2, 1), (council.Organ, council.Officials, council.Inherited));
        Assert.Equal([new("ministry", 2019, 1), new("council", 2026, 1)], council.First);
        Assert.Contains(Findings.AsOf(state, state, Closed), f => f.Guard.Name == "inherited-apparatus");
        state = state with { Offices = state.Offices with { Employments = state.Offices.Employments.Remove("2") } };
        Assert.DoesNotContain(Findings.AsOf(state, state, Closed), f => f.Guard.Name == "inherited-apparatus");
    }

    [Fact]
    public void Those_who_do_the_daily_business_comment_on_figures_and_nobody_else_does()
    {
        var o = Founded.Small();
        var comment = new CommentOnFigures("c", CommentedFigures.Activity, "Shifts were moved; meetings follow them from May.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", comment).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", comment with { Text = "" }).Code);
        o.Do("b1-01", comment);
        Assert.Equal("b1-01", o.State.Inspection.CommentOn(CommentedFigures.Activity, o.Now)!.By);
        Assert.Null(o.State.Inspection.CommentOn(CommentedFigures.Officials, o.Now));
        Assert.Null(o.State.Inspection.CommentOn(CommentedFigures.Activity, o.Now.AddYears(1).AddDays(1)));
    }
}
