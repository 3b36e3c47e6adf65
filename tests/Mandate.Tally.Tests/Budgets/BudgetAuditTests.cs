using System.Text;
using Mandate.Tally.Budgets;
using Mandate.Tally.Readers;

namespace Mandate.Tally.Tests.Budgets;

public sealed class BudgetAuditTests
{
    private static LoadedPapers Papers(string threshold, string selected)
    {
        var flags = selected.Split(' ');
        var text = $"META\nkey;value\nbudget;100\nvote_type;approval\n{threshold}PROJECTS\nproject_id;cost;votes;selected\n"
            + $"a;60;3;{flags[0]}\nb;50;2;{flags[1]}\nc;40;1;{flags[2]}\nVOTES\nvoter_id;vote\n1;a,b,c\n2;a,b\n3;a\n";
        return PapersReader.Read("x.pb", new MemoryStream(Encoding.UTF8.GetBytes(text)), NamedFiles.None).Value!;
    }

    private static AuditReport Report(LoadedPapers papers, string method) =>
        Audit.Check(papers, Methods.Find(method, papers)!, new() { Ties = TieRule.Order }, papers.Published).Report!;

    [Fact]
    public void A_result_that_follows_says_so() => Assert.True(Report(Papers("", "1 0 1"), "greedy").Follows);

    [Fact]
    public void The_neighbouring_rule_explains_before_a_threshold_does()
    {
        var report = Report(Papers("", "1 0 0"), "greedy");

        Assert.False(report.Follows);
        Assert.Equal(["c"], report.NotPublished);
        Assert.Contains("greedy-noskip", Assert.Single(report.Explanations).Change, StringComparison.Ordinal);
    }

    [Fact]
    public void A_threshold_is_found_stated_or_not()
    {
        const string Unstated = "project_id;cost;selected\na;10;1\nb;10;0\nVOTES\nvoter_id;vote\n1;a\n2;a,b\n";
        LoadedPapers Read(string head) => PapersReader.Read("x.pb", new MemoryStream(Encoding.UTF8.GetBytes($"META\nkey;value\nbudget;100\nvote_type;approval\n{head}PROJECTS\n{Unstated}")), NamedFiles.None).Value!;

        Assert.Contains("some number from 2 to 2", Report(Read(""), "greedy").Explanations[0].Change, StringComparison.Ordinal);
        Assert.Contains("below 2, the threshold that the file states", Report(Read("min_project_score_threshold;2\n"), "greedy").Explanations[0].Change, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_loser_is_told_why_and_what_would_have_changed_it()
    {
        var papers = Papers("", "0 0 0");
        var greedy = Methods.Find("greedy", papers)!.Count(papers, new() { Ties = TieRule.Order }).Count!;
        var shares = Methods.Find("mes-cost", papers)!.Count(papers, new() { Ties = TieRule.Order }).Count!;

        Assert.Equal(
            "When its turn came, 40 was left, and it costs 50. With a cost of at most 40 it would have been funded. "
            + "With a score above 3 instead of 2 it would have come before a, when its cost was still there.",
            BudgetExplanation.WhyNot(greedy, (BudgetDetail)greedy.Detail!, 1));
        // a takes 20 of each third of the 100; 26.66 is left with the two supporters of b.
        Assert.StartsWith("It costs 50, and at the end its 2 supporters together have 26.66 left: 23.34 is missing. With a cost of at most 26", BudgetExplanation.WhyNot(shares, (BudgetDetail)shares.Detail!, 1), StringComparison.Ordinal);
        Assert.Contains("\"why\":\"It costs 50", CountJson.Of(shares).ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Why projects were not funded", CountHtml.Page(shares), StringComparison.Ordinal);
    }

    /// <summary>Doing what the explanation says changes the outcome as it says.</summary>
    [Fact]
    public void A_cheaper_loser_of_a_greedy_count_is_funded()
    {
        var papers = (BudgetPapers)Papers("", "0 0 0").Other!;
        var builder = new BudgetPapersBuilder(BudgetPaperKind.Approval);
        foreach (var paper in papers.Papers) builder.Add(paper.Weight, [.. paper.Projects]);
        var cheaper = builder.Build(papers.Projects.Select(p => p.Id == "b" ? p with { Cost = 40 } : p), papers.Budget);

        Assert.Contains("b", Methods.All.OfType<BudgetMethod>().Single(m => m.Name == "greedy").Count(cheaper, TieRule.Order).ElectedNames);
    }
}
