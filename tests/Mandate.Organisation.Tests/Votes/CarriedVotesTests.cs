using FsCheck;
using FsCheck.Fluent;
using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>
/// Votes that delegates carry: branch b1 has 12 members and two delegates, b2 has 8 and one; with one vote for each member b1-07 and b1-08
/// carry six each, b2-05 carries eight.
/// </summary>
public sealed class CarriedVotesTests
{
    private const string Key = "key: {per: branch, one_per: 1 members}";

    [Fact]
    public void A_units_votes_are_shared_among_its_accredited_delegates_and_what_is_left_over_goes_one_by_one()
    {
        var o = Halls.InCongress(With("key: {per: branch, one_per: 3 members, part_counts: true}, cast: whole"));
        var shares = Carrying.Of(o.State, o.State.Sessions.Find("c1")!, o.Now)!;
        Assert.Equal([4, 3], shares.Units.Select(u => u.Votes));
        Assert.Equal((2, 2, 3, 7), (shares.Of("b1-07"), shares.Of("b1-08"), shares.Of("b2-05"), shares.Total));
        var odd = new UnitShare("u", 7, ["a", "b", "c"]);
        Assert.Equal([3, 2, 2], Enumerable.Range(0, 3).Select(odd.At));
    }

    [Fact]
    public void Carried_votes_decide_and_the_arithmetic_says_so()
    {
        var o = Running(Key);
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b1-08", new CastVote("v1", Choice.No));
        o.Do("b2-05", new CastVote("v1", Choice.No));
        var outcome = Declare(o);
        Assert.Equal((new Figures(6, 14, 0), false, 11, 20, 3, 20), (outcome.Figures, outcome.Carried, outcome.Needed, outcome.Base, outcome.Present, outcome.Votes));
        var sentence = Assert.Single(Minutes.Of(o.State, o.State.Sessions.Find("c1")!), s => s.Code == "weighed-vote-not-carried");
        Assert.Equal((20, 14), (sentence.Args["votes"], sentence.Args["no"]));
    }

    [Fact]
    public void A_majority_of_seats_is_taken_of_all_votes_also_of_those_who_are_away()
    {
        var o = Running(Key, rule: "majority of seats");
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Happened("b1-08", new Departed("c1", "b1-08"));
        o.Now = o.Now.AddMinutes(1);
        var outcome = Declare(o);
        Assert.Equal((20, 11, 14, false), (outcome.Base, outcome.Needed, outcome.Votes, outcome.Carried));
    }

    [Fact]
    public void Who_carries_several_divides_them_only_where_the_clause_allows_it_and_divides_all()
    {
        var o = Running(Key + ", cast: split");
        var refusal = o.Refused("b1-07", new CastSplit("v1", new(4, 1, 0)));
        Assert.Equal(("votes.split-does-not-sum", "bodies.congress.votes", (object)6, (object)5L), (refusal.Code, refusal.Clause, refusal.Needs, refusal.Given));
        Assert.Equal("protocol.malformed", o.Refused("b1-07", new CastSplit("v1", new(8, -2, 0))).Code);
        o.Do("b1-07", new CastSplit("v1", new(4, 1, 1)));
        Assert.Equal("protocol.taken", o.Refused("b1-07", new CastSplit("v1", new(4, 1, 1))).Code);
        o.Do("b2-05", new CastVote("v1", Choice.No));
        Assert.Equal(new Figures(4, 9, 1), Declare(o).Figures);
        Assert.Equal(new UnitFigures("b1", 12, new(4, 1, 1)), Counting.ByUnit(o.State.Votes.Find("v1")!, o.State.Votes.Find("v1")!.Casts)[0]);

        var whole = Running(Key + ", cast: whole");
        Assert.Equal(("votes.not-split", "bodies.congress.votes"), (whole.Refused("b1-07", new CastSplit("v1", new(4, 1, 1))).Code, whole.Refused("b1-07", new CastSplit("v1", new(4, 1, 1))).Clause));
    }

    [Fact]
    public void Whoever_has_divided_their_votes_may_still_cast_them_as_one()
    {
        var o = Running(Key + ", cast: split");
        o.Do("b1-07", new CastSplit("v1", new(4, 1, 1)));
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        Assert.Equal(new Figures(6, 0, 0), Declare(o).Figures);
    }

    [Fact]
    public void A_block_goes_the_way_most_of_its_delegates_vote_and_abstains_where_they_are_even()
    {
        var o = Running(Key + ", cast: block");
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        o.Do("b2-05", new CastVote("v1", Choice.No));
        Assert.Equal(new Figures(12, 8, 0), Counting.Of(o.State.Votes.Find("v1")!, o.State.Votes.Find("v1")!.Casts));
        o.Do("b1-08", new CastVote("v1", Choice.No));
        Assert.Equal(new Figures(0, 8, 12), Declare(o).Figures);
    }

