using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>Why a project was not funded and what would have changed it, in one or two sentences for people.</summary>
public static class BudgetExplanation
{
    public static string WhyNot(Count count, BudgetDetail detail, int project)
    {
        var (papers, cost) = (detail.Papers, detail.Papers.Projects[project].Cost);
        if (count.Elected.Contains(project)) return "It was funded.";
        if (cost > papers.Budget) return $"It costs {papers.Money(cost)}, more than the whole budget of {papers.Money(papers.Budget)}.";
        if (papers.Votes()[project] == 0) return "Nobody marked it.";
        if (detail.Greedy.FirstOrDefault(s => s.Project == project) is { } step) return Misfit(papers, detail, step, cost);
        if (!detail.Left.IsDefaultOrEmpty && detail.Left[project] is { } left) return Unaffordable(papers, detail, left, cost, project);
        if (detail.Greedy.IsEmpty) return $"The count ended before its supporters had earned its cost of {papers.Money(cost)}; {papers.Money(papers.Budget - detail.Spent)} was left.";
        return Stopped(count, detail, project);
    }

    private static string Misfit(BudgetPapers papers, BudgetDetail detail, GreedyStep step, long cost)
    {
        var cheaper = $"With a cost of at most {papers.Money(step.Left)} it would have been funded.";
        // The last moment at which the money left sufficed: it would have had to be taken before the project funded there.
        var before = detail.Greedy.TakeWhile(s => s.Project != step.Project).LastOrDefault(s => s.Left >= cost);
        var score = before is null ? "" : $" With a score above {before.Score} instead of {step.Score} it would have come before {detail.Label(before.Project)}, when its cost was still there.";
        return $"When its turn came, {papers.Money(step.Left)} was left, and it costs {papers.Money(cost)}. {cheaper}{score}";
    }

    private static string Unaffordable(BudgetPapers papers, BudgetDetail detail, Fraction left, long cost, int project)
    {
        var missing = cost - left;
        var voters = "";
        if (detail.Share is { Sign: > 0 } share)
        {
            var more = (missing / share).Ceiling();
            var (who, are) = more.IsOne ? ("supporter whose whole share", "is") : ("supporters whose whole shares", "are");
            voters = FormattableString.Invariant($" {more} more {who} of {papers.Money(share, papers.Decimals + 2)} {are} unspent would hold what is missing.");
        }
        var completion = detail.Greedy.IsEmpty ? "" : " Nor was it reached in the completion by score.";
        var digits = papers.Decimals + 2;
        // What is left is rounded down, so what is missing is rounded up: together they are the cost.
        var shortOf = new Fraction((missing * BigInteger.Pow(10, digits - papers.Decimals)).Ceiling(), BigInteger.Pow(10, digits - papers.Decimals));
        var supporters = papers.Votes()[project];
        return FormattableString.Invariant($"It costs {papers.Money(cost)}, and at the end its {supporters} {(supporters == 1 ? "supporter has" : "supporters together have")} {papers.Money(left, digits)} left: {papers.Money(shortOf, digits)} is missing. ")
            + $"With a cost of at most {papers.Money(new Fraction(left.Floor()))} they could have paid for it then.{voters}{completion}";
    }

    private static string Stopped(Count count, BudgetDetail detail, int project)
    {
        var papers = detail.Papers;
        var last = detail.Greedy[^1];
        return $"The count ended at {detail.Label(last.Project)}, which did not fit; this project has the score {detail.Scores[project]}, and more than {last.Score} was needed to come before."
            + (papers.Projects[project].Cost <= last.Left ? $" It would have fitted in the {papers.Money(last.Left)} left: a rule that passes over misfits would have looked at it." : "");
    }
}
