using System.Collections.Immutable;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Statutes;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Votes;

/// <summary>Elections with repeated ballots, with confirmation, and under a rule that has changed.</summary>
public sealed class ElectionFormsTests
{
    private static readonly Seat Secretary = new("secretary");

    private static readonly string[] Three = ["b1-09", "b1-10", "b2-06"];

    [Fact]
    public void Ballots_are_repeated_until_somebody_has_the_majority()
    {
        var o = Halls.InCongress(Repeating("drop_lowest: true, then: plurality"));
        o.Elects("e1", Secretary, Three, ["b1-09"], ["b1-10"], ["b2-06"]);
        var vote = o.State.Votes.Find("e1")!;
        Assert.Equal((VoteStage.Standing, 2, 3), (vote.Stage, vote.Ballot, vote.CandidateOrder.Length));
        Assert.Equal([1L, 1L, 1L], Assert.Single(vote.EarlierBallots).Votes.Values);
        Assert.Empty(vote.TookPart);

        o.Ballot("e1", ["b1-09"], ["b1-09"], ["b1-10"]);
        vote = o.State.Votes.Find("e1")!;
        Assert.Equal((VoteStage.Result, 2), (vote.Stage, vote.Outcome!.Needed));
        Assert.Equal(["b1-09"], vote.Outcome.Elected);
        Assert.True(o.State.Offices.Holds("b1-09", "secretary", o.Now));
    }

    [Fact]
    public void Whoever_has_fewest_votes_leaves_and_blank_papers_count_for_nobody()
    {
        var o = Halls.InCongress(Repeating("drop_lowest: true, then: plurality", "majority of present"));
        o.Elects("e1", Secretary, Three, ["b1-09"], ["b1-10"]);
        Assert.Equal(2, o.State.Votes.Find("e1")!.CandidateOrder.Length);
        Assert.DoesNotContain("b2-06", o.State.Votes.Find("e1")!.CandidateOrder);
        // One of three present is less than half of them, though all of those cast.
        o.Ballot("e1", [["b1-10"]]);
        Assert.Equal(3, o.State.Votes.Find("e1")!.Ballot);
        // The last ballot is decided by most votes.
        o.Ballot("e1", [["b1-10"]]);
        Assert.Equal(["b1-10"], o.State.Votes.Find("e1")!.Outcome!.Elected);
    }

    [Fact]
    public void After_the_last_ballot_nominations_open_again_where_the_clause_says_so()
    {
        var o = Halls.InCongress(Repeating("then: new_nominations", max: 2));
        o.Elects("e1", Secretary, Three, ["b1-09"], ["b1-10"], ["b2-06"]);
        o.Ballot("e1", ["b1-09"], ["b1-10"], ["b2-06"]);
        Assert.False(o.State.Votes.Find("e1")!.Outcome!.Carried);
        Assert.False(o.State.Offices.HeldBy("b1-09", o.Now).Any());
        o.Do("b1-07", new OpenNominations("e2", "c1", Secretary, null));
    }

    [Fact]
    public void After_the_last_ballot_the_lot_decides_where_the_clause_says_so_and_anybody_repeats_it()
    {
        var o = Halls.InCongress(Repeating("then: lot", max: 2));
        o.Elects("e1", Secretary, Three, ["b1-09"], ["b1-10"], ["b2-06"]);
        var ballots = o.Ballot("e1", ["b1-09"], ["b1-10"], ["b2-06"]);
        var vote = o.State.Votes.Find("e1")!;
        Assert.Null(ElectionPapers.Read(o.Reader, ballots, vote, out var papers));
        Assert.Equal(Lots.Draw(Three, $"{vote.Ties}\n{papers.Fingerprint}", 1), vote.Outcome!.Elected);
    }

    [Fact]
    public void The_elected_take_up_the_place_when_they_are_confirmed()
    {
        var o = Halls.InCongress(Confirmed("unlimited"));
        o.Elects("e1", Secretary, ["b1-09", "b1-10"], ["b1-09"], ["b1-09"], ["b1-10"]);
        Assert.False(o.State.Offices.Holds("b1-09", "secretary", o.Now));
        Assert.Equal("votes.already-put", o.Refused("b1-07", new OpenNominations("e2", "c1", Secretary, null)).Code);
        var refusal = o.Refused("b1-01", new ConfirmElected("e1", "b1-09", true));
        Assert.Equal(("protocol.not-yours", "offices.secretary.by.elect.confirm"), (refusal.Code, refusal.Clause));
        Assert.Equal("votes.nothing-to-confirm", o.Refused("b1-03", new ConfirmElected("e1", "b1-10", true), "control").Code);
        o.Do("b1-03", new ConfirmElected("e1", "b1-09", true), "control");
        Assert.True(o.State.Offices.Holds("b1-09", "secretary", o.Now));
        Assert.Equal("votes.nothing-to-confirm", o.Refused("b1-03", new ConfirmElected("e1", "b1-09", true), "control").Code);
    }

