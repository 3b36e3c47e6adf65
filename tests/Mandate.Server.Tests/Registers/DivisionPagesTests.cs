using Mandate.Organisation.Accounts;
using Mandate.Organisation.Federation;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Press;
using Mandate.Organisation.Sessions;
using Mandate.Organisation.Tendencies;
using Mandate.Organisation.Votes;
using Mandate.Server.Tests.Sessions;

namespace Mandate.Server.Tests.Registers;

/// <summary>What was paid, who uses which part of the resources, what mailings got, and how a unit leaves, as their pages show it.</summary>
public sealed class DivisionPagesTests
{
    private static void InWriting(Dockside dockside, string id, Organisation.Acts.Command command)
    {
        dockside.Kept.Do("b1-01", new ProposeAct(id, "council", null, command));
        dockside.Kept.Do("b1-02", new SignAct(id, []));
    }

    private static async Task<Dockside> WithFundAsync(Func<string, string>? rules = null)
    {
        var dockside = await Dockside.OpenAsync(rules);
        InWriting(dockside, "w1", new OpenFund("f", "Common fund", "EUR", "secretary"));
        dockside.Kept.Do("b1-05", new ReceiveFunds("r", "f", 10_000_00, "Dues", dockside.Kept.Put("Bank advice.")));
        InWriting(dockside, "w2", new GrantFunds("g", "f", 4_000_00, "Organisers", new(2027, 12, 31), Place: "electoral"));
        return dockside;
    }

