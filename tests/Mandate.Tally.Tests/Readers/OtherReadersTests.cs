using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Readers;

public sealed class OtherReadersTests
{
    private const string Toc = "# FILE NAME: 1.toc\n# TITLE: Chair\n# NUMBER ALTERNATIVES: 3\n# NUMBER VOTERS: 5\n# ALTERNATIVE NAME 1: Ann\n# ALTERNATIVE NAME 2: Bo\n# ALTERNATIVE NAME 3: Cy\n3: 1,{2,3}\n2: 3,1,2\n";
    private const string Csv = "# seats: 2\n# title: Board, first\n# withdrawn: Cy\nid,count,Ann,Bo,Cy\na,3,1,2,2\nb,2,2,,1\n";
    private const string Json = """{"title":"Chair","seats":1,"candidates":["Ann","Bo","Cy"],"ballots":[{"count":3,"ranks":["Ann",["Bo","Cy"]]},{"count":2,"ranks":["Cy","Ann","Bo"]}]}""";

    private static Read<LoadedPapers> Read(string name, string text) => PapersReader.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), _ => null);

    private static string Lines(Ballots ballots) => string.Join("; ", Enumerable.Range(0, ballots.Lines)
        .Select(l => $"{ballots.Weight(l)}: {string.Join('>', ballots.Ranks(l).Select(r => string.Join('=', r.Select(c => ballots.Candidates[c]))))}"));

    [Fact]
    public void The_same_papers_come_out_of_PrefLib_and_JSON()
    {
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann>Bo", Lines(Read("a.toc", Toc).Value!.Ranked!));
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann>Bo", Lines(Read("a.json", Json).Value!.Ranked!));
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann>Bo", Lines(Read("a.txt", Toc).Value!.Ranked!));
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann>Bo", Lines(Read("old.toc", "3\n1,Ann\n2,Bo\n3,Cy\n5,5,2\n3,1,{2,3}\n2,3,1,2\n").Value!.Ranked!));
    }

    [Fact]
    public void Csv_of_ranks_has_notes_counts_and_equal_ranks()
    {
        var ballots = Read("a.csv", Csv).Value!.Ranked!;
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann", Lines(ballots));
        Assert.Equal((2, "Board, first", 5L), (ballots.Seats, ballots.Title, ballots.Papers));
        Assert.Equal([2], ballots.Withdrawn);
    }

    [Fact]
    public void Csv_of_points_and_approvals_are_summed()
    {
        var points = Read("a.csv", "# kind: points\n# most: 5\nAnn;Bo\n5;0\n1;4\n;5\n").Value!;
        Assert.Equal(["6", "9"], Methods.Find("score")!.Count(points, new() { Seats = 1 }).Count!.Rounds[0].Votes.Select(v => v.ToString()));
        var approvals = Read("a.csv", "# kind: approvals\nAnn,Bo\nx,1\n1,0\n,x\n").Value!;
        Assert.Equal(["2", "2"], Methods.Find("approval")!.Count(approvals, new() { Seats = 1 }).Count!.Rounds[0].Votes.Select(v => v.ToString()));
    }

    [Fact]
    public void Score_refuses_ranks_in_a_sentence() => Assert.Contains("points", Methods.Find("score")!.Count(Read("a.json", Json).Value!, new()).Refusal!, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.toc", "# ALTERNATIVE NAME 1: A\n1: 1,1\n", 2, 6, "ranked twice")]
    [InlineData("a.toc", "# ALTERNATIVE NAME 1: A\n1: 2\n", 2, 4, "names no candidate")]
    [InlineData("a.toc", "# ALTERNATIVE NAME 1: A\n1: {1\n", 2, 5, "not closed")]
    [InlineData("a.toc", "# NUMBER VOTERS: 9\n# ALTERNATIVE NAME 1: A\n1: 1\n", 3, 0, "states 9 voters and has 1")]
    [InlineData("a.toc", "# NUMBER VOTERS: 9\n", 1, 0, "names a candidate")]
    [InlineData("a.csv", "A,B\n1,x\n", 2, 3, "'x' is no rank")]
    [InlineData("a.csv", "A,B\n1,2,3\n", 2, 5, "3 fields under 2 headings")]
    [InlineData("a.csv", "count,A\nmany,1\n", 2, 1, "number of papers")]
    [InlineData("a.csv", "A,B\n\"1,2\n", 2, 1, "not closed")]
    [InlineData("a.csv", "# kind: points\nA\n1\n", 0, 0, "'# most: 5'")]
    [InlineData("a.csv", "", 0, 0, "no record of headings")]
    [InlineData("a.json", "{\"candidates\":[\"A\"],\n\"ballots\":[{\"ranks\":[\"B\"]}]}", 0, 0, "$.ballots[0].ranks[0]: \"B\" names no candidate")]
    [InlineData("a.json", "{\"candidates\":[\"A\",\n oops", 2, 2, "this is no JSON")]
    [InlineData("a.json", "[]", 0, 0, "an object with candidates and ballots")]
    [InlineData("a.txt", "Option 1--->: A\nOption 2--->: B\nV: 12 x\nV: 1 y\n", 4, 4, "a vote of 1 signs for 2 options")]
    public void Faults_say_where_and_what(string name, string text, int line, int column, string message)
    {
        var read = Read(name, text);
        Assert.Null(read.Value);
        Assert.Contains(message, read.Fault!.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (read.Fault.Line, read.Fault.Column));
    }

    [Theory]
    [InlineData("a.toc", "# ALTERNATIVE NAME 1: A\n1: ", "1,")]
    [InlineData("a.csv", "A,B\n", "1")]
    [InlineData("a.csv", "A,B\n", ",")]
    public void A_line_without_end_is_refused_without_reading_it_all(string name, string start, string endless)
    {
        using var stream = new EndlessStream(start, endless, 100_000_000);
        Assert.NotNull(PapersReader.Read(name, stream, _ => null).Fault);
        Assert.True(stream.Given < 10_000_000, $"{stream.Given} bytes were read");
    }

    [Theory]
    [InlineData("a.toc", Toc)]
    [InlineData("a.csv", Csv)]
    [InlineData("a.json", Json)]
    public void Random_damage_gives_papers_or_a_fault_and_nothing_else(string name, string good) => Prop.ForAll(
        Arb.From(Gen.ArrayOf(Gen.Zip(Gen.Choose(0, good.Length - 1), Gen.Choose(0, 255)), 4)),
        damage =>
        {
            var bytes = Encoding.UTF8.GetBytes(good);
            foreach (var (at, value) in damage) bytes[at] = (byte)value;
            var read = PapersReader.Read(name, new MemoryStream(bytes), _ => null);
            Assert.True(read.Value is null != read.Fault is null);
        }).QuickCheckThrowOnFailure();
}
