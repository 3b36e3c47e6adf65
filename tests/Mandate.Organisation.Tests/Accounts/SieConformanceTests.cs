using System.Globalization;
using System.Text.Json;
using Mandate.Organisation.Accounts.Books;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>Files of the SIE organisation and of real programs, with what follows from their own statements.</summary>
[Trait("Category", "Conformance")]
public sealed class SieConformanceTests
{
    public static TheoryData<string> Files()
    {
        var data = new TheoryData<string>();
        if (ConformanceData.Root is { } root && Path.Combine(root, "accounts", "sie") is var folder && File.Exists(Path.Combine(folder, "expected.json")))
            foreach (var file in Expected(folder).EnumerateObject()) data.Add(file.Name);
        if (data.Count == 0) data.Add("");
        return data;
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Books_are_reconciled_as_expected(string name)
    {
        var folder = Path.Combine(ConformanceData.Folder("accounts"), "sie");
        Assert.SkipWhen(name.Length == 0, "no books with expected values");
        var expected = Expected(folder).GetProperty(name);
        var read = SieReader.Read(File.ReadAllBytes(Path.Combine(folder, name)));
        Assert.Null(read.Fault);
        var (book, audit) = (read.Book!, BookAudit.Of(read.Book!));
        Assert.Equal(
            (Number("accounts"), Number("vouchers"), Number("trans_rows"), Number("balance_accounts_IB_plus_TRANS_equals_UB"), Number("result_accounts_TRANS_equals_RES")),
            (book.Accounts.Count, book.Vouchers.Length, audit.Rows, audit.Reconciled, audit.ResultsReconciled));
        Assert.Equal((Text("program"), Text("company"), Text("sie_type")), (book.Program, book.Company, book.Type));
        Assert.Equal((Hundredths(Text("sum_UB")), Hundredths(Text("sum_RES"))), (book.Closing.Values.Sum(), book.Results.Values.Sum()));
        Assert.Equal(Rows("unbalanced_vouchers"), audit.Unbalanced.Select(v => $"{v.Series} {v.Number} {v.Day}|{v.Off}"));
        Assert.Equal(Rows("balance_accounts_not_equal"), audit.Unreconciled.Where(u => !u.IsResult).Select(u => $"{u.Account}|{u.Opening}|{u.Moved}|{u.Closing}"));
        Assert.Equal(Rows("result_not_equal"), audit.Unreconciled.Where(u => u.IsResult).Select(u => $"{u.Account}|{u.Moved}|{u.Closing}"));
        Assert.Equal(Rows("unbalanced_vouchers").Any() || Rows("balance_accounts_not_equal").Any() || Rows("result_not_equal").Any(), !audit.Holds);

        int Number(string of) => expected.GetProperty(of).GetInt32();
        string Text(string of) => expected.GetProperty(of).GetString()!;
        IEnumerable<string> Rows(string of) => expected.GetProperty(of).EnumerateArray()
            .Select(row => string.Join('|', row.EnumerateArray().Select((cell, i) => i == 0 ? cell.GetString()! : Hundredths(cell.GetString()!).ToString(CultureInfo.InvariantCulture))));
    }

    private static JsonElement Expected(string folder) => JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement;

    private static long Hundredths(string amount) => (long)(decimal.Parse(amount, CultureInfo.InvariantCulture) * 100);
}
