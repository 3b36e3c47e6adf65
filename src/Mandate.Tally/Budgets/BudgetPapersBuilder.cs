using System.Collections.Immutable;

namespace Mandate.Tally.Budgets;

/// <summary>Collects papers and merges equal ones, so that the order of the voters leaves no trace.</summary>
public sealed class BudgetPapersBuilder(BudgetPaperKind kind)
{
    /// <summary>The most that a budget, a cost or all papers together may be, so that no sum overflows.</summary>
    public const long Most = 1_000_000_000_000_000;

    /// <summary>The most points one paper may give one project.</summary>
    public const int MostPoints = 1_000_000;

    private readonly Dictionary<Key, long> counted = [];
    private int[] order = new int[16];
    private long voters;

    public BudgetPaperKind Kind { get; } = kind;

    /// <summary>
    /// Adds a paper. Projects that get no points are left out; a ranking keeps its order, other papers are sorted.
    /// </summary>
    /// <exception cref="ArgumentException">A project stands twice on the paper, or a number is out of range.</exception>
    public BudgetPapersBuilder Add(long weight, ReadOnlySpan<int> projects, ReadOnlySpan<int> points = default)
    {
        if (weight <= 0 || weight > Most - voters) throw new ArgumentException($"the weight {weight} is not from 1 to {Most - voters}", nameof(weight));
        if (Kind == BudgetPaperKind.Points && points.Length != projects.Length) throw new ArgumentException("each project needs its points", nameof(points));
        voters += weight;
        if (order.Length < 2 * projects.Length) order = new int[4 * projects.Length];
        var used = order.AsSpan(0, projects.Length);
        projects.CopyTo(used);
        var given = order.AsSpan(projects.Length, projects.Length);
        if (Kind == BudgetPaperKind.Points) points.CopyTo(given);
        else given.Fill(1);
        if (Kind != BudgetPaperKind.Ranking) used.Sort(given);
        var kept = 0;
        for (var i = 0; i < used.Length; i++)
        {
            if (given[i] is > MostPoints or < -MostPoints) throw new ArgumentException($"{given[i]} points are more than {MostPoints}", nameof(points));
            if (Kind == BudgetPaperKind.Ranking ? used[..i].Contains(used[i]) : i > 0 && used[i] == used[i - 1])
                throw new ArgumentException($"project {used[i]} stands twice on one paper", nameof(projects));
            if (given[i] != 0) (used[kept], given[kept++]) = (used[i], given[i]);
        }
        var key = new Key([.. used[..kept]], Kind == BudgetPaperKind.Points ? [.. given[..kept]] : []);
        counted[key] = counted.GetValueOrDefault(key) + weight;
        return this;
    }

    /// <exception cref="ArgumentException">A paper names a project that does not exist, or two projects have one id.</exception>
    public BudgetPapers Build(IEnumerable<Project> projects, long budget, int decimals = 0, IEnumerable<string>? warnings = null)
    {
        var all = projects.ToImmutableArray();
        if (budget is < 0 or > Most) throw new ArgumentException($"the budget {budget} is not from 0 to {Most}", nameof(budget));
        if (all.Any(p => p.Cost is < 0 or > Most)) throw new ArgumentException($"a cost is not from 0 to {Most}", nameof(projects));
        if (all.Select(p => p.Id).Distinct(StringComparer.Ordinal).Count() != all.Length) throw new ArgumentException("two projects have one id", nameof(projects));
        foreach (var key in counted.Keys)
            foreach (var project in key.Projects)
                if (project < 0 || project >= all.Length) throw new ArgumentException($"a paper names project {project} of {all.Length}", nameof(projects));
        var ones = ImmutableArray<int>.Empty;
        var papers = counted
            .OrderBy(p => p.Key.Projects, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .ThenBy(p => p.Key.Points, Comparer<int[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)))
            .Select(p => new BudgetPaper([.. p.Key.Projects], Kind == BudgetPaperKind.Approval ? Ones(p.Key.Projects.Length) : [.. p.Key.Points], p.Value));
        return new(Kind, all, budget, decimals, [.. papers], [.. warnings ?? []]);

        ImmutableArray<int> Ones(int length)
        {
            if (ones.Length < length) ones = [.. Enumerable.Repeat(1, 2 * length)];
            return ones[..length];
        }
    }

    private readonly record struct Key(int[] Projects, int[] Points)
    {
        public bool Equals(Key other) => Projects.AsSpan().SequenceEqual(other.Projects) && Points.AsSpan().SequenceEqual(other.Points);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Projects.AsSpan()));
            hash.AddBytes(System.Runtime.InteropServices.MemoryMarshal.AsBytes(Points.AsSpan()));
            return hash.ToHashCode();
        }
    }
}
