using Mandate.Organisation.Offices;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Tests.Support;
using Mandate.Organisation.Votes;

namespace Mandate.Organisation.Tests.Sessions;

/// <summary>Units of a kind, here of the young, meet on their own word and have a seat where the congress is prepared (S408).</summary>
public sealed class UnitsOfAKindTests
{
    private static readonly Seat Youth = new("commission", "youth", "b2");

    /// <summary>The second branch is a unit of the young; b2-05 is its secretary.</summary>
    private static Founded WithYouth()
    {
        var o = Founded.Small(Founded.Yaml(
            ("\nelectorates:\n", "  youth: {created_by: congress, dissolved_by: {body: congress, rule: 2/3 of votes cast, consent_of: youth.meeting}}\n\nelectorates:\n"),
            ("\nbodies:\n", """

            bodies:
              youth.meeting: {kind: assembly, of: members, per: youth, meets: every 2 months, quorum: 3 members, convene: {by: youth.secretary, notice: 7 days, on_demand_of: [{petition: 10% of members}], within: 14 days, default: [petitioners]}}
              commission:
                meets: monthly
                seats:
                  youth: {apportion: {per: youth, equal: 1}, by: {elect: {electorate: members, within: youth, method: stv}}}
                  branches: {apportion: {per: branch, equal: 1}, by: {elect: {electorate: members, within: branch, method: stv}}}
                term: {length: 2 years, consecutive: 2}
                remove: [{by: congress, rule: majority of votes cast}]

            """),
            ("\noffices:\n", "\noffices:\n  youth.secretary: {per: youth, by: {elect: {electorate: members, within: youth, method: irv}}, term: {length: 1 year, consecutive: 4}, remove: [{by: youth.meeting, rule: majority of votes cast, notice: 14 days}]}\n"),
            ("object: congress, holder: council, must_include", "object: congress, holder: commission, must_include")));
        o.Set(o.State with { Roll = o.State.Roll with { Units = o.State.Roll.Units.SetItem("b2", o.State.Roll.Units["b2"] with { Kind = "youth" }) } });
        o.Happened("b1-04", new TenureBegan("ys", "b2-05", new Seat("youth.secretary", null, "b2"), o.Now, null, new Basis(BasisKind.Election, "e0")));
        return o;
    }

    private static ConveneSession Meeting(Founded o, string? demand = null) => new("y1", "youth.meeting", "b2", "Hall", o.Now.AddDays(8), DateOnly.FromDateTime(o.Now.UtcDateTime).AddDays(8), demand);

    [Fact]
    public void A_unit_of_the_young_is_convened_by_its_own_and_by_nobody_above()
    {
        var o = WithYouth();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", Meeting(o), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", Meeting(o)).Code);
        o.Do("b2-05", Meeting(o));
        Assert.Equal("b2", o.State.Sessions.Find("y1")!.Unit);

        var waiting = WithYouth();
        waiting.Do("b2-08", new DemandSession("d", "youth.meeting", "b2", "Places for apprentices"));
        waiting.Advance(15);
        waiting.Do("b2-08", Meeting(waiting, "d"));
    }

    [Fact]
    public void It_has_a_seat_of_its_own_in_the_body_that_prepares_the_congress_and_fills_it_itself()
    {
        var o = WithYouth();
        Assert.Contains("commission", PreparingBodies.Of(o.State.Statutes.At(o.Now)));
        o.Do("b2-05", new OpenNominations("e", null, Youth, null));
        Assert.Equal((1, "b2"), (o.State.Votes.Find("e")!.Seats, o.State.Votes.Find("e")!.Unit));
        o.Do("b2-06", new Nominate("e", "b2-06"));
    }
}
