using System.Collections.Immutable;
using Mandate.Constitutions;
using Mandate.Constitutions.Rules;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Sessions;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Offices;

/// <summary>The council (b1-01, b1-02, b2-01) decides in writing; the secretary is b1-05.</summary>
public sealed class GroundsTests
{
    private static readonly DateOnly Day = new(2026, 1, 1);

    private static Founded WithArchivist() => Founded.Small(Founded.Yaml(
        ("offices:\n", "offices:\n  archivist: {by: {appoint: {by: council, on_proposal_of: secretary}}, term: {length: 1 year, consecutive: 2}, remove: [{by: congress, rule: majority of votes cast}]}\n"),
        ("powers:\n", "powers:\n  - {id: hire_staff, verb: appoint, object: staff, holder: council, on_proposal_of: secretary, limits: [not branch.secretary]}\n")));

    private static Founded WithFund()
    {
        var o = Founded.Small();
        o.Do("b1-01", new ProposeAct("w1", "council", null, new OpenFund("strike", "Strike fund", "EUR", "secretary")));
        o.Do("b1-02", new SignAct("w1", []));
        o.Do("b1-01", new ProposeAct("w2", "council", null, new GrantFunds("g1", "strike", 1_00, "Soup", new(2026, 3, 1))));
        o.Do("b1-02", new SignAct("w2", []));
        return o;
    }

