using Mandate.Tally.Budgets;

namespace Mandate.Tally.Benchmarks;

/// <summary>
/// A made budget vote that anybody can make again with xorshift64 from a fixed start: costs 5 000 to 99 000 in thousands, a quarter of all costs as budget,
/// popularity <c>exp(2 U)</c>, 1 to 19 draws a voter of which double ones count once.
/// </summary>
internal static class SyntheticBudget
{
    public static BudgetPapers Make(int voters, int projects)
    {
        var state = 0x9E3779B97F4A7C15UL;
        var costs = Enumerable.Range(0, projects).Select(_ => 5_000L + (1_000L * (long)(Next() % 95))).ToArray();
        var reach = new double[projects];
        double sum = 0;
        for (var p = 0; p < projects; p++) reach[p] = sum += Math.Exp(2 * Uniform());
        var papers = new BudgetPapersBuilder(BudgetPaperKind.Approval);
        for (var v = 0; v < voters; v++)
        {
            var drawn = new HashSet<int>();
            for (var left = 1 + (int)(Next() % 19); left > 0; left--)
            {
                var place = Array.BinarySearch(reach, Uniform() * sum);
                drawn.Add(Math.Min(place < 0 ? ~place : place, projects - 1));
            }
            papers.Add(1, [.. drawn.Order()]);
        }
        return papers.Build(costs.Select((c, i) => new Project(FormattableString.Invariant($"{i + 1}"), "", c)), costs.Sum() / 4);

        double Uniform() => (Next() >> 11) / (double)(1UL << 53);

        ulong Next()
        {
            state ^= state << 13;
            state ^= state >> 7;
            return state ^= state << 17;
        }
    }
}
