using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>Decide on a levy: what each unit of a kind owes a fund at the end of every period. The formula is known before the first period ends (S318).</summary>
/// <param name="Units">Kind of unit, as the constitution names it.</param>
/// <param name="Amount">For each unit, in hundredths.</param>
/// <param name="PerMember">For each of its members, in hundredths.</param>
/// <param name="Percent">Of what came into the unit's own funds in the period.</param>
/// <param name="First">The last day of the first period.</param>
/// <param name="Expected">What it is expected to bring in a period: stands beside what it brought (S298).</param>
/// <param name="Motion">The adopted motion that decided it; null where whoever acts decides.</param>
[WireName("accounts.set-levy")]
public sealed record SetLevy(string Id, string Title, string Fund, string Units, long Amount, long PerMember, int Percent, DateOnly First, int Months, DateOnly? Until, long Expected, string? Motion = null) : AccountsCommand;

/// <summary>Set a limit that is asked when a payment is proposed, a contract entered or goods taken (S299, S314, S326).</summary>
/// <param name="Fund">The fund it is for; null for all.</param>
/// <param name="Amount">In hundredths: of the currency, of a percent, or of a post.</param>
[WireName("accounts.set-limit")]
public sealed record SetLimit(string Id, BookRuleKind Kind, string? Fund, long Amount) : AccountsCommand;

/// <summary>Sell together: what comes into a fund is paid out by what each member has delivered into a fund in kind. It says nothing about how anybody works (S322).</summary>
/// <param name="Percent">What stays in the fund.</param>
[WireName("accounts.set-pool")]
public sealed record SetPool(string Id, string Title, string Fund, string Goods, int Percent) : AccountsCommand;

/// <summary>Shares: whoever leaves is paid what they paid into the fund, less their part of a loss, within so many months (S321).</summary>
[WireName("accounts.set-shares")]
public sealed record SetShares(string Id, string Title, string Fund, int Months) : AccountsCommand;

/// <summary>Collect money for one purpose, into a fund of its own (S328).</summary>
[WireName("accounts.open-collection")]
public sealed record OpenCollection(string Id, string Title, string Fund, long Goal, DateOnly Until) : AccountsCommand;

/// <summary>Say that a collection is over: its purpose was served, or failed. Where it failed, what is left goes back to those who gave, unless they leave it to another fund.</summary>
[WireName("accounts.end-collection")]
public sealed record EndCollection(string Rule, bool Failed, string Reason) : AccountsCommand;

/// <summary>Reckon what is owed by a rule up to a day that is over. It leaves nothing to decide, so any member may.</summary>
[WireName("accounts.reckon")]
public sealed record Reckon(string Rule, DateOnly On) : AccountsCommand;

/// <summary>Enter a contract with somebody outside in the one register, under the decision from which it will be paid (S299).</summary>
/// <param name="Grant">The decision to spend, which may itself be a line of a plan.</param>
/// <param name="Posts">Posts that outsiders fill under it, in hundredths.</param>
/// <param name="Text">SHA-256 of the contract's text, which every member can read.</param>
[WireName("accounts.enter-contract")]
public sealed record EnterContract(string Id, string Grant, string With, string What, long Amount, DateOnly Until, long Posts, string Text) : AccountsCommand
{
    public override IEnumerable<string> Reads() => [Text];
}

/// <summary>Pledge something above what the rules ask. It can be taken back until the day on which it is due (S319).</summary>
/// <param name="Unit">The unit for which it is pledged; null for oneself.</param>
[WireName("accounts.pledge")]
public sealed record MakePledge(string Id, string Fund, long Amount, DateOnly Due, string? Unit = null) : AccountsCommand;

[WireName("accounts.withdraw-pledge")]
public sealed record WithdrawPledge(string Pledge) : AccountsCommand;

/// <summary>Offer goods of one unit to the others, at a price for one, where a rule lets units exchange (S326).</summary>
[WireName("accounts.offer-goods")]
public sealed record OfferGoods(string Id, string Fund, string What, int Quantity, long Price, DateOnly Until) : AccountsCommand;

/// <summary>Take some of it for another unit, to be paid from its fund.</summary>
[WireName("accounts.take-goods")]
public sealed record TakeGoods(string Id, string Offer, string Fund, int Quantity) : AccountsCommand;

/// <summary>Propose to pay what is owed from one fund into another. It is booked in both when a second person has signed.</summary>
[WireName("accounts.settle")]
public sealed record Settle(string Id, string Commitment, string Fund, long Amount, string Voucher) : AccountsCommand
{
    public override IEnumerable<string> Reads() => Voucher.Length > 0 ? [Voucher] : [];
}

/// <summary>Leave a gift, whose purpose has failed, to another fund instead of taking it back.</summary>
[WireName("accounts.leave-gift")]
public sealed record LeaveGift(string Commitment, string Fund) : AccountsCommand;

/// <summary>Enter what a currency was worth on a day, with where that is from (S327).</summary>
/// <param name="Many">So many of <paramref name="Of"/>, in hundredths.</param>
/// <param name="Are">Were so many of <paramref name="In"/>.</param>
[WireName("accounts.enter-rate")]
public sealed record EnterRate(string Of, string In, DateOnly On, long Many, long Are, string Source) : AccountsCommand;