    [Fact]
    public async Task The_page_of_pay_lists_what_was_paid_in_each_month_beside_the_ceiling_and_names_holders_only()
    {
        await using var dockside = await WithFundAsync();
        InWriting(dockside, "w3", new SetPayCeiling(2_000_00, "EUR", 150, "Survey"));
        InWriting(dockside, "w4", new GrantBenefit("b", "secretary", BenefitKind.Pay, "Pay", 1_500_00, "EUR", Every.Month, new(2027, 1, 1), null, null));
        foreach (var (id, to, amount) in new[] { ("p1", "b2-04", 1_500_00), ("p2", "b1-09", 300_00) })
        {
            dockside.Kept.Do("b1-05", new ProposePayment(id, "g", amount, "Organiser", dockside.Kept.Put("Slip."), to));
            dockside.Kept.Do("b1-01", new CountersignPayment(id));
        }
        using var member = await dockside.AsAsync("b1-11");
        await member.GoAsync("/o/dockside/offices/pay");
        var paid = member.Page.QuerySelectorAll("table").Single(t => t.QuerySelector("caption")!.TextContent.Contains("Payments to persons", StringComparison.Ordinal)).TextContent;
        Assert.Contains("Name b2-04", paid, StringComparison.Ordinal);
        Assert.DoesNotContain("b1-09", paid, StringComparison.Ordinal);
        Assert.Contains("50\u00A0%", paid, StringComparison.Ordinal);
        using var keeper = await dockside.AsAsync("b1-05");
        await keeper.GoAsync("/o/dockside/act/accounts.pay?grant=g");
        await keeper.SendAsync("/o/dockside/act/accounts.pay", ("amount", "1600"), ("to-whom", "Organiser"), ("voucher", "Slip"), ("payee", "Name b2-04"));
        Assert.Contains("the ceiling of pay", keeper.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_books_say_which_body_uses_which_part_of_the_resources()
    {
        await using var dockside = await WithFundAsync();
        InWriting(dockside, "w3", new SetLimit("limit", BookRuleKind.BodyShare, null, 50_00));
        using var member = await dockside.AsAsync("b1-11");
        await member.GoAsync("/o/dockside/rights/accounts");
        var shares = member.Page.QuerySelectorAll("table").Single(t => t.TextContent.Contains("Part of the year’s resources", StringComparison.Ordinal));
        Assert.Contains("40\u00A0%", shares.QuerySelector("tbody tr")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Above 50 % it takes a vote of others", member.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mailing_says_which_language_it_waits_for_and_whoever_holds_a_place_translates_it()
    {
        await using var dockside = await Dockside.OpenAsync();
        dockside.Kept.Do("b1-07", new FormTendency("t", "Members first", dockside.Kept.Put("Rotate."), new(2027, 12, 31), Subject: "How offices are filled"));
        dockside.Kept.Do("b1-08", new JoinTendency("t"));
        dockside.Kept.Do("b1-07", new SendMailing("m", "t", "Come to congress", dockside.Kept.Put("The council is elected there.")));
        using var secretary = await dockside.AsAsync("b1-05");
        await secretary.GoAsync("/o/dockside/rights/press");
        Assert.Contains("Nederlands, until", secretary.Page.QuerySelector("#m")!.TextContent, StringComparison.Ordinal);
        await secretary.GoAsync("/o/dockside/act/press.translate-mailing?mailing=m");
        await secretary.SendAsync("/o/dockside/act/press.translate-mailing", ("in-which-language", "nl"), ("text", "De raad wordt er gekozen."));
        Assert.Empty(MailingLanguages.Missing(dockside.Kept.State, dockside.Kept.State.Press.Mailings["m"], dockside.Kept.Now));
        await secretary.GoAsync("/o/dockside/rights/press");
        Assert.DoesNotContain("Nederlands, until", secretary.Text, StringComparison.Ordinal);
        Assert.Contains("What each mailing to all members got", secretary.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_unit_that_has_voted_to_leave_shows_how_all_is_divided_and_takes_the_record_along()
    {
        await using var dockside = await WithFundAsync(y => y.Replace("  minority_report:", "  separation: {who: any branch, within: 30 days, gives: {share: 2/3, funds: members, name: stays}}\n  minority_report:", StringComparison.Ordinal));
        var kept = dockside.Kept;
        var opens = kept.Now.AddDays(10);
        kept.Do("b2-04", new ConveneSession("bm", "branch.meeting", "b2", "Hall", opens, DateOnly.FromDateTime(opens.UtcDateTime), null));
        foreach (var language in new[] { "en", "nl" })
            kept.Do("b2-04", new RecordService("bm", [.. kept.State.Sessions.Find("bm")!.Entitled.Where(p => kept.State.Roll.Member(p)!.Language == language)], ServiceOutcome.Delivered, "by_hand", DateOnly.FromDateTime(kept.Now.UtcDateTime), language));
        kept.MoveTo(opens);
        string[] present = ["b2-04", "b2-05", "b2-06", "b2-07"];
        foreach (var person in present) kept.Do(person, new Arrive("bm", person));
        kept.Do("b2-04", new OpenSession("bm"));
        kept.Do("b2-04", new AnnounceChair("bm", "b2-06", null));
        kept.Do("b2-06", new PutItem("bm", Separations.SubjectOf("b2"), ItemKind.Other, "Leaving", null));
        kept.Do("b2-06", new TakeUp("bm", Separations.SubjectOf("b2")));
        kept.Do("b2-06", new PutQuestion("v", VoteKind.Hands, "bm", null, Separations.SubjectOf("b2"), null, "Shall South Quay leave?"));
        kept.Do("b2-06", new NameTellers("v", ["b2-05"]));
        kept.Do("b2-06", new OpenVote("v"));
        kept.Do("b2-06", new CloseVote("v"));
        kept.Do("b2-05", new EnterFigures("v", new(4, 0, 0)));
        kept.Do("b2-06", new DeclareResult("v"));
        using var secretary = await dockside.AsAsync("b2-04");
        await secretary.GoAsync("/o/dockside/act/federation.decide-separation");
        await secretary.SendAsync("/o/dockside/act/federation.decide-separation", ("own-unit", "b2"), ("separation-vote", "v"), ("name-afterwards", "South Quay Dockers"), ("separation-terms", "We go our own way."));
        var separation = Assert.Single(kept.State.Federation.Separations.Values);
        using var member = await dockside.AsAsync("b1-11");
        await member.GoAsync("/o/dockside/rights/separations");
        Assert.Contains("8 of 20 go, 0 stay with the whole", member.Text, StringComparison.Ordinal);
        Assert.Contains("4000.00", member.Page.QuerySelector("table tbody tr")!.TextContent, StringComparison.Ordinal);
        kept.MoveTo(new(separation.On, new(9, 0), TimeSpan.Zero));
        kept.Do("b1-11", new CarryOutSeparation(separation.Id));
        // Those who went with it take the record.
        Assert.True(Separations.WentWithUnit(kept.State, "b2-04", DateOnly.FromDateTime(kept.Now.UtcDateTime)));
        await secretary.GoAsync("/o/dockside/rights/separations");
        Assert.NotNull(secretary.Page.QuerySelector("a[href*='federation.confirm-record']"));
        Assert.Equal("outside:South Quay Dockers", Assert.Single(kept.State.Accounts.Commitments.Values).To);
        await member.GoAsync("/o/dockside/rights/commitments");
        Assert.Contains("division with South Quay, which left", member.Text, StringComparison.Ordinal);
    }
}
