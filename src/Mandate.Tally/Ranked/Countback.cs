using System.Collections.Immutable;

namespace Mandate.Tally;

/// <summary>A vacancy filled from the original papers.</summary>
/// <param name="Successor">Who fills it; null where nobody is left or a tie stays open.</param>
/// <param name="Count">The recount.</param>
public sealed record CountbackResult(int? Successor, Count Count);

/// <summary>
/// Fills a vacancy by recounting all the original papers (ERS97, 7.1): preferences for the one who leaves, and for anybody who no longer
/// stands, are passed over; nobody who sits is excluded; the first newly elected fills the seat.
/// </summary>
public static class Countback
{
    /// <param name="ballots">The papers of the election.</param>
    /// <param name="method">The method by which they were counted.</param>
    /// <param name="seats">All seats of the body.</param>
    /// <param name="elected">Who was elected and sits, the one who leaves included.</param>
    /// <param name="leaving">Who leaves.</param>
    /// <param name="unavailable">Candidates who no longer stand.</param>
    /// <param name="ties">The rule for ties.</param>
    public static CountbackResult Fill(Ballots ballots, RankedMethod method, int seats, IEnumerable<int> elected, int leaving, IEnumerable<int> unavailable, TieRule ties)
    {
        ImmutableHashSet<int> sitting = [.. elected.Where(e => e != leaving)];
        var papers = ballots.With(withdrawn: ballots.Withdrawn.Add(leaving).Union(unavailable)).WithRules(sitting: sitting);
        var count = method.Count(papers, seats, ties);
        var successor = count.Elected.Where(e => !sitting.Contains(e)).Select(e => (int?)e).FirstOrDefault();
        return new(count.Undecided is null ? successor : null, count);
    }
}
