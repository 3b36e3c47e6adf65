using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Organisation.Accounts;
using Mandate.Organisation.Accounts.Books;
using Mandate.Organisation.Guards;
using Mandate.Organisation.Tests.Support;

namespace Mandate.Organisation.Tests.Accounts;

/// <summary>The secretary (b1-05) keeps the fund; the council decides.</summary>
public sealed partial class BooksTests
{
    private const string Sound = """
        #FLAGGA 0
        #SIETYP 4
        #FNAMN "Kaj och R\"als"
        #KONTO 1910 Kassa
        #KONTO 4010 Material
        #IB 0 1910 100.00
        #UB 0 1910 58.5
        #RES 0 4010 41,50
        #VER A 1 20260105 Skruv
        {
        #TRANS 1910 {1 "}"} -41.50
        #TRANS 4010 {} 41.50
        #RTRANS 4010 {} 999.00
        }
        """;

    private static SieRead Read(string text) => SieReader.Read(Encoding.ASCII.GetBytes(text));

    [Fact]
    public void Books_that_balance_hold_and_a_voucher_taken_out_is_told_by_balances_and_numbers()
    {
        var audit = BookAudit.Of(Read(Sound).Book!);
        Assert.True(audit.Holds);
        Assert.Equal((1, 1, 2), (audit.Reconciled, audit.ResultsReconciled, audit.Rows));
        var more = Sound + "\n#VER A 2 20260106 x\n{\n#TRANS 1910 {} -1\n#TRANS 4010 {} 1\n}\n#VER A 5 20260107 y\n{\n}\n#VER A 5 20260107 z\n{\n}\n";
        var off = BookAudit.Of(Read(more).Book!);
        Assert.False(off.Holds);
        Assert.Equal(["1910 100", "4010 -100"], off.Unreconciled.Select(u => $"{u.Account} {u.Off}"));
        Assert.Equal(new Gap("A", 2, 5), Assert.Single(off.Gaps));
        Assert.Equal(("A", "5"), Assert.Single(off.Doubled));
    }

