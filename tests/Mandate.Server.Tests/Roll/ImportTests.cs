using System.Net;
using System.Text;
using Mandate.Server.Tests.Founding;
using Mandate.Server.Wording;

namespace Mandate.Server.Tests.Roll;

public sealed partial class ImportTests
{
    [Fact]
    public async Task Every_rows_fate_is_shown_and_nothing_is_written_before_it_is_confirmed()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var size = node.State.Size;
        await SendAsync(visitor, Encoding.GetEncoding("iso-8859-1").GetBytes(
            "Lidnummer;Naam;Afdeling;Lid sinds;Status\r\n1;Ada Berg;Quay Street;2020-01-01;\r\n2;Bo Lind;Quay Street;1/2/2021;\r\n3;Åke Öst;Harbour;2021-02-01;in arrears\r\n3;Åke Öst;Harbour;2021-02-01;\r\n4;Dee Late;Harbour;2021-02-01;deceased\r\n5;Eve Sand;Harbour;yesterday;\r\n"));
        Assert.Equal(size, node.State.Size);
        Assert.Equal(2, node.Vault!.Persons.Length);
        Assert.Equal(["3", "0", "0", "3"], visitor.Page.QuerySelectorAll(".fate-number").Select(n => n.TextContent));
        Assert.Contains("Åke Öst", visitor.Text, StringComparison.Ordinal);
        Assert.Contains("“yesterday” is no date", visitor.Text, StringComparison.Ordinal);

        await visitor.GoAsync(visitor.Path + "?fate=refused&why=duplicate");
        Assert.Single(visitor.Page.QuerySelectorAll("tbody tr"));
        await visitor.SendAsync(visitor.Path.Split('?')[0] + "/write");
        Assert.Contains("Written: 3 members, 2 units", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(3, node.State.Roll.Members.Count);
        // The founders named their numbers, so the rows of the roll are theirs.
        Assert.All(node.State.Founding.Founders, f => Assert.NotNull(node.State.Roll.Member(f)));
    }

    [Fact]
    public async Task Columns_that_are_not_guessed_are_chosen_and_known_the_next_time()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var roll = Encoding.UTF8.GetBytes("Kod,Vem,Lokal\n10,Per Ek,Hamnen\n");
        await SendAsync(visitor, roll);
        Assert.Empty(visitor.Page.QuerySelectorAll(".fate-number"));
        var address = visitor.Path.Split('?')[0];
        await visitor.SendAsync(address + "/columns", ("number", "Kod"), ("name", "Vem"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        await visitor.SendAsync(address + "/columns", ("number", "Kod"), ("name", "Vem"), ("unit-branch", "Lokal"));
        await visitor.SendAsync(address + "/write");
        Assert.Contains("Written: 1 members", visitor.Text, StringComparison.Ordinal);
        await SendAsync(visitor, roll);
        Assert.Equal("1", visitor.Page.QuerySelectorAll(".fate-number").ElementAt(2).TextContent);
    }

    [Fact]
    public async Task A_preview_that_is_overtaken_is_shown_again_and_not_written()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var roll = Encoding.UTF8.GetBytes("Number,Name,Branch\n10,Per Ek,Hamnen\n");
        await SendAsync(visitor, roll);
        using var other = desk.Visitor();
        await other.GoAsync("/o/dockside/as/" + desk.Installation.Find("dockside")!.State.Founding.Founders[0]);
        await SendAsync(other, roll);
        await other.SendAsync(other.Path + "/write");
        await visitor.SendAsync(visitor.Path + "/write");
        Assert.Equal(HttpStatusCode.Conflict, visitor.Status);
        Assert.Single(desk.Installation.Find("dockside")!.State.Roll.Members);
    }

    [Theory]
    [InlineData(""), InlineData("Number,Number\n1,2\n"), InlineData("a\0b\n")]
    public async Task A_file_that_cannot_be_read_is_said_to_be_so(string text)
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        await SendAsync(visitor, Encoding.UTF8.GetBytes(text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.NotNull(visitor.Page.QuerySelector("#errors"));
    }

    [Fact]
    public async Task A_long_roll_is_shown_by_pages()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var roll = new StringBuilder("Number,Name,Branch\n");
        for (var i = 0; i < 250; i++) roll.Append(System.Globalization.CultureInfo.InvariantCulture, $"{100 + i},Member {i},Branch {i % 3}\n");
        await SendAsync(visitor, Encoding.UTF8.GetBytes(roll.ToString()));
        Assert.Equal(100, visitor.Page.QuerySelectorAll("tbody tr").Length);
        await visitor.GoAsync(visitor.Path + "?page=3");
        Assert.Equal(50, visitor.Page.QuerySelectorAll("tbody tr").Length);
    }

    [Fact]
    public void Every_fate_that_the_planner_gives_has_its_words()
    {
        var source = File.ReadAllText(Path.Combine(Repository.Root, "src", "Mandate.Node", "Rolls", "RollPlanner.cs"));
        var codes = Codes().Matches(source).Select(m => m.Groups["code"].Value).Concat(["active", "in-arrears", "deceased", "left", "new", "unchanged"]).Distinct(StringComparer.Ordinal).ToList();
        Assert.True(codes.Count > 12);
        Assert.All(codes, code => Assert.True(Catalogue.Ours.Has("import.code." + code) && Catalogue.Ours.Has("import.short." + code), code));
    }

    [System.Text.RegularExpressions.GeneratedRegex("""(?:[Rr]efused\(|\? \(|: \(|=> \()"(?<code>[a-z][a-z-]+)",""", System.Text.RegularExpressions.RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial System.Text.RegularExpressions.Regex Codes();

    private static async Task SendAsync(Visitor visitor, byte[] roll)
    {
        await visitor.GoAsync("/o/dockside/members/import");
        await visitor.SendAsync("/o/dockside/members/import", ("file", "roll.csv", roll));
    }
}
