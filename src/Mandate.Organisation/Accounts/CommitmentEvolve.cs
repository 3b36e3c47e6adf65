using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>The fold of rules over money, of what is owed by them or agreed, and of rates.</summary>
internal static class CommitmentEvolve
{
    /// <summary>The state after it; null where it is no event of commitments.</summary>
    public static AccountsState? EvolveCommitments(this AccountsState state, AccountsEvent happened, Occasion occasion) => happened switch
    {
        RuleSet e => state with { Rules = state.Rules.SetItem(e.Rule.Id, new(e.Rule, e.For, occasion.At)) },
        CollectionEnded e => state with { Rules = state.Rules.SetItem(e.Rule, state.Rules[e.Rule] with { Failed = e.Failed, Reason = e.Reason, EndedAt = occasion.At }) },
        Reckoned e => Owe(state, e, occasion),
        ContractEntered e => state.Add(new(e.Id, CommitmentKind.Contract, e.What, Party.Fund(e.Fund), Party.Outside(e.With), e.Amount, state.Funds[e.Fund].Currency, e.Until, e.Grant, occasion.At) { Posts = e.Posts, Text = e.Text }),
        Pledged e => state.Add(new(e.Id, CommitmentKind.Pledge, state.Funds[e.Fund].Title, e.Unit is { } unit ? Party.Unit(unit) : Party.Member(occasion.By), Party.Fund(e.Fund), e.Amount, state.Funds[e.Fund].Currency, e.Due, e.Fund, occasion.At) { By = occasion.By }),
        PledgeWithdrawn e => state.Add(state.Commitments[e.Pledge] with { Withdrawn = true }),
        GoodsOffered e => state with { Goods = state.Goods.SetItem(e.Id, new(e.Id, state.Funds[e.Fund].Unit!, e.Fund, e.What, e.Quantity, e.Price, e.Until, occasion.At)) },
        GoodsTaken e => Take(state, e, occasion),
        TransferProposed e => state with { Waiting = state.Waiting.SetItem(e.Id, new(e.Id, null, e.Fund, e.Amount, state.Funds[e.Into].Title, e.Voucher, null, occasion.By, occasion.At) { For = e.Commitment, Into = e.Into }) },
        GiftLeft e => (state with { Grants = state.Grants.Remove(e.Commitment) }).Add(state.Commitments[e.Commitment] with { To = Party.Fund(e.Fund) }),
        RateEntered e => state with { Rates = state.Rates.Add(new(e.Of, e.In, e.On, e.Many, e.Are, e.Source, occasion.By, occasion.At)) },
        _ => null,
    };

    private static AccountsState Add(this AccountsState state, Commitment commitment) => state with { Commitments = state.Commitments.SetItem(commitment.Id, commitment) };

    private static AccountsState Take(AccountsState state, GoodsTaken e, Occasion occasion)
    {
        var offer = state.Goods[e.Offer];
        return (state with { Goods = state.Goods.SetItem(offer.Id, offer with { Taken = offer.Taken + e.Quantity }) }).Add(
            new(e.Id, CommitmentKind.Exchange, offer.What, Party.Fund(e.Fund), Party.Fund(offer.Fund), e.Amount, state.Funds[e.Fund].Currency, e.Due, offer.Id, occasion.At) { Quantity = e.Quantity, Price = offer.Price });
    }

    /// <summary>Each line becomes what its party owes or is owed; what leaves a fund by a rule needs no other decision than the rule.</summary>
    private static AccountsState Owe(AccountsState state, Reckoned e, Occasion occasion)
    {
        var (rule, fund) = (state.Rules[e.Rule].Rule, state.Funds[state.Rules[e.Rule].Rule.Fund!]);
        state = state with { Reckonings = state.Reckonings.Add(new(e.Rule, e.On, e.Lines, occasion.By, occasion.At)) };
        foreach (var line in e.Lines)
        {
            var id = FormattableString.Invariant($"{e.Rule}-{e.On:yyyyMMdd}-{line.Party[(line.Party.IndexOf(':', StringComparison.Ordinal) + 1)..]}");
            var levied = rule.Kind == BookRuleKind.Levy;
            var kind = rule.Kind switch { BookRuleKind.Levy => CommitmentKind.Levy, BookRuleKind.Pool => CommitmentKind.PayOut, BookRuleKind.Shares => CommitmentKind.Share, _ => CommitmentKind.Return };
            state = state.Add(new(id, kind, rule.Title, levied ? line.Party : Party.Fund(fund.Id), levied ? Party.Fund(fund.Id) : line.Party, line.Amount, fund.Currency, line.Due, e.Rule, occasion.At));
            if (!levied) state = state with { Grants = state.Grants.SetItem(id, new(id, fund.Id, line.Amount, rule.Title, line.Due.AddYears(1), fund.For, null, occasion.At)) };
        }
        return state;
    }
}
