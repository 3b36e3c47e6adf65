using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// Weighted inclusive Gregory with a quota that falls: floor(votes that still count / (seats + 1)) + 1, found again after every transfer, as Alameda County counts
/// Albany, California. Surplus fraction and values have six decimals, cut. An elected candidate keeps the quota of the round in which he passed on his surplus.
/// </summary>
internal static class FallingQuotaStv
{
    public const string Name = "stv-falling-quota";

    public static Count Count(Ballots ballots, int seats, TieRule rule)
    {
        var arithmetic = FixedPoint.Of(6);
        var log = new RoundLog(ballots, arithmetic);
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var piles = new Piles(ballots, log.ContinuingFlags());
        var valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
        Seating.Warn(log, seats, valid);
        WeightedInclusive.First(log, piles);
        var kind = RoundKind.First;
        while (true)
        {
            Int128 active = 0;
            foreach (var votes in log.Votes) active += votes;
            log.Quota = (active / arithmetic.Unit / (seats + 1) + 1) * arithmetic.Unit;
            log.Remember();
            foreach (var c in log.Continuing.Where(c => log.Votes[c] >= log.Quota).OrderByDescending(c => log.Votes[c]).Take(seats - log.Elected.Count))
                if (log.Protection.MayElect(c)) log.Elect(c, surplus: log.Votes[c] > log.Quota);
            var done = Seating.FillLast(log, seats);
            log.Close(kind, WeightedInclusive.Surplus(log));
            if (done) break;
            if (log.Where(Standing.ElectedWithSurplus).ToArray() is { Length: > 0 } over)
            {
                var most = over.Max(c => log.Votes[c]);
                if (ties.Choose("whose surplus is transferred first", [.. over.Where(c => log.Votes[c] == most)], Wanted.Best, log.History, LookBack.None) is not { } first) break;
                var part = (log.Votes[first] - log.Quota) * arithmetic.Unit / log.Votes[first];
                WeightedInclusive.TransferSurplus(log, piles, first, value => value * part / arithmetic.Unit);
                kind = RoundKind.Surplus;
            }
            else
            {
                var among = log.Protection.Excludable();
                var least = among.Min(c => log.Votes[c]);
                if (ties.Choose("who is excluded", [.. among.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.None) is not { } last) break;
                log.Exclude(last);
                WeightedInclusive.Exclude(log, piles, last);
                kind = RoundKind.Exclusion;
            }
        }
        return log.Result(Name, seats, valid, ties, rule);
    }
}
