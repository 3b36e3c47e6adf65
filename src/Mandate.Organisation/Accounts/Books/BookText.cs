using System.Text;

namespace Mandate.Organisation.Accounts.Books;

/// <summary>
/// The organisation's own books as plain text for programs that nobody here wrote: hledger and beancount. Each movement names its voucher by the
/// SHA-256 under which everybody reads it; each fund ends with a statement of its balance, which those programs compute again.
/// </summary>
public static class BookText
{
    /// <summary>Journal of hledger (manual of hledger 1.25, "journal format"), with a balance assertion for each fund.</summary>
    public static string Hledger(AccountsState books, DateOnly day)
    {
        var text = new StringBuilder("; hledger -f books.journal balance\n");
        foreach (var booking in books.Bookings)
        {
            text.Append(FormattableString.Invariant($"\n{booking.At.UtcDateTime:yyyy-MM-dd} * ({booking.Id}) {Plain(booking.With)}\n    ; voucher: {booking.Voucher}\n"));
            foreach (var leg in booking.Legs) text.Append(FormattableString.Invariant($"    {Hledger(books, leg.Account)}  {Money(leg.Amount)} {Currency(books, booking)}\n"));
        }
        foreach (var rate in books.Rates) text.Append(FormattableString.Invariant($"\nP {rate.On:yyyy-MM-dd} {rate.Of} {Each(rate)} {rate.In}\n"));
        foreach (var fund in books.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
            text.Append(FormattableString.Invariant($"\n{day:yyyy-MM-dd} * {Plain(fund.Title)}, as booked\n    {Hledger(books, "fund:" + fund.Id)}  0.00 {fund.Currency} = {Money(books.BalanceOfFund(fund.Id))} {fund.Currency}\n"));
        return text.ToString();
    }

    /// <summary>Beancount (language syntax of version 2), with its accounts opened and a balance directive for each fund.</summary>
    public static string Beancount(AccountsState books, DateOnly day)
    {
        var text = new StringBuilder("option \"title\" \"Books\"\n\n");
        var first = books.Bookings.IsEmpty ? day : DateOnly.FromDateTime(books.Bookings.Min(b => b.At).UtcDateTime);
        foreach (var account in books.Bookings.SelectMany(b => b.Legs).Select(l => l.Account).Concat(books.Funds.Keys.Select(f => "fund:" + f)).Select(Beancount).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            text.Append(FormattableString.Invariant($"{first:yyyy-MM-dd} open {account}\n"));
        foreach (var booking in books.Bookings)
        {
            text.Append(FormattableString.Invariant($"\n{booking.At.UtcDateTime:yyyy-MM-dd} * \"{Plain(booking.With)}\"\n  entry: \"{Plain(booking.Id)}\"\n  voucher: \"{booking.Voucher}\"\n"));
            foreach (var leg in booking.Legs) text.Append(FormattableString.Invariant($"  {Beancount(leg.Account)}  {Money(leg.Amount)} {Commodity(Currency(books, booking))}\n"));
        }
        text.Append('\n');
        foreach (var rate in books.Rates) text.Append(FormattableString.Invariant($"{rate.On:yyyy-MM-dd} price {rate.Of} {Each(rate)} {rate.In}\n"));
        // A balance holds for the beginning of its day.
        foreach (var fund in books.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal))
            text.Append(FormattableString.Invariant($"{day.AddDays(1):yyyy-MM-dd} balance {Beancount("fund:" + fund.Id)}  {Money(books.BalanceOfFund(fund.Id))} {Commodity(fund.Currency)}\n"));
        return text.ToString();
    }

    /// <summary>Beancount writes what is counted in capital letters: a measure in kind too.</summary>
    private static string Commodity(string currency) => currency.Length == 1 ? "X-" + currency.ToUpperInvariant() : currency.ToUpperInvariant();

    /// <summary>What one is worth, to ten places: these programs write a rate as a decimal.</summary>
    private static string Each(Rate rate) => new Mandate.Tally.Fraction(rate.Are, rate.Many).ToDecimal(10);

    /// <summary>Accounts by what they are called; what came in stands under its fund.</summary>
    private static string Hledger(AccountsState books, string account) => Parted(account) switch
    {
        ("fund", var id) => $"assets:{Plain(books.Funds[id].Title)}",
        ("grant", var id) when books.Grants.TryGetValue(id, out var grant) => $"expenses:{Plain(books.Funds[grant.Fund].Title)}:{Plain(grant.Purpose)}",
        (_, _) => "income:received",
    };

    private static string Beancount(string account) => Parted(account) switch
    {
        ("fund", var id) => "Assets:F-" + Component(id),
        ("grant", var id) => "Expenses:G-" + Component(id),
        (_, _) => "Income:Received",
    };

    private static (string Kind, string Id) Parted(string account) => account.Split(':', 2) is [var kind, var id] ? (kind, id) : (account, "");

    private static string Currency(AccountsState books, Booking booking) =>
        booking.Legs.Select(l => Parted(l.Account)).Where(p => p.Kind == "fund").Select(p => books.Funds[p.Id].Currency).First();

    /// <summary>A text that these formats take for one: no line ends, no double blanks, none of their marks.</summary>
    private static string Plain(string text) =>
        string.Join(' ', new string([.. text.Select(c => c is ':' or ';' or '"' or '|' or '(' or ')' or '[' or ']' or '\\' || char.IsControl(c) ? ' ' : c)]).Split(' ', StringSplitOptions.RemoveEmptyEntries));

    private static string Component(string id) => new([.. id.Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')]);

    private static string Money(long hundredths) => FormattableString.Invariant($"{(hundredths < 0 ? "-" : "")}{Math.Abs(hundredths) / 100}.{Math.Abs(hundredths) % 100:00}");
}
