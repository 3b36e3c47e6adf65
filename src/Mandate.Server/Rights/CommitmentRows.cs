using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;
using Mandate.Server.Look;

namespace Mandate.Server.Rights;

/// <summary>
/// What is owed, in one register: the rules over money and what was reckoned by them, goods that units offer one another, contracts, levies, pledges, shares and
/// returns with what is still open of each. Ordinary members are named to themselves only.
/// </summary>
internal static class CommitmentRows
{
    /// <summary>Settled ones shown; the record has all.</summary>
    private const int Shown = 100;

    public static IEnumerable<Row> Of(Visit v)
    {
        var books = v.State.Accounts;
        return
        [
            .. books.Commitments.Values.Where(c => c.Open > 0).OrderBy(c => c.Due).ThenBy(c => c.Id, StringComparer.Ordinal).Select(c => Owed(v, books, c)),
            .. books.Goods.Values.Where(g => g.Left > 0 && v.Today <= g.Until).OrderBy(g => g.Until).ThenBy(g => g.Id, StringComparer.Ordinal).Select(g => Goods(v, books, g)),
            .. books.Rules.Values.OrderBy(r => r.EndedAt is not null).ThenBy(r => r.Rule.Kind).ThenBy(r => r.Rule.Id, StringComparer.Ordinal).Select(r => Rule(v, books, r)),
            .. books.Commitments.Values.Where(c => c.Open <= 0).OrderByDescending(c => c.At).ThenBy(c => c.Id, StringComparer.Ordinal).Take(Shown).Select(c => Owed(v, books, c)),
        ];
    }

    /// <summary>By kind: how much is owed, settled and overdue, in each currency.</summary>
    public static IEnumerable<FigureTable> Figures(Visit v)
    {
        var all = v.State.Accounts.Commitments.Values.Where(c => !c.Withdrawn).ToList();
        yield return new(v.Words["owed.by-kind"], [v.Words["owed.kind"], v.Words["owed.how-many"], v.Words["owed.agreed"], v.Words["owed.settled"], v.Words["owed.open"], v.Words["owed.overdue"]],
        [
            .. all.GroupBy(c => (c.Kind, c.Currency)).OrderBy(g => g.Key.Kind).ThenBy(g => g.Key.Currency, StringComparer.Ordinal).Select(g => (IReadOnlyList<Cell>)
            [
                v.Words.Value(g.Key.Kind), Cell.Of(v, g.Count()), Amount(v, g.Sum(c => c.Amount), g.Key.Currency), Amount(v, g.Sum(c => c.Settled), g.Key.Currency),
                Amount(v, g.Sum(c => c.Open), g.Key.Currency), Amount(v, g.Where(c => c.OverdueOn(v.Today)).Sum(c => c.Open), g.Key.Currency),
            ]),
        ]);
        foreach (var reckoning in v.State.Accounts.Reckonings.Reverse().DistinctBy(r => r.Rule, StringComparer.Ordinal).OrderBy(r => r.Rule, StringComparer.Ordinal))
        {
            var rule = v.State.Accounts.Rules[reckoning.Rule].Rule;
            var currency = v.State.Accounts.Funds[rule.Fund!].Currency;
            yield return new(
                v.Words.Say("owed.reckoned-on", ("rule", rule.Title), ("day", v.Words.Date(reckoning.On))), [v.Words["owed.party"], v.Words["owed.count." + rule.Kind], v.Words["owed.base." + rule.Kind], v.Words["owed.comes-to"]],
                [
                    .. reckoning.Lines.Take(Shown).Select(l => (IReadOnlyList<Cell>)[Named(v, l.Party), rule.Kind == BookRuleKind.Levy ? Cell.Of(v, l.Count) : new(Planning.PlanFigures.Number(v, l.Count), Number: true), Amount(v, l.Base, currency), Amount(v, l.Amount, currency)]),
                    [v.Words["plan.sum"], "", "", Amount(v, reckoning.Lines.Sum(l => l.Amount), currency)],
                ],
                string.Join(" ", Formula(v, rule), v.Words[Reckonings.Holds(rule, reckoning) ? "owed.made-again" : "owed.does-not-hold"], rule.Expected > 0 ? v.Words.Say("owed.expected", ("amount", AccountRows.Money(v, rule.Expected, currency))) : ""));
        }
    }

