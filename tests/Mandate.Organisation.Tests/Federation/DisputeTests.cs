using Mandate.Constitutions;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

public sealed class DisputeTests
{
    private static DisputeCompetence Dispute => new("d", "b2", "o", DisputeGround.OwnMatter, "How we open the hall is for the branch meeting.");

    private static Founded Ordered()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("o", "Close the canteens on Monday.", ["b1", "b2"]), "council");
        return o;
    }

    [Fact]
    public void A_disputed_order_stands_still_for_that_unit_alone_and_for_thirty_days_at_most()
    {
        var o = Ordered();
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", Dispute).Code);
        Assert.Equal("federation.not-addressed", o.Refused("b2-04", Dispute with { Unit = "b3" }).Code);
        o.Do("b2-04", Dispute);
        var stayed = o.Refused("b2-04", new CarryOutOrder("o", "b2"));
        Assert.Equal(("federation.stayed", new DateTime(2026, 2, 1)), (stayed.Code, stayed.Earliest!.Value.UtcDateTime.Date));
        o.Do("b1-06", new CarryOutOrder("o", "b1"));
        Assert.Equal("federation.disputed-already", o.Refused("b2-04", Dispute with { Id = "e" }).Code);
        o.Advance(31);
        o.Do("b2-04", new CarryOutOrder("o", "b2"));
        Assert.Equal(DisputeOutcome.NotSettled, o.State.Federation.Disputes["d"].OutcomeOn(DateOnly.FromDateTime(o.Now.UtcDateTime)));
    }

    [Fact]
    public void Whoever_inspects_the_body_settles_it_and_what_was_the_units_own_matter_binds_it_no_more()
    {
        var o = Ordered();
        o.Do("b2-04", Dispute);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new SettleDispute("d", false, "It is ours."), "council").Code);
        Assert.Equal("decide-in-writing", o.Refused("b1-03", new SettleDispute("d", true, "Halls are the branches'.")).Way);
        Assert.DoesNotContain("centre-override", Fired(o));
        o.Do("b1-03", new SettleDispute("d", true, "Halls are the branches'."), "control");
        Assert.Equal("federation.own-matter", o.Refused("b2-04", new CarryOutOrder("o", "b2")).Code);
        Assert.Contains("centre-override", Fired(o));
        var against = Ordered();
        against.Do("b2-04", Dispute);
        against.Do("b1-03", new SettleDispute("d", false, "Health is everybody's."), "control");
        against.Do("b2-04", new CarryOutOrder("o", "b2"));
        Assert.DoesNotContain("centre-override", Fired(against));
    }

    [Fact]
    public void The_disputes_of_a_year_are_told_by_ground_and_by_how_they_ended()
    {
        var o = Ordered();
        o.Do("b1-01", new GiveOrder("p", "Print one leaflet.", ["b1", "b2"]), "council");
        o.Do("b2-04", Dispute);
        o.Do("b2-04", new DisputeCompetence("e", "b2", "p", DisputeGround.Language, "It comes in one language."));
        o.Do("b1-06", new DisputeCompetence("f", "b1", "o", DisputeGround.OwnMatter, "The hall is ours."));
        o.Do("b1-03", new SettleDispute("f", false, "Health is everybody's."), "control");
        var years = Disputes.ByYear(o.State, new(2026, 1, 2)).ToList();
        Assert.Equal([(2026, DisputeGround.OwnMatter), (2026, DisputeGround.Language)], years.Select(y => (y.Year, y.Ground)));
        Assert.Equal([DisputeOutcome.Open, DisputeOutcome.ForBody], years[0].Ended.Keys);
        Assert.Equal([DisputeOutcome.NotSettled], Disputes.ByYear(o.State, new(2026, 6, 1)).Last().Ended.Keys);
    }

    [Fact]
    public void A_unit_carries_an_order_out_in_its_own_way_unless_the_body_turns_that_down_in_time()
    {
        var o = Ordered();
        var plan = o.Blob("We close on Sunday night instead; Monday is market day.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new FileLocalPlan("o", "b2", plan)).Code);
        o.Do("b2-04", new FileLocalPlan("o", "b2", plan));
        Assert.Equal("protocol.taken", o.Refused("b2-04", new FileLocalPlan("o", "b2", plan)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-03", new TurnDownPlan("o", "b2", "No."), "control").Code);
        o.Do("b1-01", new TurnDownPlan("o", "b2", "The inspector comes on Monday."), "council");
        o.Do("b2-04", new FileLocalPlan("o", "b2", o.Blob("We close on Monday until noon.")));
        o.Advance(31);
        Assert.Equal("federation.plan-holds", o.Refused("b1-01", new TurnDownPlan("o", "b2", "No."), "council").Code);
        Assert.Null(o.State.Federation.Orders["o"].Plans["b2"].TurnedDownAt);
    }

    [Fact]
    public void A_unit_rejects_an_emissary_twice_a_year_and_a_disputed_mission_is_not_taken_up()
    {
        var o = Founded.Small();
        SendEmissary To(string id, string person) => new(id, "b2", person, "Help with the accounts.", new(2026, 2, 1));
        o.Do("b1-01", To("m", "b1-09"), "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new RejectEmissary("m", "Not him.")).Code);
        o.Do("b2-04", new RejectEmissary("m", "He is a party to the quarrel."));
        o.Advance(1);
        Assert.Equal("federation.mission-over", o.Refused("b1-09", new TakeMission("m")).Code);
        o.Do("b1-01", To("n", "b1-10"), "council");
        o.Do("b2-04", new RejectEmissary("n", "His brother."));
        o.Do("b1-01", To("q", "b1-11"), "council");
        Assert.Equal(new DateTime(2027, 1, 1), o.Refused("b2-04", new RejectEmissary("q", "Nobody.")).Earliest!.Value.UtcDateTime.Date);
        o.Do("b2-04", new DisputeCompetence("d", "b2", "q", DisputeGround.OwnMatter, "Our accounts are ours."));
        Assert.Equal("federation.stayed", o.Refused("b1-11", new TakeMission("q")).Code);
        o.Do("b2-02", new SettleDispute("d", true, "They are."), "control");
        Assert.Equal(DateOnly.FromDateTime(o.Now.UtcDateTime), o.State.Federation.Missions["q"].Ended);
    }

    [Fact]
    public void What_came_to_a_unit_in_ninety_days_is_counted_and_what_is_older_is_not()
    {
        var o = Ordered();
        o.Do("b1-01", new SendEmissary("m", "b2", "b1-09", "Help.", new(2026, 2, 1)), "council");
        o.Do("b2-04", Dispute);
        var day = new DateOnly(2026, 1, 10);
        Assert.Equal([("b2", 2, 1), ("b1", 1, 0)], UnitPressure.Before(o.State, day).Select(p => (p.Unit, p.Sum, p.Disputes)));
        Assert.Empty(UnitPressure.Before(o.State, new(2026, 6, 1)));
        Assert.Empty(UnitPressure.Before(o.State, new(2025, 12, 31)));
    }

    [Fact]
    public void A_federation_is_told_from_a_centre_by_five_questions_with_their_clauses()
    {
        var centre = Assert.Single(FederationTest.Of(Founded.Small().State.Statutes.Versions[0].Rules));
        Assert.Equal(("branch", 3, false), (centre.Kind, centre.Given, centre.Federal));
        Assert.Equal("offices.branch.secretary", centre.Answers.Single(a => a.What == SelfRule.ElectsOwnOrgans).Clause);
        Assert.Equal("units.branch.dissolved_by", centre.Answers.Single(a => a.What == SelfRule.HasVeto).Clause);
        Assert.Null(centre.Answers.Single(a => a.What == SelfRule.MayLeave).Clause);
        var own = Founded.Yaml(("powers:\n", "powers:\n  - {id: own_dues, verb: decide, object: dues, holder: branch.meeting}\n"));
        Assert.True(Assert.Single(FederationTest.Of(Founded.Small(own).State.Statutes.Versions[0].Rules)).Federal);
    }

    [Fact]
    public void The_largest_unit_outvotes_all_others_when_it_has_more_than_half_of_the_members()
    {
        var o = Founded.Small();
        var of = Assert.Single(Dominance.On(o.State, o.State.Statutes.Versions[0].Rules, new(2026, 1, 1)));
        Assert.Equal(("branch", "b1", 12, 20, true), (of.By, of.Largest, of.Members, of.Of, of.OutvotesAll));
        Assert.False((of with { Members = 10 }).OutvotesAll);
        Assert.False(of.Protected);
    }

    private static IEnumerable<string> Fired(Founded o) => Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)).Select(f => f.Guard.Name).Distinct();
}
