using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts.Books;

/// <summary>An account whose opening and movements do not give its closing.</summary>
/// <param name="Opening">Zero for a result account.</param>
public sealed record Unreconciled(string Account, string Name, bool IsResult, long Opening, long Moved, long Closing)
{
    /// <summary>What is missing in the vouchers, or too much in them where it is less than nothing.</summary>
    public long Off => Closing - Opening - Moved;
}

/// <summary>Numbers of a series that no voucher has: after this one and before that one.</summary>
public sealed record Gap(string Series, long After, long Before);

/// <summary>
/// What books say against themselves: nothing here accuses anybody, each finding is a question to whoever keeps them. A voucher that was taken
/// out leaves balances that do not follow and a gap in its series.
/// </summary>
/// <param name="Reconciled">Balance accounts whose opening and movements give their closing.</param>
/// <param name="ResultsReconciled">Result accounts whose movements give their result.</param>
/// <param name="WithoutClosing">Accounts that moved and have no closing balance and no result.</param>
/// <param name="Doubled">Numbers that several vouchers of a series have.</param>
public sealed record BookAudit(
    int Rows,
    int Reconciled,
    int ResultsReconciled,
    ImmutableArray<SieVoucher> Unbalanced,
    ImmutableArray<Unreconciled> Unreconciled,
    ImmutableArray<string> WithoutClosing,
    ImmutableArray<Gap> Gaps,
    ImmutableArray<(string Series, string Number)> Doubled)
{
    /// <summary>Vouchers balance and balances follow. Gaps are shown and break nothing: a file may hold a part of a series.</summary>
    public bool Holds => Unbalanced.IsEmpty && Unreconciled.IsEmpty;

    public static BookAudit Of(SieBook book)
    {
        var moved = book.Vouchers.SelectMany(v => v.Rows).GroupBy(r => r.Account, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(r => r.Amount), StringComparer.Ordinal);
        var balances = book.Opening.Keys.Union(book.Closing.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).ToList();
        Unreconciled Of(string account, bool result) => new(account, book.Accounts.GetValueOrDefault(account) ?? "", result,
            result ? 0 : book.Opening.GetValueOrDefault(account), moved.GetValueOrDefault(account), result ? book.Results[account] : book.Closing.GetValueOrDefault(account));
        // A file to be imported (4I) has vouchers and no balances: there is nothing to follow from them.
        var wrong = balances.Select(a => Of(a, result: false)).Concat(book.Results.Keys.Select(a => Of(a, result: true))).Where(u => u.Off != 0).ToImmutableArray();
        var closed = balances.Count + book.Results.Count > 0;
        return new(
            book.Vouchers.Sum(v => v.Rows.Length), balances.Count - wrong.Count(u => !u.IsResult), book.Results.Count - wrong.Count(u => u.IsResult),
            [.. book.Vouchers.Where(v => v.Off != 0)], wrong,
            [.. moved.Where(m => closed && m.Value != 0 && !book.Closing.ContainsKey(m.Key) && !book.Opening.ContainsKey(m.Key) && !book.Results.ContainsKey(m.Key)).Select(m => m.Key).Order(StringComparer.Ordinal)],
            [.. book.Vouchers.GroupBy(v => v.Series, StringComparer.Ordinal).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => GapsOf(g.Key, g))],
            [.. book.Vouchers.GroupBy(v => (v.Series, v.Number)).Where(g => g.Key.Number.Length > 0 && g.Count() > 1).Select(g => g.Key)]);
    }

    private static IEnumerable<Gap> GapsOf(string series, IEnumerable<SieVoucher> vouchers)
    {
        var numbers = vouchers.Select(v => Number(v.Number)).OfType<long>().Distinct().Order().ToList();
        return numbers.Zip(numbers.Skip(1)).Where(p => p.Second > p.First + 1).Select(p => new Gap(series, p.First, p.Second));
    }

    private static long? Number(string text) => text.Length is > 0 and < 18 && text.All(char.IsAsciiDigit) ? text.Aggregate(0L, (sum, d) => sum * 10 + (d - '0')) : null;
}
