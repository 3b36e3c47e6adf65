using System.Text;
using Mandate.Tally.Committees;
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

    [Theory]
    [InlineData("senate-au", "4")]
    [InlineData("scottish-stv", "4.00000")]
    public void Why_not_of_an_excluded_candidate_names_the_votes_before_any_paper_moved(string name, string votes)
    {
        var papers = Papers("4 2\n10 1 3 0\n6 2 0\n3 3 2 0\n6 4 0\n0\n\"Ann\"\n\"Bo\"\n\"Cy\"\n\"Dee\"\n\"Board\"\n").Ranked!;
        var method = Methods.Ranked(name)!;
        var why = WhyNot.Of(papers, method, TieRule.Previous, method.Count(papers, 2, TieRule.Previous), 2);
        Assert.Contains($" with {votes} votes", why.Text, StringComparison.Ordinal);
    }

    /// <summary>Adding what the answer says elects, and one less does not.</summary>
    [Theory]
    [InlineData("mes")]
    [InlineData("seqpav")]
    [InlineData("av")]
    public void Why_not_of_a_committee_names_the_papers_that_change_it(string name)
    {
        var papers = PapersReader.Read("a.csv", new MemoryStream(Encoding.UTF8.GetBytes("# kind: approvals\n# seats: 2\ncount,Ann,Bo,Cy\n6,x,x,\n3,x,,x\n2,,x,\n")), NamedFiles.None).Value!;
        var method = Methods.Find(name)!;
        var options = new CountOptions { Ties = TieRule.Previous };
        var count = method.Count(papers, options).Count!;
        var why = WhyNot.Of(papers, method, options, count, 2);

        Assert.StartsWith("Cy is approved on 3 of 11 papers; 3 of them approve somebody who was elected. With ", why.Text, StringComparison.Ordinal);
        Assert.Contains(2, With(why.MorePapers!.Value).Elected);
        Assert.DoesNotContain(2, With(why.MorePapers.Value - 1).Elected);

        Count With(long extra) => ((CommitteeMethod)method).Count(
            new(["Ann", "Bo", "Cy"], ApprovalProfile.Of(3, [new([0, 1], 6), new([0, 2], 3), new([1], 2), .. extra == 0 ? Array.Empty<ApprovalBallot>() : [new([2], extra)]])), 2, TieRule.Previous);
    }

    [Fact]
    public void Why_not_of_a_list_names_the_votes_of_its_next_seat_and_who_would_have_lost_it()
    {
        var papers = PapersReader.Read("a.json", new MemoryStream("""{"seats":5,"threshold":"5%","votes":{"A":53,"B":24,"C":19,"D":4}}"""u8.ToArray()), NamedFiles.None).Value!;
        var method = Methods.Find("dhondt")!;
        var count = method.Count(papers, new()).Count!;

        // Quotients 53, 26.5, 24, 19, 17.66: B needs 17.67 for its second, so 36 votes.
        Assert.Equal("B has 24 votes and 1 seat. With 12 more votes it has 2, at the cost of A; with 11 more it still has 1.", WhyNot.Of(papers, method, new(), count, 1).Text);
        Assert.StartsWith("D has 4 votes and 0 seats; it took no part, because the threshold is 5.00 % of all votes. With 14 more votes it has 1", WhyNot.Of(papers, method, new(), count, 3).Text, StringComparison.Ordinal);
        Assert.Equal(4, WhyNot.All(papers, method, new(), count).Length);
    }
}