    [Fact]
    public void Whoever_sat_there_gives_the_reasons_once_and_names_a_decision_that_was_carried()
    {
        var o = WithFund();
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new StateGrounds("w2", "The kitchens opened.", null, [])).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new StateGrounds("w2", "", null, [])).Code);
        Assert.Equal("offices.not-decided", o.Refused("b1-01", new StateGrounds("w2", "The kitchens opened.", "w2", [])).Code);
        Assert.Equal("offices.not-decided", o.Refused("b1-01", new StateGrounds("w2", "The kitchens opened.", "nothing", [])).Code);
        o.Do("b1-02", new StateGrounds("w2", "The kitchens opened.", "w1", []));
        Assert.Equal("protocol.taken", o.Refused("b1-01", new StateGrounds("w2", "Something else.", null, [])).Code);
        Assert.Equal("w1", o.State.Offices.Grounds["w2"].Executes);
    }

    [Fact]
    public void A_decision_without_reasons_or_without_another_that_it_carries_out_is_counted_as_such()
    {
        var o = WithFund();
        var before = OfficeReviews.Of(o.State, Day).Single(r => r.Of == "council").Decided;
        Assert.Equal((2, 0, 0), (before.InWriting, before.WithReasons, before.Executing));
        o.Do("b1-01", new StateGrounds("w1", "There was none.", null, []));
        o.Do("b1-02", new StateGrounds("w2", "The kitchens opened.", "w1", []));
        var after = OfficeReviews.Of(o.State, Day).Single(r => r.Of == "council").Decided;
        Assert.Equal((2, 2, 1), (after.InWriting, after.WithReasons, after.Executing));
    }

    [Fact]
    public void Nobody_decides_on_their_own_appointment_alone_or_in_the_name_of_a_body()
    {
        var o = WithArchivist();
        o.Do("b1-05", new ProposeAppointment("p1", "b1-02", new Seat("archivist")));
        o.Do("b1-05", new StateGrounds("p1", "Kept the papers for years.", null, ["b1-09"]));
        var own = o.Refused("b1-02", new ProposeAct("w1", "council", null, new AppointProposed("p1")));
        Assert.Equal(("offices.own-case", "offices.archivist"), (own.Code, own.Clause));
        o.Do("b1-01", new ProposeAct("w1", "council", null, new AppointProposed("p1")));
        Assert.Equal("offices.own-case", o.Refused("b1-02", new SignAct("w1", [])).Code);
        o.Do("b2-01", new SignAct("w1", []));
        Assert.True(o.State.Offices.Holds("b1-02", "archivist", o.Now));
        Assert.Equal(["b1-09"], o.State.Offices.Grounds["p1"].Considered);
    }

    [Fact]
    public void A_seat_that_paid_staff_cannot_hold_is_lost_with_a_paid_post_on_the_day_it_begins()
    {
        var o = WithArchivist();
        o.Do("b1-05", new ProposePost("h1", "b1-02", "paid", "organiser", Day.AddDays(9)));
        var early = o.Refused("b1-01", new BeginPost("h1"), "council");
        Assert.Equal(("offices.not-eligible", "resign-first", (DateTimeOffset?)Founded.Start.AddDays(9).AddHours(-9)), (early.Code, early.Way, early.Earliest));
        Assert.True(o.State.Offices.Holds("b1-02", "council", o.Now));
        o.Advance(9);
        o.Do("b1-01", new BeginPost("h1"), "council");
        Assert.False(o.State.Offices.Holds("b1-02", "council", o.Now));
        Assert.Equal("condition-ended", o.State.Offices.Tenures["t-council-1"].EndReason);
        // Whoever holds nothing that the post excludes loses nothing.
        o.Do("b1-05", new ProposePost("h2", "b1-09", "paid", "driver", Day.AddDays(9)));
        o.Do("b1-01", new BeginPost("h2"), "council");
    }

    [Fact]
    public void Holders_and_candidates_declare_their_ties_themselves_and_of_others_none_are_kept()
    {
        var o = Founded.Small();
        Assert.Equal("offices.holds-nothing", o.Refused("b1-09", new DeclareInterest("i1", Tie.Business, "Quay Catering", "A third of the shares", null, null)).Code);
        o.Do("b1-03", new DeclareInterest("i1", Tie.Service, "The secretary", "Deputy in the office, for two years", new(2021, 3, 1), null));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new EndInterest("i1", Day)).Code);
        o.Do("b1-03", new EndInterest("i1", Day));
        Assert.Equal("offices.already-done", o.Refused("b1-03", new EndInterest("i1", Day)).Code);
        Assert.Equal(Day, Assert.Single(Interests.Of(o.State, "b1-03")).Until);
        Assert.Equal("protocol.malformed", o.Refused("b1-03", new DeclareInterest("i2", Tie.Gift, "Somebody", "A watch", Day.AddDays(1), null)).Code);
    }

    [Fact]
    public void A_review_counts_who_owes_another_post_to_one_appointer_and_who_is_in_the_last_term()
    {
        var o = WithArchivist();
        var before = OfficeReviews.Of(o.State, Day).Single(r => r.Of == "control");
        Assert.Empty(before.Owing);
        Assert.Empty(before.LastTerm);
        o.Happened("b1-01", new PostBegan("h1", "b1-03", "paid", "driver", Day, "council"), new PostBegan("h2", "b2-02", "paid", "cook", Day, "council"));
        o.Happened("b1-01", new TenureEnded("t-control-0", "replaced"), new TenureBegan("c1", "b1-03", new Seat("control"), o.Now.AddYears(-6), new(2022, 12, 31), new Organisation.Offices.Basis(BasisKind.Election, "e1")));
        o.Happened("b1-01", new TenureBegan("c2", "b1-03", new Seat("control"), o.Now.AddYears(-3), new(2026, 12, 31), new Organisation.Offices.Basis(BasisKind.Election, "e2")));
        var after = OfficeReviews.Of(o.State, Day).Single(r => r.Of == "control");
        Assert.Equal(new Owing("council", 2), Assert.Single(after.Owing));
        Assert.Equal("c2", Assert.Single(after.LastTerm).Id);
        Assert.Equal(2, OfficeReviews.Of(o.State, Day).Single(r => r.Of == "council").Filled);
    }

    [Fact]
    public void Before_somebody_gets_one_more_place_all_that_it_would_give_is_told_by_clause()
    {
        var rules = WithArchivist().State.Statutes.At(Founded.Start);
        Assert.Empty(PowersHeld.Of(rules, []));
        var council = PowersHeld.Of(rules, ["council"]);
        Assert.Contains(new HeldPower("council", Verb.Appoint, "archivist", "offices.archivist.by.appoint"), council);
        Assert.Contains(council, p => p is { Verb: Verb.Decide, Object: "daily_business" });
        Assert.Contains(council, p => p is { Verb: Verb.Convene, Object: "congress" });
        Assert.DoesNotContain(council, p => p.Verb == Verb.Inspect);
        Assert.Contains(PowersHeld.Of(rules, ["council", "control"]), p => p is { Place: "control", Verb: Verb.Inspect, Object: "council" });
    }

    [Fact]
    public void The_catalogue_of_matters_names_who_decides_prepares_and_controls_each_by_clause()
    {
        var matters = Responsibilities.Of(WithArchivist().State.Statutes.At(Founded.Start));
        var business = matters.Single(m => m.Name == "daily_business");
        Assert.Equal("council", Assert.Single(business.Decides).Place);
        Assert.Contains(business.Controls, c => c.Place == "control");
        Assert.Contains(business.Controls, c => c.Place == "congress" && c.Clause.EndsWith(".review", StringComparison.Ordinal));
        var staff = matters.Single(m => m.Name == "staff");
        Assert.Equal(("council", "secretary"), (Assert.Single(staff.Decides).Place, Assert.Single(staff.Prepares).Place));
    }

    [Fact]
    public void Dissent_is_counted_by_place_from_five_holders_on()
    {
        var o = Congresses.Convened();
        void Sit(int more)
        {
            for (var i = 0; i < more; i++) o.Happened("b1-01", new TenureBegan($"more-{i}", $"b1-{8 + i:00}", new Seat("council"), o.Now, null, new Organisation.Offices.Basis(BasisKind.Election, "e1")));
        }
        void Vote(params (string Person, Choice Choice)[] casts)
        {
            var one = new Vote("v1", VoteKind.RollCall, "c1", null, new("?", null, null, "", ""), null, 0, null, casts.Length, o.Now, o.Now, o.Now, VoteStage.Result,
                ImmutableSortedDictionary<string, Candidacy>.Empty, [], casts.ToImmutableSortedDictionary(c => c.Person, c => c.Choice), ImmutableSortedSet<string>.Empty, [], [], null, null, null, null, null, [],
                new Outcome(true, new(4, 1, 0), 3, 5, 5, null, [], [], null, o.Now));
            o.Set(o.State with { Votes = new(o.State.Votes.All.SetItem("v1", one)), Sessions = o.State.Sessions with { All = o.State.Sessions.All.SetItem("c1", o.State.Sessions.All["c1"] with { Body = "council" }) } });
        }
        OfficeReview Of() => OfficeReviews.Of(o.State, Day).Single(r => r.Of == "council");
        Sit(2);
        Vote(("b1-01", Choice.Yes), ("b1-02", Choice.No), ("b2-01", Choice.Yes), ("b1-08", Choice.Yes));
        Assert.Equal((null, null), (Of().Voted, Of().Dissented));
        Vote(("b1-01", Choice.Yes), ("b1-02", Choice.No), ("b2-01", Choice.Yes), ("b1-08", Choice.Yes), ("b1-09", Choice.Abstain));
        Assert.Equal((5, 1), (Of().Voted, Of().Dissented));
    }
}
