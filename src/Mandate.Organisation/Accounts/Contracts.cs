using Mandate.Constitutions;
using Mandate.Organisation.Acts;
using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>The one register of contracts with outsiders, and the limits that are asked when one is entered or paid (S299, S314).</summary>
internal static class Contracts
{
    public static Decision Enter(State state, Act act, EnterContract c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = AccountsRules.ClauseOf(rules);
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Grants.TryGetValue(c.Grant, out var grant)) return ProtocolRefusals.Unknown("grant", c.Grant);
        if (AccountsRules.Keeps(state, act, rules, state.Accounts.Funds[grant.Fund]) is { } notYours) return notYours;
        if (c.With.Trim().Length is 0 or > 200) return ProtocolRefusals.Malformed("with-whom", "with whom, in at most 200 characters", c.With.Length);
        if (c.What.Length is 0 or > 300) return ProtocolRefusals.Malformed("purpose", "what it is for, in at most 300 characters", c.What.Length);
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.Posts < 0) return ProtocolRefusals.Malformed("posts", "nothing or more", c.Posts);
        if (c.Until < act.Day) return ProtocolRefusals.Malformed("until", "today or later", c.Until);
        var left = grant.Amount - state.Accounts.Commitments.Values.Where(o => o.Kind == CommitmentKind.Contract && o.Basis == grant.Id).Sum(o => o.Amount);
        if (c.Amount > left) return AccountsRefusals.MoreThanLeft(clause, left, c.Amount);
        if (BookRules.For(state.Accounts, BookRuleKind.OutsideStaff, grant.Fund, act.Day) is { } staff
            && state.Accounts.Commitments.Values.Where(o => o.Kind == CommitmentKind.Contract && act.Day <= o.Due && (staff.Fund is null || o.From == Party.Fund(staff.Fund))).Sum(o => o.Posts) + c.Posts is var posts && c.Posts > 0 && posts > staff.Amount)
            return AccountsRefusals.BeyondLimit(clause, staff.Kind, staff.Amount, posts);
        return act.Blobs.Text(c.Text) is null
            ? ProtocolRefusals.BlobMissing(c.Text)
            : Decision.Accept(clause, new ContractEntered(c.Id, grant.Id, grant.Fund, c.With.Trim(), c.What, c.Amount, c.Until, c.Posts, c.Text));
    }

    /// <summary>
    /// Asked when a payment is proposed: what it is paid under has that payee and enough left; an outsider who is paid more than the limit is paid under a
    /// contract; no outsider receives more than its share.
    /// </summary>
    public static Refusal? OfPayment(State state, Act act, Fund fund, ProposePayment c)
    {
        var (books, clause) = (state.Accounts, AccountsRules.ClauseOf(state.Statutes.At(act.At)));
        var under = c.For ?? (books.Commitments.ContainsKey(c.Grant) ? c.Grant : null);
        if (under is not null)
        {
            if (!books.Commitments.TryGetValue(under, out var owed)) return ProtocolRefusals.Unknown("commitment", under);
            if (owed.From != Party.Fund(fund.Id) || owed.Kind == CommitmentKind.Contract && owed.Basis != c.Grant) return ProtocolRefusals.WrongStage("commitment", under, "paid from this decision", "another");
            if (Party.Of(owed.To, "member") is { } member ? c.Payee != member : Party.Of(owed.To, "outside") is { } party && !Party.Same(party, c.To)) return AccountsRefusals.OtherPayee(clause, c.To);
            if (c.Amount > books.OpenOf(owed)) return AccountsRefusals.MoreThanLeft(clause, books.OpenOf(owed), c.Amount);
            if (owed.Kind != CommitmentKind.Contract) return null;
        }
        if (c.Payee is not null) return null;
        var since = act.At.AddMonths(-12);
        var paid = c.Amount + books.Waiting.Values.Where(p => p.Grant is not null && p.Payee is null && Party.Same(p.To, c.To)).Sum(p => p.Amount)
            + books.Bookings.Where(b => b.At > since && b.Party is null && Party.Same(b.With, c.To)).SelectMany(b => b.Legs).Where(l => l.Amount > 0 && l.Account.StartsWith("grant:", StringComparison.Ordinal)).Sum(l => l.Amount);
        if (under is null && BookRules.For(books, BookRuleKind.ContractsFrom, fund.Id, act.Day) is { } from && paid > from.Amount) return AccountsRefusals.ContractNeeded(clause, from.Amount, paid);
        var decided = books.Grants.Values.Where(g => g.Fund == fund.Id && g.At > since).Sum(g => g.Amount);
        return BookRules.For(books, BookRuleKind.OneParty, fund.Id, act.Day) is { } share && decided > 0 && new Fraction(paid) * 100_00 > new Fraction(share.Amount) * decided
            ? AccountsRefusals.BeyondLimit(clause, share.Kind, share.Amount, (long)(new Fraction(paid) * 100_00 / decided).Ceiling())
            : null;
    }
}
