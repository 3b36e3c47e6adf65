namespace Mandate.Tally.Ranked;

/// <summary>The weighted inclusive Gregory method: all papers of a candidate move, each at a part of the value at which it came.</summary>
internal static class WeightedInclusive
{
    /// <summary>Gives every candidate the papers that name him first.</summary>
    public static void First(RoundLog log, Piles piles)
    {
        for (var c = 0; c < log.Votes.Length; c++)
        {
            if (piles.First.Papers[c] == 0) continue;
            piles[c].Add(piles.First.For(c, log.Arithmetic.Unit));
            log.Votes[c] = piles.First.Papers[c] * log.Arithmetic.Unit;
        }
    }

    /// <summary>Votes above the quota that wait for their transfer.</summary>
    public static Int128 Surplus(RoundLog log) => log.Where(Standing.ElectedWithSurplus).Aggregate((Int128)0, (sum, c) => sum + log.Votes[c] - log.Quota);

    /// <summary>Moves a surplus; <paramref name="worth"/> gives a paper's new value from the value at which it came.</summary>
    public static void TransferSurplus(RoundLog log, Piles piles, int candidate, Func<Int128, Int128> worth)
    {
        Deal(log, piles, candidate, worth, log.Quota);
        log.Standings[candidate] = Standing.Elected;
    }

    /// <summary>Moves all papers of an excluded candidate at the value at which they came.</summary>
    public static void Exclude(RoundLog log, Piles piles, int candidate) => Deal(log, piles, candidate, value => value, 0);

    /// <summary>Moves all papers of a candidate, who keeps <paramref name="keeps"/>; what the decimals drop is residue.</summary>
    private static void Deal(RoundLog log, Piles piles, int candidate, Func<Int128, Int128> worth, Int128 keeps)
    {
        log.MovesFrom(candidate);
        var before = log.Votes[candidate];
        var continuing = log.ContinuingFlags();
        Int128 moved = 0;
        // Papers of one value move alike: with hundreds of candidates a pile is made of hundreds of parcels.
        foreach (var parcels in piles[candidate].GroupBy(p => p.Value))
        {
            var value = worth(parcels.Key);
            var sorted = piles.Sort(Together([.. parcels]), continuing);
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

    private static ReadOnlySpan<int> Together(Parcel[] parcels)
    {
        if (parcels is [var only]) return only.Span;
        var all = GC.AllocateUninitializedArray<int>(parcels.Sum(p => p.Length));
        var at = 0;
        foreach (var parcel in parcels)
        {
            parcel.Span.CopyTo(all.AsSpan(at));
            at += parcel.Length;
        }
        return all;
    }
}
