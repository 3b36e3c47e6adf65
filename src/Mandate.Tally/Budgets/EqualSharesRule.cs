using System.Collections.Immutable;
using System.Numerics;

namespace Mandate.Tally.Budgets;

/// <summary>What follows when Equal Shares leaves money unspent.</summary>
public enum EqualSharesCompletion
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>Everybody's share is raised by one unit and the rule run anew, until the outcome costs more than the budget; the one before stands.</summary>
    Add1,

    /// <summary>As <see cref="Add1"/>, but also stopping at the first outcome to which no project could be added.</summary>
    Add1Exhaustive,

    /// <summary>As <see cref="Add1"/>, and then projects by score as long as they fit.</summary>
    Add1ThenScore,

    /// <summary>Projects by score as long as they fit.</summary>
    Score,
}

/// <summary>Method of Equal Shares for budgets, with every choice that changes outcomes named.</summary>
/// <param name="Utility">What an approved project is worth.</param>
/// <param name="Completion">What follows.</param>
/// <param name="WholeShares">The first share is rounded down to a whole unit of the currency.</param>
public sealed record EqualSharesRule(BudgetUtility Utility, EqualSharesCompletion Completion, bool WholeShares = false)
{
    /// <summary>Counts by this rule, whether or not it has a name on the command line.</summary>
    public Count Count(BudgetPapers papers, TieRule ties, ProjectOrder order = ProjectOrder.CheaperThenVotes) =>
        BudgetRules.EqualShares("mes", this, papers, ties, order);

    internal EqualSharesOutcome Find(BudgetPapers papers, BudgetTies ties)
    {
        var electorate = new Electorate(papers, Utility);
        var raising = Completion is EqualSharesCompletion.Add1 or EqualSharesCompletion.Add1Exhaustive or EqualSharesCompletion.Add1ThenScore
            && !EverythingFits(papers);
        var start = WholeShares && raising && papers.Voters > 0
            ? (BigInteger)papers.Budget / papers.Voters / papers.Unit * papers.Unit * papers.Voters
            : papers.Budget;
        var trace = Run(electorate, start, ties);
        var raises = 0L;
        if (raising) (trace, raises) = Raise(electorate, trace, ties);
        var free = Enumerable.Range(0, papers.Projects.Length).Where(p => papers.Projects[p].Cost == 0 && electorate.Support[p] > 0).ToImmutableArray();
        ImmutableArray<GreedyStep> added = [];
        if (trace.Undecided.IsEmpty && Completion is EqualSharesCompletion.Score or EqualSharesCompletion.Add1ThenScore)
            added = Greedy.Fill(papers, [.. free, .. trace.Purchases.Select(p => p.Project)], stopAtMisfit: false, ties);
        return new(electorate, trace, raises, free, added);
    }

    /// <summary>
    /// No raise can overspend then, so a rule that raises until overspending has no end; the programs in use raise nothing
    /// (docs/decisions/0024).
    /// </summary>
    public static bool EverythingFits(BudgetPapers papers) =>
        papers.Projects.Aggregate(BigInteger.Zero, (sum, p) => sum + p.Cost) <= papers.Budget;

    private static EqualSharesTrace Run(Electorate electorate, BigInteger money, BudgetTies ties, EqualSharesMemory? memory = null) =>
        electorate.Papers.Voters == 0 ? new(money, 0, [], [], () => [.. Enumerable.Repeat(Fraction.Zero, electorate.Support.Length)]) : new EqualSharesRun(electorate, money, memory).Run(ties.Choose)!;

    /// <summary>
    /// Raises the share unit by unit. Raises that certainly change nothing are passed over together: the outcome of every one of
    /// them is proven, so the stop is the same as by running each.
    /// </summary>
    private (EqualSharesTrace Trace, long Raises) Raise(Electorate electorate, EqualSharesTrace trace, BudgetTies ties)
    {
        var papers = electorate.Papers;
        var step = (BigInteger)papers.Voters * papers.Unit;
        var all = electorate.Eligible.Count(p => papers.Projects[p].Cost > 0);
        var memory = new EqualSharesMemory(papers.Projects.Length);
        var (raises, stride, slow) = (0L, 1L, false);
        // Strides double until the first failure, and then feel their way. Single raises before the next attempt at a stride: doubled by each failure, so that attempts never cost more than they save.
        var (single, pause) = (0L, 1L);
        // Once everything that anybody wants is bought, more money changes nothing.
        while (trace.Undecided.IsEmpty && trace.Purchases.Length < all)
        {
            if (Completion == EqualSharesCompletion.Add1Exhaustive && IsExhaustive(papers, trace)) break;
            if (stride > 1)
            {
                if (new EqualSharesRun(electorate, trace.Money + step * stride, memory).Run(ties.Choose, trace) is { } far)
                    (trace, raises, stride, pause) = (far, raises + stride, slow ? stride + stride / 4 + 1 : stride * 2, 1);
                else if (stride > 2) (stride, slow) = (Math.Max(2, stride * 5 / 8), true);
                else (stride, single, pause, slow) = (1, pause, Math.Min(pause * 2, 64), false);
                continue;
            }
            var next = Run(electorate, trace.Money + step, ties, memory);
            if (next.CostOf(papers) > papers.Budget) break;
            if (--single <= 0 && next.SameOrder(trace)) stride = 2;
            (trace, raises) = (next, raises + 1);
        }
        return (trace, raises);
    }

    private static bool IsExhaustive(BudgetPapers papers, EqualSharesTrace trace)
    {
        var left = papers.Budget - trace.CostOf(papers);
        var bought = trace.Purchases.Select(p => p.Project).ToHashSet();
        return !Enumerable.Range(0, papers.Projects.Length).Any(p => !bought.Contains(p) && papers.Projects[p].Cost <= left);
    }
}

/// <summary>What a count by Equal Shares found.</summary>
internal sealed record EqualSharesOutcome(
    Electorate Electorate, EqualSharesTrace Trace, long Raises, ImmutableArray<int> Free, ImmutableArray<GreedyStep> Added)
{
    public ImmutableArray<int> Funded => [.. Free, .. Trace.Purchases.Select(p => p.Project), .. Added.Where(s => s.Funded).Select(s => s.Project)];
}
