using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class AppointmentTests
{
    [Fact]
    public void An_appointment_needs_the_proposal_and_the_consent_that_the_clause_names()
    {
        var o = WithAppointments();
        var seat = new Seat("archivist");
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ProposeAppointment("p1", "b1-09", seat)).Code);
        o.Do("b1-05", new ProposeAppointment("p1", "b1-09", seat));
        var early = o.Refused("b1-01", new AppointProposed("p1"), inNameOf: "council");
        Assert.Equal(("offices.consent-missing", "offices.archivist.by.appoint", (object)"control"), (early.Code, early.Clause, early.Needs));
        o.Do("b1-03", new ConsentToAppointment("p1", "control"), inNameOf: "control");
        Assert.Equal("decide-in-writing", o.Refused("b1-01", new AppointProposed("p1")).Way);
        o.Do("b1-01", new AppointProposed("p1"), inNameOf: "council");
        Assert.True(o.State.Offices.Holds("b1-09", "archivist", o.Now));
        Assert.Equal("offices.already-done", o.Refused("b1-01", new AppointProposed("p1"), inNameOf: "council").Code);
        Assert.Equal("offices.no-vacancy", o.Refused("b1-05", new ProposeAppointment("p2", "b1-10", seat)).Code);
    }

    [Fact]
    public void Posts_are_filled_by_the_power_to_hire_and_within_its_limits()
    {
        var o = WithAppointments();
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ProposePost("h1", "b1-09", "paid", "organiser", day)).Code);
        var limit = o.Refused("b1-05", new ProposePost("h1", "b1-06", "paid", "organiser", day));
        Assert.Equal(("offices.limit", (object)"not branch.secretary"), (limit.Code, limit.Needs));
        o.Do("b1-05", new ProposePost("h1", "b1-09", "paid", "organiser", day));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new BeginPost("h1")).Code);
        o.Do("b1-01", new BeginPost("h1"), inNameOf: "council");
        Assert.Contains("paid", Places.NamesHeld(o.State, o.State.Statutes.At(o.Now), "b1-09", o.Now));
        o.Do("b1-09", new EndPost("h1", day));
        Assert.DoesNotContain("paid", Places.NamesHeld(o.State, o.State.Statutes.At(o.Now), "b1-09", o.Now.AddDays(1)));
    }

    [Fact]
    public void An_officer_of_a_region_acts_for_the_branches_that_lie_in_it_and_for_no_other()
    {
        var o = Founded.Small(Founded.Yaml(
            ("  branch: {created_by", "  region: {created_by: congress, dissolved_by: {body: congress, rule: 2/3 of votes cast}}\n  branch: {within: region, created_by"),
            ("offices:\n", "offices:\n  region.officer: {per: region, by: {elect: {electorate: members, within: region, method: irv}}, term: {length: 1 year, consecutive: 4}}\n  branch.steward: {per: branch, by: {appoint: {by: region.officer}}, term: {length: 1 year, consecutive: 4}}\n")), within: true);
        foreach (var (officer, region) in new[] { ("b1-07", "r1"), ("b2-07", "r2") })
            o.Happened("b1-01", new TenureBegan("t-" + region, officer, new Seat("region.officer", null, region), o.Now, null, new Basis(BasisKind.Election, "e0"), null));
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new ProposeAppointment("p1", "b2-06", new Seat("branch.steward", null, "b2"))).Code);
        o.Do("b2-07", new ProposeAppointment("p1", "b2-06", new Seat("branch.steward", null, "b2")));
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new AppointProposed("p1")).Code);
        o.Do("b2-07", new AppointProposed("p1"));
        Assert.Equal(["b2-06"], o.State.Offices.Holders("branch.steward", o.Now, "b2").Select(t => t.Person));
    }

    [Fact]
    public void A_place_that_is_elected_is_not_appointed_to() =>
        Assert.Equal("offices.other-way", WithAppointments().Refused("b1-01", new ProposeAppointment("p1", "b1-09", new Seat("secretary")), inNameOf: "council").Code);

    private static Founded WithAppointments()
    {
        var yaml = File.ReadAllText(Path.Combine(Repository.Root, "tests/Mandate.Organisation.Tests/Support/small.yaml"))
            .Replace("offices:\n", "offices:\n  archivist: {by: {appoint: {by: council, on_proposal_of: secretary, consent_of: control}}, term: {length: 1 year, consecutive: 2}, remove: [{by: congress, rule: majority of votes cast}]}\n", StringComparison.Ordinal)
            .Replace("powers:\n", "powers:\n  - {id: hire_staff, verb: appoint, object: staff, holder: council, on_proposal_of: secretary, limits: [not branch.secretary, not delegates]}\n", StringComparison.Ordinal);
        return Founded.Small(yaml);
    }
}
