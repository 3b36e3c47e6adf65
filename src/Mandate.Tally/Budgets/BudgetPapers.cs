using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>What a paper in a budget vote says.</summary>
public enum BudgetPaperKind
{
    /// <summary>Projects approved (Pabulib <c>approval</c> and <c>choose-1</c>).</summary>
    Approval,

    /// <summary>Points given to projects (Pabulib <c>cumulative</c> and <c>scoring</c>).</summary>
    Points,

    /// <summary>Projects in order, the best first (Pabulib <c>ordinal</c>).</summary>
    Ranking,
}

/// <summary>A project put to the vote.</summary>
/// <param name="Id">As in the file; results name projects by it.</param>
/// <param name="Name">In words; may be empty.</param>
/// <param name="Cost">In units of <see cref="BudgetPapers.Unit"/>.</param>
public sealed record Project(string Id, string Name, long Cost)
{
    public ImmutableArray<string> Categories { get; init; } = [];

    /// <summary>The published outcome: 1 funded, 0 not, 2 partly or from other money; null where the file does not say.</summary>
    public int? Published { get; init; }

    /// <summary>The published number of votes, where the file states it. Counts never use it; the audit compares it.</summary>
    public long? PublishedVotes { get; init; }

    /// <summary>The published score, where the file states it.</summary>
    public long? PublishedScore { get; init; }
}

/// <summary>Equal papers and how many there are. Projects by number; points beside them (1 for approvals; empty for a ranking).</summary>
public readonly record struct BudgetPaper(ImmutableArray<int> Projects, ImmutableArray<int> Points, long Weight);

/// <summary>The projects, the money and the papers of a budget vote. Equal papers are kept once.</summary>
public sealed class BudgetPapers
{
    internal BudgetPapers(
        BudgetPaperKind kind, ImmutableArray<Project> projects, long budget, int decimals, ImmutableArray<BudgetPaper> papers, ImmutableArray<string> warnings)
    {
        (Kind, Projects, Budget, Decimals, Papers, Warnings) = (kind, projects, budget, decimals, papers, warnings);
        Voters = papers.Sum(p => p.Weight);
        LongestPaper = papers.Select(p => p.Projects.Length).DefaultIfEmpty(0).Max();
    }

    public BudgetPaperKind Kind { get; }

    public ImmutableArray<Project> Projects { get; }

    /// <summary>In units of <see cref="Unit"/>.</summary>
    public long Budget { get; }

    /// <summary>How many decimals of the currency are counted: amounts are whole numbers of 10 to minus this.</summary>
    public int Decimals { get; }

    /// <summary>One currency unit in the whole numbers of <see cref="Budget"/> and costs.</summary>
    public long Unit => (long)System.Numerics.BigInteger.Pow(10, Decimals);

    public ImmutableArray<BudgetPaper> Papers { get; }

    /// <summary>Everybody who handed in a paper, empty ones included.</summary>
    public long Voters { get; }

    /// <summary>The most projects on one paper.</summary>
    public int LongestPaper { get; }

    /// <summary>What the file says beside the papers.</summary>
    public BudgetHead Head { get; private init; } = BudgetHead.Empty;

    /// <summary>What a reader of the result should know about the papers.</summary>
    public ImmutableArray<string> Warnings { get; }

    /// <summary>The same papers under another head.</summary>
    public BudgetPapers With(BudgetHead head) => new(Kind, Projects, Budget, Decimals, Papers, Warnings) { Head = head };

    /// <summary>An amount as decimal text in the currency.</summary>
    public string Money(Fraction amount, int decimals = -1) =>
        (amount / Unit).ToDecimal(decimals < 0 ? Decimals : decimals);

    /// <summary>On how many papers each project stands.</summary>
    public long[] Votes()
    {
        var votes = new long[Projects.Length];
        foreach (var paper in Papers)
            foreach (var project in paper.Projects) votes[project] += paper.Weight;
        return votes;
    }

    /// <summary>
    /// The score by which greedy rules order: approvals; the sum of points; for rankings Borda, where a first rank is worth
    /// the longest ranking allowed and each later one less.
    /// </summary>
    public long[] Scores()
    {
        if (Kind == BudgetPaperKind.Approval) return Votes();
        var scores = new long[Projects.Length];
        var first = Head.MostRanks ?? LongestPaper;
        foreach (var paper in Papers)
            for (var i = 0; i < paper.Projects.Length; i++)
                scores[paper.Projects[i]] += paper.Weight * (Kind == BudgetPaperKind.Points ? paper.Points[i] : Math.Max(first - i, 0));
        return scores;
    }
}