    [Theory]
    [InlineData("Hello", 1, "no SIE file")]
    [InlineData("#SIETYP 1", 1, "type 4 is expected")]
    [InlineData("#SIETYP 4\n#KONTO 1910", 2, "#KONTO has 1 fields, and needs 2")]
    [InlineData("#IB 0 1910 1.234", 1, "no number with at most two decimals")]
    [InlineData("#IB 0 1910 1\n#IB 0 1910 2", 2, "two balances")]
    [InlineData("#VER A 1 20260105\n{\n#TRANS 1910 {} 1", 1, "not closed by a brace")]
    [InlineData("#TRANS 1910 {} 1", 1, "outside a voucher")]
    [InlineData("#VER A 1 20260105\n{\n#TRANS 1910 {1 5 7", 3, "a brace is not closed")]
    public void A_file_that_is_wrong_says_where_and_what_would_be_right(string text, int line, string problem)
    {
        var read = Read(text);
        Assert.Null(read.Book);
        Assert.Equal(line, read.Fault!.Line);
        Assert.Contains(problem, read.Fault.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_text_that_a_program_broke_over_two_lines_ends_with_its_line()
    {
        var book = Read("#VER A 1 20260105\n{\n#TRANS 1910 {} 1 20260105 \"broken\n  text\"\n#TRANS 4010 {} -1\n}\n").Book!;
        Assert.Equal(["broken", ""], book.Vouchers[0].Rows.Select(r => r.Text));
    }

    [Fact]
    public void Any_bytes_are_books_or_a_fault_with_its_line() =>
        Prop.ForAll<byte[]>(bytes => SieReader.Read(bytes) is { Book: null, Fault.Line: > 0 } or { Book: not null, Fault: null }).QuickCheckThrowOnFailure();

    private static Founded Kept()
    {
        var o = Founded.Small();
        o.Do("b1-01", new OpenFund("strike", "Strike: fund", "EUR", "secretary"), "council");
        o.Do("b1-05", new ReceiveFunds("r1", "strike", 100_00, "Levy \"January\"; late", o.Blob("Bank advice 1.")));
        o.Do("b1-01", new GrantFunds("g1", "strike", 60_00, "Soup for the pickets", new(2026, 3, 1)), "council");
        o.Do("b1-05", new ProposePayment("p1", "g1", 5_07, "Kitchen", o.Blob("Receipt 1.")));
        o.Do("b1-01", new CountersignPayment("p1"));
        return o;
    }

    [Fact]
    public void The_books_in_plain_text_add_up_to_the_balances_that_stand_in_them()
    {
        var books = Kept().State.Accounts;
        foreach (var text in new[] { BookText.Hledger(books, new(2026, 1, 2)), BookText.Beancount(books, new(2026, 1, 2)) })
        {
            var sums = Posting().Matches(text).GroupBy(m => m.Groups["account"].Value, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Sum(m => decimal.Parse(m.Groups["amount"].Value, CultureInfo.InvariantCulture)), StringComparer.Ordinal);
            Assert.Equal(0m, sums.Values.Sum());
            Assert.Equal(94.93m, sums.Single(s => s.Key.StartsWith("assets", StringComparison.OrdinalIgnoreCase)).Value);
            Assert.Equal(5.07m, sums.Single(s => s.Key.StartsWith("expenses", StringComparison.OrdinalIgnoreCase)).Value);
            Assert.Matches(@"(= 94\.93 EUR|balance Assets:F-strike  94\.93 EUR)", text);
            Assert.All(books.Bookings, b => Assert.Contains(b.Voucher, text, StringComparison.Ordinal));
        }
        Assert.DoesNotContain("Strike: fund", BookText.Hledger(books, new(2026, 1, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_member_asks_about_an_entry_and_whoever_keeps_the_fund_answers_in_time_or_it_is_found()
    {
        var o = Kept();
        Assert.Equal("protocol.unknown", o.Refused("b1-08", new AskAboutEntry("q1", "nothing", "Why?")).Code);
        Assert.Equal("protocol.malformed", o.Refused("b1-08", new AskAboutEntry("q1", "p1", "")).Code);
        o.Do("b1-08", new AskAboutEntry("q1", "p1", "Why hired and not borrowed?"));
        o.Do("b1-08", new AskAboutEntry("q2", "strike", "Why one fund for all ports?"));
        var due = o.State.Accounts.Questions["q1"].Due;
        Assert.Equal(new DateOnly(2026, 1, 31), due);
        Assert.Equal("protocol.not-yours", o.Refused("b1-01", new AnswerOnEntry("q1", "Both were out.")).Code);
        o.Do("b1-05", new AnswerOnEntry("q1", "Both were out."));
        Assert.Equal("protocol.wrong-stage", o.Refused("b1-05", new AnswerOnEntry("q1", "Again.")).Code);
        Assert.Empty(Findings.AsOf(o.State, o.State, due));
        Assert.Equal("unanswered-petition", Assert.Single(Findings.AsOf(o.State, o.State, due.AddDays(1))).Guard.Name);
        o.Do("b1-05", new AnswerOnEntry("q2", "Congress decided so."));
        Assert.Empty(Findings.AsOf(o.State, o.State, due.AddDays(1)));
    }

    [Fact]
    public void The_constitution_says_how_long_an_answer_takes()
    {
        var o = Founded.Small(Founded.Yaml(("rights:\n", "rights:\n  open_books: {who: any member, within: 7 days}\n")));
        o.Do("b1-01", new OpenFund("strike", "Strike fund", "EUR", "secretary"), "council");
        o.Do("b1-08", new AskAboutEntry("q1", "strike", "What for?"));
        Assert.Equal(new DateOnly(2026, 1, 8), o.State.Accounts.Questions["q1"].Due);
    }

    [GeneratedRegex(@"^ {2,4}(?<account>(?:assets|expenses|income)\S*(?: \S+)*?)  (?<amount>-?\d+\.\d\d) EUR$", RegexOptions.Multiline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Posting();
}
