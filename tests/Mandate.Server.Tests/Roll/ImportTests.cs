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
    public async Task A_roll_of_24000_rows_with_the_usual_dirt_is_previewed_row_by_row_and_written_once_agreed()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        var roll = new StringBuilder("Medlemsnummer;Namn;Avdelning;Medlem sedan;Status\r\n");
        var (duplicates, dead, wrong) = (0, 0, 0);
        for (var i = 0; i < 24_000; i++)
        {
            var line = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{1000 + i};Åsa Öberg {i};Avdelning {i % 120};{(i % 1000 == 7 ? "i går" : "2020-02-01")};{(i % 500 == 3 ? "deceased" : i % 11 == 0 ? "in arrears" : "")}\r\n");
            roll.Append(line);
            if (i % 1000 == 7) wrong++;
            if (i % 500 == 3) dead++;
            if (i % 2000 == 10)
            {
                roll.Append(line);
                duplicates++;
            }
        }
        await SendAsync(visitor, Encoding.GetEncoding("iso-8859-1").GetBytes(roll.ToString()));
        var refused = duplicates + dead + wrong;
        var size = node.State.Size;
        // New, changed, unchanged, refused: together every row.
        Assert.Equal([24_000 - dead - wrong, 0, 0, refused], visitor.Page.QuerySelectorAll(".fate-number").Select(n => int.Parse(n.TextContent.Replace("\u00A0", "", StringComparison.Ordinal), System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("Åsa Öberg", visitor.Text, StringComparison.Ordinal);
        var address = visitor.Path;
        await visitor.GoAsync(address + "?fate=refused&why=duplicate");
        Assert.Equal(Math.Min(duplicates, 100), visitor.Page.QuerySelectorAll("tbody tr").Length);
        Assert.Equal(size, node.State.Size);
        await visitor.SendAsync(address + "/write");
        Assert.Equal(24_000 - dead - wrong, node.State.Roll.Members.Count);
        Assert.Equal(120, node.State.Roll.Units.Count);
        await SendAsync(visitor, Encoding.GetEncoding("iso-8859-1").GetBytes(roll.ToString()));
        Assert.Equal("0", visitor.Page.QuerySelector(".fate-number")!.TextContent);
    }

    [Fact]
    public async Task After_the_founding_an_import_only_proposes_and_the_clause_on_admission_decides()
    {
        await using var desk = await Desk.OpenAsync();
        using var visitor = await FoundTests.FoundAsync(desk, "rehearsal");
        var node = desk.Installation.Find("dockside")!;
        await SendAsync(visitor, Encoding.UTF8.GetBytes("Number,Name,Branch\n1,Ada Berg,Quay Street\n2,Bo Lind,Quay Street\n3,Cleo Vane,Quay Street\n"));
        await visitor.SendAsync(visitor.Path + "/write");
        await visitor.GoAsync("/o/dockside/act/founding.name-officer?return=/o/dockside/founding");
        await visitor.SendAsync("/o/dockside/act/founding.name-officer", ("member", "3"), ("place", "electoral"), ("until", "2030-12-31"));
        foreach (var founder in node.State.Founding.Founders)
        {
            await visitor.GoAsync("/o/dockside/as/" + founder);
            await visitor.GoAsync("/o/dockside/founding");
            await visitor.SendAsync("/o/dockside/act/founding.approve");
        }
        await visitor.SendAsync("/o/dockside/act/founding.close");
        Assert.Equal(Mandate.Organisation.Founding.FoundingStage.Closed, node.State.Founding.Stage);

        var keeper = node.State.Offices.Tenures.Values.Single(t => t.Seat.Of == "electoral").Person;
        await visitor.GoAsync("/o/dockside/as/" + keeper);
        await SendAsync(visitor, Encoding.UTF8.GetBytes("Number,Name,Branch\n1,Ada Berg,Quay Street\n2,Bo Lind,Quay Street\n3,Cleo Vane,Quay Street\n4,Dan Moe,Quay Street\n"));
        await visitor.SendAsync(visitor.Path + "/write");
        Assert.Equal(3, node.State.Roll.Members.Count);
        var application = node.State.Roll.Applications.Values.Single();

        await visitor.GoAsync("/o/dockside/members/applications");
        Assert.Contains("Dan Moe", visitor.Text, StringComparison.Ordinal);
        Assert.NotNull(visitor.Page.QuerySelector(".refusal a[href*='electorates.members.admit']"));
        Assert.Null(visitor.Page.QuerySelector("button[value=silence]"));

        await visitor.GoAsync("/o/dockside/act/clock.advance");
        await visitor.SendAsync("/o/dockside/act/clock.advance", ("to-time", application.Deemed!.Value.AddDays(1).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) + "T09:00"));
        await visitor.GoAsync("/o/dockside/members/applications");
        await visitor.SendAsync("/o/dockside/members/applications", ("application", application.Id), ("decide", "silence"));
        Assert.Contains("1 application decided", visitor.Text, StringComparison.Ordinal);
        Assert.Equal(4, node.State.Roll.Members.Count);
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
