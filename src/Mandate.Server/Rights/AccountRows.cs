using System.Globalization;
using Mandate.Organisation.Accounts;
using Mandate.Server.Keeping;
using Mandate.Server.Look;
using Mandate.Server.Wording;

namespace Mandate.Server.Rights;

/// <summary>The accounts as a register: funds and what their books say, what may be spent, payments that wait, every booking with its voucher, rounds of what is scarce.</summary>
internal static class AccountRows
{
    /// <summary>Bookings shown; the record has all.</summary>
    private const int Shown = 200;

    public static IEnumerable<Row> Of(Visit v)
    {
        var books = v.State.Accounts;
        return
        [
            .. books.Funds.Values.OrderBy(f => f.Title, StringComparer.Ordinal).Select(f => Fund(v, books, f)),
            .. books.Waiting.Values.OrderBy(p => p.At).Select(p => new Row(
                p.Id, p.To, Meaning.Pending, "accounts.waits",
                [("accounts.amount", Money(v, p.Amount, books.Funds[p.Fund].Currency)), ("accounts.under", p.Grant is { } granted ? books.Grants[granted].Purpose : books.Commitments[p.For!].What), ("rights.by", v.NameOrId(p.By))],
                [new("accounts.countersign", ("payment", p.Id))]) { Text = p.Voucher }),
            .. books.Grants.Values.OrderByDescending(g => g.Until).ThenBy(g => g.Id, StringComparer.Ordinal).Select(g => new Row(
                g.Id, g.Purpose, v.Today <= g.Until ? Meaning.InForce : Meaning.Past, v.Today <= g.Until ? "rights.in-force" : "rights.ended",
                [
                    ("accounts.granted", Money(v, g.Amount, books.Funds[g.Fund].Currency)), ("accounts.left", Money(v, books.LeftOf(g), books.Funds[g.Fund].Currency)), ("rights.until", v.Words.Date(g.Until)),
                    .. g.Place is { } uses ? new[] { ("accounts.used-by", v.Words.Place(uses)) } : [],
                    .. g.Education ? new[] { ("accounts.for", v.Words["accounts.education"]) } : [],
                    ("accounts.decided-by", g.Motion is { } motion ? v.State.Motions.Find(motion)?.Title ?? motion : Keeper(v, g.For)), .. g.Conflict is { } conflict ? new[] { ("accounts.for-conflict", v.State.Federation.Conflicts[conflict].Opponent) } : [],
                ],
                v.Today <= g.Until ? [new("accounts.pay", ("grant", g.Id))] : [])),
            .. books.Rounds.Values.OrderByDescending(r => r.Closes).ThenBy(r => r.Id, StringComparer.Ordinal).Select(r => Round(v, r)),
            .. books.Bookings.Reverse().Take(Shown).Select(b => Booking(v, books, b)),
        ];
    }

    private static Row Fund(Visit v, AccountsState books, Fund f)
    {
        var last = books.Statements.LastOrDefault(s => s.Fund == f.Id);
        return new(
            f.Id, f.Title, last is { Agrees: false } ? Meaning.Alarm : Meaning.InForce, last is null ? "accounts.not-counted" : last.Agrees ? "accounts.agrees" : "accounts.does-not-agree",
            [
                ("accounts.booked", Money(v, books.BalanceOfFund(f.Id), f.Currency)), ("accounts.keeper", Keeper(v, f.Keeper)), .. f.Unit is { } unit ? new[] { ("accounts.of-unit", v.UnitName(unit)) } : [],
                .. Converted(v, books, f),
                .. Asked(v, f.Id),
                .. last is null ? Array.Empty<(string, string)>() : [("accounts.counted", v.Words.Say("accounts.counted-on", ("amount", Money(v, last.Amount, f.Currency)), ("booked", Money(v, last.Booked, f.Currency)), ("when", v.Words.Moment(last.At)), ("who", v.NameOrId(last.By))))],
            ],
            [.. Asking(v, f.Id), new("accounts.grant", ("fund", f.Id)), new("accounts.receive", ("fund", f.Id)), new("accounts.state-balance", ("fund", f.Id))]) { Text = last?.Voucher };
    }

    /// <summary>The body, office or committee of units, in its unit where it has one.</summary>
    internal static string Keeper(Visit v, string place) => v.State.Federation.Committees.GetValueOrDefault(place)?.Name ?? Named.Place(v, place) ?? v.Words.Place(place);

    /// <summary>A fund in another currency than most: what it comes to, each movement by the rate of its own day.</summary>
    private static IEnumerable<(string, string)> Converted(Visit v, AccountsState books, Fund f) => books.Rates.IsEmpty || f.Currency == Usual(books) ? []
        : books.Rates.SelectMany(r => new[] { r.Of, r.In }).Where(c => c != f.Currency).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(c => (Currency: c, Amount: Rates.Balance(books, f, c))).Where(c => c.Amount is not null).Select(c => ("owed.by-rates", Money(v, c.Amount!.Value, c.Currency)));

