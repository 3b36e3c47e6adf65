using System.Collections.Immutable;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Offices;

public sealed class BodyStandInTests
{
    /// <summary>With an elected works council of three beside the council: b1-07, b1-08, b2-05.</summary>
    private static Founded WithWorks()
    {
        var o = Founded.Small(Founded.Yaml(("  electoral:\n", "  works: {meets: monthly, seats: {count: 3, by: {elect: {electorate: members, method: stv}}}, term: {length: 2 years, consecutive: 2}}\n  electoral:\n")));
        o.Happened("b1-01", [.. new[] { "b1-07", "b1-08", "b2-05" }.Select((p, i) => new TenureBegan($"t-works-{i}", p, new Seat("works"), o.Now, new(2027, 1, 1), new Basis(BasisKind.Election, "v")))]);
        return o;
    }

    private static LetStandIn Let => new("s", "council", "works", "direct_work", new(2026, 2, 26), "The council is ill to a woman.");

    private static OpenFund Fund => new("f", "Strike fund", "EUR", "secretary");

    [Fact]
    public void An_elected_body_is_given_one_competence_for_weeks_by_whoever_is_above_and_it_goes_back_by_its_date()
    {
        var o = WithWorks();
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", Let, "works").Code);
        Assert.Equal("offices.checks-it", o.Refused("b1-01", Let with { By = "control" }, "council").Code);
        Assert.Equal("offices.not-elected-body", o.Refused("b1-01", Let with { By = "electoral" }, "council").Code);
        Assert.Equal("offices.stands-in-too-long", o.Refused("b1-01", Let with { Until = new(2026, 4, 1) }, "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ProposeAct("r", "council", null, Fund)).Code);
        o.Do("b1-01", Let, "congress");
        Assert.Equal("protocol.taken", o.Refused("b1-01", Let with { Id = "t" }, "congress").Code);
        o.Do("b1-07", new ProposeAct("r", "council", null, Fund));
        Assert.Equal("offices.beyond-stand-in", o.Refused("b1-07", new ProposeAct("q", "council", null, new GiveOrder("o", "Close.", ["b1"]))).Code);
        o.Advance(57);
        Assert.Equal("offices.stand-in-over", o.Refused("b1-08", new SignAct("r", [])).Code);
        Assert.Equal("offices.stood-in-lately", o.Refused("b1-01", Let with { Id = "t", Until = new(2026, 3, 26) }, "congress").Code);
    }

    [Fact]
    public void What_was_decided_in_its_stead_is_provisional_until_the_body_itself_has_spoken()
    {
        var o = WithWorks();
        o.Do("b1-01", Let, "congress");
        o.Do("b1-07", new ProposeAct("r", "council", null, Fund));
        Assert.Empty(BodyStandIns.Provisional(o.State, "council"));
        o.Do("b1-08", new SignAct("r", []));
        Assert.Equal("council", o.State.Accounts.Funds["f"].For);
        Assert.Equal("r", Assert.Single(BodyStandIns.Provisional(o.State, "council")).Id);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new RatifyDecision("r", true, "Good.")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new RatifyDecision("r", true, "Good."), "council").Code);
        o.Do("b1-01", new RatifyDecision("r", false, "We would have kept it with the treasurer."), "council");
        Assert.Empty(BodyStandIns.Provisional(o.State, "council"));
        o.Do("b1-01", new EndStandIn("s"), "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ProposeAct("q", "council", null, Fund with { Id = "g" })).Code);
    }

    [Fact]
    public void Elective_places_held_by_appointment_stand_with_the_election_that_was_promised_and_whether_it_came()
    {
        var o = Founded.Small();
        o.Happened("b1-01", new TenureEnded("t-secretary-0", "resigned"), new TenureBegan("t-a", "b1-07", new Seat("secretary"), o.Now, new(2026, 4, 1), new Basis(BasisKind.Acting, "x", "council")));
        var post = Assert.Single(PromisedElections.Appointed(o.State, o.Now));
        Assert.Equal(("council", new DateOnly(2026, 4, 1), null), (post.Appointer, post.Due, post.Promise));
        Assert.Equal("offices.not-elective", o.Refused("b1-01", new PromiseElection("p", new Seat("electoral", ""), new(2026, 2, 1))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new PromiseElection("p", new Seat("secretary"), new(2026, 2, 1))).Code);
        Assert.Equal("offices.promised-too-far", o.Refused("b1-01", new PromiseElection("p", new Seat("secretary"), new(2028, 2, 1))).Code);
        o.Do("b1-01", new PromiseElection("p", new Seat("secretary"), new(2026, 1, 20)));
        Assert.Equal("p", Assert.Single(PromisedElections.Appointed(o.State, o.Now)).Promise);
        Assert.Equal((1, 0, 0), Last(o));
        o.Advance(3);
        var held = new Vote("v", VoteKind.Paper, null, null, new("?", null, null, "", ""), new Seat("secretary"), 1, null, 20, o.Now, o.Now, o.Now, VoteStage.Result,
            ImmutableSortedDictionary<string, Candidacy>.Empty, [], ImmutableSortedDictionary<string, Choice>.Empty, ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
            new Outcome(true, new(0, 0, 0), 0, 0, 0, null, ["b1-07"], [], null, o.Now));
        o.Set(o.State with { Votes = o.State.Votes with { All = o.State.Votes.All.SetItem("v", held) } });
        Assert.Equal((1, 1, 1), Last(o));
        Assert.Null(Assert.Single(PromisedElections.Appointed(o.State, o.Now)).Promise);

        static (int, int, int) Last(Founded o) => PromisedElections.ByMonth(o.State, o.Now)[^1] is var m ? (m.Promised, m.Kept, m.Held) : default;
    }

    [Fact]
    public void Pay_is_told_by_place_and_how_many_times_the_lowest_the_highest_is()
    {
        var o = Founded.Small();
        Assert.Empty(PaySpread.Of(o.State, o.Now));
        o.Do("b1-01", new GrantBenefit("p1", "secretary", BenefitKind.Pay, "Pay", 3_000_00, "EUR", Every.Month, new(2026, 1, 1), null, null), "council");
        o.Do("b1-01", new GrantBenefit("p2", "branch.secretary", BenefitKind.Allowance, "Bus", 1_800_00, "EUR", Every.Year, new(2026, 1, 1), null, null), "council");
        var spread = Assert.Single(PaySpread.Of(o.State, o.Now));
        Assert.Equal((3, 20), (spread.Persons, (int)spread.Times!.Value.Floor()));
        Assert.Equal([("branch.secretary", 2), ("secretary", 1)], spread.Places.Select(p => (p.Place, p.Persons)));
        Assert.Equal(150_00, (int)spread.Median.Floor());
    }
}
