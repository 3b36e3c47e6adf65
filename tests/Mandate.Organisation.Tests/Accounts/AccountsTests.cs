using Mandate.Organisation.Accounts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The secretary (b1-05) keeps the fund; the council (b1-01, b1-02, b2-01) decides.</summary>
public sealed class AccountsTests
{
    private static Founded Kept()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("strike", "Strike fund", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "strike", 100_00, "Levy of January", o.Blob("Bank advice 1.")));
        o.Do("b1-01", new GrantFunds("g1", "strike", 60_00, "Soup for the pickets", new(2026, 3, 1)), "council");
        return o;
    }

    [Fact]
    public void Nothing_moves_without_a_voucher_that_members_can_read()
    {
        var o = Kept();
        var refusal = o.Refused("b1-05", new ReceiveFunds("r2", "strike", 5_00, "Somebody", ""));
        Assert.Equal(("guards.no-open-account", "publication.default", "show-voucher"), (refusal.Code, refusal.Clause, refusal.Way));
        Assert.Equal("guards.no-open-account", o.Refused("b1-05", new ProposePayment("p1", "g1", 5_00, "Kitchen", "")).Code);
        Assert.Equal("protocol.blob-missing", o.Refused("b1-05", new ProposePayment("p1", "g1", 5_00, "Kitchen", new string('0', 64))).Code);
        o.Do("b1-05", new ProposePayment("p1", "g1", 5_00, "Kitchen", o.Blob("Receipt 1.")));
    }

    [Fact]
    public void A_payment_takes_a_decision_and_two_persons_of_whom_none_receives_it()
    {
        var o = Kept();
        var voucher = o.Blob("Receipt 1.");
        Assert.Equal("protocol.unknown", o.Refused("b1-05", new ProposePayment("p1", "none", 5_00, "Kitchen", voucher)).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new ProposePayment("p1", "g1", 5_00, "Kitchen", voucher)).Code);
        Assert.Equal("accounts.second-person", o.Refused("b1-05", new ProposePayment("p1", "g1", 5_00, "Myself", voucher, "b1-05")).Code);
        Assert.Equal("accounts.more-than-left", o.Refused("b1-05", new ProposePayment("p1", "g1", 60_01, "Kitchen", voucher)).Code);
        o.Do("b1-05", new ProposePayment("p1", "g1", 40_00, "Kitchen", voucher, "b1-02"));
        Assert.Equal("accounts.more-than-left", o.Refused("b1-05", new ProposePayment("p2", "g1", 20_01, "Kitchen", voucher)).Code);
        Assert.Equal("accounts.second-person", o.Refused("b1-05", new CountersignPayment("p1")).Code);
        Assert.Equal("accounts.second-person", o.Refused("b1-02", new CountersignPayment("p1")).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new CountersignPayment("p1")).Code);
        Assert.Equal(100_00, o.State.Accounts.BalanceOfFund("strike"));
        o.Do("b1-01", new CountersignPayment("p1"));
        Assert.Equal(60_00, o.State.Accounts.BalanceOfFund("strike"));
        Assert.All(o.State.Accounts.Bookings, b => Assert.Equal(0, b.Legs.Sum(l => l.Amount)));
        Assert.Equal(20_00, o.State.Accounts.LeftOf(o.State.Accounts.Grants["g1"]));
        o.Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("accounts.grant-over", o.Refused("b1-05", new ProposePayment("p3", "g1", 1, "Kitchen", voucher)).Code);
    }

    [Fact]
    public void What_was_counted_and_does_not_agree_is_taken_down_and_found_until_it_agrees()
    {
        var o = Kept();
        var seen = o.Blob("Statement of the bank.");
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new StateBalance("s1", "strike", 90_00, seen)).Code);
        o.Do("b1-03", new StateBalance("s1", "strike", 90_00, seen));
        var day = DateOnly.FromDateTime(o.Now.UtcDateTime);
        var finding = Assert.Single(Findings.AsOf(o.State, o.State, day));
        Assert.Equal(("no-open-account", day), (finding.Guard.Name, finding.Since));
        o.Do("b1-03", new StateBalance("s2", "strike", 100_00, seen));
        Assert.Empty(Findings.AsOf(o.State, o.State, day));
    }

    [Fact]
    public void Whoever_gives_something_scarce_out_comes_after_all_others_who_asked()
    {
        var o = Founded.Small();
        o.Do("b1-05", new OpenRound("rooms", "Rooms at the sea", 2, "secretary", new(2026, 1, 10)));
        foreach (var person in new[] { "b1-05", "b1-08", "b1-09" }) o.Do(person, new AskInRound("rooms"));
        Assert.Equal("accounts.asked-already", o.Refused("b1-08", new AskInRound("rooms")).Code);
        Assert.Equal("accounts.round-still-open", o.Refused("b1-05", new Allot("rooms", ["b1-08"])).Code);
        o.Now = new(2026, 1, 11, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("accounts.round-closed", o.Refused("b1-10", new AskInRound("rooms")).Code);
        Assert.Equal("accounts.did-not-ask", o.Refused("b1-05", new Allot("rooms", ["b1-10"])).Code);
        Assert.Equal("accounts.too-many-given", o.Refused("b1-05", new Allot("rooms", ["b1-08", "b1-09", "b1-05"])).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new Allot("rooms", ["b1-08"])).Code);
        var refusal = o.Refused("b1-05", new Allot("rooms", ["b1-08", "b1-05"]));
        Assert.Equal(("guards.self-serving-allocation", "others-first"), (refusal.Code, refusal.Way));
        o.Do("b1-05", new Allot("rooms", ["b1-09", "b1-08"]));
        Assert.Empty(Findings.AsOf(o.State, o.State, DateOnly.FromDateTime(o.Now.UtcDateTime)));
    }

    [Fact]
    public void Where_there_is_enough_for_all_who_gives_out_receives_last()
    {
        var o = Founded.Small();
        o.Do("b1-05", new OpenRound("rooms", "Rooms at the sea", 2, "secretary", new(2026, 1, 10)));
        foreach (var person in new[] { "b1-05", "b1-08" }) o.Do(person, new AskInRound("rooms"));
        o.Now = new(2026, 1, 11, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("guards.self-serving-allocation", o.Refused("b1-05", new Allot("rooms", ["b1-05", "b1-08"])).Code);
        o.Do("b1-05", new Allot("rooms", ["b1-08", "b1-05"]));
    }
}
