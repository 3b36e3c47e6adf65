using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Readers;

public sealed class BltReaderTests
{
    private const string Small = "3 2\n4 1 2 0\n2 3 0\n0\n\"Castor\"\n\"Pollux\"\n\"Helen\"\n\"Title\"\n";

    private static Read<Ballots> Read(string text) => BltReader.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    [Theory]
    [InlineData("3 2\n4 1 2 0\n0\nAnn\nBo\nCy\nA title\n", "Ann|Bo|Cy", "A title")]
    [InlineData("3 2\n4 1 2 0\n0\n\"\"Ann\"\"\n\"\"Bo \"\"the boat\"\"\"\"\n\"\"Cy\"\"\n\"\"A title\"\"", "Ann|Bo \"\"the boat|Cy", "A title")]
    [InlineData("3,2,\n4,1,2,0,\n0,,,\n\"Ann\",\n\"Bo\",,\n\"Cy\",\n\"A title\",\n", "Ann|Bo|Cy", "A title")]
    [InlineData("3 2\n4 1 2 0\n0\n\"Ann\" \"Bo\" \"Cy\" \"A title\"", "Ann|Bo|Cy", "A title")]
    [InlineData("\uFEFF3 2 # candidates, seats\r\n4 1 2 0,\r\n0\r\n\"Ann\" # first\r\n\"Bo\"\r\n\"Cy\"\r\n\"A title\"\r\n\r\nA>B: 4\r\n", "Ann|Bo|Cy", "A title")]
    [InlineData("3 2 /* a /* nested */ comment */ 4 1 2 0 0 \"Ann\"\n\"Bo\"\n\"Cy\"", "Ann|Bo|Cy", "")]
    public void Names_are_read_as_counting_programs_write_them(string text, string names, string title)
    {
        var ballots = Read(text).Value!;
        Assert.Equal(names, string.Join('|', ballots.Candidates));
        Assert.Equal(title, ballots.Title);
        Assert.Equal(4, ballots.Papers);
    }

    [Theory]
    [InlineData("-2 -3\n4 1 2 0\n")]
    [InlineData("-2\n-3\n4 1 2 0\n")]
    [InlineData("-2 -3 0\n4 1 2 0\n")]
    public void Those_withdrawn_stand_on_one_line_or_several_closed_or_not(string text)
    {
        var ballots = Read("3 2\n" + text + "0\n\"A\"\n\"B\"\n\"C\"\n\"T\"\n").Value!;
        Assert.Equal([1, 2], ballots.Withdrawn.Order());
        Assert.Equal((4, "A", "T"), (ballots.Papers, ballots.Candidates[0], ballots.Title));
    }

    [Theory]
    [InlineData("\"Ann\"\n\"Bo\"\n\"Board\"\n", "line 6: no title follows the 3 names")]
    [InlineData("\"Ann\" \"Bo\" \"Cy\"\n", "line 4: no title follows the 3 names")]
    [InlineData("\"Ann\"\n\"Bo\"\n\"Cy\"\n\"Dee\"\n\n\"Board\"\n", "line 9: '\"Board\"' after the title 'Dee' is not read")]
    [InlineData("\"Ann\" \"Bo\" \"Cy\" \"Dee\" \"Board\"\n", "line 4: 'Board' after the title 'Dee' is not read")]
    public void A_name_too_few_or_too_many_is_said_with_its_line(string names, string warning) =>
        Assert.StartsWith(warning, Assert.Single(Read("3 2\n4 1 2 0\n0\n" + names).Warnings), StringComparison.Ordinal);

    [Fact]
    public void A_file_with_its_names_and_title_needs_no_warning() => Assert.Empty(Read(Small + "\r\n\u001A").Warnings);

    [Fact]
    public void Names_in_Windows_1252_are_read()
    {
        byte[] bytes = [.. Encoding.ASCII.GetBytes("2 1\n1 1 0\n0\n\"J"), 0xF6, .. Encoding.ASCII.GetBytes("rg "), 0x80, .. Encoding.ASCII.GetBytes("\"\n\"B\"\n")];
        Assert.Equal("J\u00F6rg \u20AC", BltReader.Read(new MemoryStream(bytes)).Value!.Candidates[0]);
    }

