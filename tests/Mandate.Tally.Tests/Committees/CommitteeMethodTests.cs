using System.Text;
using Mandate.Tally.Committees;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Committees;

public sealed class CommitteeMethodTests
{
    private const string Yaml = "description: \"x\"\nprofile: [[0, 1], [0, 1],\n  [2]]\nnum_cand: 3\ncommitteesize: 2\ncompute:\n- rule_id: pav\n  result: [[0, 2], [1, 2]]\n  resolute: false\n";

    private static Read<LoadedPapers> Read(string name, string text) =>
        PapersReader.Read(name, new MemoryStream(Encoding.UTF8.GetBytes(text)), NamedFiles.None);

    private static Count Count(string method, LoadedPapers papers, TieRule ties, int? seats = null) =>
        Methods.Find(method, papers)!.Count(papers, new() { Ties = ties, Seats = seats }).Count!;

    [Fact]
    public void Equally_good_committees_stop_the_count_until_an_order_is_stated()
    {
        var papers = Read("a.abc.yaml", Yaml).Value!;

        var open = Count("cc", papers, TieRule.Previous);
        var drawn = Count("cc", papers, TieRule.Chair(["1", "0", "2"]));

        Assert.Equal(["2"], open.ElectedNames);
        Assert.Equal([0, 1], open.Undecided!.Tied);
        Assert.Equal(["1", "2"], drawn.ElectedNames);
        Assert.Equal(1, Assert.Single(drawn.Ties).Chosen);
        Assert.Equal("""[["0","2"],["1","2"]]""", CountJson.Of(drawn)["detail"]!["committees"]!.ToJsonString());
    }

    [Fact]
    public void A_tie_on_the_way_that_changes_nothing_needs_no_decision()
    {
        var count = Count("seqpav", Read("a.abc.yaml", Yaml.Replace("committeesize: 2", "committeesize: 3", StringComparison.Ordinal)).Value!, TieRule.Previous);

        Assert.Null(count.Undecided);
        Assert.Equal(["0", "1", "2"], count.ElectedNames.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Marks_on_other_papers_are_approvals()
    {
        var papers = Read("a.csv", "# kind: approvals\n# seats: 2\ncount,Ada,Bo,Cyd\n5,x,x,\n3,,,x\n").Value!;

        foreach (var method in new[] { "pav", "phragmen", "mes" })
            Assert.Equal(["Ada", "Cyd"], Count(method, papers, TieRule.Order).ElectedNames.Order(StringComparer.Ordinal));
        Assert.Equal(["Ada", "Bo"], Count("av", papers, TieRule.Order).ElectedNames.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("num_cand: 3", "num_cand: 2", "candidate 2, but they are numbered 0 to 1")]
    [InlineData("num_cand: 3", "num_cand: many", "line 4, column 1: num_cand is no whole number")]
    [InlineData("[0, 1], [0, 1]", "[0, 0], [0, 1]", "approves candidate 0 twice")]
    [InlineData("[2]]", "[2]", "a list is opened with [ and not closed")]
    [InlineData("[2]]", "[x]]", "a list of whole numbers is expected")]
    [InlineData("profile:", "profiles:", "profile is missing")]
    public void A_wrong_instance_is_refused_with_its_place(string right, string wrong, string fault) =>
        Assert.Contains(fault, Read("a.abc.yaml", Yaml.Replace(right, wrong, StringComparison.Ordinal)).Fault!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void Too_many_seats_are_refused_and_nothing_is_thrown() =>
        Assert.Contains("cannot be filled", Methods.Find("pav")!.Count(Read("a.abc.yaml", Yaml).Value!, new() { Seats = 4 }).Refusal, StringComparison.Ordinal);
}
