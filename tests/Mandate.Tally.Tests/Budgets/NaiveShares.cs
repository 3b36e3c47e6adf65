using Mandate.Tally.Budgets;

namespace Mandate.Tally.Tests.Budgets;

/// <summary>Equal Shares for approvals written straight from the text, on fractions, sharing no code with the fast one.</summary>
internal static class NaiveShares
{
    public static List<int> Fixed(BudgetPapers papers, BudgetUtility utility, Fraction money)
    {
        var purses = papers.Papers.SelectMany(p => Enumerable.Repeat(p.Projects, (int)p.Weight)).Select(p => (Approved: p, Money: money / papers.Voters)).ToList();
        var votes = papers.Votes();
        var open = Enumerable.Range(0, papers.Projects.Length).Where(p => papers.Projects[p].Cost is > 0 && papers.Projects[p].Cost <= papers.Budget).ToList();
        var bought = new List<int>();
        while (true)
        {
            (int Project, Fraction Payment, Fraction Per)? best = null;
            foreach (var project in open)
            {
                if (Payment(purses.Where(p => p.Approved.Contains(project)).Select(p => p.Money), papers.Projects[project].Cost) is not { } payment) continue;
                var per = utility == BudgetUtility.Cost ? payment / papers.Projects[project].Cost : payment;
                if (best is { } b && (b.Per < per || (b.Per == per && Later(project, b.Project)))) continue;
                best = (project, payment, per);
            }
            if (best is not { } chosen) return bought;
            bought.Add(chosen.Project);
            open.Remove(chosen.Project);
            for (var i = 0; i < purses.Count; i++)
                if (purses[i].Approved.Contains(chosen.Project))
                    purses[i] = (purses[i].Approved, purses[i].Money <= chosen.Payment ? Fraction.Zero : purses[i].Money - chosen.Payment);
        }

        bool Later(int project, int than) =>
            (papers.Projects[project].Cost, -votes[project], project).CompareTo((papers.Projects[than].Cost, -votes[than], than)) > 0;
    }

    /// <summary>Raised unit by unit, each time from the beginning.</summary>
    public static (List<int> Bought, long Raises) Add1(BudgetPapers papers, BudgetUtility utility)
    {
        var bought = Fixed(papers, utility, papers.Budget);
        if (papers.Projects.Sum(p => p.Cost) <= papers.Budget) return (bought, 0);
        var votes = papers.Votes();
        var possible = Enumerable.Range(0, votes.Length).Count(p => votes[p] > 0 && papers.Projects[p].Cost is > 0 && papers.Projects[p].Cost <= papers.Budget);
        for (var raises = 0L; ; raises++)
        {
            if (bought.Count == possible) return (bought, raises);
            var next = Fixed(papers, utility, papers.Budget + papers.Voters * papers.Unit * (raises + 1));
            if (next.Sum(p => papers.Projects[p].Cost) > papers.Budget) return (bought, raises);
            bought = next;
        }
    }

    private static Fraction? Payment(IEnumerable<Fraction> money, long cost)
    {
        var sorted = money.Order().ToList();
        Fraction missing = cost;
        for (var i = 0; i < sorted.Count; i++)
        {
            if (sorted[i] * (sorted.Count - i) >= missing) return missing / (sorted.Count - i);
            missing -= sorted[i];
        }
        return null;
    }
}
