using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts;

/// <summary>What somebody owes, and why: under a contract, by the rule of a levy, of one's own will, for goods, for what was delivered, on leaving, or because a purpose failed.</summary>
public enum CommitmentKind { Contract, Levy, Pledge, Exchange, PayOut, Share, Return, Separation }

/// <summary>Who owes or is owed: <c>fund:ID</c>, <c>unit:ID</c>, <c>member:ID</c> or <c>outside:NAME</c>.</summary>
public static class Party
{
    public static string Fund(string id) => "fund:" + id;

    public static string Unit(string id) => "unit:" + id;

    public static string Member(string id) => "member:" + id;

    public static string Outside(string name) => "outside:" + name;

    /// <summary>The id behind that word; null where the party is of another kind.</summary>
    public static string? Of(string party, string kind) => party.StartsWith(kind + ":", StringComparison.Ordinal) ? party[(kind.Length + 1)..] : null;

    /// <summary>Names of outsiders that are the same but for blanks and capitals.</summary>
    public static bool Same(string a, string b) => string.Equals(a.Trim(), b.Trim(), StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// So much is owed by one party to another by a day. Whatever leads to a booking has this one shape: contracts, levies, pledges, exchange between
/// units, pay-outs of a pool, shares of those who leave, gifts that go back (docs/decisions/0510).
/// </summary>
/// <param name="Basis">The grant, rule or offer from which it follows.</param>
/// <param name="Amount">In hundredths of <paramref name="Currency"/>.</param>
public sealed record Commitment(string Id, CommitmentKind Kind, string What, string From, string To, long Amount, string Currency, DateOnly Due, string Basis, DateTimeOffset At)
{
    /// <summary>What has been booked under it.</summary>
    public long Settled { get; init; }

    /// <summary>Who pledged it.</summary>
    public string? By { get; init; }

    public bool Withdrawn { get; init; }

    /// <summary>Of an exchange: how many, each at <see cref="Price"/>.</summary>
    public int Quantity { get; init; }

    public long Price { get; init; }

    /// <summary>Of a contract: posts that outsiders fill under it, in hundredths.</summary>
    public long Posts { get; init; }

    /// <summary>SHA-256 of the text that stands beside the log.</summary>
    public string? Text { get; init; }

    /// <summary>What is still owed.</summary>
    public long Open => Withdrawn ? 0 : Amount - Settled;

    public bool OverdueOn(DateOnly day) => Open > 0 && Due < day;
}

/// <summary>What one unit has for others, and its price.</summary>
/// <param name="Fund">The unit's fund into which it is paid.</param>
public sealed record ExchangeOffer(string Id, string Unit, string Fund, string What, int Quantity, long Price, DateOnly Until, DateTimeOffset At)
{
    public int Taken { get; init; }

    public int Left => Quantity - Taken;
}

/// <summary>How many of one currency were how many of another on a day, and who says so (S327).</summary>
/// <param name="Many">So many of <paramref name="Of"/>, in hundredths, are <paramref name="Are"/> of <paramref name="In"/>.</param>
public sealed record Rate(string Of, string In, DateOnly On, long Many, long Are, string Source, string By, DateTimeOffset At);
