using System.Collections.Immutable;
using Mandate.Organisation.Acts;

namespace Mandate.Organisation.Accounts;

public abstract record AccountsCommand : Command;

/// <summary>Open a fund of the members.</summary>
/// <param name="Currency">What its amounts are counted in: three capital letters (ISO 4217), or for a fund in kind a measure in small letters, such as <c>hours</c> (S320). Nothing is converted.</param>
/// <param name="Keeper">The body or office that keeps it, or the committee of units whose own it is.</param>
/// <param name="Unit">The unit whose own fund it is: only a body of it opens it and decides on it, and nobody else takes from it (requirements S206, S221, S318). Null for one of the whole.</param>
[WireName("accounts.open-fund")]
public sealed record OpenFund(string Id, string Title, string Currency, string Keeper, string? Unit = null) : AccountsCommand;

/// <summary>Decide that so much of a fund may be spent on something until a day. Without one nothing is paid.</summary>
/// <param name="Amount">In hundredths of the fund's currency, as all amounts here.</param>
/// <param name="Motion">The adopted motion that decided it; null where the body decides now.</param>
/// <param name="Conflict">The conflict of a unit with somebody outside for which it is drawn (requirement S213); null where it is for none.</param>
/// <param name="Education">Whether it is for the education of members (<see cref="EducationLine"/>).</param>
/// <param name="Place">The body or office that uses it (<see cref="ResourceShares"/>); null where it is the one that decides, or that keeps the fund.</param>
[WireName("accounts.grant")]
public sealed record GrantFunds(string Id, string Fund, long Amount, string Purpose, DateOnly Until, string? Motion = null, string? Conflict = null, bool Education = false, string? Place = null) : AccountsCommand;

/// <summary>Book what came in.</summary>
/// <param name="Voucher">SHA-256 of the voucher's text beside the log, which every member can read; empty where there is none.</param>
/// <param name="Member">The member who paid it in or delivered it, where that matters for what they are owed; null otherwise.</param>
/// <param name="For">The pledge or levy that it settles.</param>
[WireName("accounts.receive")]
public sealed record ReceiveFunds(string Id, string Fund, long Amount, string From, string Voucher, string? Member = null, string? For = null) : AccountsCommand
{
    public override IEnumerable<string> Reads() => Voucher.Length > 0 ? [Voucher] : [];
}

/// <summary>Propose a payment out of what was granted. It is made when a second person has signed it.</summary>
/// <param name="Payee">The member who receives it; null where somebody outside does.</param>
/// <param name="For">The contract under which it is paid; what follows from a rule is known by its grant.</param>
/// <param name="Costs">Whether it repays what the member laid out, as the voucher shows: that is no pay, and is published beside it (<see cref="Payroll"/>).</param>
[WireName("accounts.pay")]
public sealed record ProposePayment(string Id, string Grant, long Amount, string To, string Voucher, string? Payee = null, string? For = null, bool Costs = false) : AccountsCommand
{
    public override IEnumerable<string> Reads() => Voucher.Length > 0 ? [Voucher] : [];
}

/// <summary>Sign a payment as the second person; with that it is booked.</summary>
[WireName("accounts.countersign")]
public sealed record CountersignPayment(string Payment) : AccountsCommand;

/// <summary>Say how much of a fund was counted or stands on the bank's statement. It is put beside what the books say, and changes no book.</summary>
[WireName("accounts.state-balance")]
public sealed record StateBalance(string Id, string Fund, long Amount, string Voucher) : AccountsCommand
{
    public override IEnumerable<string> Reads() => [Voucher];
}

/// <summary>Ask about an entry of the books. Whoever keeps the fund answers within the time of the clause (S296).</summary>
/// <param name="Entry">A fund, a grant, a payment or a booking.</param>
[WireName("accounts.question")]
public sealed record AskAboutEntry(string Id, string Entry, string Question) : AccountsCommand;

[WireName("accounts.answer")]
public sealed record AnswerOnEntry(string Question, string Answer) : AccountsCommand;

/// <summary>Open a round in which something scarce is given to members who ask for it: places, rooms, grants.</summary>
/// <param name="Place">The body or office that allots.</param>
/// <param name="Closes">The last day to ask.</param>
/// <param name="SeedProcedure">Where it is drawn by lot: which public figures, not known yet, make the seed (requirement S394); null where the place gives it out.</param>
[WireName("accounts.open-round")]
public sealed record OpenRound(string Id, string Goods, int Number, string Place, DateOnly Closes, string? SeedProcedure = null) : AccountsCommand;

/// <summary>Ask to be given some of it.</summary>
[WireName("accounts.ask")]
public sealed record AskInRound(string Round) : AccountsCommand;

/// <summary>Give it out, in order. Those who distribute come after all others who asked.</summary>
[WireName("accounts.allot")]
public sealed record Allot(string Round, ImmutableArray<string> To) : AccountsCommand;

/// <summary>Draw who receives it, from the day after the last to ask. Anybody may, and everybody can repeat it.</summary>
[WireName("accounts.draw-round")]
public sealed record DrawRound(string Round, string Seed) : AccountsCommand;
