using System.Collections.Immutable;

namespace Mandate.Organisation.Accounts.Books;

/// <summary>A row of a voucher.</summary>
/// <param name="Amount">In hundredths; to the account, or from it where it is less than nothing.</param>
public sealed record SieRow(string Account, long Amount, string Text);

/// <summary>A voucher: its rows come to nothing together, or it does not balance.</summary>
/// <param name="Day">As written: <c>20110107</c>.</param>
/// <param name="Line">Where it begins in the file.</param>
public sealed record SieVoucher(string Series, string Number, string Day, string Text, int Line, ImmutableArray<SieRow> Rows)
{
    public long Off => Rows.Sum(r => r.Amount);
}

/// <summary>Books as a file of the SIE organisation gives them (format 4): what its own statements say, not corrected.</summary>
/// <param name="Opening">Opening balances of this year, by account (<c>#IB 0</c>).</param>
/// <param name="Closing">Closing balances of this year (<c>#UB 0</c>).</param>
/// <param name="Results">Balances of result accounts of this year (<c>#RES 0</c>).</param>
public sealed record SieBook(
    string Program,
    string Company,
    string Type,
    ImmutableSortedDictionary<string, string> Accounts,
    ImmutableSortedDictionary<string, long> Opening,
    ImmutableSortedDictionary<string, long> Closing,
    ImmutableSortedDictionary<string, long> Results,
    ImmutableArray<SieVoucher> Vouchers);

/// <summary>What keeps a file from being read.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Problem">What is wrong, and what would be right.</param>
public sealed record BookFault(int Line, string Problem)
{
    public override string ToString() => FormattableString.Invariant($"line {Line}: {Problem}");
}

/// <summary>The books, or why the file is none.</summary>
public sealed record SieRead(SieBook? Book, BookFault? Fault);
