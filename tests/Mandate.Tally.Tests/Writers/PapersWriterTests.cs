using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Readers;
using Mandate.Tally.Writers;

namespace Mandate.Tally.Tests.Writers;

public sealed class PapersWriterTests
{
    private static readonly Gen<Ballots> Papers =
        from candidates in Gen.Choose(2, 6)
        from complete in Gen.Elements(true, false)
        from marks in Gen.Elements<string[]>(["new"], ["new", "equal"], ["new", "new", "equal", "skip"])
        from lines in Gen.ListOf(
            from weight in Gen.Choose(0, 3)
            from order in Gen.Shuffle(Enumerable.Range(0, candidates).ToArray())
            from length in complete ? Gen.Constant(candidates) : Gen.Choose(0, candidates)
            from breaks in Gen.ArrayOf(Gen.Elements(marks), candidates)
            select (weight, Ranks(order[..length], breaks)), 12)
        from withdrawn in Gen.Choose(-12, candidates - 1)
        select Build(candidates, lines, withdrawn);

    public static TheoryData<string> Endings => [.. PapersWriter.Endings];

    [Theory]
    [MemberData(nameof(Endings))]
    public void What_is_written_is_read_back_and_what_cannot_be_held_is_refused_whole(string ending)
    {
        var written = 0;
        Prop.ForAll(Papers.ToArbitrary(), papers =>
        {
            var text = new StringWriter();
            if (PapersWriter.Write(ending, papers, text) is not null) return text.ToString().Length == 0;
            written++;
            var again = PapersReader.Read("x." + ending, new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), NamedFiles.None).Value!.Ranked!;
            return Marks(again).SequenceEqual(Marks(papers)) && again.Candidates.SequenceEqual(papers.Candidates) && again.Withdrawn.SetEquals(papers.Withdrawn) && again.Title == papers.Title;
        }).QuickCheckThrowOnFailure();
        Assert.True(written > 0, "no case was written");
    }

    [Fact]
    public void Equal_papers_are_one_line_in_an_order_that_tells_nothing()
    {
        var (text, other) = (new StringWriter(), new StringWriter());
        PapersWriter.Write("blt", new BallotsBuilder().Add(1, 1).Add(2, 0, 1).Add(1, 1).Build(["Ann", "Bo"], 1, "Chair"), text);
        PapersWriter.Write("blt", new BallotsBuilder().Add(1, 0, 1).Add(2, 1).Add(1, 0, 1).Build(["Ann", "Bo"], 1, "Chair"), other);
        Assert.Equal("2 1\n2 1 2 0\n2 2 0\n0\n\"Ann\"\n\"Bo\"\n\"Chair\"\n", text.ToString());
        Assert.Equal(text.ToString(), other.ToString());
    }

    [Fact]
    public void Points_and_the_order_for_ties_survive_where_a_format_holds_them()
    {
        var points = new BallotsBuilder().AddRanks(2, [[0], [], [1, 2]]).Build(["Ann, A", "B \"Bo\"", "#3"], 1).With(mostPoints: 5);
        foreach (var ending in new[] { "csv", "json" })
        {
            var again = Again(ending, points);
            Assert.Equal(5, again.MostPoints);
            Assert.Equal(Marks(points), Marks(again));
            Assert.Equal(points.Candidates, again.Candidates);
        }
        var order = new BallotsBuilder().Add(1, 0).Build(["Ann", "Bo"], 1).With(tieOrder: [1, 0]);
        foreach (var ending in new[] { "blt", "json" }) Assert.Equal([1, 0], Again(ending, order).TieOrder);
        Assert.Contains("order for ties", PapersWriter.Write("csv", order, TextWriter.Null), StringComparison.Ordinal);
    }

    private static Ballots Again(string ending, Ballots papers)
    {
        var text = new StringWriter();
        Assert.Null(PapersWriter.Write(ending, papers, text));
        return PapersReader.Read("x." + ending, new MemoryStream(Encoding.UTF8.GetBytes(text.ToString())), NamedFiles.None).Value!.Ranked!;
    }

    private static IEnumerable<string> Marks(Ballots papers) => Enumerable.Range(0, papers.Lines)
        .Select(line => (Key: string.Join('>', papers.Ranks(line).Select(r => string.Join('=', r.Order()))).TrimEnd('>'), Weight: papers.Weight(line)))
        .GroupBy(p => p.Key).Select(g => (g.Key, Papers: g.Sum(p => p.Weight))).Where(g => g.Papers > 0).OrderBy(g => g.Key, StringComparer.Ordinal).Select(g => $"{g.Papers}:{g.Key}");

    private static List<List<int>> Ranks(int[] order, string[] breaks)
    {
        var ranks = new List<List<int>>();
        foreach (var (place, candidate) in order.Index())
        {
            if (breaks[place] == "skip") ranks.Add([]);
            if (breaks[place] == "equal" && ranks.Count > 0 && ranks[^1].Count > 0) ranks[^1].Add(candidate);
            else ranks.Add([candidate]);
        }
        return ranks;
    }

    private static Ballots Build(int candidates, IEnumerable<(int Weight, List<List<int>> Ranks)> lines, int withdrawn)
    {
        var papers = new BallotsBuilder();
        foreach (var (weight, ranks) in lines) papers.AddRanks(weight, ranks);
        var built = papers.Build(Enumerable.Range(0, candidates).Select(c => $"Cand {c + 1}, of É"), 1, "Title: of it");
        return withdrawn < 0 ? built : built.With(withdrawn: [withdrawn]);
    }
}
