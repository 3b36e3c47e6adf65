using System.CommandLine;
using System.Text.Json.Nodes;
using Mandate.Cli.Contract;
using Mandate.Organisation.Accounts.Books;

namespace Mandate.Cli.Accounts;

/// <summary>
/// <c>mandate books</c>: the books of an organisation as text for hledger or beancount; of a file of the SIE organisation, what it says against
/// itself: vouchers that do not balance, balances that do not follow, numbers that are missing.
/// </summary>
internal static class BooksCommand
{
    private static readonly Argument<string> Source = new("DIR|FILE.se") { Description = "An organisation's folder or an export, or a file of books (SIE type 4)." };

    private static readonly Option<string> As = MakeFormat();

    public static Command Create() => new Command("books", "Open books: export an organisation's, audit a file's.") { Source, As, Organisations.Keys }.Running(Run);

    private static async Task<int> Run(ParseResult parsed, Terminal terminal, CancellationToken cancel) =>
        File.Exists(parsed.GetValue(Source)!) ? Audit(await File.ReadAllBytesAsync(parsed.GetValue(Source)!, cancel), parsed.GetValue(Source)!, terminal) : await Export(parsed, terminal);

    private static async Task<int> Export(ParseResult parsed, Terminal terminal)
    {
        await using var node = Organisations.LookAt(parsed, parsed.GetValue(Source)!);
        var (books, day) = (node.State.Accounts, DateOnly.FromDateTime(node.State.At.UtcDateTime));
        var beancount = parsed.GetValue(As) == "beancount";
        var text = beancount ? BookText.Beancount(books, day) : BookText.Hledger(books, day);
        terminal.Data(new JsonObject
        {
            ["format"] = beancount ? "beancount" : "hledger",
            ["funds"] = new JsonArray([.. books.Funds.Values.OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => (JsonNode)new JsonObject { ["id"] = f.Id, ["title"] = f.Title, ["currency"] = f.Currency, ["balance"] = Money(books.BalanceOfFund(f.Id)) })]),
            ["text"] = text,
        }, text.TrimEnd('\n').Split('\n'));
        terminal.Message($"{books.Bookings.Length} movements of {books.Funds.Count} funds.");
        return ExitCode.Done;
    }

    private static int Audit(byte[] bytes, string file, Terminal terminal)
    {
        var read = SieReader.Read(bytes);
        if (read.Book is not { } book) throw CommandException.BadInput($"{file}: {read.Fault}");
        var audit = BookAudit.Of(book);
        terminal.Data(Json(book, audit), Lines(book, audit));
        terminal.Message(audit.Holds ? "Every voucher balances and every balance follows from the vouchers." : "These books leave questions to whoever keeps them; see above.");
        return audit.Holds ? ExitCode.Done : ExitCode.DoesNotHold;
    }

    private static IEnumerable<string> Lines(SieBook book, BookAudit audit)
    {
        yield return $"{book.Company} ({book.Program}): {book.Accounts.Count} accounts, {book.Vouchers.Length} vouchers, {audit.Rows} rows";
        yield return $"balances that follow: {audit.Reconciled} of balance accounts, {audit.ResultsReconciled} of result accounts";
        foreach (var v in audit.Unbalanced) yield return $"voucher {v.Series} {v.Number} of {v.Day} (line {v.Line}) is off by {Money(v.Off)}";
        foreach (var u in audit.Unreconciled) yield return $"account {u.Account} {u.Name}: {Money(u.Opening)} and {Money(u.Moved)} moved do not give {Money(u.Closing)}: {Money(u.Off)} has no voucher";
        foreach (var account in audit.WithoutClosing) yield return $"account {account} moved and has no closing balance";
        foreach (var gap in audit.Gaps) yield return $"series {gap.Series}: no voucher between {gap.After} and {gap.Before}";
        foreach (var (series, number) in audit.Doubled) yield return $"series {series}: several vouchers are number {number}";
    }

    private static JsonObject Json(SieBook book, BookAudit audit) => new()
    {
        ["format"] = "sie4",
        ["company"] = book.Company,
        ["program"] = book.Program,
        ["holds"] = audit.Holds,
        ["accounts"] = book.Accounts.Count,
        ["vouchers"] = book.Vouchers.Length,
        ["rows"] = audit.Rows,
        ["reconciled"] = audit.Reconciled,
        ["resultsReconciled"] = audit.ResultsReconciled,
        ["unbalanced"] = new JsonArray([.. audit.Unbalanced.Select(v => (JsonNode)new JsonObject { ["series"] = v.Series, ["number"] = v.Number, ["day"] = v.Day, ["line"] = v.Line, ["off"] = Money(v.Off) })]),
        ["unreconciled"] = new JsonArray([.. audit.Unreconciled.Select(u => (JsonNode)new JsonObject { ["account"] = u.Account, ["name"] = u.Name, ["result"] = u.IsResult, ["opening"] = Money(u.Opening), ["moved"] = Money(u.Moved), ["closing"] = Money(u.Closing), ["off"] = Money(u.Off) })]),
        ["withoutClosing"] = new JsonArray([.. audit.WithoutClosing.Select(a => (JsonNode)a)]),
        ["gaps"] = new JsonArray([.. audit.Gaps.Select(g => (JsonNode)new JsonObject { ["series"] = g.Series, ["after"] = g.After, ["before"] = g.Before })]),
        ["doubled"] = new JsonArray([.. audit.Doubled.Select(d => (JsonNode)new JsonObject { ["series"] = d.Series, ["number"] = d.Number })]),
    };

    private static string Money(long hundredths) => FormattableString.Invariant($"{(hundredths < 0 ? "-" : "")}{Math.Abs(hundredths) / 100}.{Math.Abs(hundredths) % 100:00}");

    private static Option<string> MakeFormat()
    {
        var option = new Option<string>("--format") { Description = "Of an organisation's books: hledger or beancount.", DefaultValueFactory = _ => "hledger" };
        option.AcceptOnlyFromAmong("hledger", "beancount");
        return option;
    }
}
