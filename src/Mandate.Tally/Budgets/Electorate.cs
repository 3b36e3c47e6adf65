using System.Numerics;

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
/// utility themselves, so <see cref="BudgetUtility.Cost"/> multiplies approvals only.
/// </summary>
internal sealed class Electorate
{
    public Electorate(BudgetPapers papers, BudgetUtility utility)
    {
        Papers = papers;
        var projects = papers.Projects.Length;
        Weights = new int[papers.Papers.Length];
        Ballots = new (int[] Projects, int[] Marks)[papers.Papers.Length];
        Support = new long[projects];
        MarkTotals = new long[projects];
        var counts = new int[projects];
        var (marked, marks) = (new int[papers.LongestPaper], new int[papers.LongestPaper]);
        for (var v = 0; v < Weights.Length; v++)
        {
            var paper = papers.Papers[v];
            Weights[v] = checked((int)paper.Weight);
            var count = 0;
            long all = 0;
            for (var i = 0; i < paper.Projects.Length; i++)
            {
                var (project, mark) = (paper.Projects[i], Mark(papers.Kind, paper, i));
                if (mark <= 0) continue;
                (marked[count], marks[count++]) = (project, mark);
                counts[project]++;
                Support[project] += paper.Weight;
                MarkTotals[project] += paper.Weight * mark;
                MostMark = Math.Max(MostMark, mark);
                all += mark;
            }
            Ballots[v] = (marked[..count], marks[..count]);
            MostMarks = Math.Max(MostMarks, all);
        }
        Supporters = [.. counts.Select(c => new int[c])];
        Marks = MostMark > 1 ? [.. counts.Select(c => new int[c])] : null;
        Array.Clear(counts);
        for (var v = 0; v < Weights.Length; v++)
        {
            var (ballot, given) = Ballots[v];
            for (var i = 0; i < ballot.Length; i++)
            {
                var place = counts[ballot[i]]++;
                Supporters[ballot[i]][place] = v;
                if (Marks is not null) Marks[ballot[i]][place] = given[i];
            }
        }
        Factors = [.. papers.Projects.Select(p => utility == BudgetUtility.Cost && papers.Kind == BudgetPaperKind.Approval ? p.Cost : 1)];
    }

    public BudgetPapers Papers { get; }

    public int[] Weights { get; }

    public (int[] Projects, int[] Marks)[] Ballots { get; }

    /// <summary>By project, the papers that mark it.</summary>
    public int[][] Supporters { get; }

    /// <summary>By project, beside <see cref="Supporters"/>; null where every mark is 1.</summary>
    public int[][]? Marks { get; }

    /// <summary>Voters who mark each project.</summary>
    public long[] Support { get; }

    /// <summary>The sum of their marks.</summary>
    public long[] MarkTotals { get; }

    public int MostMark { get; } = 1;

    /// <summary>The most marks on one paper, all together.</summary>
    public long MostMarks { get; }

    /// <summary>What a mark is multiplied by to give the utility of a project.</summary>
    public long[] Factors { get; }

    /// <summary>Projects that can be funded at all: supported, and not dearer than the whole budget.</summary>
    public IEnumerable<int> Eligible => Enumerable.Range(0, Support.Length).Where(p => Support[p] > 0 && Papers.Projects[p].Cost <= Papers.Budget);

    private static int Mark(BudgetPaperKind kind, BudgetPaper paper, int place) => kind switch
    {
        BudgetPaperKind.Points => paper.Points[place],
        BudgetPaperKind.Ranking => paper.Projects.Length - place - 1,
        _ => 1,
    };
}