    [Fact]
    public void Withdrawn_nicks_ties_equal_ranks_and_empty_ranks_are_read()
    {
        var ballots = Read("4 2\n[nick a b c d]\n[tie d c b a]\n[withdrawn c]\n-1\n3 a=b - d 0\n(x1) c 0\n0\n\"A\"\n\"B\"\n\"C\"\n\"D\"\n").Value!;
        Assert.Equal([3, 2, 1, 0], ballots.OrderForTies);
        Assert.Equal([0, 2], ballots.Withdrawn.Order());
        Assert.Equal(["0,1", "", "3"], ballots.Ranks(0).Select(r => string.Join(',', r)));
        Assert.Equal(1, ballots.Weight(1));
        Assert.True(ballots.HasEqualRanks);
    }

    [Theory]
    [InlineData("", 1, 1, "number of candidates")]
    [InlineData("x 2", 1, 1, "'x' stands where the number of candidates")]
    [InlineData("3 -2", 1, 3, "number of seats")]
    [InlineData("99999 2", 1, 1, "from 1 to 30000")]
    [InlineData("3 2\n4 1 2", 2, 6, "ends inside a paper")]
    [InlineData("3 2\n4 1 2 0\n", 3, 1, "ends before the 0")]
    [InlineData("3 2\n4 1 4 0\n0\n", 2, 5, "4 names no candidate; there are 3")]
    [InlineData("3 2\n4 1 2 1 0\n0\n", 2, 7, "candidate 1 is ranked twice")]
    [InlineData("3 2\n4 1=2=1 0\n0\n", 2, 3, "candidate 1 is ranked twice")]
    [InlineData("3 2\n4 1= 0\n0\n", 2, 3, "missing beside =")]
    [InlineData("3 2\n1.5 1 0\n0\n", 2, 1, "'1.5' is no weight")]
    [InlineData("3 2\n1 1 0\n9999999999999999 1 0\n0\n", 3, 1, "more than 1000000000000000 papers")]
    [InlineData("3 2\n4 bob 0\n0\n", 2, 3, "'bob' names no candidate")]
    [InlineData("3 2\n-4\n0\n", 2, 1, "names no candidate to withdraw")]
    [InlineData("3 2\n[nick a b]\n0\n", 2, 9, "[nick] must give each")]
    [InlineData("3 2\n[colour a]\n0\n", 2, 9, "is no option")]
    [InlineData("3 2\n[tie a\n0\n", 4, 1, "is not closed")]
    [InlineData("3 2\n4 1 0\n0 2 0\n0\n\"A\"\n", 3, 1, "a line begins with 0 and goes on")]
    [InlineData("3 2\n/* 4 1 0", 2, 9, "not closed")]
    [InlineData("3 2\n4 1 0\n0\n\"A\"\n\"B\"\n", 6, 1, "ends after 2 of 3 names")]
    public void Faults_say_where_and_what(string text, int line, int column, string message)
    {
        var read = Read(text);
        Assert.Null(read.Value);
        Assert.Equal((line, column), (read.Fault!.Line, read.Fault.Column));
        Assert.Contains(message, read.Fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3 2\n", "1")]
    [InlineData("3 2\n1 ", "a")]
    [InlineData("3 2\n1 1 0\n0\n\"", "x")]
    [InlineData("3 2\n1 ", "- ")]
    [InlineData("3 2\n[nick ", "x ")]
    public void A_line_without_end_is_refused_without_reading_it_all(string start, string endless)
    {
        using var stream = new EndlessStream(start, endless, 100_000_000);
        var read = BltReader.Read(stream);
        Assert.Null(read.Value);
        Assert.True(stream.Given < 10_000_000, $"{stream.Given} bytes were read");
    }

    [Fact]
    public void A_file_cut_anywhere_before_its_last_name_is_a_fault()
    {
        for (var length = 0; length < Small.IndexOf("\"Helen", StringComparison.Ordinal); length++) Assert.Null(Read(Small[..length]).Value);
    }

    [Fact]
    public void Random_damage_gives_papers_or_a_fault_and_nothing_else() => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Zip(Gen.Choose(0, Small.Length - 1), Gen.Choose(0, 255)), 4)),
        damage =>
        {
            var bytes = Encoding.UTF8.GetBytes(Small);
            foreach (var (at, value) in damage) bytes[at] = (byte)value;
            var read = BltReader.Read(new MemoryStream(bytes));
            Assert.True(read.Value is null != read.Fault is null);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Large_weights_are_counted_exactly()
    {
        var ballots = Read("3 2\n999999999 1 2 0\n1000000000 2 0\n3 3 0\n0\n\"A\"\n\"B\"\n\"C\"").Value!;
        var count = Methods.Ranked("scottish-stv")!.Count(ballots, 2, TieRule.Previous);
        Assert.Equal("666666668.00000", count.Text(count.Quota!.Value));
        Assert.Equal(["B", "A"], count.ElectedNames);
    }
}
