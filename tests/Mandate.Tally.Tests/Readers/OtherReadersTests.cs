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

    private static Read<LoadedPapers> Read(string name, string text) => PapersReader.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), NamedFiles.None);

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
    public void Of_categories_in_PrefLib_the_first_is_approved() => Assert.Equal(
        "5: Ann=Bo; 3: ; 2: Cy",
        Lines(Read("a.cat", "# NUMBER CATEGORIES: 2\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n" + Toc[..Toc.IndexOf("3: 1", StringComparison.Ordinal)].Replace("VOTERS: 5", "VOTERS: 10", StringComparison.Ordinal) + "5: {1,2},3\n3: {},{1,2,3}\n2: 3,{1,2}\n").Value!.Ranked!));

    [Fact]
    public void Csv_of_ranks_has_notes_counts_and_equal_ranks()
    {
        var ballots = Read("a.csv", Csv).Value!.Ranked!;
        Assert.Equal("3: Ann>Bo=Cy; 2: Cy>Ann", Lines(ballots));
        Assert.Equal((2, "Board, first", 5L), (ballots.Seats, ballots.Title, ballots.Papers));
        Assert.Equal([2], ballots.Withdrawn);
    }

    [Theory]
    [InlineData("id;count;Ann;\"Bo, the boat\"\na;3;1;2\n")]
    [InlineData("id\tcount\tAnn\t\"Bo, the boat\"\na\t3\t1\t2\n")]
    [InlineData("id,count,Ann,\"Bo, the boat\"\r\na,3,1,2\r\n")]
    public void The_headings_say_what_separates_cells_and_quotes_keep_it_in_a_name(string text) =>
        Assert.Equal("3: Ann>Bo, the boat", Lines(Read("a.csv", text).Value!.Ranked!));

    [Fact]
    public void A_VoteKit_profile_has_equal_ranks_empty_ranks_and_whole_weights()
    {
        const string profile = "VoteKit RankProfile\nCandidates\n(ANN, JR:A),(BO:B),(CY:C)\nMax Ranking Length\n3\n=,=\nRanking_1,Ranking_2,Ranking_3,&,Weight,&\n"
            + "{'A'},\"{'B', 'C'}\",,&,3.0,&\n{'C'},,{'A'},&,2,&\n";
        Assert.Equal("3: ANN, JR>BO=CY; 2: CY>>ANN, JR", Lines(Read("a.csv", profile).Value!.Ranked!));
        Assert.Contains("'1.5' is no whole number of papers", Read("a.csv", profile.Replace("3.0", "1.5", StringComparison.Ordinal)).Fault!.Message, StringComparison.Ordinal);
        Assert.Contains("'D' is no candidate's key", Read("a.csv", profile.Replace("{'C'},,", "{'D'},,", StringComparison.Ordinal)).Fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Members_of_a_document_that_are_not_read_are_named()
    {
        Assert.Contains("'seets'", Read("a.json", Json.Replace("seats", "seets", StringComparison.Ordinal)).Value!.Warnings.Single(), StringComparison.Ordinal);
        Assert.Contains("'method', 'expected'", Read("a.json", """{"votes":{"A":1},"seats":1,"method":"D'Hondt, 5 %","expected":{}}""").Value!.Warnings.Single(), StringComparison.Ordinal);
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
    [InlineData("a.cat", "# NUMBER CATEGORIES: 3\n", 1, 22, "3 categories")]
    [InlineData("a.blt", "1 1\r1 1 0\r0\r", 1, 4, "CR alone")]
    [InlineData("a.csv", "A,B\n1,x\n", 2, 3, "'x' is no rank")]
    [InlineData("a.csv", "A,B\n1,2,3\n", 2, 5, "3 fields under 2 headings")]
    [InlineData("a.csv", "count,A\nmany,1\n", 2, 1, "number of papers")]
    [InlineData("a.csv", "A,B\n\"1,2\n", 2, 1, "not closed")]
    [InlineData("a.csv", "# kind: points\nA\n1\n", 0, 0, "'# most: 5'")]
    [InlineData("a.csv", "", 0, 0, "no record of headings")]
    [InlineData("a.json", "{\"candidates\":[\"A\"],\n\"ballots\":[{\"ranks\":[\"B\"]}]}", 2, 12, "$.ballots[0].ranks[0]: \"B\" names no candidate")]
    [InlineData("a.json", "{\"candidates\":[\"A\",\n oops", 2, 2, "this is no JSON")]
    [InlineData("a.json", "{\"candidates\":[\"A\"],\"ballots\":[{\"weight\":2,\"ranks\":[1]}]}", 1, 32, "'weight' is no member of a ballot; known are count, ranks")]
    [InlineData("a.json", "{\"seats\":1,\"seats\":2,\"candidates\":[\"A\"],\"ballots\":[]}", 0, 0, "Duplicate property 'seats'")]
    [InlineData("a.json", "[]", 0, 0, "an object with candidates and ballots")]
    [InlineData("a.txt", "Option 1--->: A\nOption 2--->: B\nV: 12 x\nV: 1 y\n", 4, 4, "a vote of 1 signs for 2 options")]
    public void Faults_say_where_and_what(string name, string text, int line, int column, string message)
    {
        var read = Read(name, text);
        Assert.Null(read.Value);
        Assert.Contains(message, read.Fault!.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (read.Fault.Line, read.Fault.Column));
    }

    [Fact]
    public void Ballots_of_JSON_may_stand_before_the_candidates_and_their_faults_have_a_line()
    {
        static string File(int count, string last) =>
            "\uFEFF{ \"ballots\": [\n" + string.Concat(Enumerable.Range(0, count).Select(i => $"  {{\"count\": {i % 7}, \"ranks\": [\"Bo\", [\"Ann\", 3]], \"id\": \"{i}\"}},\n")) + last + "],\n\"candidates\": [\"Ann\", \"Bo\", \"Cy\"], \"seats\": 2 }";
        var read = Read("a.json", File(20_000, "{\"approved\": []}"));
        Assert.Null(read.Fault);
        Assert.Equal((20_001, Enumerable.Range(0, 20_000).Sum(i => i % 7) + 1), (read.Value!.Ranked!.Lines, read.Value.Ranked.Papers));
        Assert.Equal(["1", "0,2"], read.Value.Ranked.Ranks(19_999).Select(r => string.Join(',', r)));
        var fault = Read("a.json", File(20_000, "  {\"ranks\": [[\"Ann\", 1]]}")).Fault!;
        Assert.Equal((20_002, 3, "$.ballots[20000]: 'Ann' is marked twice"), (fault.Line, fault.Column, fault.Message));
    }

    [Theory]
    [InlineData("{\"candidates\":[\"A\"],\"ballots\":[{\"ranks\":[\"", "x")]
    [InlineData("{\"candidates\":[\"A\"],\"ballots\":[{\"ranks\":[", "1,")]
    [InlineData("{\"", "x")]
    public void A_paper_or_a_word_of_JSON_without_end_is_refused_without_reading_it_all(string start, string endless)
    {
        using var stream = new EndlessStream(start, endless, 100_000_000, canSeek: true);
        Assert.Contains("more than 16 MiB", PapersReader.Read("a.json", stream, NamedFiles.None).Fault!.Message, StringComparison.Ordinal);
        Assert.True(stream.Given < 40_000_000, $"{stream.Given} bytes were read");
    }

    [Fact]
    public void A_file_in_UTF_16_is_refused_in_a_sentence() => Assert.Contains(
        "save the file as UTF-8", PapersReader.Read("a.blt", new MemoryStream([0xFF, 0xFE, .. Encoding.Unicode.GetBytes("2 1")]), NamedFiles.None).Fault!.Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("a.toc", "# ALTERNATIVE NAME 1: A\n1: ", "1,")]
    [InlineData("a.csv", "A,B\n", "1")]
    [InlineData("a.csv", "A,B\n", ",")]
    public void A_line_without_end_is_refused_without_reading_it_all(string name, string start, string endless)
    {
        using var stream = new EndlessStream(start, endless, 100_000_000);
        Assert.NotNull(PapersReader.Read(name, stream, NamedFiles.None).Fault);
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
            var read = PapersReader.Read(name, new MemoryStream(bytes), NamedFiles.None);
            Assert.True(read.Value is null != read.Fault is null);
        }).QuickCheckThrowOnFailure();
}
