using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Petitions;
using Mandate.Organisation.Press;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Federation;

/// <summary>What a unit has of its own: a page, a fund, a committee of defence with its account and mailing, conflicts that it tells itself.</summary>
public sealed class UnitsOwnTests
{
    private const string Of1 = "branch.meeting@b1", Of2 = "branch.meeting@b2";

    [Fact]
    public void A_unit_says_who_writes_its_page_and_no_body_of_the_whole_can()
    {
        var o = Founded.Small();
        var text = o.Blob("Meetings are on Tuesdays.");
        Assert.Equal("federation.not-an-editor-of-unit", o.Refused("b1-01", new WriteUnitPage("b2", "en", "South Quay", text), "council").Code);
        o.Do("b2-04", new WriteUnitPage("b2", "en", "South Quay", text));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new NameEditors("b2", ["b2-05"]), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new NameEditors("b2", ["b1-07"]), Of2).Code);
        o.Do("b2-04", new NameEditors("b2", ["b2-05"]), Of2);
        Assert.Equal("federation.not-an-editor-of-unit", o.Refused("b2-04", new WriteUnitPage("b2", "en", "South Quay", text)).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-05", new WriteUnitPage("b2", "de", "Suedkai", text)).Code);
        o.Do("b2-05", new WriteUnitPage("b2", "en", "South Quay today", o.Blob("Meetings are on Mondays.")));
        var page = o.State.Federation.Pages["b2"];
        Assert.Equal(("South Quay today", 2), (Assert.Single(page.Now).Title, page.Written.Length));
    }

    [Fact]
    public void A_fund_of_a_unit_is_decided_on_kept_and_signed_in_that_unit_alone()
    {
        var o = Founded.Small();
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new OpenFund("f", "Branch fund", "EUR", "branch.secretary", "b1"), "council").Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new OpenFund("f", "Branch fund", "EUR", "branch.secretary", "b1"), Of2).Code);
        o.Do("b1-06", new OpenFund("f", "Branch fund", "EUR", "branch.secretary", "b1"), Of1);
        var voucher = o.Blob("Receipt.");
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new ReceiveFunds("r", "f", 10_00, "Raffle", voucher)).Code);
        o.Do("b1-06", new ReceiveFunds("r", "f", 10_00, "Raffle", voucher));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new GrantFunds("g", "f", 5_00, "Coffee", new(2026, 3, 1)), "council").Code);
        o.Do("b1-06", new GrantFunds("g", "f", 5_00, "Coffee", new(2026, 3, 1)), Of1);
        o.Do("b1-06", new ProposePayment("p", "g", 5_00, "Shop", voucher));
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", new CountersignPayment("p")).Code);
        Assert.Equal("accounts.second-person", o.Refused("b1-06", new CountersignPayment("p")).Code);
    }

    [Fact]
    public void A_committee_of_defence_has_an_account_a_mailing_and_protests_and_nobody_above_decides_in_it()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("o", "Name who was late.", ["b1", "b2"]), "council");
        o.Do("b1-06", new FormCommittee("c", "Defence", CommitteePurpose.Defence, "Stand by members.", "b1", ["b1-07", "b1-08"], new(2026, 5, 1), 30), Of1);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new OpenFund("f", "Defence fund", "EUR", "c"), "council").Code);
        o.Do("b1-07", new OpenFund("f", "Defence fund", "EUR", "c"));
        var voucher = o.Blob("Receipt.");
        o.Do("b1-08", new ReceiveFunds("r", "f", 10_00, "Collection", voucher));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new GrantFunds("g", "f", 5_00, "A lawyer", new(2026, 3, 1))).Code);
        o.Do("b1-08", new GrantFunds("g", "f", 5_00, "A lawyer", new(2026, 3, 1)));
        o.Do("b1-07", new ProposePayment("p", "g", 5_00, "Lawyer", voucher));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new CountersignPayment("p")).Code);
        o.Do("b1-08", new CountersignPayment("p"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new SendMailing("m", "c", "Names", o.Blob("We name nobody."))).Code);
        o.Do("b1-07", new SendMailing("m", "c", "Names", o.Blob("We name nobody.")));
        Assert.Equal("protocol.not-yours", o.Refused("b1-07", new BeginProtest("q", "o", "b2", "Nobody is named.")).Code);
        o.Do("b1-07", new BeginProtest("q", "o", "b1", "Nobody is named."));
        Assert.Equal("federation.stayed-by-protest", o.Refused("b1-06", new CarryOutOrder("o", "b1")).Code);
        o.Do("b1-06", new FormCommittee("a", "Parade", CommitteePurpose.Action, "March together.", "b1", ["b1-09"], new(2026, 5, 1), 30), Of1);
        Assert.Equal("protocol.unknown", o.Refused("b1-09", new SendMailing("n", "a", "Parade", o.Blob("On Sunday."))).Code);
    }

    [Fact]
    public void A_unit_tells_its_conflict_itself_and_money_is_drawn_for_it_until_it_ends()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("s", "Solidarity", "EUR", "secretary"), "council");
        var conflict = new OpenConflict("k", "b2", "Quay Ltd", "The gate is locked since Monday.", new(2025, 12, 29));
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", conflict).Code);
        Assert.Equal("protocol.malformed", o.Refused("b2-04", conflict with { Since = new(2026, 1, 2) }).Code);
        o.Do("b2-04", conflict);
        o.Do("b2-04", new NoteConflict("k", ConflictEntry.Offer, "Half pay until the talks."));
        Assert.Equal("protocol.unknown", o.Refused("b1-01", new GrantFunds("g", "s", 5_00, "Pickets", new(2026, 3, 1), Conflict: "none"), "council").Code);
        o.Do("b1-01", new GrantFunds("g", "s", 5_00, "Pickets", new(2026, 3, 1), Conflict: "k"), "council");
        Assert.Equal("k", o.State.Accounts.Grants["g"].Conflict);
        o.Do("b2-04", new EndConflict("k", ConflictEnd.Agreed, "The gate is open; the days are paid."));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-01", new GrantFunds("h", "s", 5_00, "Pickets", new(2026, 3, 1), Conflict: "k"), "council").Code);
        Assert.Equal("protocol.wrong-stage", o.Refused("b2-04", new NoteConflict("k", ConflictEntry.Fact, "More.")).Code);
    }

    [Fact]
    public void The_autonomy_of_a_unit_is_read_from_clauses_that_are_used_and_from_what_is_on_record()
    {
        var o = Founded.Small(Founded.Yaml(("powers:", "powers:\n  - {id: own_rules, verb: decide, object: branch_rules, holder: branch.meeting}")));
        Own[] Has(string unit) => [.. UnitAutonomy.Of(o.State, o.State.Statutes.Versions[0].Rules, o.State.Roll.Units[unit], o.Now).Answers.Where(a => a.Has).Select(a => a.What)];
        Assert.Equal([Own.Rules], Has("b1"));
        o.Happened("b1-01", new TenureEnded("t-bs-1", "replaced"), new TenureBegan("t-e", "b1-06", new Seat("branch.secretary", null, "b1"), o.Now, new(2027, 1, 1), new Basis(BasisKind.Election, "v")));
        o.Do("b1-06", new OpenFund("f", "Branch fund", "EUR", "branch.secretary", "b1"), Of1);
        o.Do("b1-06", new WriteUnitPage("b1", "en", "North Quay", o.Blob("Hello.")));
        Assert.Equal([Own.Rules, Own.Elections, Own.Account, Own.Press], Has("b1"));
        Assert.Equal([Own.Rules], Has("b2"));
        Assert.Equal(["b1", "b2"], UnitAutonomy.All(o.State, o.State.Statutes.Versions[0].Rules, o.Now).Select(u => u.Unit));
    }

    [Fact]
    public void A_dispute_on_language_is_settled_by_a_drawn_panel_in_which_the_unit_has_the_majority()
    {
        var o = Founded.Small();
        o.Do("b1-01", new GiveOrder("o", "Hand out the leaflet.", ["b1", "b2"]), "council");
        Assert.Equal("protocol.malformed", o.Refused("b2-04", new DisputeCompetence("d", "b2", "o", DisputeGround.OwnMatter, "Ours.", "Lottery of Sunday")).Code);
        o.Do("b2-04", new DisputeCompetence("d", "b2", "o", DisputeGround.Language, "It comes in one language.", "Lottery of Sunday"));
        Assert.Equal("federation.panel-first", o.Refused("b1-03", new SettleDispute("d", false, "No."), "control").Code);
        Assert.Equal("federation.panel-first", o.Refused("b1-09", new DrawDisputePanel("d", "3 7 11")).Code);
        o.Advance(3);
        o.Do("b1-09", new DrawDisputePanel("d", "3 7 11"));
        var panel = o.State.Federation.Disputes["d"].Panel;
        Assert.Equal((5, 3), (panel.Length, panel.Count(p => p.StartsWith("b2", StringComparison.Ordinal))));
        Assert.DoesNotContain(panel, p => o.State.Offices.HeldBy(p, o.Now).Any());
        Assert.Equal("federation.not-on-panel", o.Refused("b1-03", new FindOnDispute("d", true, "Yes.")).Code);
        foreach (var juror in panel.Take(2)) o.Do(juror, new FindOnDispute("d", true, "One language is not ours."));
        Assert.Equal("protocol.taken", o.Refused(panel[0], new FindOnDispute("d", false, "Or not.")).Code);
        Assert.Null(o.State.Federation.Disputes["d"].SettledAt);
        o.Do(panel[2], new FindOnDispute("d", true, "One language is not ours."));
        Assert.Equal("federation.own-matter", o.Refused("b2-04", new CarryOutOrder("o", "b2")).Code);
    }
}
