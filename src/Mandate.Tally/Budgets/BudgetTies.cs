using System.Collections.Immutable;
using Mandate.Tally.Ties;

namespace Mandate.Tally.Budgets;

/// <summary>Which of two equally good projects comes first, before any stated rule for ties.</summary>
public enum ProjectOrder
{
    /// <summary>The cheaper, then the one with more votes: what the first cities with Equal Shares wrote.</summary>
    CheaperThenVotes,

    /// <summary>The one with more votes, then the cheaper.</summary>
    VotesThenCheaper,
}

/// <summary>
/// Decides between equally good projects, the same way at every moment of a count: by cost and votes, then by the stated rule, a
/// seed giving each project one lot for the whole count.
/// </summary>
internal sealed class BudgetTies(BudgetPapers papers, TieRule rule, ProjectOrder order)
{
    private readonly ImmutableArray<string> ids = [.. papers.Projects.Select(p => p.Id)];
    private readonly long[] votes = papers.Votes();
    private readonly List<(int Round, ImmutableArray<int> Tied, int Chosen, string By)> met = [];

    public TieRule Rule => rule;

    /// <summary>The tie that nothing decided.</summary>
    public OpenTie? Open { get; private set; }

    /// <summary>The first of the tied, or null where the rule leaves it open.</summary>
    public int? Choose(ImmutableArray<int> tied, int round)
    {
        var (chosen, by) = Decide(tied, round);
        if (chosen is { } project) met.Add((round, tied, project, by));
        else Open = new(round, "which project is funded first", tied);
        return chosen;
    }

    /// <summary>The ties of the run that counts: runs that were only steps on the way leave no record.</summary>
    public ImmutableArray<TieBreak> Record(IEnumerable<Purchase> purchases) =>
    [
        .. purchases.Select((p, i) => (Purchase: p, Round: i)).Where(p => !p.Purchase.Tied.IsEmpty)
            .Select(p => new TieBreak(p.Round, "which project is funded first", p.Purchase.Tied, p.Purchase.Project, Decide(p.Purchase.Tied, p.Round).By)),
    ];

    /// <summary>All ties met, in order.</summary>
    public ImmutableArray<TieBreak> Record() =>
        [.. met.Select(m => new TieBreak(m.Round, "which project is funded first", m.Tied, m.Chosen, m.By))];

    private (int? Chosen, string By) Decide(ImmutableArray<int> tied, int round)
    {
        foreach (var byCost in order == ProjectOrder.CheaperThenVotes ? new[] { true, false } : [false, true])
        {
            var best = byCost ? tied.Min(p => papers.Projects[p].Cost) : -tied.Max(p => votes[p]);
            var left = tied.Where(p => (byCost ? papers.Projects[p].Cost : -votes[p]) == best).ToImmutableArray();
            if (left.Length == 1) return (left[0], byCost ? "lower cost" : "more votes");
            tied = left;
        }
        // A fresh start for every tie: the same two projects are never ordered one way here and the other way there.
        var breaker = new TieBreaker(rule, ids, [.. Enumerable.Range(0, ids.Length)]);
        var chosen = breaker.Choose("which project is funded first", tied.AsSpan(), Wanted.Best, new SameRounds(ids.Length, round + 1), LookBack.None);
        return (chosen, breaker.Record.IsEmpty ? "" : breaker.Record[0].By);
    }

    /// <summary>Earlier rounds that tell nothing: projects have no votes that change from round to round.</summary>
    private sealed class SameRounds(int projects, int count) : IReadOnlyList<long[]>
    {
        private readonly long[] same = new long[projects];

        public int Count => count;

        public long[] this[int index] => same;

        public IEnumerator<long[]> GetEnumerator() => Enumerable.Repeat(same, count).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
