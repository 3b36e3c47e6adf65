using Mandate.Organisation.Accounts;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The secretary (b1-05) keeps the fund; the council (b1-01, b1-02, b2-01) decides; the ceiling is 3000 a month.</summary>
public sealed class PayrollTests
{
    private static Founded WithCeiling()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("f", "Fund", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "f", 50_000_00, "Dues", o.Blob("Bank advice.")));
        o.Do("b1-01", new GrantFunds("pay", "f", 20_000_00, "Pay", new(2026, 12, 31)), "council");
        o.Do("b1-01", new GrantFunds("other", "f", 20_000_00, "Projects", new(2026, 12, 31)), "council");
        o.Do("b1-01", new SetPayCeiling(2_000_00, "EUR", 150, "Survey of members, 2025"), "council");
        return o;
    }

    private static ProposePayment Pay(Founded o, string id, long amount, string grant = "pay", bool costs = false) => new(id, grant, amount, "Organiser", o.Blob("Pay slip."), "b2-06", Costs: costs);

    [Fact]
    public void All_payments_of_a_month_to_one_person_stay_below_the_ceiling_whatever_they_are_paid_from()
    {
        var o = WithCeiling();
        o.Do("b1-05", Pay(o, "p1", 2_000_00));
        o.Do("b1-01", new CountersignPayment("p1"));
        o.Do("b1-05", Pay(o, "p2", 900_00, "other"));
        var refusal = o.Refused("b1-05", Pay(o, "p3", 100_01));
        Assert.Equal(("accounts.above-pay-ceiling", (object)3_000_00L, (object)3_000_01L), (refusal.Code, refusal.Needs, refusal.Given));
        Assert.Equal(new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero), refusal.Earliest);
        o.Do("b1-05", Pay(o, "p3", 100_00));
        // In no month it is lawful to pay more than that at once.
        Assert.Null(o.Refused("b1-05", Pay(o, "p4", 3_000_01)).Earliest);
        foreach (var id in new[] { "p2", "p3" }) o.Do("b1-01", new CountersignPayment(id));
        Assert.Equal(new PaidInMonth("b2-06", new(2026, 1, 1), "EUR", 3_000_00, 0), Assert.Single(Payroll.Of(o.State.Accounts)));
        o.Now = refusal.Earliest!.Value;
        o.Do("b1-05", Pay(o, "p5", 3_000_00));
    }

    [Fact]
    public void Costs_repaid_are_no_pay_and_stand_beside_it()
    {
        var o = WithCeiling();
        o.Do("b1-05", Pay(o, "p1", 3_000_00));
        o.Do("b1-05", Pay(o, "p2", 4_000_00, "other", costs: true));
        foreach (var id in new[] { "p1", "p2" }) o.Do("b1-01", new CountersignPayment(id));
        Assert.Equal(new PaidInMonth("b2-06", new(2026, 1, 1), "EUR", 3_000_00, 4_000_00), Assert.Single(Payroll.Of(o.State.Accounts)));
        Assert.Equal("accounts.above-pay-ceiling", o.Refused("b1-05", Pay(o, "p3", 1)).Code);
    }

    [Fact]
    public void What_is_paid_in_another_currency_counts_by_its_rate()
    {
        var o = WithCeiling();
        o.Do("b1-01", new OpenFund("d", "Dollars", "USD", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r2", "d", 50_000_00, "Gift", o.Blob("Bank advice.")));
        o.Do("b1-01", new GrantFunds("usd", "d", 20_000_00, "Pay", new(2026, 12, 31)), "council");
        o.Do("b1-05", new EnterRate("USD", "EUR", new(2026, 1, 1), 2_00, 1_00, "Central bank"));
        o.Do("b1-05", Pay(o, "p1", 2_000_00));
        Assert.Equal("accounts.above-pay-ceiling", o.Refused("b1-05", Pay(o, "p2", 2_000_02, "usd")).Code);
        o.Do("b1-05", Pay(o, "p2", 2_000_00, "usd"));
    }

    [Fact]
    public void Without_a_ceiling_nothing_is_refused()
    {
        var o = WithCeiling();
        o.Set(o.State with { Offices = o.State.Offices with { PayCeiling = null } });
        o.Do("b1-05", Pay(o, "p1", 10_000_00));
    }
}
