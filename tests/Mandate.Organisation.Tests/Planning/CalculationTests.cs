using Mandate.Organisation.Accounts;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Offices;
using Mandate.Organisation.Planning;
using Mandate.Organisation.Tests.Support;
using Mandate.Tally;

namespace Mandate.Organisation.Tests.Planning;

/// <summary>Calculations that anybody makes again, dependencies, terms of office, and what comes through to units.</summary>
public sealed class CalculationTests
{
    private static Founded Decided(DateOnly? to = null, bool? secured = null)
    {
        var o = PlanTests.Opened(PlanTests.Question() with { To = to ?? new(2026, 12, 31), Reviews = [] });
        var text = PlanTests.Text("Halls", ("Rent", 600_00), ("Heating", 200_00));
        o.Do("b1-01", new FileAlternative("halls", "p", text with { Lines = [text.Lines[0] with { DependsOn = "the key of the landlord", Secured = secured }, text.Lines[1]] }, "council"), "council");
        o.Do("b1-05", new FileAlternative("courses", "p", PlanTests.Text("Courses", ("Teachers", 500_00)), "secretary"));
        o.Now = new(2026, 1, 21, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new PutAlternatives("p"));
        o.Do("b1-08", new Choose("p", ["halls"]));
        o.Now = new(2026, 2, 11, 9, 0, 0, TimeSpan.Zero);
        o.Do("b1-08", new ConcludePlan("p"));
        return o;
    }

    [Fact]
    public void Nothing_is_released_for_a_line_whose_dependency_is_not_there()
    {
        var o = Decided();
        var refusal = o.Refused("b1-05", new ReleaseLine("g", "p", "halls/1", 1, new(2026, 12, 31)));
        Assert.Equal(("planning.dependency-open", "secure-line", (object)"the key of the landlord"), (refusal.Code, refusal.Way, refusal.Needs));
        o.Do("b1-05", new ReleaseLine("g2", "p", "halls/2", 1, new(2026, 12, 31)));
        Assert.Equal("protocol.not-yours", o.Refused("b1-08", new SecureLine("p", "halls/1", "Seen")).Code);
        Assert.Equal("protocol.unknown", o.Refused("b1-05", new SecureLine("p", "halls/2", "Seen")).Code);
        o.Do("b1-05", new SecureLine("p", "halls/1", "The key hangs in the office"));
        o.Do("b1-05", new ReleaseLine("g", "p", "halls/1", 1, new(2026, 12, 31)));
        Decided(secured: true).Do("b1-05", new ReleaseLine("g", "p", "halls/1", 1, new(2026, 12, 31)));
    }

    [Fact]
    public void New_holders_of_the_place_confirm_a_plan_that_outlives_the_old_ones_before_more_is_released()
    {
        var o = Decided(new(2027, 12, 31), secured: true);
        Assert.Null(Confirmations.NewSince(o.State, o.State.Planning.Plans["p"]));
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        var held = o.State.Offices.Holders("council", o.Now).ToList();
        o.Happened("b1-01", [.. held.Take(2).Select(t => new TenureEnded(t.Id, "term"))]);
        o.Happened("b1-01", new TenureBegan("n1", "b1-09", new Seat("council"), o.Now, new(2028, 6, 1), new Basis(BasisKind.Election, "v")));
        Assert.Null(Confirmations.NewSince(o.State, o.State.Planning.Plans["p"]));
        o.Happened("b1-01", new TenureBegan("n2", "b1-10", new Seat("council"), o.Now, new(2028, 6, 1), new Basis(BasisKind.Election, "v")));
        Assert.Equal(new DateOnly(2026, 6, 1), Confirmations.NewSince(o.State, o.State.Planning.Plans["p"]));
        Assert.Null(Confirmations.Due(o.State, o.State.Planning.Plans["p"], new(2026, 7, 1)));
        o.Do("b1-05", new ReleaseLine("g1", "p", "halls/1", 1, new(2026, 12, 31)));
        o.Now = new(2026, 7, 2, 9, 0, 0, TimeSpan.Zero);
        var refusal = o.Refused("b1-05", new ReleaseLine("g2", "p", "halls/1", 1, new(2026, 12, 31)));
        Assert.Equal(("planning.confirm-first", (object)new DateOnly(2026, 7, 1)), (refusal.Code, refusal.Needs));
        o.Do("b1-09", new ConfirmPlan("p"), "council");
        o.Do("b1-05", new ReleaseLine("g2", "p", "halls/1", 1, new(2026, 12, 31)));
    }

