using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Budgets;
using Mandate.Tally.Tests.Readers;

namespace Mandate.Tally.Tests.Budgets;

public sealed class PabulibReaderTests
{
    private const string Good = """
        META
        key;value
        description;Green "budget"; second part
        num_projects;2
        num_votes;9
        budget;1000,50
        vote_type;approval
        rule;greedy
        PROJECTS
        selected;cost;project_id;name;category
        1;300;a/1;"Bench; ""oak""
        and more";parks,  trees
        0;700.25;b;Light
        VOTES
        voter_id;vote;age
        1;a/1,b;30
        2;b
        3;;40
        4; b , a/1 ;41
        """;

    private static Read<BudgetPapers> Read(string text) => PabulibReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static string Fault(string text) => Read(text).Fault!.ToString();

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Columns_in_any_order_quotes_decimal_commas_and_empty_papers_are_read(string lineEnd)
    {
        var papers = Read("\uFEFF" + Good.ReplaceLineEndings(lineEnd)).Value!;

        Assert.Equal((100050L, 2, 4L), (papers.Budget, papers.Decimals, papers.Voters));
        Assert.Equal([("a/1", 30000L), ("b", 70025L)], papers.Projects.Select(p => (p.Id, p.Cost)));
        Assert.Equal("Bench; \"oak\"\nand more", papers.Projects[0].Name.ReplaceLineEndings("\n"));
        Assert.Equal(["parks", "trees"], papers.Projects[0].Categories);
        Assert.Equal([2L, 3L], papers.Votes());
        Assert.Equal("Green \"budget\"; second part", papers.Head.Title);
        Assert.Equal("META states 9 papers, but there are 4", Assert.Single(papers.Warnings));
    }

    [Theory]
    [InlineData("4; b , a/1 ;41", "4;c", "line 19, column 3: 'c' is no project of this file")]
    [InlineData("4; b , a/1 ;41", "4;b,b", "line 19, column 3: the project b stands twice on one paper")]
    [InlineData("4; b , a/1 ;41", "4;b;1;2", "line 19, column 7: 4 fields, but VOTES has 3 columns")]
    [InlineData("0;700.25;b", "0;70x;b", "line 13, column 3: the cost '70x' is no amount")]
    [InlineData("0;700.25;b", "0;-7;b", "line 13, column 3: the cost '-7' is no amount")]
    [InlineData("0;700.25;b", "0;7;a/1", "line 13, column 5: the project a/1 stands twice")]
    [InlineData("0;700.25;b", "0;99999999999999999999;b", "line 13, column 3: the cost")]
    [InlineData("budget;1000,50", "budget;many", "META: the budget 'many' is no amount")]
    [InlineData("budget;1000,50\n", "", "META: the budget is missing")]
    [InlineData("vote_type;approval", "vote_type;wish", "META: vote_type 'wish' is unknown")]
    [InlineData("PROJECTS\n", "PROJECT\n", "line 9, column 1: 'PROJECT' is no entry")]
    [InlineData("project_id", "id", "line 10, column 1: the header of PROJECTS has no column project_id")]
    [InlineData("META\n", "", "line 1, column 1: 'key' stands where META is expected")]
    [InlineData("voter_id;vote;age", "voter_id;votes;age", "no column vote")]
    [InlineData("vote_type;approval", "vote_type;cumulative", "no column points")]
    [InlineData("\"Bench", "\"\"Bench", "line ")]
    public void A_wrong_file_is_refused_with_the_place_and_what_would_be_right(string right, string wrong, string fault) =>
        Assert.Contains(fault, Fault(Good.ReplaceLineEndings("\n").Replace(right, wrong, StringComparison.Ordinal)), StringComparison.Ordinal);

    [Fact]
    public void Every_cut_is_refused_or_read_and_never_breaks_the_reader()
    {
        for (var end = 0; end < Good.Length; end++)
        {
            var read = Read(Good[..end]);
            Assert.True(read.Value is null != read.Fault is null);
        }
    }

    [Fact]
    public void Any_bytes_are_refused_or_read() =>
        Prop.ForAll<byte[]>(bytes => PabulibReader.Read(new MemoryStream(bytes)) is var read && read.Value is null != read.Fault is null).QuickCheckThrowOnFailure();

    [Fact]
    public void A_line_without_end_is_refused_before_it_fills_the_memory()
    {
        using var endless = new EndlessStream("", "a", long.MaxValue);

        Assert.Contains("a line of more than", PabulibReader.Read(endless).Fault!.Message, StringComparison.Ordinal);
        Assert.True(endless.Given < 16 << 20);
    }

    [Theory]
    [InlineData("a,b", "2,1", null)]
    [InlineData("a,b", "2", "2 projects, but points for 1")]
    [InlineData("a", "2,1", "there are more points than the 1 projects")]
    [InlineData("a", "x", "'x' is no whole number of points")]
    [InlineData("a", "99999999", "is no whole number of points")]
    public void Points_stand_beside_their_projects(string vote, string points, string? fault)
    {
        var read = Read($"META\nkey;value\nbudget;5\nvote_type;cumulative\nPROJECTS\nproject_id;cost\na;1\nb;2\nVOTES\nvoter_id;vote;points\n1;{vote};{points}\n");

        if (fault is null) Assert.Equal([2L, 1L], read.Value!.Scores());
        else Assert.Contains(fault, read.Fault!.Message, StringComparison.Ordinal);
    }
}