    [Fact]
    public void What_is_shared_out_when_the_vote_opens_does_not_change_under_it()
    {
        var o = Halls.InCongress(With(Key));
        o.Item("c1", "i1");
        o.Happened("b2-05", new CredentialRejected("c1", "b2-05", "d-b2-05", "not yet"));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "i1", null, "Shall we?"));
        o.Do("b1-07", new OpenVote("v1"));
        o.Happened("b1-04", new Accredited("c1", "b2-05", "d-b2-05", "b2", null, null), new Arrived("c1", "b2-05"));
        Assert.Equal(("votes.shared-out", "vote-in-the-next"), (o.Refused("b2-05", new CastVote("v1", Choice.Yes)).Code, o.Refused("b2-05", new CastVote("v1", Choice.Yes)).Way));
        o.Do("b1-07", new CastVote("v1", Choice.Yes));
        Assert.Equal(new Figures(6, 0, 0), Declare(o).Figures);
    }

    [Fact]
    public void All_that_somebody_carries_is_cast_at_one_press_proxies_too()
    {
        var o = Halls.InCongress(With(Key, "proxies: {allowed: true, max_per_holder: 2}"));
        o.Item("c1", "i1");
        o.Do("b1-08", new GiveProxy("c1", "b1-07"));
        o.Happened("b1-08", new Departed("c1", "b1-08"));
        o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "i1", null, "Shall we?"));
        o.Do("b1-07", new OpenVote("v1"));
        Assert.Equal(2, o.Do("b1-07", new CastAll("v1", Choice.Yes)).Length);
        Assert.Equal("protocol.taken", o.Refused("b1-07", new CastAll("v1", Choice.Yes)).Code);
        Assert.Equal(new Figures(12, 0, 0), Declare(o).Figures);
    }

    [Fact]
    public void On_paper_everybody_has_as_many_papers_as_votes_and_no_box_tells_whose_they_are()
    {
        var o = Halls.InCongress(With(Key));
        o.Item("c1", "i1");
        o.Do("b1-07", new PutQuestion("v1", VoteKind.Paper, "c1", null, "i1", null, "Shall we?"));
        o.Do("b1-07", new NameTellers("v1", ["b1-11", "b1-12"]));
        o.Do("b1-07", new OpenVote("v1"));
        o.Do("b1-11", new IssuePapers("v1", ["b1-07", "b2-05"]));
        o.Do("b1-07", new CloseVote("v1"));
        Assert.Equal("votes.more-papers-than-persons", o.Refused("b1-11", new EnterFigures("v1", new(15, 0, 0), new(20, 15, 0, 0, 5))).Code);
        foreach (var teller in new[] { "b1-11", "b1-12" }) o.Do(teller, new EnterFigures("v1", new(8, 5, 0), new(14, 13, 1, 0, 0)));
        o.Do("b1-07", new DeclareResult("v1"));
        Assert.Equal(new Figures(8, 5, 0), o.State.Votes.Find("v1")!.Outcome!.Figures);
    }

    [Fact]
    public void A_slip_is_put_right_with_the_votes_that_were_carried()
    {
        var o = Running(Key + ", cast: split");
        o.Do("b1-07", new CastSplit("v1", new(2, 4, 0)));
        o.Do("b2-05", new CastVote("v1", Choice.Yes));
        Declare(o);
        o.Do("b1-07", new NameTellers("v1", ["b1-11"]));
        o.Do("b1-11", new ReportSlip("v1", "s1", "b1-07", Choice.No, null, "it was all six"));
        o.Do("b1-07", new SignSlip("v1", "s1"));
        Assert.Equal((new Figures(8, 6, 0), 20), (o.State.Votes.Find("v1")!.Outcome!.Figures, o.State.Votes.Find("v1")!.Outcome!.Votes));
    }

    [Fact]
    public void No_vote_is_lost_or_made_however_they_are_shared_and_cast()
    {
        var put = Running(Key).State.Votes.Find("v1")!;
        var cases = from votes in Gen.Choose(0, 60)
                    from delegates in Gen.Choose(1, 9)
                    from cast in Gen.Elements(CastAs.Whole, CastAs.Split, CastAs.Block)
                    from choices in Gen.Elements(Choice.Yes, Choice.No, Choice.Abstain).ArrayOf(9)
                    select (votes, delegates, cast, choices);
        Prop.ForAll(cases.ToArbitrary(), c =>
        {
            string[] who = [.. Enumerable.Range(0, c.delegates).Select(i => $"p{i}")];
            var shares = new Shares(c.cast, [new UnitShare("u", c.votes, [.. who])]);
            var casts = who.Select((p, i) => (p, c.choices[i])).ToDictionary(x => x.p, x => x.Item2);
            Assert.Equal(c.votes, Counting.Of(put with { Shares = shares }, casts).Sum);
            Assert.Equal(c.votes, who.Sum(shares.Of));
            Assert.Equal(c.votes, shares.Carried(who));
            Assert.InRange(who.Max(shares.Of) - who.Min(shares.Of), 0, 1);
        }).QuickCheckThrowOnFailure();
    }

    private static string With(string votes, string more = "") => Founded.Yaml(("    credentials: {by: electoral, appeal_to: congress}",
        $"    credentials: {{by: electoral, appeal_to: congress}}\n    votes: {{{votes}}}\n{(more.Length > 0 ? "    " + more + "\n" : "")}"));

    private static Founded Running(string votes, string rule = "majority of votes cast")
    {
        var o = Halls.InCongress(With(votes).Replace("default: {rule: majority of votes cast", "default: {rule: " + rule, StringComparison.Ordinal));
        o.Item("c1", "i1");
        o.Do("b1-07", new PutQuestion("v1", VoteKind.RollCall, "c1", null, "i1", null, "Shall we?"));
        o.Do("b1-07", new OpenVote("v1"));
        return o;
    }

    private static Organisation.Votes.Outcome Declare(Founded o)
    {
        o.Do("b1-07", new CloseVote("v1"));
        o.Do("b1-07", new DeclareResult("v1"));
        return o.State.Votes.Find("v1")!.Outcome!;
    }
}
