using Mandate.Tally;

namespace Mandate.Organisation.Accounts;

/// <summary>Amounts in another currency by the rate of their own day. What is booked stays in its currency; this is for reading (S327).</summary>
public static class Rates
{
    /// <summary>The rate that held on that day: the last of that day or before it, either way round; null where none was entered.</summary>
    public static Rate? On(AccountsState books, string of, string inCurrency, DateOnly day) => books.Rates
        .Where(r => r.On <= day && (r.Of == of && r.In == inCurrency || r.Of == inCurrency && r.In == of)).OrderBy(r => r.On).ThenBy(r => r.At).LastOrDefault();

    /// <summary>That amount in the other currency, in hundredths, rounded down; null where no rate is known for the day.</summary>
    public static long? In(AccountsState books, long amount, string of, string inCurrency, DateOnly day) =>
        of == inCurrency ? amount
        : On(books, of, inCurrency, day) is not { } rate ? null
        : (long)(rate.Of == of ? new Fraction(amount) * rate.Are / rate.Many : new Fraction(amount) * rate.Many / rate.Are).Floor();

    /// <summary>What came into and left a fund, each movement by the rate of its own day; null where a rate is missing.</summary>
    public static long? Balance(AccountsState books, Fund fund, string inCurrency)
    {
        var sum = 0L;
        foreach (var booking in books.Bookings)
            foreach (var leg in booking.Legs.Where(l => l.Account == Party.Fund(fund.Id)))
            {
                if (In(books, leg.Amount, fund.Currency, inCurrency, DateOnly.FromDateTime(booking.At.UtcDateTime)) is not { } amount) return null;
                sum += amount;
            }
        return sum;
    }
}
