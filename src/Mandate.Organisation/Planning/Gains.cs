using System.Collections.Immutable;
using Mandate.Organisation.Accounts;

namespace Mandate.Organisation.Planning;

/// <summary>To whom money of all goes.</summary>
public enum Recipient { Units, Members, Staff, Outside }

/// <summary>What one group received before a policy and since, in hundredths.</summary>
public sealed record Gain(Recipient Group, long Before, long Since);

/// <summary>Who gained: what left the funds of all, by who received it, in two spans of the same length before and since a day (S313).</summary>
public static class Gains
{
    /// <summary>The groups in one currency; those that received nothing in both stand with nothing.</summary>
    /// <param name="from">The first day of the policy.</param>
    /// <param name="to">The last day that is looked at.</param>
    public static ImmutableArray<Gain> Of(State state, string currency, DateOnly from, DateOnly to)
    {
        var length = to.DayNumber - from.DayNumber + 1;
        if (length < 1) return [];
        var (before, since) = (new long[4], new long[4]);
        foreach (var booking in state.Accounts.Bookings)
        {
            var day = DateOnly.FromDateTime(booking.At.UtcDateTime);
            if (day > to || day.DayNumber < from.DayNumber - length || Paid(state.Accounts, booking, currency) is not { } amount) continue;
            (day < from ? before : since)[(int)GroupOf(state, booking)] += amount;
        }
        return [.. Enum.GetValues<Recipient>().Select(g => new Gain(g, before[(int)g], since[(int)g]))];
    }

    /// <summary>What a booking took out of a fund of all; null where it took nothing out.</summary>
    private static long? Paid(AccountsState books, Booking booking, string currency) =>
        booking.Legs[0] is { Amount: < 0 } leg && Party.Of(leg.Account, "fund") is { } id && books.Funds[id] is { Unit: null } fund && fund.Currency == currency ? -leg.Amount : null;

    private static Recipient GroupOf(State state, Booking booking)
    {
        if (Party.Of(booking.Legs[^1].Account, "fund") is not null || booking.For is { } id && Party.Of(state.Accounts.Commitments[id].To, "unit") is not null) return Recipient.Units;
        if (booking.Party is not { } person) return Recipient.Outside;
        var day = DateOnly.FromDateTime(booking.At.UtcDateTime);
        return state.Offices.Employments.Values.Any(e => e.Person == person && e.From <= day && (e.Until is null || day <= e.Until)) || state.Offices.HeldBy(person, booking.At).Any() ? Recipient.Staff : Recipient.Members;
    }
}
