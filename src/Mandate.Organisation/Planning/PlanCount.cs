using System.Collections.Immutable;
using Mandate.Tally;
using Mandate.Tally.Budgets;
using Mandate.Tally.Decisions;

namespace Mandate.Organisation.Planning;

/// <summary>
/// Counts a choice: Schulze's method among the alternatives and none of them, and the winner needs the majority of its clause against none;
/// or the Method of Equal Shares by cost, shares raised until overspending. Anybody can count again from the record.
/// </summary>
public static class PlanCount
{
    /// <summary>The names of the counting methods, as in <see cref="Methods"/>.</summary>
    public const string Ranking = "schulze", EqualShares = "mes-cost-add1";

    /// <param name="seats">Seats of the body; members entitled where members choose.</param>
    public static PlanResult Of(State state, Plan plan, int seats)
    {
        var papers = plan.Papers.Count;
        var enough = plan.Quorum is not { } quorum || papers >= quorum;
        if (plan.By == Choosing.EqualShares)
        {
            var paid = enough && papers > 0 ? Shared(state, plan) : [];
            return new(paid, null, 0, 0, 0, 0, papers, EqualShares);
        }
        var (count, matrix, names) = Ranked(plan);
        var winner = count.ElectedNames.FirstOrDefault();
        if (winner is null or Plan.None) return new([], winner, 0, 0, 0, 0, papers, Ranking);
        var (w, none) = (names.IndexOf(winner), names.Length - 1);
        var (yes, no) = ((int)matrix[w, none], (int)matrix[none, w]);
        var decision = Decision.Decide(Threshold.Parse(plan.Rule), new DecisionTally(yes, no, papers - yes - no, 0, papers, plan.Electorate, seats, 0));
        return new(decision.Holds && enough ? [winner] : [], winner, yes, no, papers - yes - no, (int)decision.Needed, papers, Ranking);
    }

    /// <summary>How many papers put each alternative above each other one; the last is none of them.</summary>
    public static (Count Count, PairwiseMatrix Matrix, ImmutableArray<string> Names) Ranked(Plan plan)
    {
        ImmutableArray<string> names = [.. plan.Order, Plan.None];
        var builder = new BallotsBuilder();
        foreach (var order in plan.Papers.Values) builder.AddRanks(1, order.Select(o => (IEnumerable<int>)[names.IndexOf(o)]));
        var ballots = builder.Build(names);
        return (Methods.Ranked(Ranking)!.Count(ballots, 1, TieRule.Seed(plan.Id)), PairwiseMatrix.Of(ballots), names);
    }

    /// <summary>On how many papers each project stands.</summary>
    public static ImmutableSortedDictionary<string, int> Approvals(Plan plan) =>
        plan.Order.ToImmutableSortedDictionary(o => o, o => plan.Papers.Values.Count(p => p.Contains(o, StringComparer.Ordinal)), StringComparer.Ordinal);

    private static ImmutableArray<string> Shared(State state, Plan plan)
    {
        var builder = new BudgetPapersBuilder(BudgetPaperKind.Approval);
        foreach (var order in plan.Papers.Values) builder.Add(1, order.Select(o => plan.Order.IndexOf(o)).ToArray());
        var papers = builder.Build(plan.Order.Select(o => new Project(o, state.Planning.Alternatives[o].Text.Title, state.Planning.Alternatives[o].Text.Total)), plan.Envelope!.Value, decimals: 2);
        var count = ((BudgetMethod)Methods.Find(EqualShares)!).Count(papers, TieRule.Seed(plan.Id));
        return [.. count.Elected.Order().Select(i => plan.Order[i])];
    }
}
