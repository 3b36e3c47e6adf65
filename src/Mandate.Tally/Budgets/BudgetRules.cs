using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>Counts of budget votes.</summary>
internal static class BudgetRules
{
    public static Count Greedy(string name, bool stopAtMisfit, BudgetPapers papers, TieRule rule, ProjectOrder order)
    {
        var ties = new BudgetTies(papers, rule, order);
        var steps = Budgets.Greedy.Fill(papers, [], stopAtMisfit, ties);
        var detail = Detail(papers, [.. steps.Where(s => s.Funded).Select(s => s.Project)]) with { Greedy = steps };
        return Result(name, papers, [.. steps.Where(s => s.Funded).Select(s => s.Project)], detail, ties, ties.Record());
    }

    public static Count Phragmen(string name, BudgetPapers papers, TieRule rule, ProjectOrder order)
    {
        var ties = new BudgetTies(papers, rule, order);
        var electorate = new Electorate(papers, BudgetUtility.Cardinality);
        var steps = BudgetPhragmen.Run(electorate, ties);
        ImmutableArray<int> funded = [.. steps.Where(s => s.Funded).Select(s => s.Purchase.Project)];
        var detail = Detail(papers, funded) with
        {
            Purchases = [.. steps.Where(s => s.Funded).Select(s => new BudgetPurchase(s.Purchase.Project, s.Purchase.Price, null, electorate.Support[s.Purchase.Project]))],
        };
        var count = Result(name, papers, funded, detail, ties, ties.Record());
        if (steps.IsEmpty || steps[^1].Funded) return count;
        var misfit = papers.Projects[steps[^1].Purchase.Project];
        return count with { Warnings = count.Warnings.Add($"the count ended at {misfit.Id}, which did not fit in what was left") };
    }

    public static Count EqualShares(string name, EqualSharesRule method, BudgetPapers papers, TieRule rule, ProjectOrder order)
    {
        var ties = new BudgetTies(papers, rule, order);
        var outcome = method.Find(papers, ties);
        var (electorate, trace) = (outcome.Electorate, outcome.Trace);
        var (funded, behind) = (outcome.Funded, trace.MoneyBehind());
        var detail = Detail(papers, funded) with
        {
            Share = papers.Voters == 0 ? null : new Fraction(trace.Money, papers.Voters),
            Raises = outcome.Raises,
            Greedy = outcome.Added,
            Purchases = [.. trace.Purchases.Select(p => new BudgetPurchase(
                p.Project, p.Price, electorate.MostMark == 1 ? papers.Projects[p.Project].Cost / p.Price : null, electorate.Support[p.Project]))],
            Left = [.. behind.Select((money, p) => funded.Contains(p) ? (Fraction?)null : money)],
        };
        var record = ties.Record(trace.Purchases);
        var warnings = papers.Warnings.ToBuilder();
        if (papers.Kind != BudgetPaperKind.Approval && method.Utility == BudgetUtility.Cost)
            warnings.Add("the papers give points or ranks, which are taken as the utility of a project; its cost is not multiplied in");
        if (method.Completion is EqualSharesCompletion.Add1 or EqualSharesCompletion.Add1Exhaustive
            && funded.Length < papers.Projects.Length && EqualSharesRule.EverythingFits(papers))
            warnings.Add("all projects together fit in the budget, and the completion raises no shares then; a completion by score would fund the others");
        return Result(name, papers, funded, detail, ties, record) with { Warnings = warnings.ToImmutable() };
    }

    private static BudgetDetail Detail(BudgetPapers papers, ImmutableArray<int> funded)
    {
        var isFunded = new bool[papers.Projects.Length];
        foreach (var project in funded) isFunded[project] = true;
        long without = 0, marks = 0;
        foreach (var paper in papers.Papers)
        {
            var got = 0;
            foreach (var project in paper.Projects)
                if (isFunded[project]) got++;
            marks += got * paper.Weight;
            if (got == 0) without += paper.Weight;
        }
        return new()
        {
            Papers = papers,
            Scores = [.. papers.Scores()],
            Spent = funded.Aggregate(BigInteger.Zero, (sum, p) => sum + papers.Projects[p].Cost),
            VotersWithoutProject = without,
            FundedMarks = marks,
        };
    }

    private static Count Result(
        string name, BudgetPapers papers, ImmutableArray<int> funded, BudgetDetail detail, BudgetTies ties, ImmutableArray<TieBreak> record) => new()
    {
        Method = name,
        Seats = 0,
        Candidates = [.. papers.Projects.Select(p => p.Id)],
        Elected = funded,
        Title = papers.Head.Title,
        Papers = papers.Voters,
        ValidPapers = papers.Voters,
        Decimals = -1,
        Ties = record,
        Undecided = ties.Open,
        Warnings = papers.Warnings,
        TieRule = ties.Rule.ToString(),
        Detail = detail,
    };
}
