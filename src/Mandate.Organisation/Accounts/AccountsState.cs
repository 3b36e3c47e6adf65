using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts;

/// <summary>A fund of the members.</summary>
/// <param name="Keeper">The body or office that keeps it, or a committee of units.</param>
public sealed record Fund(string Id, string Title, string Currency, string Keeper, string For, DateTimeOffset At)
{
    /// <summary>The unit whose own it is; null for one of the whole or of a committee.</summary>
    public string? Unit { get; init; }
}

/// <summary>So much of a fund may be spent on something until a day.</summary>
public sealed record Grant(string Id, string Fund, long Amount, string Purpose, DateOnly Until, string For, string? Motion, DateTimeOffset At)
{
    /// <summary>The conflict with somebody outside for which it is drawn; null where it is for none.</summary>
    public string? Conflict { get; init; }

    /// <summary>Whether it is for the education of members.</summary>
    public bool Education { get; init; }

    /// <summary>The body or office that uses it; null where nobody said so.</summary>
    public string? Place { get; init; }
}

/// <summary>One side of a booking: so much to an account, or from it where it is less than nothing.</summary>
/// <param name="Account"><c>fund:ID</c>, <c>grant:ID</c> for what was spent under a decision, <c>received:ID</c> for what came from outside.</param>
public sealed record Leg(string Account, long Amount);

/// <summary>A movement by double entry: its sides come to nothing together. Every member can read it and its voucher.</summary>
public sealed record Booking(string Id, ImmutableArray<Leg> Legs, string With, string Voucher, string By, string? SecondBy, DateTimeOffset At)
{
    /// <summary>The member who paid, delivered or received it; null where it was somebody else.</summary>
    public string? Party { get; init; }

    /// <summary>The commitment that it settles.</summary>
    public string? For { get; init; }

    /// <summary>Whether it repaid what somebody had laid out.</summary>
    public bool Costs { get; init; }
}

/// <summary>A payment that one person has proposed and no second one has signed.</summary>
/// <param name="Grant">The decision to spend; null where one fund pays what it owes another.</param>
public sealed record Payment(string Id, string? Grant, string Fund, long Amount, string To, string Voucher, string? Payee, string By, DateTimeOffset At)
{
    public string? For { get; init; }

    public bool Costs { get; init; }

    /// <summary>The fund into which it goes; null where it leaves the books.</summary>
    public string? Into { get; init; }
}

/// <summary>What was counted of a fund, beside what the books said then.</summary>
public sealed record Statement(string Id, string Fund, long Amount, long Booked, string Voucher, string By, DateTimeOffset At)
{
    public bool Agrees => Amount == Booked;
}

/// <summary>A round in which something scarce is given out.</summary>
/// <param name="Asked">Who asked, in order.</param>
/// <param name="Given">To whom it was given, in order; default before.</param>
public sealed record Round(string Id, string Goods, int Number, string Place, DateOnly Closes, ImmutableArray<string> Asked, ImmutableArray<string> Given = default, ImmutableArray<string> Distributors = default, DateTimeOffset? AllottedAt = null)
{
    /// <summary>How the seed of its lot is made; null where it is given out by the place.</summary>
    public string? SeedProcedure { get; init; }

    /// <summary>The seed that was drawn with.</summary>
    public string? Seed { get; init; }
}

public sealed record AccountsState(
    ImmutableDictionary<string, Fund> Funds,
    ImmutableDictionary<string, Grant> Grants,
    ImmutableDictionary<string, Payment> Waiting,
    ImmutableArray<Booking> Bookings,
    ImmutableArray<Statement> Statements,
    ImmutableDictionary<string, Round> Rounds)
{
    public static AccountsState Empty { get; } = new(
        ImmutableDictionary.Create<string, Fund>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Grant>(StringComparer.Ordinal),
        ImmutableDictionary.Create<string, Payment>(StringComparer.Ordinal),
        [],
        [],
        ImmutableDictionary.Create<string, Round>(StringComparer.Ordinal));

    /// <summary>What members asked about entries.</summary>
    public ImmutableDictionary<string, EntryQuestion> Questions { get; init; } = ImmutableDictionary.Create<string, EntryQuestion>(StringComparer.Ordinal);

    /// <summary>Rules over money, by id.</summary>
    public ImmutableSortedDictionary<string, StandingRule> Rules { get; init; } = ImmutableSortedDictionary.Create<string, StandingRule>(StringComparer.Ordinal);

    /// <summary>Everything that somebody owes and that leads to a booking.</summary>
    public ImmutableSortedDictionary<string, Commitment> Commitments { get; init; } = ImmutableSortedDictionary.Create<string, Commitment>(StringComparer.Ordinal);

    public ImmutableArray<Reckoning> Reckonings { get; init; } = [];

    /// <summary>What units offer one another.</summary>
    public ImmutableSortedDictionary<string, ExchangeOffer> Goods { get; init; } = ImmutableSortedDictionary.Create<string, ExchangeOffer>(StringComparer.Ordinal);

    /// <summary>What currencies were worth, in order of entry.</summary>
    public ImmutableArray<Rate> Rates { get; init; } = [];

    /// <summary>What belongs to all and is used by some.</summary>
    public ImmutableSortedDictionary<string, Property> Properties { get; init; } = ImmutableSortedDictionary.Create<string, Property>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, Audit> Audits { get; init; } = ImmutableSortedDictionary.Create<string, Audit>(StringComparer.Ordinal);

    /// <summary>What the books say of an account: the sum of its sides, which anybody can make again.</summary>
    public long BalanceOf(string account) => Bookings.SelectMany(b => b.Legs).Where(l => l.Account == account).Sum(l => l.Amount);

    public long BalanceOfFund(string fund) => BalanceOf($"fund:{fund}");

    /// <summary>What may still be spent under a decision; payments that wait for a second person count as spent.</summary>
    public long LeftOf(Grant grant) => grant.Amount - BalanceOf($"grant:{grant.Id}") - Waiting.Values.Where(p => p.Grant == grant.Id).Sum(p => p.Amount);

    /// <summary>What waits for a second person to leave a fund.</summary>
    public long WaitingOf(string fund) => Waiting.Values.Where(p => p.Fund == fund).Sum(p => p.Amount);

    /// <summary>What is still owed and not proposed to be paid.</summary>
    public long OpenOf(Commitment commitment) => commitment.Open - Waiting.Values.Where(p => p.For == commitment.Id).Sum(p => p.Amount);

    /// <summary>Everything that ever came into a fund.</summary>
    public long CameInto(string fund) => Bookings.SelectMany(b => b.Legs).Where(l => l.Amount > 0 && l.Account == Party.Fund(fund)).Sum(l => l.Amount);

    /// <summary>Whether something in the accounts has that id.</summary>
    public bool Has(string id) => Rules.ContainsKey(id) || Commitments.ContainsKey(id) || Goods.ContainsKey(id) || Properties.ContainsKey(id) || Audits.ContainsKey(id) || Funds.ContainsKey(id) || Grants.ContainsKey(id) || Waiting.ContainsKey(id) || Rounds.ContainsKey(id) || Questions.ContainsKey(id) || Bookings.Any(b => b.Id == id) || Statements.Any(s => s.Id == id);
}