    /// <summary>The currency of most funds, which nobody needs in another; null where all funds have the same.</summary>
    private static string? Usual(AccountsState books) =>
        books.Funds.Values.Select(f => f.Currency).Where(c => c.Length == 3).GroupBy(c => c, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList() is { Count: > 1 } several ? several[0].Key : null;

    private static Row Booking(Visit v, AccountsState books, Booking b)
    {
        var (fund, amount) = (b.Legs.First(l => l.Account.StartsWith("fund:", StringComparison.Ordinal)) is var leg ? leg.Account["fund:".Length..] : "", b.Legs.First(l => l.Account.StartsWith("fund:", StringComparison.Ordinal)).Amount);
        var grant = b.Legs.Select(l => l.Account).FirstOrDefault(a => a.StartsWith("grant:", StringComparison.Ordinal)) is { } of ? books.Grants.GetValueOrDefault(of["grant:".Length..]) : null;
        return new(
            b.Id, b.With, Meaning.Past, amount < 0 ? "accounts.paid" : "accounts.received",
            [
                ("accounts.amount", Money(v, amount, books.Funds[fund].Currency)), ("accounts.fund", books.Funds[fund].Title), ("rights.since", v.Words.Moment(b.At)),
                .. grant is null ? Array.Empty<(string, string)>() : [("accounts.under", grant.Purpose)],
                .. b.For is { } settles ? new[] { ("owed.settles", $"{v.Words.Value(books.Commitments[settles].Kind)}: {books.Commitments[settles].What}") } : [],
                .. b.Costs ? new[] { ("accounts.for", v.Words["accounts.costs"]) } : [],
                .. Asked(v, b.Id),
                ("accounts.signed", b.SecondBy is { } second ? v.Words.Say("accounts.two", ("first", v.NameOrId(b.By)), ("second", v.NameOrId(second))) : v.NameOrId(b.By)),
            ],
            Asking(v, b.Id)) { Text = b.Voucher };
    }

    /// <summary>What was asked about an entry and answered; by name only those who answered in their office.</summary>
    private static IEnumerable<(string, string)> Asked(Visit v, string entry) => v.State.Accounts.Questions.Values.Where(q => q.Entry == entry).OrderBy(q => q.At).ThenBy(q => q.Id, StringComparer.Ordinal).SelectMany(q => new[]
    {
        ("accounts.question", q.Text),
        ("accounts.answer", q.Answer is { } answer ? v.Words.Say("accounts.answered", ("answer", answer), ("who", v.NameOrId(q.AnsweredBy!)), ("when", v.Words.Moment(q.AnsweredAt!.Value)))
            : v.Words.Say(q.OverdueOn(v.Today) ? "accounts.answer-overdue" : "accounts.answer-due", ("day", v.Words.Date(q.Due)))),
    });

    private static IReadOnlyList<RowAct> Asking(Visit v, string entry) =>
        [new("accounts.question", ("entry", entry)), .. v.State.Accounts.Questions.Values.Where(q => q.Entry == entry && q.AnsweredAt is null).OrderBy(q => q.Id, StringComparer.Ordinal).Select(q => new RowAct("accounts.answer", ("question-asked", q.Id)))];

    private static Row Round(Visit v, Round r) => new(
        r.Id, r.Goods, r.AllottedAt is not null ? Meaning.Past : v.Today <= r.Closes ? Meaning.InForce : Meaning.Pending, r.AllottedAt is not null ? "accounts.given" : v.Today <= r.Closes ? "accounts.asking" : "accounts.to-give",
        [
            ("accounts.how-many", v.Words.Number(r.Number)), ("accounts.by-place", v.Words.Place(r.Place)), ("accounts.closes", v.Words.Date(r.Closes)), ("accounts.asked", v.Words.Number(r.Asked.Length)),
            .. r.SeedProcedure is { } lot ? new[] { ("accounts.by-lot", lot) } : [], .. r.Seed is { } seed ? new[] { ("accounts.seed", seed) } : [],
            .. r.AllottedAt is null ? Array.Empty<(string, string)>() : [("accounts.given-to", Given(v, r))],
        ],
        r.AllottedAt is null ? [new("accounts.ask", ("round", r.Id)), new(r.SeedProcedure is null ? "accounts.allot" : "accounts.draw-round", ("round", r.Id))] : []);

    /// <summary>In order: whoever gives out by name, the others counted.</summary>
    private static string Given(Visit v, Round r)
    {
        var own = r.Given.Where(p => r.Distributors.Contains(p, StringComparer.Ordinal)).Select(v.NameOrId).ToList();
        return v.Words.Say("accounts.given-in-order", ("count", r.Given.Length - own.Count), ("distributors", own.Count == 0 ? v.Words["accounts.nobody"] : string.Join(", ", own)));
    }

    internal static string Money(Visit v, long hundredths, string currency)
    {
        var abs = Math.Abs(hundredths);
        return $"{(hundredths < 0 ? "\u2212" : "")}{v.Words.Number(abs / 100)}{(v.Words.Language == Language.English ? "." : ",")}{(abs % 100).ToString("00", CultureInfo.InvariantCulture)}\u00A0{currency}";
    }
}
