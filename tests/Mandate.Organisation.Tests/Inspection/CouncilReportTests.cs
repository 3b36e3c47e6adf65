using System.Collections.Immutable;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Motions;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Restrictions;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Tests.Votes;
using Mandate.Organisation.Votes;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Inspection;

/// <summary>Reports on councils, over states that a test puts together: what the record holds is counted, and what it does not hold is not.</summary>
public sealed class CouncilReportTests
{
    private static readonly DateTimeOffset At = Founded.Start;

    private static DateOnly Today(Founded o) => DateOnly.FromDateTime(o.Now.UtcDateTime);

    /// <summary>A vote of the members of a unit with that result.</summary>
    private static Vote Ballot(Founded o, string id, string unit, string motion, int yes, int no, int entitled = 100) => new(
        id, VoteKind.Paper, null, unit, new Question("?", motion, 1, "majority of votes cast", ""), null, 0, null, entitled, o.Now, o.Now, o.Now, VoteStage.Result, ImmutableSortedDictionary<string, Candidacy>.Empty, [],
        ImmutableSortedDictionary<string, Choice>.Empty, [], [], [], null, null, null, null, null, [],
        new Outcome(yes > no, new Figures(yes, no, 0), 1, yes + no, yes + no, null, [], [], null, o.Now));

    /// <summary>A motion before the congress on which the branches have voted so; b2 is of another kind.</summary>
    private static Founded Voted(params (string Unit, int Yes, int No)[] results)
    {
        var o = Congresses.Convened();
        o.Do("b1-01", new FileMotion("m", "c1", "ordinary", "Night rosters", ImmutableSortedDictionary<string, string>.Empty.Add("en", o.Blob("Four weeks ahead.")), [], null, null, null, false), "council");
        var votes = o.State.Votes.All.SetItems(results.Select(r => KeyValuePair.Create("v-" + r.Unit, Ballot(o, "v-" + r.Unit, r.Unit, "m", r.Yes, r.No))));
        o.Set(o.State with { Votes = o.State.Votes with { All = votes }, Roll = o.State.Roll with { Units = o.State.Roll.Units.SetItem("b2", o.State.Roll.Units["b2"] with { Kind = "youth" }) } });
        return o;
    }

    [Fact]
    public void Units_won_and_votes_won_stand_together_and_kinds_that_differ_are_told()
    {
        var o = Voted(("b1", 30, 20), ("b2", 10, 40));
        var strength = Assert.Single(Strengths.Of(o.State));
        Assert.Equal(["branch", "youth"], strength.Kinds.Select(k => k.Kind));
        Assert.Equal((1, 0, 30L, 20L, 100L), (strength.Kinds[0].For, strength.Kinds[0].Against, strength.Kinds[0].Yes, strength.Kinds[0].No, strength.Kinds[0].Entitled));
        Assert.Equal((0, 1), (strength.Kinds[1].For, strength.Kinds[1].Against));
        Assert.True(strength.KindsDiffer);
        Assert.False(Assert.Single(Strengths.Of(Voted(("b1", 30, 20), ("b2", 40, 10)).State)).KindsDiffer);
    }

    [Fact]
    public void A_ballot_of_fewer_than_ten_shows_no_side_of_its_own()
    {
        var strength = Strengths.Of(Voted(("b1", 30, 20), ("b2", 6, 3)).State).Single();
        Assert.Equal("branch", Assert.Single(strength.Kinds).Kind);
    }

    [Fact]
    public void Before_a_congress_its_delegates_are_expected_to_vote_as_their_units_did_and_the_rest_is_not_known()
    {
        var o = Voted(("b1", 30, 10));
        var delegates = o.State.Sessions.Find("c1")!.Delegates;
        var expected = Strengths.Of(o.State).Single().Expected.Single();
        Assert.Equal((delegates.Values.Sum(), delegates["b1"], 0, delegates["b2"]), (expected.Delegates, expected.ForByUnit, expected.AgainstByUnit, expected.Unknown));
        Assert.Equal(new Fraction(3 * delegates["b1"], 4), expected.ForByVotes);
        Assert.Equal(new Fraction(delegates["b1"], 4), expected.AgainstByVotes);
    }

    [Fact]
    public void Transfers_within_a_year_that_could_have_turned_a_unit_are_told_as_a_possibility()
    {
        var o = Voted(("b1", 26, 24), ("b2", 40, 10));
        Assert.All(Strengths.Of(o.State).Single().Kinds, k => Assert.Equal(0, k.Turnable));
        o.Happened("b2-05", new Transferred("b2-05", "b1"));
        Assert.Equal([1, 0], Strengths.Of(o.State).Single().Kinds.Select(k => k.Turnable));
        o.Set(o.State with { Roll = o.State.Roll with { Moves = [new("b2", "b1", Today(o).AddMonths(-13))] } });
        Assert.Equal([0, 0], Strengths.Of(o.State).Single().Kinds.Select(k => k.Turnable));
    }

