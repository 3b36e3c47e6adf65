using System.Text;
using System.Text.Json;
using Mandate.Tally.Apportionment;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Apportionment;

public sealed class ListVotesTests
{
    private static Read<LoadedPapers> Read(string name, string text) =>
        PapersReader.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), NamedFiles.None);

    private static Count Count(string method, string name, string text, int? seats = null, TieRule? ties = null)
    {
        var papers = Read(name, text).Value!;
        return Methods.Find(method, papers)!.Count(papers, new() { Seats = seats, Ties = ties ?? TieRule.Previous }).Count!;
    }

    [Theory]
    [InlineData("a.json", """{"votes":{"A":53,"B":24,"C":23},"seats":7}""")]
    [InlineData("a.json", """{"parties":[{"name":"A","votes":53},{"name":"B","votes":24},{"name":"C","votes":23}],"seats":"7"}""")]
    [InlineData("a.csv", "# seats: 7\nlist,votes\nA,53\nB,24\n\"C\",23\n")]
    [InlineData("a.csv", "# seats: 7\r\nUnit;Members\r\nA;53\r\nB;24\r\nC;23\r\n")]
    public void Json_and_csv_of_lists_give_the_same_seats_in_the_order_of_winning(string name, string text)
    {
        var count = Count("dhondt", name, text);

        Assert.Equal(["A", "A", "B", "C", "A", "A", "B"], count.ElectedNames);
        Assert.Equal("""{"A":4,"B":2,"C":1}""", CountJson.Of(count)["detail"]!["seats"]!.ToJsonString());
        Assert.Contains("How each seat was won", CountHtml.Page(count), StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_and_limits_of_the_file_are_kept()
    {
        Assert.Equal(["A", "B", "A"], Count("sainte-lague", "a.csv", "# threshold: 5%\nlist,votes\nA,60\nB,36\nC,4\n", 3).ElectedNames);
        Assert.Equal(["A", "B", "C"], Count("dhondt", "a.csv", "unit,members,minimum\nA,60,1\nB,36,1\nC,4,1\n", 3).ElectedNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void An_equal_claim_stops_the_count_until_a_rule_for_ties_is_stated()
    {
        const string Equal = """{"votes":{"A":10,"B":10},"seats":1}""";

        Assert.Equal([0, 1], Count("hare", "a.json", Equal).Undecided!.Tied);
        var drawn = Count("hare", "a.json", Equal, ties: TieRule.Chair(["B", "A"]));
        Assert.Equal("B 1", $"{drawn.ElectedNames.Single()} {drawn.Ties.Single().Chosen}");
    }

    [Theory]
    [InlineData("a.csv", "list,votes\nA,-3\n", "line 2, column 1: '-3' is no whole number of votes of 'A'")]
    [InlineData("a.csv", "list,votes\nA,3,4\n", "line 2, column 5: a record of 3 fields under 2 headings")]
    [InlineData("a.csv", "list,votes\n", "there is no list or unit")]
    [InlineData("a.csv", "# threshold: much\nlist,votes\nA,3\n", "threshold 'much' is no share")]
    [InlineData("a.json", """{"votes":{"A":1.5}}""", "$.votes[0]: '1.5' is no whole number")]
    [InlineData("a.json", """{"parties":[{"votes":1}]}""", "$.parties[0]: an object with name and votes is expected")]
    [InlineData("a.json", """{"votes":{"A":99999999999999999999}}""", "is no whole number")]
    public void A_wrong_file_of_lists_is_refused_with_its_place(string name, string text, string fault) =>
        Assert.Contains(fault, Read(name, text).Fault!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_method_for_other_papers_says_what_it_counts()
    {
        var papers = Read("a.json", """{"votes":{"A":1}}""").Value!;

        Assert.Contains("counts ranked papers, and this file (JSON of lists) has votes of lists; such papers are counted by dhondt", Methods.Find("schulze", papers)!.Count(papers, new()).Refusal, StringComparison.Ordinal);
        Assert.Equal("the file states no seats; say how many with --seats", Methods.Find("adams", papers)!.Count(papers, new()).Refusal);
    }

    /// <summary>Each election of the data files, written as a file of its own.</summary>
    [Fact]
    [Trait("Category", "Conformance")]
    public void Elections_of_the_data_files_are_read_as_they_stand()
    {
        foreach (var file in Directory.EnumerateFiles(ConformanceData.Folder("apportionment"), "*.json"))
        {
            using var document = JsonDocument.Parse(System.IO.File.ReadAllText(file));
            if (!document.RootElement.TryGetProperty("elections", out var elections)) continue;
            foreach (var election in elections.EnumerateArray())
            {
                if (!election.TryGetProperty("parties", out var lists)) continue;
                var read = Read("a.json", election.GetRawText());
                Assert.Null(read.Fault);
                var count = Count("dhondt", "a.json", election.GetRawText());
                Assert.Equal(
                    lists.EnumerateArray().Select(l => l.GetProperty("official_seats").GetInt32()),
                    ((AllocationDetail)count.Detail!).Seats);
            }
        }
    }

    [Theory]
    [InlineData("", "A:6;B:4", null, 60, 40)]
    [InlineData("", "A:7;B:3", "with a threshold that kept out lists of 11.000 % of all votes and let in lists of 32.000 %", 57, 32, 11)]
    [InlineData("12%", "A:5;B:3;C:1;D:1", "without the threshold of 12.000 %", 46, 28, 16, 10)]
    [InlineData("", "A:8;C:2", "without B", 56, 24, 20)]
    [InlineData("", "A:3;B:2", "counted for 5 seats instead of 10", 60, 40)]
    public void An_audit_of_seats_finds_thresholds_lists_left_out_and_other_numbers_of_seats(string threshold, string published, string? change, params int[] votes)
    {
        var json = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["seats"] = 10,
            ["threshold"] = threshold,
            ["votes"] = votes.Index().ToDictionary(v => $"{(char)('A' + v.Index)}", v => v.Item),
            ["published"] = published.Split(';').ToDictionary(p => p[..1], p => p[2] - '0'),
        });
        var papers = Read("a.json", json).Value!;
        var (report, _) = Audit.Check(papers, Methods.Find("dhondt")!, new(), papers.Published);
        Assert.Equal(change is null, report!.Follows);
        if (change is not null) Assert.Contains(change, report.Explanations.Select(e => e.Change));
    }

    [Fact]
    public void An_audit_of_seats_says_by_how_many_a_list_differs()
    {
        var papers = new LoadedPapers { Format = "", Other = new ListVotes(["A", "B"], [60, 40]) { Seats = 10 } };
        var (report, _) = Audit.Check(papers, Methods.Find("dhondt")!, new(), [.. Enumerable.Repeat("A", 8), "B", "B"]);
        Assert.Contains("Published, and not elected by the count: A (2 seats)", AuditText.Lines(report!));
        Assert.Contains("Elected by the count, and not published: B (2 seats)", AuditText.Lines(report!));
    }
}
