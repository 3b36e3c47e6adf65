using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>Units exchange goods at prices they name, where a rule lets them, each up to its cap (S326); and what is owed from one fund to another is paid.</summary>
internal static class Exchange
{
    public static Decision Offer(State state, Act act, OfferGoods c)
    {
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (UnitsFund(state, act, c.Fund, out var fund, out var clause) is { } notYours) return notYours;
        if (BookRules.For(state.Accounts, BookRuleKind.Exchange, null, act.Day) is not { Amount: > 0 }) return AccountsRefusals.NoExchange(clause);
        if (c.What.Length is 0 or > 200) return ProtocolRefusals.Malformed("goods", "what is given out, in at most 200 characters", c.What.Length);
        if (c.Quantity is < 1 or > 1_000_000) return ProtocolRefusals.Malformed("how-many", "from 1 to 1000000", c.Quantity);
        if (c.Price is < 1 or > 100_000_000_00) return ProtocolRefusals.Malformed("price", "more than nothing", c.Price);
        return c.Until < act.Day ? ProtocolRefusals.Malformed("until", "today or later", c.Until) : Decision.Accept(clause, new GoodsOffered(c.Id, fund.Id, c.What, c.Quantity, c.Price, c.Until));
    }

    public static Decision Take(State state, Act act, TakeGoods c)
    {
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Goods.TryGetValue(c.Offer, out var offer)) return ProtocolRefusals.Unknown("offer-of-goods", c.Offer);
        if (UnitsFund(state, act, c.Fund, out var fund, out var clause) is { } notYours) return notYours;
        if (fund.Unit == offer.Unit) return ProtocolRefusals.NotYours(clause, "another unit", fund.Unit!);
        if (act.Day > offer.Until) return AccountsRefusals.RoundClosed(clause, offer.Until);
        if (fund.Currency != state.Accounts.Funds[offer.Fund].Currency) return AccountsRefusals.OtherCurrency(clause, state.Accounts.Funds[offer.Fund].Currency, fund.Currency);
        if (c.Quantity < 1 || c.Quantity > offer.Left) return AccountsRefusals.TooManyGiven(clause, offer.Left, c.Quantity);
        if (BookRules.For(state.Accounts, BookRuleKind.Exchange, null, act.Day) is not { Amount: > 0 } rule) return AccountsRefusals.NoExchange(clause);
        var amount = c.Quantity * offer.Price;
        var since = act.At.AddMonths(-12);
        var bought = state.Accounts.Commitments.Values.Where(o => o.Kind == CommitmentKind.Exchange && o.At > since && o.Currency == fund.Currency && UnitOf(state.Accounts, o.From) == fund.Unit).Sum(o => o.Amount);
        if (bought + amount > rule.Amount) return AccountsRefusals.BeyondLimit(clause, rule.Kind, rule.Amount, bought + amount);
        return Decision.Accept(clause, new GoodsTaken(c.Id, offer.Id, fund.Id, c.Quantity, amount, act.Day.AddDays(BookRules.DueDays)));
    }

    /// <summary>Out of a fund into another, for what is owed between them; whoever keeps the fund that pays proposes it.</summary>
    public static Decision Settle(State state, Act act, Settle c)
    {
        var rules = state.Statutes.At(act.At);
        var (books, clause) = (state.Accounts, AccountsRules.ClauseOf(rules));
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!books.Commitments.TryGetValue(c.Commitment, out var owed)) return ProtocolRefusals.Unknown("commitment", c.Commitment);
        if (!books.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (Party.Of(owed.To, "fund") is not { } into) return ProtocolRefusals.WrongStage("commitment", owed.Id, "owed to a fund", owed.Kind.ToString());
        if (owed.From != Party.Fund(fund.Id) && (fund.Unit is null || owed.From != Party.Unit(fund.Unit))) return AccountsRefusals.OtherPayee(clause, fund.Title);
        if (AccountsRules.Keeps(state, act, rules, fund) is { } notYours) return notYours;
        if (fund.Currency != owed.Currency) return AccountsRefusals.OtherCurrency(clause, owed.Currency, fund.Currency);
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        var left = Math.Min(books.OpenOf(owed), books.BalanceOfFund(fund.Id) - books.WaitingOf(fund.Id));
        if (c.Amount > left) return AccountsRefusals.MoreThanOwed(clause, left, c.Amount);
        return c.Voucher.Length > 0 && act.Blobs.Text(c.Voucher) is null ? ProtocolRefusals.BlobMissing(c.Voucher) : Decision.Accept(clause, new TransferProposed(c.Id, owed.Id, fund.Id, into, c.Amount, c.Voucher));
    }

    public static Decision Rate(State state, Act act, EnterRate c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (!state.Offices.ServedBy(act.By, act.At).Any(t => t.Session is null)) return ProtocolRefusals.NotYours(clause, "office", act.By);
        if (!AccountsRules.IsCurrency(c.Of) || !AccountsRules.IsCurrency(c.In) || c.Of == c.In) return ProtocolRefusals.Malformed("currency", "two currencies of three capital letters", c.In);
        if (c.Many <= 0 || c.Are <= 0) return ProtocolRefusals.Malformed("rate-are", "more than nothing", Math.Min(c.Many, c.Are));
        if (c.On > act.Day) return ProtocolRefusals.Malformed("figure-day", "today or earlier", c.On);
        return c.Source.Length is 0 or > 300 ? ProtocolRefusals.Malformed("figure-source", "where the figure is from, in at most 300 characters", c.Source.Length) : Decision.Accept(clause, new RateEntered(c.Of, c.In, c.On, c.Many, c.Are, c.Source));
    }

    /// <summary>The unit behind a party: itself, or the one whose fund it is.</summary>
    public static string? UnitOf(AccountsState books, string party) => Party.Of(party, "unit") ?? (Party.Of(party, "fund") is { } fund ? books.Funds.GetValueOrDefault(fund)?.Unit : null);

    private static Refusal? UnitsFund(State state, Act act, string id, out Fund fund, out string clause)
    {
        var rules = state.Statutes.At(act.At);
        (fund, clause) = (state.Accounts.Funds.GetValueOrDefault(id)!, AccountsRules.ClauseOf(rules));
        if (fund is null) return ProtocolRefusals.Unknown("fund", id);
        return fund.Unit is null ? ProtocolRefusals.WrongStage("fund", id, "of a unit", "of all") : AccountsRules.Keeps(state, act, rules, fund);
    }
}