    [Fact]
    public void Every_tier_is_told_by_cohort_of_entry_and_a_cohort_without_any_place_is_named()
    {
        var o = Founded.Small();
        var made = Composition.On(o.State, o.Now);
        Assert.Equal(("members", 20), (made.Rows[0].Of, made.Rows[0].Persons));
        Assert.Equal(20, made.Rows[0].Cohorts.Sum());
        Assert.Empty(made.Unplaced);
        var council = made.Rows.Single(r => r.Of == "council");
        Assert.Equal((3, 3), (council.Persons, council.Founding));
        Assert.Null(council.Against(made.Rows[0]));
        Assert.Equal(Fraction.Zero, (council with { Cohorts = [0, 0, 5, 0] }).Against(made.Rows[0] with { Cohorts = [0, 0, 20, 0] }));
        Assert.True((council with { Cohorts = [0, 0, 5, 0] }).Against(made.Rows[0] with { Cohorts = [10, 0, 10, 0] }) > Fraction.Zero);
        var fresh = o.State.Roll.Members["b1-09"];
        o.Set(o.State with { Roll = o.State.Roll with { Members = o.State.Roll.Members.SetItem("b1-09", fresh with { Since = Today(o) }).SetItem("b1-01", o.State.Roll.Members["b1-01"] with { Since = Today(o).AddYears(-30) }) } });
        made = Composition.On(o.State, o.Now);
        Assert.Contains(0, made.Unplaced);
    }

    [Fact]
    public void A_body_that_misses_two_meetings_sleeps_and_one_that_met_does_not()
    {
        var o = Founded.Small();
        Assert.All(BodyLives.On(o.State, Today(o)), b => Assert.Empty(b.Signs));
        var council = BodyLives.On(o.State, Today(o).AddDays(70)).Single(b => b.Body == "council");
        Assert.Equal((0, 2, 2), (council.Held, council.Due!.Value, council.Missed!.Value));
        Assert.Equal([LifeSign.Dormant], council.Signs);
        Assert.Equal(2, BodyLives.On(o.State, Today(o).AddDays(70)).Count(b => b.Body == "branch.meeting"));
        var met = Halls.InBranchMeeting("b1-06", "b1-07", "b1-08");
        var lives = BodyLives.On(met.State, Today(met).AddDays(130)).Where(b => b.Body == "branch.meeting").ToDictionary(b => b.Unit!, StringComparer.Ordinal);
        Assert.Equal((1, 0), (lives["b1"].Held, lives["b2"].Held));
        Assert.Contains(LifeSign.Dormant, lives["b2"].Signs);
        var written = Founded.Small();
        written.Do("b1-01", new ProposeAct("w", "council", null, new GiveOrder("go", "Work on Sunday.", ["b1"])));
        written.Do("b1-02", new SignAct("w", []));
        var deciding = BodyLives.On(written.State, Today(written).AddDays(70)).Single(b => b.Body == "council");
        Assert.Equal((2, 1), (deciding.Missed!.Value, deciding.WithoutMeeting));
        Assert.Empty(deciding.Signs);
    }

    [Theory]
    [InlineData("", true, false), InlineData("\nguards: {missed: 3}\n", false, false), InlineData("\nguards: {signs: 1}\n", true, true)]
    public void How_many_missed_meetings_are_a_sign_and_how_many_signs_are_talked_about_the_constitution_says(string limit, bool dormant, bool talked)
    {
        var o = Founded.Small(Founded.Yaml() + limit);
        var council = BodyLives.On(o.State, Today(o).AddDays(70)).Single(b => b.Body == "council");
        Assert.Equal((dormant, talked), (council.Signs.Contains(LifeSign.Dormant), council.ToTalkAbout));
    }

