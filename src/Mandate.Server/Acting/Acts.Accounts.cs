using Mandate.Organisation.Accounts;
using Mandate.Organisation.Facts;
using Mandate.Organisation.Works;

namespace Mandate.Server.Acting;

public static partial class Acts
{
    private static IEnumerable<ActDefinition> AccountsAndWorks() =>
    [
        Act("accounts.open-fund", f => new OpenFund(f.NewId("fund"), f.Text("title"), f.Text("currency"), f.Text("keeper"), f.TextOrNone("fund-unit")), Line("title"), Line("currency"), Keepers("keeper"), OwnUnits("fund-unit") with { Optional = true }) with { InWriting = true },
        Act("accounts.grant", f => new GrantFunds(f.NewId("grant"), f.Text("fund"), f.Amount("amount"), f.Text("purpose"), f.Day("until"), f.TextOrNone("motion"), f.TextOrNone("for-conflict"), f.TextOrNone("for-education") is not null && f.Flag("for-education"), f.TextOrNone("used-by")), Given("fund"), Line("amount"), Line("purpose"), new DayInput("until"), Adopted("motion") with { Optional = true }, OpenConflicts("for-conflict") with { Optional = true }, YesOrNo("for-education") with { Optional = true }, PlacesOf("used-by") with { Optional = true }) with { InWriting = true },
        Act("accounts.receive", f => new ReceiveFunds(f.NewId("receipt"), f.Text("fund"), f.Amount("amount"), f.Text("from-whom"), Voucher(f), f.TextOrNone("paid-in-by") is null ? null : f.Person("paid-in-by"), f.TextOrNone("for-commitment")),
            Given("fund"), Given("for-commitment"), Line("amount"), Line("from-whom"), Area("voucher") with { Optional = true }, new PersonsInput("paid-in-by") { Optional = true }),
        Act("accounts.pay", f => new ProposePayment(f.NewId("payment"), f.Text("grant"), f.Amount("amount"), f.Text("to-whom"), Voucher(f), f.TextOrNone("payee") is null ? null : f.Person("payee"), f.TextOrNone("for-commitment"), f.TextOrNone("repays-costs") is not null && f.Flag("repays-costs")),
            Given("grant"), Given("for-commitment"), Line("amount"), Line("to-whom"), Area("voucher") with { Optional = true }, new PersonsInput("payee") { Optional = true }, YesOrNo("repays-costs") with { Optional = true }),
        Act("accounts.countersign", f => new CountersignPayment(f.Text("payment")), Given("payment")),
        Act("accounts.state-balance", f => new StateBalance(f.NewId("balance"), f.Text("fund"), f.Amount("amount"), f.File("voucher")), Given("fund"), Line("amount"), Area("voucher")),
        Act("accounts.question", f => new AskAboutEntry(f.NewId("question"), f.Text("entry"), f.Text("question-on-entry")), Given("entry"), Area("question-on-entry")),
        Act("accounts.answer", f => new AnswerOnEntry(f.Text("question-asked"), f.Text("answer-on-entry")), Given("question-asked"), Area("answer-on-entry")),
        Act("accounts.open-round", f => new OpenRound(f.NewId("round"), f.Text("goods"), f.Number("how-many"), f.Text("round-place"), f.Day("closes"), f.TextOrNone("lot-procedure")), Line("goods"), new NumberInput("how-many"), OwnPlaces("round-place"), new DayInput("closes"), Area("lot-procedure") with { Optional = true }),
        Act("accounts.draw-round", f => new DrawRound(f.Text("round"), f.Text("seed")), Given("round"), Line("seed")),
        Act("accounts.ask", f => new AskInRound(f.Text("round")), Given("round")),
        Act("accounts.allot", f => new Allot(f.Text("round"), f.Persons("allot-to")), Given("round"), new PersonsInput("allot-to", Several: true)) with { InWriting = true },
        Act("works.begin", f => new BeginWork(f.NewId("work"), f.Text("title"), f.Choice<Culture>("culture-field"), f.TextOrNone("own-unit"), f.TextOrNone("own-association")), Line("title"), OneOf<Culture>("culture-field"), OwnUnits("own-unit") with { Optional = true }, OwnAssociations("own-association") with { Optional = true }),
        Act("works.found-association", f => new FoundAssociation(f.NewId("association"), f.Text("name"), f.Text("aim-of-association")), Line("name"), Area("aim-of-association")),
        Act("works.join-association", f => new JoinAssociation(f.Text("association")), Given("association")),
        Act("works.leave-association", f => new LeaveAssociation(f.Text("association")), Given("association")),
        Act("works.take-out", f => new TakeAssociationOut(f.Text("association")), Given("association")),
        Act("works.ask", f => new AskOfWork(f.NewId("request"), f.Text("work-of"), f.Choice<Aspect>("aspect"), f.Flag("binding"), f.Text("what")), Given("work-of"), OneOf<Aspect>("aspect"), YesOrNo("binding"), Area("what")),
        Act("works.answer", f => new AnswerOnWork(f.Text("request"), f.Flag("agreed"), f.Text("answer-of-makers")), Given("request"), YesOrNo("agreed"), Area("answer-of-makers")),
        Act("works.publish", f => new PublishWork(f.Text("work-of"), f.File("text")), Given("work-of"), Area("text")),
        Act("works.end", f => new EndWork(f.Text("work-of")), Given("work-of")),
    ];

    /// <summary>Without a voucher the rules are asked all the same, and say why they refuse.</summary>
    private static string Voucher(Filling f) => f.TextOrNone("voucher") is { } text ? f.Blob(text + "\n") : "";

    /// <summary>Bodies and offices, and the committees of units on which the visitor sits.</summary>
    private static ChoiceInput Keepers(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Concat(v.Version.Rules.Offices.Keys).Select(b => (b, v.Words.Place(b)))
        .Concat(v.State.Federation.Committees.Values.Where(c => Mandate.Organisation.Federation.Committees.Sitting(v.State, c, v.Now).Contains(v.Person, StringComparer.Ordinal)).Select(c => (c.Id, c.Name))));

    private static ChoiceInput OpenConflicts(string name) => OneOf(name, (v, _) => v.State.Federation.Conflicts.Values.Where(c => c.EndedAt is null).OrderBy(c => c.Id, StringComparer.Ordinal).Select(c => (c.Id, $"{v.UnitName(c.Unit)}: {c.Opponent}")));

    private static ChoiceInput PlacesOf(string name) => OneOf(name, (v, _) => v.Version.Rules.Bodies.Keys.Concat(v.Version.Rules.Offices.Keys).Select(b => (b, v.Words.Place(b))));

    private static ChoiceInput OwnPlaces(string name) => OneOf(name, (v, _) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t.Session is null).Select(t => t.Seat.Of).Distinct(StringComparer.Ordinal).Select(p => (p, v.Words.Place(p))));

    private static ChoiceInput OwnAssociations(string name) => OneOf(name, (v, _) => v.State.Works.Associations.Values.Where(a => a.Gone is null && v.Person is { } person && a.Members.Contains(person)).OrderBy(a => a.Name, StringComparer.Ordinal).Select(a => (a.Id, a.Name)));

    private static ChoiceInput OwnUnits(string name) => OneOf(name, (v, _) => v.Person is not { } person ? []
        : v.State.Offices.HeldBy(person, v.Now).Where(t => t is { Session: null, Seat.Unit: not null }).Select(t => t.Seat.Unit!).Distinct(StringComparer.Ordinal).Select(u => (u, v.UnitName(u))));
}
