using System.IO.Compression;
using System.Net;
using Mandate.Ledger;
using Mandate.Node.Verification;
using Mandate.Organisation.Sessions;
using Mandate.Server.Record;
using Mandate.Server.Tests.Founding;

namespace Mandate.Server.Tests.Record;

public sealed class RecordTests
{
    [Fact]
    public async Task Entries_are_told_newest_first_in_sentences_with_an_address_each()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        await visitor.GoAsync("/o/dockside/record");
        Assert.Contains("The founding was opened.", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/o/dockside/record/0");
        Assert.Equal(HttpStatusCode.OK, visitor.Status);
        Assert.Contains("The founding was opened.", visitor.Text, StringComparison.Ordinal);
        await visitor.GoAsync("/o/dockside/record/99");
        Assert.Equal(HttpStatusCode.NotFound, visitor.Status);
    }

    [Fact]
    public async Task A_receipt_proves_its_entry_to_whoever_has_the_ledgers_key()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var bytes = await desk.Serving.Client.GetByteArrayAsync(new Uri("/o/dockside/record/0/proof", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.True(TlogProof.TryParse(bytes, out var proof, out _));
        var node = desk.Installation.Find("dockside")!;
        Assert.Equal(0UL, proof.Index);
        Assert.Equal(node.Prove(0).ToBytes(), bytes);
        Assert.True(Checkpoint.TryOpen(await desk.Serving.Client.GetByteArrayAsync(new Uri("/o/dockside/record/checkpoint", UriKind.Relative), TestContext.Current.CancellationToken), node.Key.Name, node.Key, [], out _, out _));
    }

    [Fact]
    public async Task A_member_takes_the_record_home_and_it_verifies_there()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        await visitor.GoAsync("/o/dockside/record/export");
        var zip = await visitor.DownloadAsync("/o/dockside/record/export");
        var folder = Directory.CreateTempSubdirectory("mandate-zip-").FullName;
        try
        {
            ZipFile.ExtractToDirectory(new MemoryStream(zip), folder, overwriteFiles: false);
            using var export = new ExportFolder(Path.Combine(folder, "dockside"));
            var report = Verifier.Run(export, new(desk.Installation.Find("dockside")!.Key));
            Assert.True(report.Holds, report.FirstFault?.ToString());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
        await visitor.GoAsync("/o/dockside/record/reads");
        Assert.Contains("the whole record", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_visitor_is_told_the_clause_that_keeps_the_record_among_members_before_the_click()
    {
        await using var desk = await Desk.OpenAsync();
        using var founder = await FoundTests.FoundAsync(desk, "rehearsal");
        using var visitor = desk.Visitor();
        await visitor.GoAsync("/o/dockside/record/export");
        Assert.Null(visitor.Page.QuerySelector("form[action='/o/dockside/record/export']"));
        Assert.Contains("publication.default", visitor.Page.QuerySelector(".refusal")!.TextContent, StringComparison.Ordinal);
        await founder.GoAsync("/o/dockside/record/export");
        Assert.NotNull(founder.Page.QuerySelector("form[action='/o/dockside/record/export']"));
    }

    [Fact]
    public async Task Verification_from_the_page_says_what_it_proves_and_what_it_does_not()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        await visitor.GoAsync("/o/dockside/record/verification");
        await visitor.SendAsync("/o/dockside/record/verification");
        Assert.Equal("true", visitor.Page.QuerySelector(".verification")?.GetAttribute("data-holds"));
        Assert.Contains("the record is complete and the rules were followed. It does not prove that the rules are fair, or that the members on the roll exist", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_ordinary_member_did_cannot_be_listed_by_anybody_else()
    {
        await using var serving = await Serving.StartAsync(Federation.Kept);
        var state = Federation.Kept.State;
        var supporter = state.Motions.All.Values.SelectMany(m => m.Supporters).First(p => !state.Offices.Career(p).Any());
        Assert.Equal(await ShownAsync(serving, "/o/federation/record?word=motions"), await ShownAsync(serving, "/o/federation/record?word=motions&person=" + supporter));
        var delegated = state.Motions.All.Values.Select(m => m.Mover).First(p => state.Offices.Career(p).Any());
        Assert.NotEqual(await ShownAsync(serving, "/o/federation/record?word=motions"), await ShownAsync(serving, "/o/federation/record?word=motions&person=" + delegated));
    }

    [Fact]
    public async Task What_somebody_in_office_did_as_a_member_is_not_listed_among_their_acts()
    {
        await using var dockside = await Sessions.Dockside.OpenAsync();
        dockside.Kept.Do("b1-01", new Mandate.Organisation.Press.WriteLetter("l", "The canteen", dockside.Kept.Put("It closes too early.")));
        using var other = await dockside.AsAsync("b2-04");
        await other.GoAsync("/o/dockside/record?word=press");
        Assert.NotEmpty(other.Page.QuerySelectorAll(".record-place"));
        await other.GoAsync("/o/dockside/record?word=press&person=b1-01");
        Assert.Empty(other.Page.QuerySelectorAll(".record-place"));
    }

    /// <summary>Every word that acts begin with can be asked for, so that no register is outside the filter.</summary>
    [Fact]
    public void Every_word_of_the_rules_can_be_asked_for()
    {
        var words = typeof(Mandate.Organisation.Acts.Command).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Mandate.Organisation.Acts.Command)))
            .Select(t => (Mandate.Organisation.Acts.WireNameAttribute?)Attribute.GetCustomAttribute(t, typeof(Mandate.Organisation.Acts.WireNameAttribute))).OfType<Mandate.Organisation.Acts.WireNameAttribute>().Select(w => w.Name.Split('.')[0]);
        Assert.Empty(words.Except(RecordFilter.Words, StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_acts_of_an_office_are_listed_and_nothing_else_with_them()
    {
        await using var serving = await Serving.StartAsync(Federation.Kept);
        var shown = await ShownAsync(serving, "/o/federation/record?office=general_secretary");
        Assert.NotEmpty(shown);
        foreach (var index in shown)
        {
            var entry = Federation.Kept.Entries(index, 1).Single().Entry;
            Assert.Contains(Federation.Kept.State.Offices.HeldBy(entry.By, entry.At), t => t.Seat.Of == "general_secretary");
        }
    }

    [Fact]
    public async Task A_page_back_goes_on_where_the_last_one_ended()
    {
        await using var serving = await Serving.StartAsync(Federation.Kept);
        var parser = new AngleSharp.Html.Parser.HtmlParser();
        var seen = new List<long>();
        var address = "/o/federation/record?word=sessions";
        while (address is not null)
        {
            var page = parser.ParseDocument(await serving.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
            seen.AddRange(page.QuerySelectorAll(".record-place a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)));
            address = page.QuerySelector("nav.pages a[rel=next]")?.GetAttribute("href");
        }
        var all = Federation.Kept.Entries(0, int.MaxValue).Where(e => e.Entry.Command is SessionsCommand).Select(e => e.Index).Reverse().ToList();
        Assert.True(all.Count > 50);
        Assert.Equal(all, seen);
    }

    private static async Task<List<long>> ShownAsync(Serving serving, string address)
    {
        var page = new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await serving.Client.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken));
        return [.. page.QuerySelectorAll(".record-place a").Select(a => long.Parse(a.GetAttribute("href")!.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture))];
    }
}
