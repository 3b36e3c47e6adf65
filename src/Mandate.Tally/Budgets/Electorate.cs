using System.Runtime.CompilerServices;
namespace Mandate.Tally.Budgets;

/// <summary>What a voter gains from a project that is funded.</summary>
public enum BudgetUtility
{
    /// <summary>Its cost, for an approval: money is worth the same whatever it is spent on (the rule of Wieliczka and Assen).</summary>
    Cost,

    /// <summary>One, for an approval: each project counts the same.</summary>
    Cardinality,
}

/// <summary>
/// The papers arranged for Equal Shares and Phragmen: who supports each project with which marks. Points are marks as given and
/// rankings give marks by Borda within the paper (last rank none); an approval is the mark 1. Papers that give marks say the
/// utility themselves, so <see cref="BudgetUtility.Cost"/> multiplies approvals only. Both directions lie in flat arrays, in order, because
/// the rules walk them hundreds of times.
/// </summary>
internal sealed class Electorate
{
    private readonly int[] ballotStarts;
    private readonly int[] ballots;
    private readonly int[]? ballotMarks;
    private readonly int[] supporters;
    private readonly int[]? supporterMarks;

    public Electorate(BudgetPapers papers, BudgetUtility utility)
    {
        Papers = papers;
        var projects = papers.Projects.Length;
        Weights = new int[papers.Papers.Length];
        Support = new long[projects];
        MarkTotals = new long[projects];
        SupporterStarts = new int[projects + 1];
        ballotStarts = new int[Weights.Length + 1];
        (ballots, ballotMarks) = Ballots(papers);
        (supporters, supporterMarks) = Turned();
        Factors = [.. papers.Projects.Select(p => utility == BudgetUtility.Cost && papers.Kind == BudgetPaperKind.Approval ? p.Cost : 1)];
    }

    public BudgetPapers Papers { get; }

    public int[] Weights { get; }

    /// <summary>Where the supporters of each project begin, in one row of all; the last entry is their number.</summary>
    public int[] SupporterStarts { get; }

    /// <summary>Voters who mark each project.</summary>
    public long[] Support { get; }

    /// <summary>The sum of their marks.</summary>
    public long[] MarkTotals { get; }

    public int MostMark { get; private set; } = 1;

    /// <summary>The most marks on one paper, all together.</summary>
    public long MostMarks { get; private set; }

    /// <summary>What a mark is multiplied by to give the utility of a project.</summary>
    public long[] Factors { get; }

    /// <summary>Whether every mark is 1.</summary>
    public bool MarksAreOne => supporterMarks is null;

    /// <summary>Projects that can be funded at all: supported, and not dearer than the whole budget.</summary>
    public IEnumerable<int> Eligible => Enumerable.Range(0, Support.Length).Where(p => Support[p] > 0 && Papers.Projects[p].Cost <= Papers.Budget);

    /// <summary>What a paper marks.</summary>
    public ReadOnlySpan<int> Ballot(int voter) => ballots.AsSpan(ballotStarts[voter], ballotStarts[voter + 1] - ballotStarts[voter]);

    /// <summary>Beside <see cref="Ballot"/>; empty where every mark is 1.</summary>
    public ReadOnlySpan<int> BallotMarks(int voter) =>
        ballotMarks is null ? [] : ballotMarks.AsSpan(ballotStarts[voter], ballotStarts[voter + 1] - ballotStarts[voter]);

    /// <summary>The papers that mark a project, in order.</summary>
    public ReadOnlySpan<int> Supporters(int project) => supporters.AsSpan(SupporterStarts[project], SupporterStarts[project + 1] - SupporterStarts[project]);

    /// <summary>Beside <see cref="Supporters"/>; empty where every mark is 1.</summary>
    public ReadOnlySpan<int> SupporterMarks(int project) =>
        supporterMarks is null ? [] : supporterMarks.AsSpan(SupporterStarts[project], SupporterStarts[project + 1] - SupporterStarts[project]);

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Projects, int[]? Marks) Ballots(BudgetPapers papers)
    {
        var row = new int[papers.Papers.Sum(p => p.Projects.Length)];
        var marks = papers.Kind == BudgetPaperKind.Approval ? null : new int[row.Length];
        var end = 0;
        for (var v = 0; v < Weights.Length; v++)
        {
            var paper = papers.Papers[v];
            Weights[v] = checked((int)paper.Weight);
            long all = 0;
            for (var i = 0; i < paper.Projects.Length; i++)
            {
                var (project, mark) = (paper.Projects[i], Mark(papers.Kind, paper, i));
                if (mark <= 0) continue;
                row[end] = project;
                if (marks is not null) marks[end] = mark;
                end++;
                SupporterStarts[project + 1]++;
                Support[project] += paper.Weight;
                MarkTotals[project] += paper.Weight * mark;
                MostMark = Math.Max(MostMark, mark);
                all += mark;
            }
            ballotStarts[v + 1] = end;
            MostMarks = Math.Max(MostMarks, all);
        }
        return (row, MostMark > 1 ? marks : null);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private (int[] Voters, int[]? Marks) Turned()
    {
        for (var p = 0; p < Support.Length; p++) SupporterStarts[p + 1] += SupporterStarts[p];
        var next = SupporterStarts.AsSpan(0, Support.Length).ToArray();
        var row = new int[SupporterStarts[^1]];
        var marks = ballotMarks is null ? null : new int[row.Length];
        for (var v = 0; v < Weights.Length; v++)
            for (var i = ballotStarts[v]; i < ballotStarts[v + 1]; i++)
            {
                var place = next[ballots[i]]++;
                row[place] = v;
                if (marks is not null) marks[place] = ballotMarks![i];
            }
        return (row, marks);
    }

    private static int Mark(BudgetPaperKind kind, BudgetPaper paper, int place) => kind switch
    {
        BudgetPaperKind.Points => paper.Points[place],
        BudgetPaperKind.Ranking => paper.Projects.Length - place - 1,
        _ => 1,
    };
}