    /// <summary>The formula of a rule in words, with its figures.</summary>
    public static string Formula(Visit v, BookRule rule)
    {
        var currency = rule.Fund is { } fund ? v.State.Accounts.Funds[fund].Currency : v.State.Accounts.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal).FirstOrDefault(f => f.Currency.Length == 3)?.Currency ?? "";
        return v.Words.Say("owed.formula." + rule.Kind + (rule is { Kind: BookRuleKind.Levy, Percent: 0 } ? "-flat" : ""), ("amount", rule.Kind is BookRuleKind.OneParty or BookRuleKind.OutsideStaff or BookRuleKind.BodyShare ? Planning.PlanFigures.Number(v, rule.Amount) : AccountRows.Money(v, rule.Amount, currency)),
            ("member", AccountRows.Money(v, rule.PerMember, currency)), ("percent", v.Words.Number(rule.Percent)), ("months", v.Words.Number(rule.Months)), ("goods", rule.Kind == BookRuleKind.Pool ? v.State.Accounts.Funds[rule.Of!].Title : ""));
    }

    /// <summary>A party in words: a fund or unit by its name, an outsider by theirs, a member only to themselves.</summary>
    public static string Named(Visit v, string party) =>
        Party.Of(party, "fund") is { } fund ? v.State.Accounts.Funds[fund].Title
        : Party.Of(party, "unit") is { } unit ? v.UnitName(unit)
        : Party.Of(party, "member") is { } member ? member == v.Person ? v.Words["owed.you"] : v.Words["record.a-member"]
        : Party.Of(party, "outside") ?? party;

    private static Cell Amount(Visit v, long amount, string currency) => new(AccountRows.Money(v, amount, currency), Number: true);

    private static Row Owed(Visit v, AccountsState books, Commitment c) => new(
        c.Id, $"{v.Words.Value(c.Kind)}: {c.What}", c.Open <= 0 ? Meaning.Past : c.OverdueOn(v.Today) ? Meaning.Alarm : Meaning.Pending, c.Withdrawn ? "owed.withdrawn" : c.Open <= 0 ? "owed.all-settled" : c.OverdueOn(v.Today) ? "rights.overdue" : "owed.is-open",
        [
            ("owed.from", Named(v, c.From)), ("owed.to", Named(v, c.To)), ("accounts.amount", AccountRows.Money(v, c.Amount, c.Currency)),
            .. c.Settled > 0 && c.Open > 0 ? new[] { ("owed.open", AccountRows.Money(v, c.Open, c.Currency)) } : [],
            .. c.Quantity > 0 ? new[] { ("owed.quantity", v.Words.Say("owed.at", ("count", c.Quantity), ("price", AccountRows.Money(v, c.Price, c.Currency)))) } : [],
            .. c.Posts > 0 ? new[] { ("owed.posts", Planning.PlanFigures.Number(v, c.Posts)) } : [],
            ("rights.due-on", v.Words.Date(c.Due)), ("owed.follows-from", Basis(v, books, c)),
        ],
        c.Open <= 0 ? [] :
        [
            .. c.Kind == CommitmentKind.Pledge && (c.By == v.Person || Party.Of(c.From, "unit") is { } own && Register.Units(v, [own]).Any()) && v.Today <= c.Due ? new[] { new RowAct("accounts.withdraw-pledge", ("pledge", c.Id)) } : [],
            .. c.Kind == CommitmentKind.Return && c.To == "member:" + v.Person ? new[] { new RowAct("accounts.leave-gift", ("commitment", c.Id)) } : [],
            .. Moving(v, books, c),
            new("accounts.question", ("entry", c.Id)),
        ])
    { Text = c.Text };

    /// <summary>How it is paid, for whoever keeps a fund that is concerned.</summary>
    private static IEnumerable<RowAct> Moving(Visit v, AccountsState books, Commitment c)
    {
        bool Keeps(Fund fund) => v.Person is { } person && (fund.Unit is { } unit ? v.State.Offices.SpeaksFor(person, unit, v.Now) : v.State.Offices.Holds(person, fund.Keeper, v.Now));
        var (from, to) = (Party.Of(c.From, "fund"), Party.Of(c.To, "fund"));
        var paying = books.Funds.Values.FirstOrDefault(f => (f.Id == from || f.Unit is { } unit && c.From == Party.Unit(unit)) && Keeps(f));
        if (to is not null && paying is not null) yield return new("accounts.settle", ("commitment", c.Id), ("paying-fund", paying.Id));
        else if (to is not null && from is null && Keeps(books.Funds[to])) yield return new("accounts.receive", ("fund", to), ("for-commitment", c.Id));
        else if (to is null && paying is not null) yield return new("accounts.pay", ("grant", c.Kind == CommitmentKind.Contract ? c.Basis : c.Id), ("for-commitment", c.Id));
    }

    /// <summary>From what it follows, with the line of the plan behind a contract.</summary>
    private static string Basis(Visit v, AccountsState books, Commitment c) => c.Kind switch
    {
        CommitmentKind.Contract => v.State.Planning.Plans.Values.FirstOrDefault(p => p.Grants.Values.Any(g => g.Contains(c.Basis, StringComparer.Ordinal))) is { } plan ? $"{books.Grants[c.Basis].Purpose} ({plan.Title})" : books.Grants[c.Basis].Purpose,
        CommitmentKind.Pledge => v.Words["owed.own-will"],
        CommitmentKind.Separation => v.Words.Say("separation.basis", ("unit", v.UnitName(v.State.Federation.Separations[c.Basis].Unit))),
        CommitmentKind.Exchange => books.Goods[c.Basis].What,
        _ => books.Rules[c.Basis].Rule.Title,
    };

    private static Row Goods(Visit v, AccountsState books, ExchangeOffer g) => new(
        g.Id, g.What, Meaning.InForce, "owed.on-offer",
        [("owed.offered-by", v.UnitName(g.Unit)), ("owed.quantity", v.Words.Say("owed.at", ("count", g.Left), ("price", AccountRows.Money(v, g.Price, books.Funds[g.Fund].Currency)))), ("rights.until", v.Words.Date(g.Until))],
        [new("accounts.take-goods", ("offer-of-goods", g.Id))]);

    private static Row Rule(Visit v, AccountsState books, StandingRule r)
    {
        var rule = r.Rule;
        var day = rule.Kind == BookRuleKind.Levy ? Reckonings.Next(rule, books) : v.Today.AddDays(-1);
        return new(
            rule.Id, rule.Title.Length > 0 ? $"{v.Words.Value(rule.Kind)}: {rule.Title}" : v.Words.Value(rule.Kind), r.Failed == true ? Meaning.Alarm : r.EndedAt is not null || rule.Until < v.Today ? Meaning.Past : Meaning.InForce,
            r.EndedAt is null ? rule.Until < v.Today ? "rights.ended" : "rights.in-force" : r.Failed == true ? "owed.failed" : "owed.served",
            [
                ("owed.formula", Formula(v, rule)), .. rule.Fund is { } fund ? new[] { ("accounts.fund", books.Funds[fund].Title) } : [], ("accounts.decided-by", rule.Motion is { } motion ? v.State.Motions.Find(motion)?.Title ?? motion : v.Words.Place(r.For)),
                .. rule.Kind == BookRuleKind.Collection ? new[] { ("owed.came-in", AccountRows.Money(v, books.CameInto(rule.Fund!), books.Funds[rule.Fund!].Currency)), ("accounts.booked", AccountRows.Money(v, books.BalanceOfFund(rule.Fund!), books.Funds[rule.Fund!].Currency)), ("accounts.keeper", v.Words.Place(books.Funds[rule.Fund!].Keeper)) } : [],
                .. rule.Kind == BookRuleKind.Levy ? new[] { ("owed.next-period", v.Words.Date(day)) } : [],
                .. rule.Until is { } until ? new[] { ("rights.until", v.Words.Date(until)) } : [],
                .. r.Reason is { } reason ? new[] { ("owed.reason", reason) } : [],
                .. DifferenceFacts.On(v, rule.Id),
            ],
            r.EndedAt is not null ? [] : rule.Kind switch
            {
                BookRuleKind.Levy or BookRuleKind.Pool or BookRuleKind.Shares => [new("accounts.reckon", ("book-rule", rule.Id), ("reckon-on", Iso(day))), .. DifferenceFacts.Acts(v, rule.Id)],
                BookRuleKind.Collection => [new("accounts.pledge", ("into-fund", rule.Fund!)), new("accounts.end-collection", ("book-rule", rule.Id))],
                _ => [],
            });
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