    [Theory]
    [InlineData(9, 10, true)]
    [InlineData(8, 10, false)]
    [InlineData(4, 4, false)]
    public void Votes_in_which_nobody_differs_are_a_sign_only_where_enough_are_counted(int unanimous, int of, bool sign)
    {
        var none = new Ratio(0, 0);
        var life = new BodyLife("council", null, "bodies.council", 1, null, null, 0, of, 0, new(unanimous, of), none, none, none, none, none);
        Assert.Equal(sign, life.Signs.Contains(LifeSign.Unanimous));
        Assert.Null(none.Share);
        Assert.Equal(sign, (life with { Contested = new(0, 3) }).ToTalkAbout);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_body_to_talk_about_stands_by_itself_on_the_agenda_of_those_who_elect_it(bool uncontested)
    {
        var o = Founded.Small();
        o.Advance(100);
        if (uncontested)
        {
            // Nobody stood against anybody, and the council has not met for three months: two signs.
            var vote = new Vote("v", VoteKind.Paper, null, null, new("?", null, null, "", ""), new Seat("council"), 3, null, 20, o.Now, o.Now, o.Now, VoteStage.Result,
                ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
                new Outcome(true, new(0, 0, 0), 0, 0, 0, null, [], [], null, o.Now));
            o.Set(o.State with { Votes = o.State.Votes with { All = o.State.Votes.All.SetItem("v", vote) } });
        }
        var opens = o.Now.AddDays(60);
        o.Do("b1-01", new ConveneSession("c1", "congress", null, "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null), "council");
        Assert.Equal(uncontested, o.State.Sessions.Find("c1")!.Agenda.Any(i => i.Id == "health:council"));
    }

    [Fact]
    public void Acts_are_counted_by_members_officers_and_paid_officials()
    {
        var o = Congresses.Opened();
        Assert.Empty(Contributions.Of(o.State));
        o.Set(o.State with { Motions = o.State.Motions with { All = Motions(o, ("m1", "b1-09"), ("m2", "b1-01"), ("m3", "b1-05"), ("m4", "b1-01")) } });
        var congress = Contributions.Of(o.State).Single(b => b.Body == "congress");
        Assert.Equal([1, 2, 1], congress.Rows.Select(r => r.Moved));
        Assert.Equal(new Fraction(3, 4), congress.OfOfficials);
        Assert.True(congress.AboveLimit);
    }

    private static ImmutableDictionary<string, Motion> Motions(Founded o, params (string Id, string Mover)[] motions) => motions.ToImmutableDictionary(m => m.Id, m => new Motion(
        m.Id, m.Id, "c1", "ordinary", m.Id, m.Mover, o.Now, [new TextVersion(1, ImmutableSortedDictionary<string, string>.Empty, o.Now, m.Mover)], [], null, null, false, [], [], MotionStage.Filed, null), StringComparer.Ordinal);

    [Fact]
    public void What_goes_down_is_told_beside_what_comes_up_and_is_answered()
    {
        var o = Founded.Small();
        Assert.Empty(Directions.Of(o.State));
        o.Do("b1-01", new GiveOrder("go", "Work on Sunday.", ["b1", "b2"]), "council");
        o.Do("b1-09", new RaiseConcern("k", "b1", "The forklift has no brakes."));
        o.Do("b1-06", new AnswerConcern("k", "Mended."));
        o.Do("b2-04", new BeginProtest("p", "go", "b2", "Sunday is ours."), "branch.meeting@b2");
        Assert.Equal([new Direction("branch", 2, 2, 1)], Directions.Of(o.State));
    }

    [Fact]
    public void Three_restrictions_of_one_right_within_a_year_are_a_series_and_one_by_all_members_is_not_in_it()
    {
        Restriction One(string id, int month, Liberty right = Liberty.Publish) => new(id, "m-" + id, right, ["journal"], "order", "x", new(2026, month, 1), new(2026, month, 28), null);
        RestrictionsState With(params Restriction[] all) => RestrictionsState.Empty with { All = all.ToImmutableDictionary(r => r.Id, StringComparer.Ordinal) };
        Assert.Empty(RestrictionSeries.Creeping(With(One("a", 1), One("b", 5)), _ => false));
        Assert.Empty(RestrictionSeries.Creeping(With(One("a", 1), One("b", 5), One("c", 9, Liberty.Trade)), _ => false));
        var series = Assert.Single(RestrictionSeries.Creeping(With(One("a", 1), One("b", 5), One("c", 9)), _ => false));
        Assert.Equal(["a", "b", "c"], series.Restrictions);
        Assert.Empty(RestrictionSeries.Creeping(With(One("a", 1), One("b", 5), One("c", 9)), motion => motion == "m-b"));
        Assert.Equal([new(2026, Liberty.Publish, 3, ["journal"])], RestrictionSeries.ByYear(With(One("a", 1), One("b", 5), One("c", 9))).Select(y => y with { Targets = ["journal"] }), new SameYear());
    }

    private sealed class SameYear : IEqualityComparer<RestrictionYear>
    {
        public bool Equals(RestrictionYear? x, RestrictionYear? y) => (x!.Year, x.Right, x.Restrictions) == (y!.Year, y.Right, y.Restrictions) && x.Targets.SequenceEqual(y.Targets);

        public int GetHashCode(RestrictionYear obj) => obj.Year;
    }

    [Fact]
    public void A_decision_says_on_whose_mandate_and_an_appointee_among_those_who_sat_breaks_the_chain()
    {
        var o = Halls.InCongress();
        var session = o.State.Sessions.Find("c1")!;
        var warrant = Warrant.Of(o.State, session, o.Now)!;
        Assert.Equal(3, warrant.Mandates);
        Assert.True(warrant.Unbroken);
        Assert.Equal([("b1", 2), ("b2", 1)], warrant.Parts.Select(p => (p.Unit!, p.Mandates)));
        o.Happened("b1-01", new TenureBegan("d-x", "b2-06", new Seat("congress", "delegates", "b2"), o.Now, null, new Basis(BasisKind.Appointment, "a", "council"), "c1"), new Accredited("c1", "b2-06", "d-x", "b2", null, null));
        var broken = Warrant.Of(o.State, o.State.Sessions.Find("c1")!, o.Now)!;
        Assert.False(broken.Unbroken);
        Assert.Equal(4, broken.Mandates);
        Assert.Equal([("congress.delegates", "council")], broken.Broken.Select(b => (b.Place, b.By!)));
        Assert.Null(Warrant.Of(Halls.InBranchMeeting("b1-06", "b1-07").State, Halls.InBranchMeeting("b1-06", "b1-07").State.Sessions.Find("m1")!, At));
    }
}