    [Fact]
    public void A_confirmation_is_withheld_with_reasons_and_not_more_often_than_the_clause_says()
    {
        var o = Halls.InCongress(Confirmed("1"));
        o.Elects("e1", Secretary, ["b1-09", "b1-10"], ["b1-09"], ["b1-09"], ["b1-10"]);
        Assert.Equal("votes.reason-missing", o.Refused("b1-03", new ConfirmElected("e1", "b1-09", false), "control").Code);
        o.Do("b1-03", new ConfirmElected("e1", "b1-09", false, "the books were not handed over"), "control");
        Assert.Equal("b1-09", Assert.Single(o.State.Votes.Find("e1")!.Rejected).Person);
        Assert.False(o.State.Offices.Holds("b1-09", "secretary", o.Now));
        o.Now = o.Now.AddMinutes(1);
        o.Elects("e2", Secretary, ["b1-09", "b1-10"], ["b1-09"], ["b1-09"], ["b1-10"]);
        Assert.True(o.State.Offices.Holds("b1-09", "secretary", o.Now));
    }

    [Fact]
    public void A_change_of_the_election_rule_holds_after_the_next_election_where_the_constitution_says_so()
    {
        var council = new Seat("council");
        var o = Halls.InCongress();
        Adopt(o, Founded.Yaml(("elect: {body: congress, method: stv}", "elect: {body: congress, method: plurality}")));
        Assert.Equal(Constitutions.ElectionMethod.Stv, Method());
        o.Now = o.Now.AddMinutes(1);
        o.Elects("e1", council, ["b1-07", "b1-08", "b2-05"], ["b1-07"], ["b1-08"], ["b2-05"]);
        Assert.Equal("scottish-stv", o.State.Votes.Find("e1")!.Method);
        Assert.Equal(Constitutions.ElectionMethod.Plurality, Method());

        var at_once = Halls.InCongress(Founded.Yaml((", election_rule: after_next_election", "")));
        Adopt(at_once, Founded.Yaml((", election_rule: after_next_election", ""), ("elect: {body: congress, method: stv}", "elect: {body: congress, method: plurality}")));
        Assert.Equal(Constitutions.ElectionMethod.Plurality, ((Constitutions.Elect)ElectionRules.SelectOf(at_once.State, council, at_once.Now)!).Method);

        Constitutions.ElectionMethod Method() => ((Constitutions.Elect)ElectionRules.SelectOf(o.State, council, o.Now)!).Method;
    }

    /// <summary>One seat after the other, each time among those who are not elected yet: the Condorcet winner, then that of the rest.</summary>
    [Fact]
    public void A_method_of_one_seat_fills_several_one_after_the_other()
    {
        var o = Halls.InCongress(Founded.Yaml(("elect: {body: congress, method: stv}", "elect: {body: congress, method: condorcet}")));
        o.Elects("e1", new Seat("council"), ["b1-09", "b1-10", "b2-06", "b2-07"], ["b1-09", "b1-10", "b2-06", "b2-07"], ["b1-10", "b1-09", "b2-06", "b2-07"], ["b1-09", "b2-06", "b1-10", "b2-07"]);
        Assert.Equal(["b1-09", "b1-10", "b2-06"], o.State.Votes.Find("e1")!.Outcome!.Elected);
        Assert.All(["b1-09", "b1-10", "b2-06"], person => Assert.True(o.State.Offices.Holds(person, "council", o.Now)));
    }

    [Fact]
    public void A_seat_that_the_constitution_leaves_empty_is_not_elected_to_before_its_term_is_over()
    {
        var o = Halls.InCongress(Founded.Yaml(("vacancy: {fill: countback, else: {by_election: 90 days}}", "vacancy: {fill: leave_empty}")));
        o.Elects("e1", new Seat("council"), ["b1-07", "b1-08", "b2-05"], ["b1-07"], ["b1-08"], ["b2-05"]);
        o.Now = o.Now.AddMinutes(1);
        o.Do("b1-08", new Resign("e1/b1-08"));
        o.Now = o.Now.AddMinutes(1);
        var refusal = o.Refused("b1-07", new OpenNominations("e2", "c1", new Seat("council"), null));
        Assert.Equal(("offices.left-empty", "bodies.council.vacancy"), (refusal.Code, refusal.Clause));
        Assert.Equal(o.State.Offices.Tenures["e1/b1-08"].Until!.Value.AddDays(1), DateOnly.FromDateTime(refusal.Earliest!.Value.UtcDateTime));
    }

    private static void Adopt(Founded o, string yaml) =>
        o.Happened("b1-01", new ConstitutionAdopted(o.Blob(yaml), "c", ImmutableSortedDictionary<string, string>.Empty, o.Now, "v1", []));

    private static string Repeating(string rest, string majority = "majority of votes cast", int max = 3) =>
        Founded.Yaml(("by: {elect: {electorate: members, method: irv}}, nominate: {petition: 3 members}", $"by: {{elect: {{body: congress, method: plurality, repeat: {{majority: {majority}, max: {max}, {rest}}}}}}}"));

    private static string Confirmed(string rejections) =>
        Founded.Yaml(("by: {elect: {electorate: members, method: irv}}, nominate: {petition: 3 members}", $"by: {{elect: {{body: congress, method: irv, confirm: {{by: control, rejections: {rejections}}}}}}}"));
}
