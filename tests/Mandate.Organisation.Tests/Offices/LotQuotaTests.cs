using Mandate.Organisation.Inspection;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Offices;

public sealed class LotQuotaTests
{
    private static readonly DateTimeOffset Due = new(2026, 1, 21, 20, 0, 0, TimeSpan.Zero);

    private static Founded Drawing(string quotas, params string[] volunteers)
    {
        var o = Founded.Small(Founded.Yaml(("lot: {pool: members, volunteers: true, verifiable: true}", $"lot: {{pool: members, volunteers: true, verifiable: true, {quotas}}}")));
        o.Do("b1-04", new OpenDraw("l1", new Seat("electoral"), "the numbers of the state lottery of 21 January", new DateOnly(2026, 1, 20), Due));
        foreach (var person in volunteers) o.Do(person, new Volunteer("l1"));
        o.Now = Due;
        return o;
    }

    [Fact]
    public void Quotas_of_the_clause_hold_and_the_record_says_the_chance_of_each()
    {
        var o = Drawing("quotas: [{per: branch, min: 1, max: 1}]", "b1-08", "b1-09", "b1-10", "b2-07");
        o.Do("b1-04", new DrawLots("l1", "4 8 15 16 23 42"));
        var draw = o.State.Offices.Draws["l1"];
        Assert.Contains("b2-07", draw.Drawn);
        Assert.Equal(2, draw.Drawn.Length);
        Assert.Equal([new Fraction(1, 3), Fraction.One], draw.Chances.Select(c => c.Chance));
        Assert.Equal(["b1-08", "b1-09", "b1-10"], draw.Chances[0].Persons);
    }

    [Fact]
    public void Where_a_quota_cannot_be_met_the_refusal_names_its_clause_and_unit_and_nothing_is_drawn()
    {
        var o = Drawing("quotas: [{per: branch, min: 1}]", "b1-08", "b1-09", "b1-10");
        var refusal = o.Refused("b1-04", new DrawLots("l1", "4 8 15 16 23 42"));
        Assert.Equal(("offices.unit-quota-unmet", "bodies.electoral.seats.by.lot.quotas[0]"), (refusal.Code, refusal.Clause));
        Assert.Equal("b2", refusal.Args["unit"]);
        Assert.Null(o.State.Offices.Draws["l1"].Seed);
    }

    [Fact]
    public void Of_one_unit_at_most_one_is_drawn_where_the_clause_says_so()
    {
        var o = Drawing("one_per: branch", "b1-08", "b1-09", "b1-10", "b1-11", "b2-07", "b2-08");
        o.Do("b1-04", new DrawLots("l1", "4 8 15 16 23 42"));
        Assert.Equal(["b1", "b2"], o.State.Offices.Draws["l1"].Drawn.Select(p => o.State.Roll.Members[p].Unit).Order());
    }

    [Fact]
    public void A_jury_is_of_several_units_where_the_right_says_so_and_always_comes_about()
    {
        var o = Founded.Small(Founded.Yaml(("appeal: {who: any member, against: [expel, suspend, transfer], to: control, then: congress}", "appeal: {who: any member, against: [expel, suspend, transfer], to: control, then: congress, gives: {jury_one_per: branch}}")));
        var complaint = new Complaint("k", "b1-07", [], ["b1-01"], "s", "", o.Now, Founded.Day(2026), "p", o.Now);
        Assert.Equal(Readers.JurySize, Readers.Jury(o.State, complaint, "seed", o.Now).Length);
        Assert.Equal(["b1", "b2"], LotPanels.Jury(o.State, Readers.JuryPool(o.State, complaint, o.Now), "branch", 2, "seed")!.Value.Select(p => o.State.Roll.Members[p].Unit).Order());
    }
}
