using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Accounts.Books;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Roll;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The secretary (b1-05) keeps the fund of all; b1-06 speaks for branch b1 (12 members), b2-04 for b2 (8); the council decides; notice is 14 days.</summary>
public sealed class CommitmentTests
{
    private static Founded Books()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("chest", "Chest", "EUR", "secretary"), "council");
        o.Do("b1-06", new OpenFund("north", "North Quay", "EUR", "branch.secretary", "b1"), "branch.meeting@b1");
        o.Do("b2-04", new OpenFund("south", "South Quay", "EUR", "branch.secretary", "b2"), "branch.meeting@b2");
        o.Do("b1-06", new ReceiveFunds("n1", "north", 500_00, "Fair", o.Blob("Cash book of the fair.")));
        o.Do("b2-04", new ReceiveFunds("s1", "south", 300_00, "Fair", o.Blob("Cash book of the fair, south.")));
        return o;
    }

    private static void To(Founded o, int month, int day, int year = 2026) => o.Now = new(year, month, day, 9, 0, 0, TimeSpan.Zero);

    private static readonly SetLevy Levy = new("levy", "Levy of the branches", "chest", "branch", 10_00, 1_50, 10, new(2026, 3, 31), 3, null, 120_00);

    [Fact]
    public void A_levy_is_known_beforehand_reckoned_by_anybody_by_its_formula_and_paid_from_the_units_own_fund()
    {
        var o = Books();
        var early = o.Refused("b1-01", Levy with { First = new(2026, 1, 14) }, "council");
        Assert.Equal(("accounts.not-beforehand", "procedure.default.notice", new DateOnly(2026, 1, 15)), (early.Code, early.Clause, DateOnly.FromDateTime(early.Earliest!.Value.UtcDateTime)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", Levy).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-01", Levy with { Amount = 0, PerMember = 0, Percent = 0 }, "council").Code);
        o.Do("b1-01", Levy, "council");
        Assert.Equal("accounts.day-not-over", o.Refused("b1-08", new Reckon("levy", new(2026, 3, 31))).Code);
        To(o, 4, 1);
        Assert.Equal(("accounts.no-period-ends", (object)new DateOnly(2026, 3, 31)), (o.Refused("b1-08", new Reckon("levy", new(2026, 3, 30))).Code, o.Refused("b1-08", new Reckon("levy", new(2026, 3, 30))).Needs));
        o.Do("b1-08", new Reckon("levy", new(2026, 3, 31)));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-08", new Reckon("levy", new(2026, 3, 31))).Code);
        var reckoning = Assert.Single(o.State.Accounts.Reckonings);
        Assert.Equal([("unit:b1", 12, 500_00, 78_00), ("unit:b2", 8, 300_00, 52_00)], reckoning.Lines.Select(l => (l.Party, (int)l.Count, (int)l.Base, (int)l.Amount)));
        Assert.True(Reckonings.Holds(o.State.Accounts.Rules["levy"].Rule, reckoning));
        Assert.False(Reckonings.Holds(o.State.Accounts.Rules["levy"].Rule, reckoning with { Lines = [reckoning.Lines[0] with { Amount = 78_01 }] }));
        Assert.Equal(new DateOnly(2026, 6, 30), Reckonings.Next(Levy_(o), o.State.Accounts));

        var owed = o.State.Accounts.Commitments["levy-20260331-b1"];
        Assert.Equal((CommitmentKind.Levy, 78_00L, new DateOnly(2026, 4, 30)), (owed.Kind, owed.Open, owed.Due));
        var voucher = o.Blob("Levy of the first quarter.");
        Assert.Equal("guards.no-open-account", o.Refused("b1-06", new Settle("t1", owed.Id, "north", 78_00, "")).Code);
        Assert.Equal(("accounts.more-than-owed", "make-pledge"), (o.Refused("b1-06", new Settle("t1", owed.Id, "north", 78_01, voucher)).Code, o.Refused("b1-06", new Settle("t1", owed.Id, "north", 78_01, voucher)).Way));
        Assert.Equal("accounts.other-payee", o.Refused("b2-04", new Settle("t1", owed.Id, "south", 78_00, voucher)).Code);
        o.Do("b1-06", new Settle("t1", owed.Id, "north", 78_00, voucher));
        Assert.Equal("accounts.second-person", o.Refused("b1-06", new CountersignPayment("t1")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b2-05", new CountersignPayment("t1")).Code);
        o.Do("b1-09", new CountersignPayment("t1"));
        Assert.Equal((422_00L, 78_00L, 0L), (o.State.Accounts.BalanceOfFund("north"), o.State.Accounts.BalanceOfFund("chest"), o.State.Accounts.Commitments[owed.Id].Open));
        Assert.All(o.State.Accounts.Bookings, b => Assert.Equal(0, b.Legs.Sum(l => l.Amount)));
    }

    [Fact]
    public void A_levy_for_the_fund_of_a_unit_reaches_that_unit_alone()
    {
        var o = Books();
        o.Do("b1-06", Levy with { Fund = "north", Percent = 0 }, "branch.meeting@b1");
        To(o, 4, 1);
        o.Do("b2-04", new Reckon("levy", new(2026, 3, 31)));
        Assert.Equal([("unit:b1", 28_00L)], Assert.Single(o.State.Accounts.Reckonings).Lines.Select(l => (l.Party, l.Amount)));
    }

    private static BookRule Levy_(Founded o) => o.State.Accounts.Rules["levy"].Rule;

    [Fact]
    public void Nobody_takes_from_the_fund_of_a_unit_but_the_unit()
    {
        var o = Books();
        foreach (var (by, name) in new[] { ("b1-01", "council"), ("b2-04", null), ("b1-05", (string?)null) })
        {
            var refusal = o.Refused(by, new GrantFunds("g", "north", 10_00, "For the centre", new(2026, 3, 1)), name);
            Assert.Equal(("protocol.not-yours", "levy-or-pledge"), (refusal.Code, refusal.Way));
        }
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new ReceiveFunds("r", "north", 1, "x", o.Blob("x"))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new OpenFund("f", "Ours", "EUR", "secretary", "b1")).Code);
        o.Do("b1-06", new GrantFunds("g", "north", 10_00, "Paint", new(2026, 3, 1)), "branch.meeting@b1");
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new ProposePayment("p", "g", 10_00, "Shop", o.Blob("Bill"))).Code);
        o.Do("b1-06", new ProposePayment("p", "g", 10_00, "Shop", o.Blob("Bill")));
        o.Do("b1-10", new CountersignPayment("p"));
    }

    [Fact]
    public void Above_the_limit_an_outsider_is_paid_only_under_a_contract_in_the_register()
    {
        var o = Books();
        o.Do("b1-05", new ReceiveFunds("c1", "chest", 1_000_00, "Dues", o.Blob("Dues.")));
        o.Do("b1-01", new GrantFunds("roof", "chest", 600_00, "The roof", new(2026, 6, 1)), "council");
        o.Do("b1-01", new SetLimit("from", BookRuleKind.ContractsFrom, null, 100_00), "council");
        var (voucher, text) = (o.Blob("Invoice."), o.Blob("Contract with Slate & Sons."));
        o.Do("b1-05", new ProposePayment("p1", "roof", 60_00, "Slate & Sons", voucher));
        var refusal = o.Refused("b1-05", new ProposePayment("p2", "roof", 40_01, " slate & sons", voucher));
        Assert.Equal(("accounts.contract-needed", "enter-contract", (object)100_00L), (refusal.Code, refusal.Way, refusal.Needs));
        o.Do("b1-05", new ProposePayment("p2", "roof", 60_00, "Another firm", voucher));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new EnterContract("k", "roof", "Slate & Sons", "Tiles", 300_00, new(2026, 5, 1), 0, text)).Code);
        Assert.Equal("accounts.more-than-left", o.Refused("b1-05", new EnterContract("k", "roof", "Slate & Sons", "Tiles", 600_01, new(2026, 5, 1), 0, text)).Code);
        o.Do("b1-05", new EnterContract("k", "roof", "Slate & Sons", "Tiles", 300_00, new(2026, 5, 1), 0, text));
        Assert.Equal("accounts.other-payee", o.Refused("b1-05", new ProposePayment("p3", "roof", 200_00, "Another firm", voucher, For: "k")).Code);
        Assert.Equal("accounts.more-than-left", o.Refused("b1-05", new ProposePayment("p3", "roof", 300_01, "Slate & Sons", voucher, For: "k")).Code);
        o.Do("b1-05", new ProposePayment("p3", "roof", 200_00, "Slate & Sons", voucher, For: "k"));
        o.Do("b1-01", new CountersignPayment("p3"));
        Assert.Equal(100_00, o.State.Accounts.Commitments["k"].Open);
    }

    [Fact]
    public void Limits_on_one_party_and_on_posts_of_outsiders_hold_at_the_moment_of_booking()
    {
        var o = Books();
        o.Do("b1-05", new ReceiveFunds("c1", "chest", 1_000_00, "Dues", o.Blob("Dues.")));
        o.Do("b1-01", new GrantFunds("all", "chest", 400_00, "Repairs", new(2026, 6, 1)), "council");
        o.Do("b1-01", new SetLimit("share", BookRuleKind.OneParty, "chest", 25_00), "council");
        o.Do("b1-01", new SetLimit("staff", BookRuleKind.OutsideStaff, null, 1_50), "council");
        var voucher = o.Blob("Invoice.");
        var refusal = o.Refused("b1-05", new ProposePayment("p1", "all", 100_01, "One firm", voucher));
        Assert.Equal(("accounts.beyond-limit", (object)25_00L, (object)25_01L), (refusal.Code, refusal.Needs, refusal.Given));
        o.Do("b1-05", new ProposePayment("p1", "all", 100_00, "One firm", voucher));
        o.Do("b1-05", new ProposePayment("p2", "all", 100_00, "A member", voucher, "b1-08"));
        o.Do("b1-05", new EnterContract("k1", "all", "Cleaners", "Cleaning", 50_00, new(2026, 5, 1), 1_00, voucher));
        Assert.Equal("accounts.beyond-limit", o.Refused("b1-05", new EnterContract("k2", "all", "Guards", "Doors", 50_00, new(2026, 5, 1), 0_51, voucher)).Code);
        o.Do("b1-05", new EnterContract("k2", "all", "Guards", "Doors", 50_00, new(2026, 5, 1), 0_50, voucher));
        o.Do("b1-01", new SetLimit("share-2", BookRuleKind.OneParty, "chest", 100_00), "council");
        o.Do("b1-05", new ProposePayment("p3", "all", 50_00, "One firm", voucher));
    }

    [Fact]
    public void A_pledge_is_free_until_its_day_and_owed_after_it()
    {
        var o = Books();
        o.Do("b1-08", new MakePledge("p", "chest", 20_00, new(2026, 2, 1)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new WithdrawPledge("p")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new MakePledge("q", "chest", 20_00, new(2026, 2, 1), "b2")).Code);
        o.Do("b2-04", new MakePledge("q", "chest", 30_00, new(2026, 2, 1), "b2"));
        To(o, 2, 1);
        o.Do("b1-08", new WithdrawPledge("p"));
        To(o, 2, 2);
        Assert.Equal("accounts.pledge-due", o.Refused("b2-04", new WithdrawPledge("q")).Code);
        Assert.True(o.State.Accounts.Commitments["q"].OverdueOn(new(2026, 2, 2)));
        o.Do("b2-04", new Settle("t", "q", "south", 30_00, o.Blob("Pledge of South Quay.")));
        o.Do("b2-06", new CountersignPayment("t"));
        Assert.Equal(30_00, o.State.Accounts.BalanceOfFund("chest"));
    }

    [Fact]
    public void Where_the_purpose_of_a_collection_fails_those_who_gave_decide_on_their_part_and_a_motion_on_the_rest()
    {
        var o = Books();
        o.Do("b1-01", new OpenFund("boat", "Boat", "EUR", "secretary"), "council");
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-06", new OpenCollection("x", "A boat", "north", 100_00, new(2026, 3, 1))).Code);
        o.Do("b1-05", new OpenCollection("sail", "A boat for the youth", "boat", 500_00, new(2026, 3, 1)));
        o.Do("b1-08", new MakePledge("a", "boat", 60_00, new(2026, 2, 1)));
        o.Do("b1-09", new MakePledge("b", "boat", 30_00, new(2026, 2, 1)));
        o.Do("b1-05", new ReceiveFunds("ra", "boat", 60_00, "A pledge", o.Blob("ra"), For: "a"));
        o.Do("b1-05", new ReceiveFunds("rb", "boat", 30_00, "A pledge", o.Blob("rb"), For: "b"));
        o.Do("b1-05", new ReceiveFunds("tin", "boat", 10_00, "The tin in the hall", o.Blob("tin")));
        o.Do("b1-01", new GrantFunds("plan", "boat", 20_00, "Drawings", new(2026, 6, 1)), "council");
        o.Do("b1-05", new ProposePayment("pd", "plan", 20_00, "Yard", o.Blob("pd")));
        o.Do("b1-01", new CountersignPayment("pd"));
        Assert.Equal("protocol.not-yours", o.Refused("b1-12", new EndCollection("sail", true, "Not enough came in.")).Code);
        To(o, 3, 2);
        o.Do("b1-12", new EndCollection("sail", true, "Not enough came in."));
        Assert.Equal(48_00, o.State.Accounts.Commitments["sail-20260302-b1-08"].Open);
        Assert.Equal(24_00, o.State.Accounts.Commitments["sail-20260302-b1-09"].Open);
        Assert.Equal("accounts.purpose-over", o.Refused("b1-01", new GrantFunds("g2", "boat", 5_00, "Something else", new(2026, 6, 1)), "council").Code);
        Assert.Equal("accounts.purpose-over", o.Refused("b1-10", new MakePledge("c", "boat", 30_00, new(2026, 5, 1))).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-09", new LeaveGift("sail-20260302-b1-08", "chest")).Code);
        o.Do("b1-08", new LeaveGift("sail-20260302-b1-08", "chest"));
        o.Do("b1-05", new Settle("t", "sail-20260302-b1-08", "boat", 48_00, o.Blob("As the giver wishes.")));
        o.Do("b1-01", new CountersignPayment("t"));
        Assert.Equal("accounts.other-payee", o.Refused("b1-05", new ProposePayment("back", "sail-20260302-b1-09", 24_00, "Somebody", o.Blob("back"), "b1-10")).Code);
        o.Do("b1-05", new ProposePayment("back", "sail-20260302-b1-09", 24_00, "The giver", o.Blob("back"), "b1-09"));
        o.Do("b1-01", new CountersignPayment("back"));
        Assert.Equal((8_00L, 48_00L), (o.State.Accounts.BalanceOfFund("boat"), o.State.Accounts.BalanceOfFund("chest")));
    }

    [Fact]
    public void What_is_sold_together_is_paid_out_by_what_each_delivered_in_kind()
    {
        var o = Books();
        o.Do("b1-01", new OpenFund("rye", "Rye delivered", "kg", "secretary"), "council");
        Assert.Equal("protocol.malformed", o.Refused("b1-01", new OpenFund("x", "x", "Kg!", "secretary"), "council").Code);
        o.Do("b1-01", new SetPool("pool", "Rye sold together", "chest", "rye", 10), "council");
        o.Do("b1-05", new ReceiveFunds("d1", "rye", 200_00, "Delivery", o.Blob("Weighed: 200."), "b1-08"));
        o.Do("b1-05", new ReceiveFunds("d2", "rye", 100_00, "Delivery", o.Blob("Weighed: 100."), "b2-05"));
        o.Do("b1-05", new ReceiveFunds("sale", "chest", 100_00, "The mill", o.Blob("Sold.")));
        To(o, 1, 5);
        o.Do("b1-09", new Reckon("pool", new(2026, 1, 4)));
        Assert.Equal([("member:b1-08", 60_00L), ("member:b2-05", 30_00L)], o.State.Accounts.Reckonings[0].Lines.Select(l => (l.Party, l.Amount)));
        var (to, voucher) = ("pool-20260104-b1-08", o.Blob("Paid out."));
        Assert.Equal("accounts.other-payee", o.Refused("b1-05", new ProposePayment("p", to, 60_00, "x", voucher, "b2-05")).Code);
        o.Do("b1-05", new ProposePayment("p", to, 60_00, "Rye", voucher, "b1-08"));
        o.Do("b1-01", new CountersignPayment("p"));
        Assert.Equal(0, o.State.Accounts.Commitments[to].Open);
        To(o, 1, 7);
        Assert.Equal("accounts.nothing-to-reckon", o.Refused("b1-09", new Reckon("pool", new(2026, 1, 6))).Code);
        var line = Assert.Single(Joining.Of(o.State.Accounts, 50_00, new(2026, 1, 7)));
        Assert.Equal((15_00L, new DateOnly(2026, 1, 4)), (line.InYear!.Value, line.Reckoned!.Value));
        Assert.Contains("300.00 KG", BookText.Beancount(o.State.Accounts, new(2026, 1, 5)), StringComparison.Ordinal);
    }

    [Fact]
    public void Whoever_leaves_is_paid_their_share_by_rule_and_in_time_or_it_is_found()
    {
        var o = Books();
        o.Do("b1-01", new OpenFund("shares", "Shares", "EUR", "secretary"), "council");
        o.Do("b1-01", new SetShares("exit", "Shares of members", "shares", 3), "council");
        foreach (var person in new[] { "b1-08", "b1-09" }) o.Do("b1-05", new ReceiveFunds("in-" + person, "shares", 100_00, "Share", o.Blob("Share of " + person), person));
        o.Do("b1-01", new GrantFunds("loss", "shares", 50_00, "A flood", new(2026, 6, 1)), "council");
        o.Do("b1-05", new ProposePayment("flood", "loss", 50_00, "Pumps", o.Blob("Pumps")));
        o.Do("b1-01", new CountersignPayment("flood"));
        To(o, 1, 10);
        Assert.Equal("accounts.nothing-to-reckon", o.Refused("b1-10", new Reckon("exit", new(2026, 1, 9))).Code);
        o.Do("b1-08", new Leave());
        To(o, 1, 12);
        o.Do("b1-10", new Reckon("exit", new(2026, 1, 11)));
        var share = Assert.Single(o.State.Accounts.Commitments.Values);
        Assert.Equal((CommitmentKind.Share, "member:b1-08", 75_00L, new DateOnly(2026, 4, 10)), (share.Kind, share.To, share.Open, share.Due));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 4, 10)));
        To(o, 4, 12);
        Assert.Equal("forced-membership", Assert.Single(Findings.AsOf(o.State, o.State, new(2026, 4, 12))).Guard.Name);
        o.Do("b1-05", new ProposePayment("out", share.Id, 75_00, "Share", o.Blob("Share paid"), "b1-08"));
        o.Do("b1-01", new CountersignPayment("out"));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 4, 12)));
    }

    [Fact]
    public void Units_exchange_only_where_a_rule_lets_them_and_up_to_its_cap()
    {
        var o = Books();
        var offer = new OfferGoods("paint", "north", "Paint", 100, 2_00, new(2026, 3, 1));
        Assert.Equal("accounts.no-exchange", o.Refused("b1-06", offer).Code);
        o.Do("b1-01", new SetLimit("trade", BookRuleKind.Exchange, null, 100_00), "council");
        Assert.Equal("protocol.not-yours", o.Refused("b2-04", offer).Code);
        o.Do("b1-06", offer);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", new TakeGoods("t", "paint", "north", 1)).Code);
        Assert.Equal("accounts.beyond-limit", o.Refused("b2-04", new TakeGoods("t", "paint", "south", 51)).Code);
        Assert.Equal("accounts.too-many-given", o.Refused("b2-04", new TakeGoods("t", "paint", "south", 101)).Code);
        o.Do("b2-04", new TakeGoods("t", "paint", "south", 50));
        Assert.Equal("accounts.beyond-limit", o.Refused("b2-04", new TakeGoods("t2", "paint", "south", 1)).Code);
        o.Do("b2-04", new Settle("pay", "t", "south", 100_00, o.Blob("Paint")));
        o.Do("b2-06", new CountersignPayment("pay"));
        Assert.Equal((600_00L, 200_00L), (o.State.Accounts.BalanceOfFund("north"), o.State.Accounts.BalanceOfFund("south")));
    }

    [Fact]
    public void Amounts_stay_in_their_currency_and_are_read_by_the_rate_of_their_own_day()
    {
        var o = Books();
        o.Do("b1-01", new OpenFund("gold", "Kronor", "SEK", "secretary"), "council");
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new EnterRate("SEK", "EUR", new(2026, 1, 1), 100_00, 9_00, "Bank")).Code);
        o.Do("b1-05", new EnterRate("SEK", "EUR", new(2026, 1, 1), 100_00, 9_00, "Bank of the day"));
        o.Do("b1-05", new ReceiveFunds("k1", "gold", 1_000_00, "Gift", o.Blob("Gift")));
        To(o, 2, 1);
        o.Do("b1-05", new EnterRate("EUR", "SEK", new(2026, 2, 1), 10_00, 100_00, "Bank of the day"));
        o.Do("b1-05", new ReceiveFunds("k2", "gold", 1_000_00, "Gift", o.Blob("Gift 2")));
        Assert.Equal((90_00L, 100_00L), (Rates.In(o.State.Accounts, 1_000_00, "SEK", "EUR", new(2026, 1, 31)), Rates.In(o.State.Accounts, 1_000_00, "SEK", "EUR", new(2026, 2, 1))));
        Assert.Null(Rates.In(o.State.Accounts, 1, "SEK", "EUR", new(2025, 12, 31)));
        Assert.Equal(190_00, Rates.Balance(o.State.Accounts, o.State.Accounts.Funds["gold"], "EUR"));
        Assert.Contains("P 2026-01-01 SEK 0.0900000000 EUR", BookText.Hledger(o.State.Accounts, new(2026, 2, 1)), StringComparison.Ordinal);
    }

    [Fact]
    public void Common_property_goes_to_whoever_asked_first_and_to_those_who_give_it_out_last()
    {
        var o = Books();
        o.Do("b1-01", new EnterProperty("van", "The van", "Full tank, clean, no smoking.", "secretary", 2), "council");
        Assert.Equal("accounts.nobody-in-line", o.Refused("b1-05", new GiveInUse("van")).Code);
        o.Do("b1-05", new AskForUse("van"));
        o.Do("b2-04", new AskForUse("van", "b2"));
        o.Do("b1-08", new AskForUse("van"));
        Assert.Equal("accounts.asked-already", o.Refused("b1-08", new AskForUse("van")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new GiveInUse("van")).Code);
        o.Do("b1-05", new GiveInUse("van"));
        Assert.Equal("unit:b2", o.State.Accounts.Properties["van"].On(new(2026, 1, 1))!.User);
        var used = o.Refused("b1-05", new GiveInUse("van"));
        Assert.Equal(("accounts.in-use", (object)new DateOnly(2026, 2, 28)), (used.Code, used.Needs));
        To(o, 1, 20);
        o.Do("b2-04", new GiveBack("van", "b2"));
        o.Do("b1-05", new GiveInUse("van"));
        Assert.Equal("member:b1-08", o.State.Accounts.Properties["van"].On(new(2026, 1, 20))!.User);
        To(o, 3, 25);
        Assert.Null(o.State.Accounts.Properties["van"].On(new(2026, 3, 25)));
        o.Do("b1-05", new GiveInUse("van"));
        Assert.Equal(["unit:b2", "member:b1-08", "member:b1-05"], o.State.Accounts.Properties["van"].Uses.Select(u => u.User));
    }

    [Fact]
    public void What_a_formula_shares_out_is_never_more_than_there_is()
    {
        var rule = new BookRule("r", BookRuleKind.Pool, "x", "f", new(2026, 1, 1));
        var shares = rule with { Kind = BookRuleKind.Shares };
        Prop.ForAll(ArbMap.Default.ArbFor<(PositiveInt[] Counts, NonNegativeInt Pot)>(), given =>
        {
            var (counts, pot) = (given.Counts.Select(c => (long)c.Get).ToList(), (long)given.Pot.Get);
            var paid = counts.Sum(c => Reckonings.Amount(rule, c, pot, counts.Sum()));
            return paid <= pot && paid > pot - Math.Max(1, counts.Count) - (counts.Count == 0 ? pot : 0) && counts.All(c => Reckonings.Amount(shares, c, pot, counts.Sum()) <= c);
        }).QuickCheckThrowOnFailure();
    }
}
