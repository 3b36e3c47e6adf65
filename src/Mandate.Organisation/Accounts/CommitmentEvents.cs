using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

/// <summary>What goes of one fund with a unit that leaves, in hundredths.</summary>
/// <param name="Own">The unit's own fund: it goes at once and whole.</param>
/// <param name="There">What was there and not owed to somebody else.</param>
public sealed record DividedFund(string Fund, bool Own, long There, long Amount);

/// <summary>The funds were divided with a unit that leaves.</summary>
/// <param name="To">What it calls itself afterwards.</param>
/// <param name="Text">SHA-256 of its decision, which is the voucher.</param>
/// <param name="Due">The last day on which the others' part is paid.</param>
[WireName("accounts.funds-divided")]
public sealed record FundsDivided(string Separation, string To, ImmutableArray<DividedFund> Funds, string Text, DateOnly Due) : AccountsEvent;

/// <param name="For">The body, office or motion that decided it.</param>
[WireName("accounts.rule-set")]
public sealed record RuleSet(BookRule Rule, string For) : AccountsEvent;

[WireName("accounts.collection-ended")]
public sealed record CollectionEnded(string Rule, bool Failed, string Reason) : AccountsEvent;

[WireName("accounts.reckoned")]
public sealed record Reckoned(string Rule, DateOnly On, ImmutableArray<ReckonedLine> Lines) : AccountsEvent;

[WireName("accounts.contract-entered")]
public sealed record ContractEntered(string Id, string Grant, string Fund, string With, string What, long Amount, DateOnly Until, long Posts, string Text) : AccountsEvent;

[WireName("accounts.pledged")]
public sealed record Pledged(string Id, string Fund, long Amount, DateOnly Due, string? Unit) : AccountsEvent;

[WireName("accounts.pledge-withdrawn")]
public sealed record PledgeWithdrawn(string Pledge) : AccountsEvent;

[WireName("accounts.goods-offered")]
public sealed record GoodsOffered(string Id, string Fund, string What, int Quantity, long Price, DateOnly Until) : AccountsEvent;

[WireName("accounts.goods-taken")]
public sealed record GoodsTaken(string Id, string Offer, string Fund, int Quantity, long Amount, DateOnly Due) : AccountsEvent;

[WireName("accounts.transfer-proposed")]
public sealed record TransferProposed(string Id, string Commitment, string Fund, string Into, long Amount, string Voucher) : AccountsEvent;

[WireName("accounts.gift-left")]
public sealed record GiftLeft(string Commitment, string Fund) : AccountsEvent;

[WireName("accounts.rate-entered")]
public sealed record RateEntered(string Of, string In, DateOnly On, long Many, long Are, string Source) : AccountsEvent;
