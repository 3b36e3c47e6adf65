using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>
/// Phragmen's sequential rule with costs: voters earn money evenly and a project is bought the moment its supporters can pay
/// for it, which is when their loads, shared anew, are lowest. It stops at the first project that does not fit in the budget.
/// </summary>
internal static class BudgetPhragmen
{
    /// <summary>In order, each with the moment of its purchase; the misfit that ended it last, not funded.</summary>
    public static ImmutableArray<(Purchase Purchase, bool Funded)> Run(Electorate electorate, BudgetTies ties)
    {
        var papers = electorate.Papers;
        var projects = papers.Projects.Length;
        // Every load is the moment of some purchase: papers are grouped by it, so that each sum has few terms.
        var momentOf = new int[electorate.Weights.Length];
        var moments = new List<Fraction> { Fraction.Zero };
        var supportAt = electorate.Support.Select(s => new Dictionary<int, long> { [0] = s }).ToArray();
        var open = Enumerable.Range(0, projects).Where(p => electorate.Support[p] > 0).ToList();
        var known = new Fraction?[projects];
        var steps = ImmutableArray.CreateBuilder<(Purchase, bool)>();
        var left = papers.Budget;
        while (open.Count > 0)
        {
            var best = open.Min(Moment);
            var tied = open.Where(p => Moment(p) == best).ToImmutableArray();
            var next = tied[0];
            if (tied.Length > 1)
            {
                if (ties.Choose(tied, steps.Count) is not { } chosen) return steps.ToImmutable();
                next = chosen;
            }
            var purchase = new Purchase(next, best, 0, tied.Length > 1 ? tied : []);
            var fits = papers.Projects[next].Cost <= left;
            steps.Add((purchase, fits));
            if (!fits) break;
            left -= papers.Projects[next].Cost;
            open.Remove(next);
            Settle(next, best);
        }
        return steps.ToImmutable();

        Fraction Moment(int project)
        {
            if (known[project] is { } moment) return moment;
            var sum = supportAt[project].Aggregate((Fraction)papers.Projects[project].Cost, (s, at) => s + moments[at.Key] * at.Value);
            known[project] = moment = sum / electorate.Support[project];
            return moment;
        }

        void Settle(int project, Fraction moment)
        {
            moments.Add(moment);
            foreach (var voter in electorate.Supporters(project))
            {
                var weight = electorate.Weights[voter];
                foreach (var supported in electorate.Ballot(voter))
                {
                    var at = supportAt[supported];
                    at[momentOf[voter]] -= weight;
                    if (at[momentOf[voter]] == 0) at.Remove(momentOf[voter]);
                    at[moments.Count - 1] = at.GetValueOrDefault(moments.Count - 1) + weight;
                    known[supported] = null;
                }
                momentOf[voter] = moments.Count - 1;
            }
        }
    }
}
