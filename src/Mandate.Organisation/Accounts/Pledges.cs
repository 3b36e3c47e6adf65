using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>What members and units promise of their own will, and collections for one purpose (S319, S328).</summary>
internal static class Pledges
{
    public static Decision Make(State state, Act act, MakePledge c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (AccountsRules.New(state, c.Id) is { } taken) return taken;
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund)) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (c.Unit is { } unit)
        {
            if (state.Roll.Unit(unit) is null) return ProtocolRefusals.Unknown("unit", unit);
            if (!state.Offices.SpeaksFor(act.By, unit, act.At)) return ProtocolRefusals.NotYours(clause, unit, act.By);
        }
        else if (state.Roll.Member(act.By) is not { InGoodStanding: true }) return ProtocolRefusals.NotYours(clause, "member", act.By);
        if (c.Amount <= 0) return ProtocolRefusals.Malformed("amount", "more than nothing", c.Amount);
        if (c.Due < act.Day) return ProtocolRefusals.Malformed("due-day", "today or later", c.Due);
        return state.Accounts.Rules.Values.FirstOrDefault(r => r.Rule.Kind == BookRuleKind.Collection && r.Rule.Fund == fund.Id && r.EndedAt is not null) is { } over
            ? AccountsRefusals.PurposeOver(clause, over.Rule.Title)
            : Decision.Accept(clause, new Pledged(c.Id, c.Fund, c.Amount, c.Due, c.Unit));
    }

    public static Decision Withdraw(State state, Act act, WithdrawPledge c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (!state.Accounts.Commitments.TryGetValue(c.Pledge, out var pledge) || pledge.Kind != CommitmentKind.Pledge) return ProtocolRefusals.Unknown("pledge", c.Pledge);
        if (Party.Of(pledge.From, "unit") is { } unit ? !state.Offices.SpeaksFor(act.By, unit, act.At) : pledge.By != act.By) return ProtocolRefusals.NotYours(clause, "whoever pledged it", act.By);
        if (pledge.Withdrawn || pledge.Open == 0) return ProtocolRefusals.WrongStage("pledge", pledge.Id, "open", "settled");
        return act.Day > pledge.Due ? AccountsRefusals.PledgeDue(clause, pledge.Due) : Decision.Accept(clause, new PledgeWithdrawn(pledge.Id));
    }

    /// <summary>By whoever keeps it; after its last day anybody may say that the goal was not reached.</summary>
    public static Decision End(State state, Act act, EndCollection c)
    {
        var rules = state.Statutes.At(act.At);
        var clause = AccountsRules.ClauseOf(rules);
        if (!state.Accounts.Rules.TryGetValue(c.Rule, out var standing) || standing.Rule.Kind != BookRuleKind.Collection) return ProtocolRefusals.Unknown("collection", c.Rule);
        if (standing.EndedAt is not null) return ProtocolRefusals.WrongStage("collection", c.Rule, "open", "over");
        var missed = c.Failed && act.Day > standing.Rule.Until && state.Accounts.CameInto(standing.Rule.Fund!) < standing.Rule.Amount;
        if (!missed && AccountsRules.Keeps(state, act, rules, state.Accounts.Funds[standing.Rule.Fund!]) is { } notYours) return notYours;
        if (c.Reason.Length is 0 or > 1000) return ProtocolRefusals.Malformed("reason", "why, in at most 1000 characters", c.Reason.Length);
        var ended = new CollectionEnded(c.Rule, c.Failed, c.Reason);
        return c.Failed && Reckonings.Lines(state, standing.Rule, act.Day) is { IsEmpty: false } back
            ? Decision.Accept(clause, ended, new Reckoned(c.Rule, act.Day, back))
            : Decision.Accept(clause, ended);
    }

    /// <summary>Whoever gave decides on their own part.</summary>
    public static Decision Leave(State state, Act act, LeaveGift c)
    {
        var clause = AccountsRules.ClauseOf(state.Statutes.At(act.At));
        if (!state.Accounts.Commitments.TryGetValue(c.Commitment, out var gift) || gift.Kind != CommitmentKind.Return) return ProtocolRefusals.Unknown("commitment", c.Commitment);
        if (Party.Of(gift.To, "unit") is { } unit ? !state.Offices.SpeaksFor(act.By, unit, act.At) : gift.To != Party.Member(act.By)) return ProtocolRefusals.NotYours(clause, "whoever gave it", act.By);
        if (!state.Accounts.Funds.TryGetValue(c.Fund, out var fund) || Party.Fund(fund.Id) == gift.From) return ProtocolRefusals.Unknown("fund", c.Fund);
        if (fund.Currency != gift.Currency) return AccountsRefusals.OtherCurrency(clause, gift.Currency, fund.Currency);
        return gift.Settled > 0 || state.Accounts.OpenOf(gift) < gift.Amount ? ProtocolRefusals.WrongStage("commitment", gift.Id, "open", "settled") : Decision.Accept(clause, new GiftLeft(gift.Id, fund.Id));
    }

    /// <summary>After its purpose has failed, what nobody known has given is spent only as an adopted motion says.</summary>
    public static Refusal? OfGrant(State state, string clause, Fund fund, string? motion) => motion is null
        && state.Accounts.Rules.Values.FirstOrDefault(r => r.Rule.Kind == BookRuleKind.Collection && r.Rule.Fund == fund.Id && r.Failed == true) is { } over
        ? AccountsRefusals.PurposeOver(clause, over.Rule.Title)
        : null;
}
