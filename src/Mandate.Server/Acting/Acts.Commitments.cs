using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    /// <summary>Rules over money, what is owed by them or agreed, common property and audits.</summary>
    private static IEnumerable<ActDefinition> Commitments() =>
    [
        Act("accounts.set-levy", f => new SetLevy(
                f.NewId("levy"), f.Text("title"), f.Text("into-fund"), f.Text("unit-kind"), AmountOrNone(f, "levy-amount"), AmountOrNone(f, "per-member"), f.TextOrNone("levy-percent") is null ? 0 : f.Number("levy-percent"),
                f.Day("first-end"), f.Number("months"), f.DayOrNone("levy-until"), f.Amount("expected"), f.TextOrNone("motion")),
            Line("title"), Funds("into-fund"), OneOf("unit-kind", (v, _) => v.Version.Rules.Units.Keys.Select(k => (k, v.Words.Place(k)))), Line("levy-amount") with { Optional = true }, Line("per-member") with { Optional = true },
            new NumberInput("levy-percent") { Optional = true }, new DayInput("first-end"), new NumberInput("months"), new DayInput("levy-until") { Optional = true }, Line("expected"), Adopted("motion") with { Optional = true }) with { InWriting = true },
        Act("accounts.set-limit", f => new SetLimit(f.NewId("limit"), f.Choice<BookRuleKind>("limit-kind"), f.TextOrNone("limit-fund"), f.Amount("limit-amount")),
            OneOf("limit-kind", BookRuleKind.ContractsFrom, BookRuleKind.OneParty, BookRuleKind.OutsideStaff, BookRuleKind.BodyShare, BookRuleKind.Exchange), Funds("limit-fund") with { Optional = true }, Line("limit-amount")) with { InWriting = true },
        Act("accounts.set-pool", f => new SetPool(f.NewId("pool"), f.Text("title"), f.Text("into-fund"), f.Text("goods-fund"), f.Number("retained")), Line("title"), Funds("into-fund"), Funds("goods-fund"), new NumberInput("retained")) with { InWriting = true },
        Act("accounts.set-shares", f => new SetShares(f.NewId("shares"), f.Text("title"), f.Text("into-fund"), f.Number("within-months")), Line("title"), Funds("into-fund"), new NumberInput("within-months")) with { InWriting = true },
        Act("accounts.open-collection", f => new OpenCollection(f.NewId("collection"), f.Text("collected-for"), f.Text("into-fund"), f.Amount("goal"), f.Day("until")), Line("collected-for"), Funds("into-fund"), Line("goal"), new DayInput("until")),
        Act("accounts.end-collection", f => new EndCollection(f.Text("book-rule"), f.Flag("failed"), f.Text("reason")), Given("book-rule"), YesOrNo("failed"), Area("reason")),
        Act("accounts.reckon", f => new Reckon(f.Text("book-rule"), f.Day("reckon-on")), Given("book-rule"), new DayInput("reckon-on")),
        Act("accounts.enter-contract", f => new EnterContract(f.NewId("contract"), f.Text("grant"), f.Text("with-whom"), f.Text("purpose"), f.Amount("amount"), f.Day("until"), AmountOrNone(f, "posts"), f.File("contract-text")),
            Given("grant"), Line("with-whom"), Line("purpose"), Line("amount"), new DayInput("until"), Line("posts") with { Optional = true }, Area("contract-text")),
        Act("accounts.pledge", f => new MakePledge(f.NewId("pledge"), f.Text("into-fund"), f.Amount("amount"), f.Day("due-day"), f.TextOrNone("on-behalf")),
            Funds("into-fund"), Line("amount"), new DayInput("due-day"), OwnUnits("on-behalf") with { Optional = true }) with { Before = typeof(Planning.JoiningPart) },
        Act("accounts.withdraw-pledge", f => new WithdrawPledge(f.Text("pledge")), Given("pledge")),
        Act("accounts.offer-goods", f => new OfferGoods(f.NewId("goods"), f.Text("own-fund"), f.Text("goods"), f.Number("how-many"), f.Amount("price"), f.Day("until")), OwnFunds("own-fund"), Line("goods"), new NumberInput("how-many"), Line("price"), new DayInput("until")),
        Act("accounts.take-goods", f => new TakeGoods(f.NewId("taken"), f.Text("offer-of-goods"), f.Text("own-fund"), f.Number("how-many")), Given("offer-of-goods"), OwnFunds("own-fund"), new NumberInput("how-many")),
        Act("accounts.settle", f => new Settle(f.NewId("transfer"), f.Text("commitment"), f.Text("paying-fund"), f.Amount("amount"), Voucher(f)), Given("commitment"), Funds("paying-fund"), Line("amount"), Area("voucher") with { Optional = true }),
        Act("accounts.leave-gift", f => new LeaveGift(f.Text("commitment"), f.Text("into-fund")), Given("commitment"), Funds("into-fund")),
        Act("accounts.enter-rate", f => new EnterRate(f.Text("rate-of").ToUpperInvariant(), f.Text("rate-in").ToUpperInvariant(), f.Day("figure-day"), f.Amount("rate-many"), f.Amount("rate-are"), f.Text("figure-source")),
            Line("rate-of"), Line("rate-many"), Line("rate-in"), Line("rate-are"), new DayInput("figure-day"), Line("figure-source")),
        Act("accounts.enter-property", f => new EnterProperty(f.NewId("property"), f.Text("title"), f.Text("conditions"), f.Text("round-place"), f.Number("use-months")), Line("title"), Area("conditions"), PlacesOf("round-place"), new NumberInput("use-months")) with { InWriting = true },
        Act("accounts.ask-for-use", f => new AskForUse(f.Text("property"), f.TextOrNone("on-behalf")), Given("property"), OwnUnits("on-behalf") with { Optional = true }),
        Act("accounts.give-in-use", f => new GiveInUse(f.Text("property")), Given("property")),
        Act("accounts.give-back", f => new GiveBack(f.Text("property"), f.TextOrNone("on-behalf")), Given("property"), OwnUnits("on-behalf") with { Optional = true }),
        Act("accounts.open-audit", f => new OpenAudit(f.NewId("audit"), f.Text("audited-fund"), f.Day("first-day"), f.Day("period-end"), f.Number("auditors"), f.Text("audit-seed"), f.Day("seed-day")),
            Funds("audited-fund"), new DayInput("first-day"), new DayInput("period-end"), new NumberInput("auditors"), Line("audit-seed"), new DayInput("seed-day")) with { InWriting = true },
        Act("accounts.draw-auditors", f => new DrawAuditors(f.Text("audit"), f.Text("seed")), Given("audit"), Line("seed")),
        Act("accounts.report-audit", f => new ReportAudit(f.Text("audit"), f.Flag("sound"), f.File("audit-findings")), Given("audit"), YesOrNo("sound"), Area("audit-findings")),
        Act("accounts.approve-accounts", f => new ApproveAccounts(f.Text("audit"), f.Text("motion")), Given("audit"), Adopted("motion")),
    ];

    private static long AmountOrNone(Filling f, string name) => f.TextOrNone(name) is null ? 0 : f.Amount(name);

    /// <summary>The funds of the units for which the visitor speaks.</summary>
    private static ChoiceInput OwnFunds(string name) => OneOf(name, (v, _) => v.Person is not { } person ? []
        : v.State.Accounts.Funds.Values.Where(o => o.Unit is { } unit && v.State.Offices.SpeaksFor(person, unit, v.Now)).OrderBy(o => o.Title, StringComparer.Ordinal).Select(o => (o.Id, o.Title)));
}
