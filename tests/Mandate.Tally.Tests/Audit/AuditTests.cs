using System.Text;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Audits;

public sealed class AuditTests
{
    private static LoadedPapers Papers(string blt) => PapersReader.Read("a.blt", new MemoryStream(Encoding.UTF8.GetBytes(blt)), NamedFiles.None).Value!;

    private static AuditReport Check(string blt, string method, params string[] published) =>
        Tally.Audit.Check(Papers(blt), Methods.Find(method)!, new() { Ties = TieRule.Previous.Then(TieRule.Seed("x")) }, published).Report!;

    private const string Cyclic = "3 1\n5 1 2 3 0\n4 2 3 1 0\n3 3 2 1 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n";

    [Fact]
    public void A_result_that_follows_holds()
    {
        var report = Check(Cyclic, "plurality", "Ann");
        Assert.True(report.Follows);
        Assert.Empty(report.Explanations);
    }

    [Fact]
    public void Another_method_explains_what_does_not_follow()
    {
        var report = Check("4 1\n5 1 3 2 0\n4 3 4 2 0\n3 4 1 2 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"Dee\"\n", "plurality", "Bo");
        Assert.False(report.Follows);
        Assert.Equal(["Bo"], report.NotElected);
        Assert.Equal(["Ann"], report.NotPublished);
        Assert.Equal("counted by approval", Assert.Single(report.Explanations).Change[..19]);
    }

    [Fact]
    public void A_withdrawal_is_nearer_than_another_method() => Assert.Contains(Check(Cyclic, "plurality", "Bo").Explanations, e => e.Change == "counted as if Ann had withdrawn");

    [Fact]
    public void A_tie_decided_otherwise_is_the_nearest_explanation()
    {
        var drawn = "2 1\n3 1 0\n3 2 0\n0\n\"Ann\"\n\"Bo\"\n";
        var other = Check(drawn, "plurality", "Ann").Follows ? "Bo" : "Ann";
        Assert.Equal(1, Assert.Single(Check(drawn, "plurality", other).Explanations).Size);
    }

    [Fact]
    public void A_name_that_nobody_has_is_said() => Assert.Equal(["Dee"], Check(Cyclic, "plurality", "Dee").Unknown);

    [Fact]
    public void Why_not_finds_the_number_of_papers_that_changes_the_result()
    {
        var papers = Papers(Cyclic);
        var method = Methods.Ranked("plurality")!;
        var count = method.Count(papers.Ranked!, 1, TieRule.Previous);
        var why = WhyNot.Of(papers.Ranked!, method, TieRule.Previous, count, 1);
        Assert.Equal(2, why.MorePapers); // 4 + 2 > 5; with one more there is a tie
        Assert.Contains("With 2 more papers naming only Bo", why.Text, StringComparison.Ordinal);
    }
}
