using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Mandate.Tally.Budgets;

namespace Mandate.Tally.Tests.Budgets;

public sealed class EqualSharesTests
{
    internal static readonly Gen<BudgetPapers> Votes =
        from projects in Gen.Choose(1, 8)
        from voters in Gen.Choose(1, 15)
        from scale in Gen.Elements(4, 20, 1000)
        from costs in Gen.ArrayOf(Gen.Choose(1, scale), projects)
        from ballots in Gen.ArrayOf(Gen.ArrayOf(Gen.Choose(0, projects - 1)), voters)
        from budget in Gen.Choose(0, costs.Sum() + 2)
        select Make(budget, costs, ballots);

    private static BudgetPapers Make(long budget, int[] costs, int[][] ballots)
    {
        var builder = new BudgetPapersBuilder(BudgetPaperKind.Approval);
        foreach (var ballot in ballots) builder.Add(1, [.. ballot.Distinct()]);
        return builder.Build(costs.Select((c, i) => new Project(i.ToString(CultureInfo.InvariantCulture), "", c)), budget);
    }

    private static void Holds(Func<BudgetPapers, bool> property) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Votes.ToArbitrary(), property));

    private static Count Count(BudgetPapers papers, BudgetUtility utility, EqualSharesCompletion completion) =>
        new EqualSharesRule(utility, completion).Count(papers, TieRule.Order);

    [Fact]
    public void The_fixed_point_run_buys_what_plain_fractions_buy_in_the_same_order() => Holds(papers =>
        Enum.GetValues<BudgetUtility>().All(utility =>
            Count(papers, utility, EqualSharesCompletion.None).Elected.SequenceEqual(NaiveShares.Fixed(papers, utility, papers.Budget))));

    [Fact]
    public void Raises_passed_over_together_end_where_single_raises_end() => Holds(papers =>
        Enum.GetValues<BudgetUtility>().All(utility =>
        {
            var found = Count(papers, utility, EqualSharesCompletion.Add1);
            var (bought, raises) = NaiveShares.Add1(papers, utility);
            return found.Elected.SequenceEqual(bought) && ((BudgetDetail)found.Detail!).Raises == raises;
        }));

    /// <summary>Few voters and many projects of nearly equal worth: the order of purchases changes often while shares are raised.</summary>
    [Fact]
    public void Raises_end_where_single_raises_end_while_the_order_of_purchases_keeps_changing() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(60),
        Prop.ForAll(
            (from costs in Gen.ArrayOf(Gen.Choose(40, 60), 9)
             from ballots in Gen.ArrayOf(Gen.SubListOf(Enumerable.Range(0, 9)), 7)
             from budget in Gen.Choose(100, 350)
             select Make(budget, costs, [.. ballots.Select(b => b.ToArray())])).ToArbitrary(),
            papers =>
            {
                var found = Count(papers, BudgetUtility.Cost, EqualSharesCompletion.Add1);
                var (bought, raises) = NaiveShares.Add1(papers, BudgetUtility.Cost);
                return found.Elected.SequenceEqual(bought) && ((BudgetDetail)found.Detail!).Raises == raises;
            }));

    /// <summary>Priceability (Peters and Skowron 2020): payments pay for what is bought, and nobody together could buy what is not.</summary>
    [Fact]
    public void Payments_cover_each_project_and_supporters_of_others_cannot_afford_them() => Holds(papers =>
    {
        var count = Count(papers, BudgetUtility.Cost, EqualSharesCompletion.None);
        var detail = (BudgetDetail)count.Detail!;
        var purses = papers.Papers.Select(p => detail.Share!.Value).ToArray();
        foreach (var purchase in detail.Purchases)
        {
            Fraction paid = 0;
            for (var i = 0; i < purses.Length; i++)
            {
                if (!papers.Papers[i].Projects.Contains(purchase.Project)) continue;
                var payment = purses[i] < purchase.Price ? purses[i] : purchase.Price;
                purses[i] -= payment;
                paid += payment * papers.Papers[i].Weight;
            }
            if (paid != papers.Projects[purchase.Project].Cost) return false;
        }
        return Enumerable.Range(0, papers.Projects.Length).Except(count.Elected).All(p =>
        {
            var left = papers.Papers.Select((b, i) => b.Projects.Contains(p) ? purses[i] * b.Weight : Fraction.Zero).Aggregate(Fraction.Zero, (s, x) => s + x);
            return left == detail.Left[p] && (left < papers.Projects[p].Cost || papers.Projects[p].Cost > papers.Budget);
        });
    });

    [Fact]
    public void No_rule_spends_more_than_the_budget_and_the_order_of_voters_leaves_no_trace() => Holds(papers =>
    {
        var reversed = new BudgetPapersBuilder(BudgetPaperKind.Approval);
        foreach (var paper in papers.Papers.Reverse())
            for (var i = 0; i < paper.Weight; i++) reversed.Add(1, [.. paper.Projects.Reverse()]);
        var other = reversed.Build(papers.Projects, papers.Budget);
        return Methods.All.OfType<BudgetMethod>().All(method =>
        {
            var count = method.Count(papers, TieRule.Order);
            return count.Elected.Sum(p => papers.Projects[p].Cost) <= papers.Budget && count.Undecided is null
                && count.Elected.SequenceEqual(method.Count(other, TieRule.Order).Elected);
        });
    });

    [Fact]
    public void Completions_keep_what_they_promise() => Holds(papers =>
    {
        var plain = Count(papers, BudgetUtility.Cost, EqualSharesCompletion.None);
        bool Fits(Count count, int project) => papers.Projects[project].Cost <= papers.Budget - (long)((BudgetDetail)count.Detail!).Spent;
        var score = Count(papers, BudgetUtility.Cost, EqualSharesCompletion.Score);
        return plain.Elected.All(score.Elected.Contains)
            && Enumerable.Range(0, papers.Projects.Length).Except(score.Elected).All(p => !Fits(score, p))
            && Count(papers, BudgetUtility.Cost, EqualSharesCompletion.Add1ThenScore) is var both
            && Enumerable.Range(0, papers.Projects.Length).Except(both.Elected).All(p => !Fits(both, p))
            && ((BudgetDetail)Count(papers, BudgetUtility.Cost, EqualSharesCompletion.Add1Exhaustive).Detail!).Raises
                <= ((BudgetDetail)Count(papers, BudgetUtility.Cost, EqualSharesCompletion.Add1).Detail!).Raises;
    });

    [Fact]
    public void Points_are_utilities_and_equal_points_are_approvals() => Holds(papers =>
    {
        var pointed = new BudgetPapersBuilder(BudgetPaperKind.Points);
        foreach (var paper in papers.Papers) pointed.Add(paper.Weight, [.. paper.Projects], [.. paper.Projects.Select(_ => 3)]);
        return Count(pointed.Build(papers.Projects, papers.Budget), BudgetUtility.Cardinality, EqualSharesCompletion.None).Elected
            .SequenceEqual(Count(papers, BudgetUtility.Cardinality, EqualSharesCompletion.None).Elected);
    });

    [Fact]
    public void A_tie_that_cost_and_votes_leave_is_decided_by_the_stated_rule_or_stops_the_count()
    {
        var papers = Make(10, [10, 10], [[0], [1]]);
        papers = new BudgetPapersBuilder(BudgetPaperKind.Approval).Add(2, [0, 1]).Build(papers.Projects, 10);

        var open = Methods.All.OfType<BudgetMethod>().Single(m => m.Name == "mes-cost").Count(papers, TieRule.Previous);
        var drawn = Methods.All.OfType<BudgetMethod>().Single(m => m.Name == "mes-cost").Count(papers, TieRule.Chair(["1", "0"]));

        Assert.Equal([0, 1], open.Undecided!.Tied);
        Assert.Empty(open.Elected);
        Assert.Equal(["1"], drawn.ElectedNames);
        Assert.Equal((1, "the chair's order"), (drawn.Ties.Single().Chosen, drawn.Ties.Single().By));
    }

    [Fact]
    public void Greedy_passes_over_what_does_not_fit_or_ends_there()
    {
        var papers = Make(10, [6, 5, 3], [[0, 1, 2], [0, 1], [0]]);

        Assert.Equal(["0", "2"], Methods.All.OfType<BudgetMethod>().Single(m => m.Name == "greedy").Count(papers, TieRule.Order).ElectedNames);
        Assert.Equal(["0"], Methods.All.OfType<BudgetMethod>().Single(m => m.Name == "greedy-noskip").Count(papers, TieRule.Order).ElectedNames);
    }

    [Fact]
    public void Huge_amounts_and_no_voters_are_counted_exactly()
    {
        var rich = new BudgetPapersBuilder(BudgetPaperKind.Approval).Add(1_000_000, [0]).Add(999_999, [1])
            .Build([new("a", "", 500_000_000_000_001), new("b", "", 500_000_000_000_000)], BudgetPapersBuilder.Most);
        var nobody = new BudgetPapersBuilder(BudgetPaperKind.Approval).Build([new("a", "", 1)], 1);

        // The supporters of a hold 500 000 250 000 125.06..., those of b 499 999 749 999 874.9...: one short of b by its cost.
        Assert.Equal(["a"], Count(rich, BudgetUtility.Cost, EqualSharesCompletion.None).ElectedNames);
        Assert.Empty(Count(nobody, BudgetUtility.Cost, EqualSharesCompletion.Add1).Elected);
    }
}
