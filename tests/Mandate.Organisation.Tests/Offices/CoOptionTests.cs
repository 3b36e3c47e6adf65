using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Offices;

public sealed class CoOptionTests
{
    private const string Panel = "  panel: {meets: monthly, seats: {elected: {count: 3, by: {elect: {body: congress, method: stv}}}, coopted: {by: {coopt: {limit: 1/3 of seats}}}, outside: {count: 1, by: {external: a chartered accountant}}}, term: {length: 1 year, consecutive: 2}, vacancy: {fill: coopt}, quorum: 1/2 of seats}\n";

    private static readonly Seat Coopted = new("panel", "coopted");

    [Fact]
    public void A_body_co_opts_up_to_its_limit_and_no_further()
    {
        var o = WithPanel();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new ProposeAppointment("p1", "b1-11", Coopted)).Code);
        o.Do("b1-08", new ProposeAppointment("p1", "b1-11", Coopted));
        Assert.Equal("decide-in-writing", o.Refused("b1-08", new AppointProposed("p1")).Way);
        o.Do("b1-08", new ProposeAppointment("p2", "b1-12", Coopted));
        o.Do("b1-08", new AppointProposed("p1"), inNameOf: "panel");
        var held = Assert.Single(o.State.Offices.HeldBy("b1-11", o.Now));
        Assert.Equal((Coopted, BasisKind.CoOption), (held.Seat, held.Basis.Kind));
        var refusal = o.Refused("b1-08", new AppointProposed("p2"), inNameOf: "panel");
        Assert.Equal(("offices.no-vacancy", "bodies.panel.seats.coopted"), (refusal.Code, refusal.Clause));
    }

    [Fact]
    public void A_vacancy_that_the_body_fills_itself_is_filled_for_the_rest_of_the_term()
    {
        var o = WithPanel();
        var elected = new Seat("panel", "elected");
        Assert.Equal("offices.other-way", o.Refused("b1-08", new ProposeAppointment("p1", "b1-11", elected)).Code);
        o.Advance(30);
        o.Do("b1-10", new Resign("x-b1-10"));
        o.Advance(1);
        o.Do("b1-08", new ProposeAppointment("p1", "b1-11", elected));
        o.Do("b1-08", new AppointProposed("p1"), inNameOf: "panel");
        Assert.Equal(o.State.Offices.Tenures["x-b1-10"].Until, o.State.Offices.Tenures["p1/b1-11"].Until);
    }

    [Fact]
    public void A_seat_from_outside_is_for_somebody_who_is_no_member()
    {
        var o = WithPanel();
        var outside = new Seat("panel", "outside");
        var refusal = o.Refused("b1-08", new ProposeAppointment("p1", "b1-11", outside));
        Assert.Equal(("offices.not-from-outside", "bodies.panel.seats.outside.by", (object)"a chartered accountant"), (refusal.Code, refusal.Clause, refusal.Needs));
        o.Do("b1-08", new ProposeAppointment("p1", "x-7f3a", outside));
        o.Do("b1-08", new AppointProposed("p1"), inNameOf: "panel");
        Assert.True(o.State.Offices.Holds("x-7f3a", "panel", o.Now));
        Assert.Equal("offices.already-holds", o.Refused("b1-08", new ProposeAppointment("p2", "x-7f3a", outside)).Code);
    }

    [Fact]
    public void A_cap_on_a_body_holds_for_whoever_sits_there_and_takes_the_tag_elsewhere()
    {
        var o = Votes.Halls.InCongress();
        var refusal = Qualification.Of(o.State, "b1-08", new Seat("secretary"), o.Now)!;
        Assert.Equal(("offices.cap-reached", "caps[0]", (object)0L, (object)1L), (refusal.Code, refusal.Clause, refusal.Needs, refusal.Given));
        Assert.Null(Qualification.Of(o.State, "b1-09", new Seat("secretary"), o.Now));
    }

    [Fact]
    public void A_candidate_belongs_to_the_unit_where_the_constitution_says_so()
    {
        var o = Founded.Small(Founded.Yaml(("none_of: [{holds: paid}, {holds: executive}]}, recall", "all_of: [{in_unit: true}], none_of: [{holds: paid}, {holds: executive}]}, recall")));
        Assert.Null(Qualification.Of(o.State, "b1-09", new Seat("congress", "delegates", "b1"), o.Now));
        var refusal = Qualification.Of(o.State, "b2-06", new Seat("congress", "delegates", "b1"), o.Now)!;
        Assert.Equal(("offices.not-eligible", "bodies.congress.seats.delegates.eligible.all_of[0]"), (refusal.Code, refusal.Clause));
        Assert.Null(Qualification.Of(Founded.Small().State, "b2-06", new Seat("congress", "delegates", "b1"), o.Now));
    }

    private static Founded WithPanel()
    {
        var o = Founded.Small(Founded.Yaml(("  council:\n    tags", Panel + "  council:\n    tags")));
        o.Happened("b1-01", [.. new[] { "b1-08", "b1-09", "b1-10" }.Select(p =>
            new TenureBegan("x-" + p, p, new Seat("panel", "elected"), o.Now, new DateOnly(2026, 12, 31), new Basis(BasisKind.Election, "e0")))]);
        return o;
    }
}
