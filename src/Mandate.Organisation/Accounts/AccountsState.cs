using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts;

/// <summary>A fund of the members.</summary>
/// <param name="Keeper">The body or office that keeps it.</param>
public sealed record Fund(string Id, string Title, string Currency, string Keeper, string For, DateTimeOffset At);

/// <summary>So much of a fund may be spent on something until a day.</summary>
public sealed record Grant(string Id, string Fund, long Amount, string Purpose, DateOnly Until, string For, string? Motion, DateTimeOffset At);

/// <summary>One side of a booking: so much to an account, or from it where it is less than nothing.</summary>
/// <param name="Account"><c>fund:ID</c>, <c>grant:ID</c> for what was spent under a decision, <c>received:ID</c> for what came from outside.</param>
public sealed record Leg(string Account, long Amount);

/// <summary>A movement by double entry: its sides come to nothing together. Every member can read it and its voucher.</summary>
public sealed record Booking(string Id, ImmutableArray<Leg> Legs, string With, string Voucher, string By, string? SecondBy, DateTimeOffset At);

/// <summary>A payment that one person has proposed and no second one has signed.</summary>
public sealed record Payment(string Id, string Grant, string Fund, long Amount, string To, string Voucher, string? Payee, string By, DateTimeOffset At);

/// <summary>What was counted of a fund, beside what the books said then.</summary>
public sealed record Statement(string Id, string Fund, long Amount, long Booked, string Voucher, string By, DateTimeOffset At)
{
    public bool Agrees => Amount == Booked;
}

/// <summary>A round in which something scarce is given out.</summary>
/// <param name="Asked">Who asked, in order.</param>
/// <param name="Given">To whom it was given, in order; default before.</param>
public sealed record Round(string Id, string Goods, int Number, string Place, DateOnly Closes, ImmutableArray<string> Asked, ImmutableArray<string> Given = default, ImmutableArray<string> Distributors = default, DateTimeOffset? AllottedAt = null);

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

    /// <summary>What the books say of an account: the sum of its sides, which anybody can make again.</summary>
    public long BalanceOf(string account) => Bookings.SelectMany(b => b.Legs).Where(l => l.Account == account).Sum(l => l.Amount);

    public long BalanceOfFund(string fund) => BalanceOf($"fund:{fund}");

    /// <summary>What may still be spent under a decision; payments that wait for a second person count as spent.</summary>
    public long LeftOf(Grant grant) => grant.Amount - BalanceOf($"grant:{grant.Id}") - Waiting.Values.Where(p => p.Grant == grant.Id).Sum(p => p.Amount);

    /// <summary>Whether something in the accounts has that id.</summary>
    public bool Has(string id) => Funds.ContainsKey(id) || Grants.ContainsKey(id) || Waiting.ContainsKey(id) || Rounds.ContainsKey(id) || Questions.ContainsKey(id) || Bookings.Any(b => b.Id == id) || Statements.Any(s => s.Id == id);
}
