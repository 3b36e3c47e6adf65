using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

public abstract record AccountsEvent : Event;

[WireName("accounts.fund-opened")]
public sealed record FundOpened(string Id, string Title, string Currency, string Keeper, string For, string? Unit = null) : AccountsEvent;

/// <param name="For">The body or office that decided it, or the motion's body.</param>
[WireName("accounts.granted")]
public sealed record FundsGranted(string Id, string Fund, long Amount, string Purpose, DateOnly Until, string For, string? Motion, string? Conflict = null, bool Education = false, string? Place = null) : AccountsEvent;

[WireName("accounts.received")]
public sealed record FundsReceived(string Id, string Fund, long Amount, string From, string Voucher, string? Member = null, string? For = null) : AccountsEvent;

[WireName("accounts.payment-proposed")]
public sealed record PaymentProposed(string Id, string Grant, string Fund, long Amount, string To, string Voucher, string? Payee, string? For = null, bool Costs = false) : AccountsEvent;

[WireName("accounts.paid")]
public sealed record PaymentMade(string Payment) : AccountsEvent;

/// <param name="Booked">What the books said then.</param>
[WireName("accounts.balance-stated")]
public sealed record BalanceStated(string Id, string Fund, long Amount, long Booked, string Voucher) : AccountsEvent;

/// <param name="Due">The last day to answer.</param>
[WireName("accounts.questioned")]
public sealed record EntryQuestioned(string Id, string Entry, string Fund, string Question, DateOnly Due) : AccountsEvent;

[WireName("accounts.answered")]
public sealed record EntryAnswered(string Question, string Answer) : AccountsEvent;

[WireName("accounts.round-opened")]
public sealed record RoundOpened(string Id, string Goods, int Number, string Place, DateOnly Closes, string? SeedProcedure = null) : AccountsEvent;

[WireName("accounts.asked")]
public sealed record AskedInRound(string Round) : AccountsEvent;

/// <param name="Distributors">Those who sat where it was given out.</param>
[WireName("accounts.allotted")]
public sealed record Allotted(string Round, ImmutableArray<string> To, ImmutableArray<string> Distributors) : AccountsEvent;

[WireName("accounts.drawn")]
public sealed record RoundDrawn(string Round, string Seed, ImmutableArray<string> To) : AccountsEvent;
