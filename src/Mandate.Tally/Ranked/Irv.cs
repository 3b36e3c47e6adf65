using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Instant run-off (alternative vote): the candidate with the fewest votes is excluded until one has more than half of the votes of the
/// continuing candidates. Papers without a further preference leave the base. Ties by the stated rule only.
/// </summary>
internal static class Irv
{
    public const string Name = "irv";

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var log = new RoundLog(ballots, FixedPoint.Of(0));
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var piles = new Piles(ballots, log.ContinuingFlags());
        var valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
        Seating.Warn(log, seats, valid);
        WeightedInclusive.First(log, piles);
        var kind = RoundKind.First;
        while (true)
        {
            log.Quota = (valid - log.Exhausted) / 2 + 1;
            log.Remember();
            var ahead = log.Continuing.Where(c => log.Votes[c] >= log.Quota).ToArray();
            if (ahead.Length == 1) log.Elect(ahead[0], surplus: false);
            var done = Seating.FillLast(log, seats);
            log.Close(kind);
            if (done) break;
            var least = log.Continuing.Min(c => log.Votes[c]);
            var last = ties.Choose("who is excluded", [.. log.Continuing.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.None);
            if (last is not { } candidate) break;
            log.Exclude(candidate);
            WeightedInclusive.Exclude(log, piles, candidate);
            kind = RoundKind.Exclusion;
        }
        return log.Result(Name, seats, valid, ties, rule);
    }
}
