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
        for (var c = 0; c < log.Votes.Length; c++)
        {
            if (piles.First.Papers[c] == 0) continue;
            piles[c].Add(piles.First.For(c, arithmetic.Unit));
            log.Votes[c] = piles.First.Papers[c] * arithmetic.Unit;
        }

        var kind = RoundKind.First;
        while (true)
        {
            log.Remember();
            foreach (var c in log.Continuing.Where(c => log.Votes[c] >= log.Quota).OrderByDescending(c => log.Votes[c]))
                log.Elect(c, surplus: log.Votes[c] > log.Quota);
            if (Seating.FillLast(log, seats))
            {
                log.Close(kind, Surplus(log));
                break;
            }
            log.Close(kind, Surplus(log));

            if (log.Where(Standing.ElectedWithSurplus).ToArray() is { Length: > 0 } over)
            {
                var most = over.Max(c => log.Votes[c]);
                var first = ties.Choose("whose surplus is transferred first", [.. over.Where(c => log.Votes[c] == most)], Wanted.Best, log.History, LookBack.Latest);
                if (first is not { } candidate) break;
                TransferSurplus(log, piles, candidate);
                kind = RoundKind.Surplus;
            }
            else
            {
                var continuing = log.Continuing;
                var least = continuing.Min(c => log.Votes[c]);
                var last = ties.Choose("who is excluded", [.. continuing.Where(c => log.Votes[c] == least)], Wanted.Worst, log.History, LookBack.Latest);
                if (last is not { } candidate) break;
                Exclude(log, piles, candidate);
                kind = RoundKind.Exclusion;
            }
        }
        return log.Result(Name, seats, valid, ties, rule);
    }

    private static Int128 Surplus(RoundLog log) => log.Where(Standing.ElectedWithSurplus).Aggregate((Int128)0, (sum, c) => sum + log.Votes[c] - log.Quota);

    private static void TransferSurplus(RoundLog log, Piles piles, int candidate)
    {
        var votes = log.Votes[candidate];
        var surplus = votes - log.Quota;
        log.MovesFrom(candidate);
        Deal(log, piles, candidate, value => FixedPoint.MultiplyDivide(surplus, value, votes), log.Quota);
        log.Standings[candidate] = Standing.Elected;
    }

    private static void Exclude(RoundLog log, Piles piles, int candidate)
    {
        log.Exclude(candidate);
        log.MovesFrom(candidate);
        Deal(log, piles, candidate, value => value, 0);
    }

    /// <summary>Moves all papers of a candidate, who keeps <paramref name="keeps"/>; what the decimals drop is residue.</summary>
    private static void Deal(RoundLog log, Piles piles, int candidate, Func<Int128, Int128> worth, Int128 keeps)
    {
        var before = log.Votes[candidate];
        var continuing = log.ContinuingFlags();
        Int128 moved = 0;
        foreach (var parcel in piles[candidate])
        {
            var value = worth(parcel.Value);
            var sorted = piles.Sort(parcel.Span, continuing);
            for (var to = 0; to < sorted.Papers.Length; to++)
            {
                if (sorted.Papers[to] == 0) continue;
                var votes = value * sorted.Papers[to];
                moved += votes;
                if (to == piles.NoPreference) log.Exhausted += votes;
                else
                {
                    log.Votes[to] += votes;
                    piles[to].Add(sorted.For(to, value));
                }
                log.Move(candidate, to == piles.NoPreference ? -1 : to, sorted.Papers[to], votes);
            }
        }
        piles[candidate].Clear();
        log.Votes[candidate] = keeps;
        log.Residue += before - keeps - moved;
    }
}
