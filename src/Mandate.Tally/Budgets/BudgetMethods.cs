using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>Counts votes on projects with costs.</summary>
public sealed record BudgetMethod(string Name, string Title, string Source, Func<BudgetPapers, TieRule, ProjectOrder, Count> Counter)
    : Method(Name, Title, PaperKind.Projects, Source)
{
    /// <param name="papers">Projects, budget and papers.</param>
    /// <param name="ties">For projects that cost and votes leave equal.</param>
    /// <param name="order">Which of equally good projects comes first.</param>
    public Count Count(BudgetPapers papers, TieRule ties, ProjectOrder order = ProjectOrder.CheaperThenVotes) => Counter(papers, ties, order);

    /// <inheritdoc/>
    public override CountAnswer Count(LoadedPapers papers, CountOptions options)
    {
        if (papers.Other is not BudgetPapers budget) return base.Count(papers, options);
        var count = Count(budget, options.Ties);
        return count with { Warnings = [.. papers.Warnings, .. count.Warnings] };
    }
}

/// <summary>Every rule for budgets by name.</summary>
internal static class BudgetMethods
{
    private const string Shares = "Peters, Pierczynski and Skowron 2021; equalshares.net";

    public static ImmutableArray<BudgetMethod> All { get; } =
    [
        new("greedy", "Projects by score, passing over those that do not fit", "common practice (Warsaw, Lodz)",
            (papers, ties, order) => BudgetRules.Greedy("greedy", stopAtMisfit: false, papers, ties, order)) { Family = "greedy" },
        new("greedy-noskip", "Projects by score, ending at the first that does not fit", "common practice (Gdynia, Wroclaw)",
            (papers, ties, order) => BudgetRules.Greedy("greedy-noskip", stopAtMisfit: true, papers, ties, order)) { Family = "greedy" },
        EqualShares("mes-cost", "Method of Equal Shares, utility by cost", new(BudgetUtility.Cost, EqualSharesCompletion.None)),
        EqualShares("mes-card", "Method of Equal Shares, each project one", new(BudgetUtility.Cardinality, EqualSharesCompletion.None)),
        EqualShares("mes-cost-add1", "Method of Equal Shares by cost, shares raised until overspending", new(BudgetUtility.Cost, EqualSharesCompletion.Add1)),
        EqualShares("mes-cost-add1e", "Method of Equal Shares by cost, shares raised until nothing more would fit",
            new(BudgetUtility.Cost, EqualSharesCompletion.Add1Exhaustive)),
        EqualShares("mes-cost-add1u", "Method of Equal Shares by cost, shares raised until overspending, then by score",
            new(BudgetUtility.Cost, EqualSharesCompletion.Add1ThenScore)),
        new("phragmen", "Phragmen's sequential rule with costs, ending at the first project that does not fit", "Los, Christoff and Grossi 2022",
            (papers, ties, order) => BudgetRules.Phragmen("phragmen", papers, ties, order)),
    ];

    /// <summary>The method that a file means by the rule that it names, where that is one of ours; null for rules with conditions of their own (thresholds, exclusions).</summary>
    public static BudgetMethod? Stated(string rule) => rule switch
    {
        "greedy" => Named("greedy"),
        "greedy-no-skip" => Named("greedy-noskip"),
        "equalshares" => Named("mes-cost"),
        "equalshares/add1" => Named("mes-cost-add1"),
        _ => null,
    };

    private static BudgetMethod Named(string name) => All.Single(m => m.Name == name);

    private static BudgetMethod EqualShares(string name, string title, EqualSharesRule rule) =>
        new(name, title, Shares, (papers, ties, order) => BudgetRules.EqualShares(name, rule, papers, ties, order)) { Family = "equal shares" };
}
