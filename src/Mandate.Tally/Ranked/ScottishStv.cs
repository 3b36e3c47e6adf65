using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Scottish STV: the Scottish Local Government Elections Order 2011 (SSI 2011/399), schedule 1, rules 45 to 52, as SSI 2007/42.
/// Weighted inclusive Gregory: every paper of the candidate moves, at surplus x value when received / votes, one division
/// cut to five decimals; a surplus moves only where the votes exceed the quota (rule 48), so there is no null stage.
/// </summary>
internal static class ScottishStv
{
    public const string Name = "scottish-stv";

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var arithmetic = FixedPoint.Of(5);
        var log = new RoundLog(ballots, arithmetic);
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var piles = new Piles(ballots, log.ContinuingFlags());
        var valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
        Seating.Warn(log, seats, valid);

        log.Quota = (valid / (seats + 1) + 1) * arithmetic.Unit;
        WeightedInclusive.First(log, piles);

        var kind = RoundKind.First;
        while (true)
        {
            log.Remember();
            foreach (var c in log.Continuing.Where(c => log.Votes[c] >= log.Quota).OrderByDescending(c => log.Votes[c]))
                if (log.Protection.MayElect(c)) log.Elect(c, surplus: log.Votes[c] > log.Quota);
            if (Seating.FillLast(log, seats))
            {
                log.Close(kind, WeightedInclusive.Surplus(log));
                break;
            }
            log.Close(kind, WeightedInclusive.Surplus(log));

            if (log.Where(Standing.ElectedWithSurplus).ToArray() is { Length: > 0 } over)
            {
                var most = over.Max(c => log.Votes[c]);
                var first = ties.Choose("whose surplus is transferred first", [.. over.Where(c => log.Votes[c] == most)], Wanted.Best, log.History, LookBack.Latest);
                if (first is not { } candidate) break;
                var votes = log.Votes[candidate];
                var surplus = votes - log.Quota;
                WeightedInclusive.TransferSurplus(log, piles, candidate, value => surplus * value / votes);
                kind = RoundKind.Surplus;
            }
            else
            {
                var continuing = log.Protection.Excludable();
                var least = continuing.Min(c => log.Votes[c]);
                var last = ties.Choose("who is excluded", [.. continuing.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.Latest);
                if (last is not { } candidate) break;
                log.Exclude(candidate);
                WeightedInclusive.Exclude(log, piles, candidate);
                kind = RoundKind.Exclusion;
            }
        }
        return log.Result(Name, seats, valid, ties, rule);
    }
}
