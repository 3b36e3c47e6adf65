using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>A project looked at in the order of scores.</summary>
/// <param name="Project">Which.</param>
/// <param name="Score">What it was ordered by.</param>
/// <param name="Left">The money left before it.</param>
/// <param name="Funded">Whether it was funded.</param>
public sealed record GreedyStep(int Project, long Score, long Left, bool Funded);

/// <summary>Projects by score, as long as they fit: what most cities do.</summary>
internal static class Greedy
{
    /// <param name="papers">Projects and papers.</param>
    /// <param name="funded">Already funded; their cost is spent.</param>
    /// <param name="stopAtMisfit">Stop at the first project that does not fit, instead of passing it over.</param>
    /// <param name="ties">Orders equal scores.</param>
    /// <param name="threshold">Projects with a lower score are not funded.</param>
    /// <param name="scores">What to order by; the papers' own scores unless given.</param>
    public static ImmutableArray<GreedyStep> Fill(
        BudgetPapers papers, ImmutableArray<int> funded, bool stopAtMisfit, BudgetTies ties, long threshold = long.MinValue, long[]? scores = null)
    {
        scores ??= papers.Scores();
        var left = papers.Budget - funded.Sum(p => papers.Projects[p].Cost);
        var steps = ImmutableArray.CreateBuilder<GreedyStep>();
        var groups = Enumerable.Range(0, scores.Length).Except(funded).Where(p => scores[p] >= threshold)
            .GroupBy(p => scores[p]).OrderByDescending(g => g.Key);
        foreach (var group in groups)
        {
            var equal = group.ToList();
            while (equal.Count > 0)
            {
                // Which of equals is first matters only where not all of them fit.
                var together = equal.Aggregate((Int128)0, (sum, p) => sum + papers.Projects[p].Cost);
                var next = equal.MinBy(p => (papers.Projects[p].Cost, p));
                if (equal.Count > 1 && together > left)
                {
                    if (ties.Choose([.. equal], steps.Count) is not { } chosen) return steps.ToImmutable();
                    next = chosen;
                }
                var step = new GreedyStep(next, scores[next], left, papers.Projects[next].Cost <= left);
                steps.Add(step);
                equal.Remove(next);
                if (step.Funded) left -= papers.Projects[next].Cost;
                else if (stopAtMisfit) return steps.ToImmutable();
            }
        }
        return steps.ToImmutable();
    }
}