    [Fact]
    public void A_plan_question_is_opened_only_where_one_place_decides_on_the_matter()
    {
        var o = Founded.Small(Founded.Yaml(("  - {id: inspect_all", "  - {id: second, verb: decide, object: daily_business, holder: secretary}\n  - {id: inspect_all")));
        o.Do("b1-01", new OpenFund("chest", "Chest", "EUR", "secretary"), "council");
        var refusal = o.Refused("b1-01", PlanTests.Question(), "council");
        Assert.Equal(("planning.several-decide", (object)"council, secretary", "blurred-competence"), (refusal.Code, refusal.Given, refusal.Args.First(a => a.Key == "guard").Value));
    }

    [Fact]
    public void Whoever_comes_to_another_figure_files_the_difference_and_it_is_explained_in_time_or_found()
    {
        var o = Decided();
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new FileDifference("d", "nothing", "line 1", 1, "Counted.")).Code);
        o.Do("b1-08", new FileDifference("d", "halls", "Rent", 550_00, "Eleven months of 50."));
        Assert.Equal(("council", new DateOnly(2026, 3, 13)), (o.State.Planning.Differences["d"].Answers, o.State.Planning.Differences["d"].Due));
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", new ExplainDifference("d", false, "x")).Code);
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 3, 13)));
        o.Now = new(2026, 3, 14, 9, 0, 0, TimeSpan.Zero);
        Assert.Equal("unanswered-petition", Assert.Single(Findings.AsOf(o.State, o.State, new(2026, 3, 14))).Guard.Name);
        o.Do("b1-02", new ExplainDifference("d", false, "The twelfth month is the deposit."));
        Assert.Empty(Findings.AsOf(o.State, o.State, new(2026, 3, 14)));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-02", new ExplainDifference("d", true, "Again")).Code);
    }

    [Fact]
    public void What_has_come_through_is_said_by_those_who_receive_and_not_by_the_provider()
    {
        var o = Decided();
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        var said = new StateReceived("p", "new members", "b2", new(2026, 5, 31), 3_00, "Our own list");
        Assert.Equal("protocol.not-yours", o.Refused("b1-05", said).Code);
        Assert.Equal("protocol.not-yours", o.Refused("b1-06", said).Code);
        Assert.Equal("protocol.unknown", o.Refused("b2-04", said with { Indicator = "rain" }).Code);
        o.Do("b2-04", said);
        Assert.Equal(3_00, Assert.Single(o.State.Planning.Plans["p"].Received).Value);
    }

    [Fact]
    public void Indices_on_different_bases_are_compared_only_after_one_was_put_on_the_base_of_the_other()
    {
        var o = Founded.Small();
        o.Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);
        DateOnly old = new(2020, 1, 1), now = new(2025, 1, 1);
        Assert.Equal("protocol.malformed", o.Refused("b1-05", new OpenSeries("wages", "Wages", "index", "secretary", old)).Code);
        o.Do("b1-05", new OpenSeries("wages", "Wages", "index", "secretary", old, "Mean of the branches"));
        o.Do("b1-05", new OpenSeries("rents", "Rents", "index", "secretary", now, "Twelve flats, Laspeyres"));
        foreach (var (series, on, value) in new[] { ("wages", old, 100_00L), ("wages", now, 120_00), ("rents", now, 100_00) }) o.Do("b1-05", new EnterValue(series, on, value, "Office of statistics"));
        var refusal = o.Refused("b1-08", new WatchSeries("w", "Wages and rents", "wages", "rents", now, 150, 1));
        Assert.Equal(("planning.other-base", (object)old, (object)now, "rebase"), (refusal.Code, refusal.Needs, refusal.Given, refusal.Way));
        Assert.Equal("planning.no-base", o.Refused("b1-08", new Rebase("wages-2025", "wages", new(2024, 1, 1))).Code);
        o.Do("b1-08", new Rebase("wages-2025", "wages", now));
        o.Do("b1-08", new WatchSeries("w", "Wages and rents", "wages-2025", "rents", now, 150, 1));
        Assert.Equal([83_33L, 100_00L], o.State.Planning.Series["wages-2025"].Values.Select(v => v.Value));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new EnterValue("wages-2025", new(2026, 1, 1), 1, "x")).Code);
        o.Do("b1-05", new EnterValue("wages", new(2026, 1, 1), 132_00, "Office of statistics"));
        Assert.Equal(110_00, o.State.Planning.Series["wages-2025"].Values.Last().Value);
    }

    [Fact]
    public void Who_gained_is_told_by_groups_before_and_since_a_day()
    {
        var o = PlanTests.Funded();
        o.Do("b1-01", new GrantFunds("g", "chest", 900_00, "All", new(2026, 12, 31)), "council");
        void Pay(string id, long amount, string? payee)
        {
            o.Do("b1-05", new ProposePayment(id, "g", amount, id, o.Blob(id), payee));
            o.Do("b1-01", new CountersignPayment(id));
        }
        Pay("firm", 100_00, null);
        Pay("member", 50_00, "b1-08");
        o.Now = new(2026, 2, 1, 9, 0, 0, TimeSpan.Zero);
        Pay("firm-2", 300_00, null);
        Pay("officer", 20_00, "b1-02");
        var gains = Gains.Of(o.State, "EUR", new(2026, 2, 1), new(2026, 3, 3));
        Assert.Equal([(Recipient.Units, 0L, 0L), (Recipient.Members, 50_00, 0), (Recipient.Staff, 0, 20_00), (Recipient.Outside, 100_00, 300_00)], gains.Select(g => (g.Group, g.Before, g.Since)));
        Assert.Empty(Gains.Of(o.State, "EUR", new(2026, 3, 4), new(2026, 3, 3)));
        Assert.All(Gains.Of(o.State, "SEK", new(2026, 2, 1), new(2026, 3, 3)), g => Assert.Equal((0L, 0L), (g.Before, g.Since)));
    }

    [Fact]
    public void Terms_of_exchange_between_two_groups_come_from_what_was_booked()
    {
        var o = Founded.Small(Founded.Yaml(("  branch: {created_by", "  region: {created_by: congress, dissolved_by: {body: congress, rule: 2/3 of votes cast, consent_of: branch.meeting}}\n  branch: {within: region, created_by")), within: true);
        o.Do("b1-06", new OpenFund("north", "North", "EUR", "branch.secretary", "b1"), "branch.meeting@b1");
        o.Do("b2-04", new OpenFund("south", "South", "EUR", "branch.secretary", "b2"), "branch.meeting@b2");
        o.Do("b1-06", new ReceiveFunds("n", "north", 1_000_00, "Fair", o.Blob("n")));
        o.Do("b2-04", new ReceiveFunds("s", "south", 1_000_00, "Fair", o.Blob("s")));
        o.Do("b1-01", new SetLimit("x", BookRuleKind.Exchange, null, 1_000_00), "council");
        var number = 0;
        void Trade(string seller, string from, string buyer, string to, string what, long price, string second)
        {
            var id = $"t{number++}";
            o.Do(seller, new OfferGoods("o" + id, from, what, 10, price, DateOnly.FromDateTime(o.Now.UtcDateTime)));
            o.Do(buyer, new TakeGoods(id, "o" + id, to, 10));
            o.Do(buyer, new Settle("s" + id, id, to, 10 * price, o.Blob(id)));
            o.Do(second, new CountersignPayment("s" + id));
        }
        Trade("b1-06", "north", "b2-04", "south", "Boots", 4_00, "b2-05");
        Trade("b2-04", "south", "b1-06", "north", "Rye", 2_00, "b1-08");
        o.Now = new(2027, 1, 5, 9, 0, 0, TimeSpan.Zero);
        var years = TermsOfExchange.Of(o.State, "r1", "r2", 2026, "EUR");
        Assert.Equal((40_00L, 20_00L, Fraction.One), (years[0].Sold, years[0].Bought, years[0].Terms!.Value));
        Assert.Contains("r1", TermsOfExchange.Groups(o.State));
    }

    [Fact]
    public void Dearer_goods_of_one_group_turn_the_terms_in_its_favour()
    {
        var o = Founded.Small();
        Commitment Of(string id, int year, string what, int quantity, long price, string from, string to) =>
            new(id, CommitmentKind.Exchange, what, from, to, quantity * price, "EUR", new(year, 2, 1), "offer", new(year, 1, 1, 0, 0, 0, TimeSpan.Zero)) { Quantity = quantity, Price = price, Settled = quantity * price };
        Commitment[] all =
        [
            Of("a", 2020, "Boots", 10, 4_00, "unit:b2", "unit:b1"), Of("b", 2020, "Rye", 20, 2_00, "unit:b1", "unit:b2"),
            Of("c", 2021, "Boots", 5, 12_00, "unit:b2", "unit:b1"), Of("d", 2021, "Rye", 20, 2_00, "unit:b1", "unit:b2"), Of("e", 2021, "Nails", 1, 1_00, "unit:b1", "unit:b2"),
            Of("f", 2021, "Boots", 5, 99_00, "unit:b2", "unit:b1") with { Settled = 0 },
        ];
        o.Set(o.State with { Accounts = o.State.Accounts with { Commitments = o.State.Accounts.Commitments.AddRange(all.Select(c => KeyValuePair.Create(c.Id, c))) } });
        Assert.Equal([(2020, new Fraction(1)), (2021, new Fraction(3))], TermsOfExchange.Of(o.State, "b1", "b2", 2020, "EUR").Select(y => (y.Year, y.Terms!.Value)));
        Assert.Equal(new Fraction(1, 3), TermsOfExchange.Of(o.State, "b2", "b1", 2020, "EUR")[1].Terms);
    }
}
