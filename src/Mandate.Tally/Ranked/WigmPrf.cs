using Mandate.Tally.Ties;

namespace Mandate.Tally.Ranked;

/// <summary>
/// The reference rule for the weighted inclusive Gregory method of the Proportional Representation Foundation (prfound.org, "Reference WIGM Rule"):
/// four decimals, each multiplication and each division cut; quota with fraction; surpluses, also of nothing, move before any
/// exclusion; the batch variant first excludes sure losers (B.2).
/// </summary>
internal static class WigmPrf
{
    public static Func<Ballots, int, TieRule, Count> By(string name, bool batch) => (ballots, seats, rule) =>
    {
        var arithmetic = FixedPoint.Of(4);
        var log = new RoundLog(ballots, arithmetic);
        var ties = new TieBreaker(rule, ballots.Candidates, ballots.OrderForTies);
        var piles = new Piles(ballots, log.ContinuingFlags());
        var valid = ballots.Papers - piles.First.Papers[piles.NoPreference];
        Seating.Warn(log, seats, valid);
        log.Quota = valid * arithmetic.Unit / (seats + 1) + 1;
        WeightedInclusive.First(log, piles);

        var kind = RoundKind.First;
        while (true)
        {
            log.Remember();
            // D.3 is tested before B.1: candidates who fill the last seats need no quota.
            if (Seating.FillLast(log, seats)) break;
            foreach (var c in log.Continuing.Where(c => log.Votes[c] >= log.Quota).OrderByDescending(c => log.Votes[c]))
                if (log.Protection.MayElect(c)) log.Elect(c, surplus: true);
            if (log.Elected.Count == seats && Seating.FillLast(log, seats)) break;
            log.Close(kind, WeightedInclusive.Surplus(log));

            if (batch && SureLosers.Find(log, seats, mayEqual: false, tiedWithinSurplus: true) is { Length: > 0 } losers)
            {
                foreach (var c in losers) log.Exclude(c);
                if (Seating.FillLast(log, seats))
                {
                    log.Amend();
                    return log.Result(name, seats, valid, ties, rule);
                }
                foreach (var c in losers) WeightedInclusive.Exclude(log, piles, c);
                kind = RoundKind.Exclusion;
            }
            else if (log.Where(Standing.ElectedWithSurplus).ToArray() is { Length: > 0 } over)
            {
                var most = over.Max(c => log.Votes[c]);
                var first = ties.Choose("whose surplus is transferred first", [.. over.Where(c => log.Votes[c] == most)], Wanted.Best, log.History, LookBack.None);
                if (first is not { } candidate) return log.Result(name, seats, valid, ties, rule);
                var surplus = log.Votes[candidate] - log.Quota;
                var votes = log.Votes[candidate];
                WeightedInclusive.TransferSurplus(log, piles, candidate, value => value * surplus / arithmetic.Unit * arithmetic.Unit / votes);
                kind = RoundKind.Surplus;
            }
            else
            {
                var continuing = log.Protection.Excludable();
                var least = continuing.Min(c => log.Votes[c]);
                var last = ties.Choose("who is excluded", [.. continuing.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.None);
                if (last is not { } candidate) return log.Result(name, seats, valid, ties, rule);
                log.Exclude(candidate);
                WeightedInclusive.Exclude(log, piles, candidate);
                kind = RoundKind.Exclusion;
            }
        }
        log.Close(kind);
        return log.Result(name, seats, valid, ties, rule);
    };
}
